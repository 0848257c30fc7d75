"""What an editor is asked about a manuscript: title and language, who signs, the disclaimer, the topics."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.disclaimer_choice import LATER, NONE_NEEDED, DisclaimerField
from articles.admin.line_picker import AuthorField
from articles.importing import Decisions, Record
from articles.manuscripts import NO_TITLE
from articles.matching import AuthorMatch
from articles.models import Article
from articles.models.languages import content_languages
from articles.text import titled

from .answers import NEW, NOBODY, carried

RECORDS = {NEW: Record.NEW, NOBODY: Record.NONE}
WORDINGS = {NEW: Record.NEW, NONE_NEEDED: Record.NONE, LATER: Record.LATER}


class OtherAuthorField(AuthorField):
    """May stay empty, where one of those that were offered is meant."""

    def clean(self, value):
        return super().clean(value) if (value or "").strip() else None


@dataclass(frozen=True)
class Signature:
    """One author the manuscript names, and the two fields that say who it is."""

    match: AuthorMatch
    notes: tuple[str, ...]
    answer: forms.BoundField
    other: forms.BoundField


class Questions(forms.Form):
    """Drawn from what was understood, filled with `answers`; judged only when the draft is to be made."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=Article._meta.get_field("title").max_length,
        widget=forms.Textarea(attrs={"rows": 1, "dir": "auto", "class": "desk-title"}),
        error_messages={"required": NO_TITLE},
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    disclaimer = DisclaimerField()
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Topics"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, understood, answers, *, confirming=False):
        self.understood = understood
        super().__init__(answers if confirming else None, initial=answers)
        # A name of its own for each question: what the page carries to know its answer again.
        self.carried = [(name, value) for name, value in answers.items() if name.endswith(carried(""))]
        self.fields["language"].choices = content_languages()
        self.fields["topics"].choices = [
            (str(match.topic.pk), match.topic.name) for match in understood.topics
        ]
        self._offer_disclaimers()
        self.signatures = [self._signature(*pair) for pair in enumerate(understood.authors)]

    def _offer_disclaimers(self):
        match, field = self.understood.disclaimer, self.fields["disclaimer"]
        field.error_messages["invalid_choice"] = _("Say what is to stand as the disclaimer.")
        known = match and (match.disclaimer or match.nearest)
        field.offer(chosen=known and known.pk, language=self.understood.language)
        if match and not match.disclaimer:
            new = _("A new disclaimer with the manuscript’s wording, which waits for approval")
            field.choices = [(NEW, new), *field.choices]

    def _signature(self, position, match):
        name = f"author-{position}"
        who = _("Say who “%s” is.") % match.read.name
        self.fields[name] = forms.ChoiceField(
            label=match.read.name,
            widget=forms.RadioSelect,
            choices=list(_who(match)),
            error_messages={"required": who, "invalid_choice": who},
        )
        self.fields[f"{name}-other"] = OtherAuthorField(
            label=_("Somebody else on record, by name"), required=False
        )
        notes = tuple(self.understood.notes.get(position, ()))
        return Signature(match, notes, self[name], self[f"{name}-other"])

    def clean(self):
        values = super().clean()
        for signature in self.signatures:
            if values.get(signature.other.name):
                self.errors.pop(signature.answer.name, None)  # somebody was named instead
        return values

    def decisions(self):
        """What was decided, for the draft. The form is valid."""
        values = self.cleaned_data
        offered = {str(match.topic.pk): match.topic for match in self.understood.topics}
        authors = {
            position: values[f"author-{position}-other"]
            or self._author(match, values.get(f"author-{position}"))
            for position, match in enumerate(self.understood.authors)
        }
        wording = values["disclaimer"]
        return Decisions(
            authors=authors,
            disclaimer=WORDINGS.get(wording, wording) if isinstance(wording, str) else wording,
            topics=[offered[key] for key in values["topics"]],
        )

    def _author(self, match, answer):
        records = {str(author.pk): author for author in (match.author, *match.candidates) if author}
        return RECORDS.get(answer) or records[answer]


def _who(match):
    """(value, label) of those who may be meant."""
    for author in filter(None, (match.author, *match.candidates)):
        yield str(author.pk), _in_words(author.printed_name, author.role, author.affiliation)
    read = match.read
    new = _in_words(titled(read.name, read.honorific), read.role, read.affiliation)
    yield NEW, _("A new author, who waits for approval: %s") % new
    yield NOBODY, _("No author: leave the name out")


def _in_words(*parts):
    return ", ".join(filter(None, parts))
