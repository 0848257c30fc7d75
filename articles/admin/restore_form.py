"""The page that puts an earlier text back into the form, and shows first what that changes there."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules, workflow
from articles.workflow.snapshots import snapshot

from .act_forms import ActForm
from .changes import compare, side_of_data
from .numbers import number_in
from .status import minute


class RestoreForm(ActForm):
    """Which text is chosen in the history: the link from there names it."""

    submit = gettext_lazy("Put this text back")
    changes_heading = gettext_lazy("What changes in the form")
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, max_value=10**9)

    def start_at(self, query):
        self.initial["revision"] = query.get("revision", "")

    @cached_property
    def kept(self):
        """The text to be put back, or None where there is none with this number."""
        return self.article.revisions.filter(number=number_in(self["revision"].value())).first()

    def changes(self):
        if self.kept is None:
            return None
        now = snapshot(self.article, since=self.kept.data)
        return compare(side_of_data(now), side_of_data(self.kept.data)) or None

    def in_the_way(self):
        problems = super().in_the_way()
        if self.kept is None and not problems:
            message = _("There is no such earlier text. Choose one in the history.")
            problems.append(workflow.Problem("no-revision", message, "history"))
        return problems

    def consequences(self):
        yield _("The form takes the text of revision %(number)d, saved on %(time)s by %(name)s.") % {
            "number": self.kept.number,
            "time": minute(self.kept.created_at),
            "name": self.kept.by_name,
        }
        if not self.changes():
            yield _("It is the text the form holds now: nothing changes.")
        yield _("The text it holds now is kept: you find it in the history.")
        if self.standing.ever_public:
            yield _("Readers see nothing of this until you publish. Topics and address stay as they are.")
        elif self.standing.waiting_number and not rules.may_classify(self.user, self.article):
            yield _("Topics and address stay as they are.")

    def act(self, values):
        number = values["revision"] or 0
        _revision, gone = workflow.restore_revision(self.article, number, by=self.user)
        said = _("This is the text of revision %d.") % number
        if gone:
            said += " " + _("No longer there, and left out: %s.") % ", ".join(f"“{name}”" for name in gone)
        return said
