"""What each button asks before it acts, what it says will happen, and the call of the workflow behind it."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import workflow
from articles.models import Reason
from articles.text import reading_minutes, word_count

from . import kept, status
from .changes import changes_of
from .topic_picker import names_of
from .widgets import LocalDateTimeInput


class ActForm(forms.Form):
    """Carries the row's version number: what is confirmed is what was looked at.

    Each act adds `act(values)`, which calls the workflow and returns what to say when it is done.
    """

    changes = None
    """What readers would find changed: see changes.py."""
    submit = gettext_lazy("Continue")
    danger = False
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, article, standing, user):
        self.article, self.standing, self.user = article, standing, user
        super().__init__(data, initial={"seen_version": article.row_version} | self.start(article, standing))
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

    def perform(self):
        self.article.row_version = self.cleaned_data["seen_version"] or 0
        return self.act(self.cleaned_data)

    def refuse(self, problems):
        self.refused = list(problems)
        for problem in problems:
            if problem.field in self.fields:
                self.add_error(problem.field, problem.message)

    def refuse_values(self, problem):
        for field, messages in getattr(problem, "message_dict", {"": problem.messages}).items():
            for message in messages:
                self.add_error(field if field in self.fields else None, message)


CHANGES = [
    (Reason.MINOR, gettext_lazy("Minor change: a slip of the pen. No date moves, feeds stay as they are.")),
    (Reason.UPDATE, gettext_lazy("Update: new facts. Readers see the date and your note.")),
    (
        Reason.CORRECTION,
        gettext_lazy("Correction: something was wrong. Readers see the date and your note, for good."),
    ),
]


class PublishForm(ActForm):
    submit = gettext_lazy("Publish now")
    reason = forms.ChoiceField(
        choices=CHANGES,
        widget=forms.RadioSelect,
        label=gettext_lazy("What kind of change is this?"),
        required=False,
    )
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Note for readers"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy(
            "What has changed, in a sentence. A correction needs it: what was wrong, and what is right."
        ),
    )

    def prepare(self):
        if not self.standing.ever_public:
            del self.fields["reason"], self.fields["note"]

    def changes(self):
        return changes_of(self.article)

    def in_the_way(self):
        problems = [*workflow.readiness(self.article), *super().in_the_way()]
        if self.standing.withdrawn_since:
            message = _("It is withdrawn. Reinstate it first, then publish the change.")
            problems.append(workflow.Problem("withdrawn", message))
        return list({problem.code + problem.message: problem for problem in problems}.values())

    def summary(self):
        article = self.article
        yield _("Address"), article.get_absolute_url()
        yield _("Kind"), article.get_kind_display()
        yield _("Standfirst"), article.standfirst.strip() or _("None")
        yield _("Length"), _length(article)
        yield _("Signed by"), ", ".join(line.printed_name for line in article.bylines.all())
        yield _("Topics"), ", ".join(names_of(article))
        yield _("Disclaimer"), article.disclaimer.wording if article.disclaimer else _("None needed")

    def consequences(self):
        number = (self.standing.live_number or 0) + 1
        yield _("Readers see version %d at once.") % number if number > 1 else _("Readers see it at once.")
        yield from self._waiting()
        if not self.standing.changed and self.standing.live_number:
            yield _("The text is the same as in the live version.")

    def _waiting(self):
        if self.standing.waiting_number:
            yield _("The version scheduled for %s is cancelled: this one takes its place.") % status.minute(
                self.standing.waiting_at
            )

    def act(self, values):
        cancelled = kept.waiting(self.article)
        version = workflow.publish(
            self.article, by=self.user, reason=values.get("reason") or None, note=values.get("note", "")
        )
        return format_html(
            '{} <a href="{}">{}</a>. {}',
            _("Published: readers see version %d now.") % version.number,
            self.article.get_absolute_url(),
            _("View on site"),
            kept.after_cancelling(self.article, cancelled),
        )


def _length(article):
    words = word_count(article.body)
    minutes = reading_minutes(words, article.language)
    return ", ".join(
        (
            ngettext("%d word", "%d words", words) % words,
            ngettext("%d minute", "%d minutes", minutes) % minutes,
        )
    )


class ScheduleForm(PublishForm):
    submit = gettext_lazy("Schedule")
    at = forms.DateTimeField(
        widget=LocalDateTimeInput(),
        label=gettext_lazy("Date and time"),
        error_messages={"required": gettext_lazy("Choose the date and time.")},
    )
    field_order = ["at", "reason", "note"]

    def start(self, article, standing):
        tomorrow = timezone.localtime() + datetime.timedelta(days=1)
        return {"at": standing.waiting_at or tomorrow.replace(hour=9, minute=0, second=0, microsecond=0)}

    def prepare(self):
        super().prepare()
        self.fields["at"].help_text = _("In the time of the desk: %s.") % status.zone(timezone.now())

    def consequences(self):
        yield _("Readers see nothing of it before that time, and it appears by itself.")
        if self.standing.live_number:
            yield _("Until then they see version %d.") % self.standing.live_number
        yield _("What you save later is not part of it, unless you schedule again.")
        yield from self._waiting()

    def act(self, values):
        cancelled = kept.waiting(self.article)
        version = workflow.publish(
            self.article,
            by=self.user,
            at=values["at"],
            reason=values.get("reason") or None,
            note=values.get("note", ""),
        )
        said = _("Scheduled: readers see version %(number)d from %(time)s on.") % {
            "number": version.number,
            "time": status.minute(version.published_at),
        }
        return format_html("{} {}", said, kept.after_cancelling(self.article, cancelled))


class CancelForm(ActForm):
    submit = gettext_lazy("Cancel this version")
    danger = True

    def consequences(self):
        yield _(
            "The version scheduled for %s does not appear. Your working copy stays as it is."
        ) % status.minute(self.standing.waiting_at)

    def act(self, values):
        cancelled = kept.waiting(self.article)
        workflow.cancel_scheduled(self.article, by=self.user)
        said = _("Cancelled: no version is scheduled now.")
        return format_html("{} {}", said, kept.after_cancelling(self.article, cancelled))


class CorrectForm(ActForm):
    submit = gettext_lazy("Start the correction")

    def consequences(self):
        yield _("The form takes the text that readers see now, so that you correct it and nothing else.")
        yield _("Your unpublished text is kept, and you can put it back.")
        yield _("Readers see nothing of this until you publish.")

    def act(self, values):
        aside = workflow.correct(self.article, by=self.user)
        if aside is None:
            return _("The form holds the live text already.")
        said = _("This is the live text. Your unpublished text is kept as")
        return format_html("{} {}.", said, kept.offer(self.article, aside.number))


class WithdrawForm(ActForm):
    submit = gettext_lazy("Withdraw")
    danger = True
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Reason"),
        max_length=1000,
        help_text=gettext_lazy("Readers who come to the address find this in place of the text."),
        error_messages={"required": gettext_lazy("Give the reason: readers see it in place of the text.")},
    )

    def consequences(self):
        yield _(
            "The text leaves the site, its lists and its feeds at once. The address stays, with title and reason."
        )
        if self.standing.waiting_number:
            yield _("The version scheduled for %s is cancelled.") % status.minute(self.standing.waiting_at)
        yield _("You can reinstate it later, word for word.")

    def act(self, values):
        cancelled = kept.waiting(self.article)
        workflow.withdraw(self.article, by=self.user, note=values["note"])
        said = _("Withdrawn: readers find your reason in place of the text.")
        return format_html("{} {}", said, kept.after_cancelling(self.article, cancelled))


class ReinstateForm(ActForm):
    submit = gettext_lazy("Reinstate")
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Note for readers"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Why it is back, if readers should know."),
    )

    def consequences(self):
        yield _("Readers see again, word for word, the text that was live before the withdrawal.")

    def act(self, values):
        version = workflow.reinstate(self.article, by=self.user, note=values["note"])
        return _("Reinstated: readers see it again, as version %d.") % version.number
