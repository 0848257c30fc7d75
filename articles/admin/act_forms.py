"""What every button asks before it acts: what will happen, what is in the way, and the call of the workflow."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .conflict import is_stale, seen_of
from .happened import since


class ActForm(forms.Form):
    """Carries the row's version number: what is confirmed is what was looked at.

    Each act adds `act(values)`, which calls the workflow and returns what to say when it is done.
    """

    changes = None
    """What readers would find changed: see changes.py."""
    changes_heading = gettext_lazy("What changes for readers")
    submit = gettext_lazy("Continue")
    danger = False
    meanwhile = ()
    """Sentences: what others did to the article after this page was opened."""
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen_event = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, article, standing, user):
        self.article, self.standing, self.user = article, standing, user
        self.seen = {name: number for name, number in seen_of(article).items() if name in self.base_fields}
        super().__init__(data, initial=self.seen | self.start(article, standing))
        self.refused = []
        self.prepare()

    def start(self, article, standing):
        return {}

    def start_at(self, query):
        """Take from the page's address what a link has chosen."""

    def prepare(self):
        """Change the fields to what this article needs."""

    def consequences(self):
        """Sentences: what will happen when the button is pressed."""
        return []

    def summary(self):
        """(label, words) of what readers will get."""
        return []

    def in_the_way(self):
        """Problems that no field of this page can mend; with any, there is nothing to confirm."""
        return [problem for problem in self.refused if problem.field not in self.fields]

    def advice(self):
        """What is worth a look, and stops nothing."""
        return []

    def is_stale(self):
        return is_stale(self.data, self.article)

    def perform(self):
        self.article.row_version = self.cleaned_data["seen_version"] or 0
        return self.act(self.cleaned_data)

    def look_again(self):
        """Show the article as it is now with what was typed here; the next confirmation is of that."""
        happened = since(self.article, self["seen_event"].value(), self.user)
        self.meanwhile = [line.words for line in happened] or [_("It is not the one you opened.")]
        self.data = self.data.copy()
        for name, number in self.seen.items():
            self.data[name] = str(number)

    def refuse(self, problems):
        self.refused = list(problems)
        for problem in problems:
            if problem.field in self.fields:
                self.add_error(problem.field, problem.message)

    def refuse_values(self, problem):
        for field, messages in getattr(problem, "message_dict", {"": problem.messages}).items():
            for message in messages:
                self.add_error(field if field in self.fields else None, message)
