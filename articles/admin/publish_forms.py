"""Publish, schedule, cancel what waits, correct the live text."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import workflow
from articles.models import Reason, Stage, clock
from articles.text import figures_in, reading_minutes, word_count

from . import kept, status
from .act_forms import ActForm
from .changes import changes_of
from .moment_field import MomentField
from .topic_picker import names_of

CHANGES = [
    (Reason.MINOR, gettext_lazy("Minor change: a slip of the pen. No date moves, feeds stay as they are.")),
    (Reason.UPDATE, gettext_lazy("Update: new facts. Readers see the date and your note.")),
    (
        Reason.CORRECTION,
        gettext_lazy("Correction: something was wrong. Readers see the date and your note, for good."),
    ),
]


def in_the_way_of(article, standing):
    """What keeps the working copy from being published, whether by itself or with others."""
    yield from workflow.readiness(article)
    if standing.withdrawn_since:
        message = _("It is withdrawn. Reinstate it first, then publish the change.")
        yield workflow.Problem("withdrawn", message)


class PublishForm(ActForm):
    submit = gettext_lazy("Publish now")
    reason = forms.ChoiceField(
        choices=CHANGES,
        widget=forms.RadioSelect,
        label=gettext_lazy("What kind of change is this?"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("What you chose cannot be chosen any more. Choose again.")
        },
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

    # Asked by the workflow, and there only after it has looked whether the page is stale.
    unapproved = forms.BooleanField(
        label=gettext_lazy("Publish it without an editor’s approval"),
        required=False,
        help_text=gettext_lazy("No editor has approved this text as it stands now. The log will say so."),
    )
    same_text = forms.BooleanField(
        label=gettext_lazy("Correct by a note alone"),
        required=False,
        help_text=gettext_lazy(
            "The text stays as it is. For a mistake that was put right before, without a word to readers."
        ),
    )

    def prepare(self):
        if not self.standing.ever_public:
            del self.fields["reason"], self.fields["note"]
        live = self.article.versions.live(clock.now()).first()
        if live and workflow.reads_the_same(self.article, live):
            self.fields["reason"].choices = [choice for choice in CHANGES if choice[0] == Reason.CORRECTION]
        else:
            del self.fields["same_text"]
        if self.standing.stage == Stage.APPROVED:
            del self.fields["unapproved"]

    def changes(self):
        return changes_of(self.article)

    def in_the_way(self):
        problems = [*in_the_way_of(self.article, self.standing), *super().in_the_way()]
        return list({problem.code + problem.message: problem for problem in problems}.values())

    def advice(self):
        return workflow.advice(self.article, by=self.user)

    def summary(self):
        article = self.article
        yield _("Address"), article.get_absolute_url()
        yield _("Kind"), article.get_kind_display()
        yield _("Standfirst"), article.standfirst.strip() or _("None")
        yield _("Length"), _length(article)
        yield _("Lead image"), str(article.lead_image or _("None"))
        yield _("Figures in the text"), len(figures_in(article.body)) or _("None")
        yield _("Signed by"), ", ".join(line.printed_name for line in article.bylines.all())
        yield _("Topics"), ", ".join(names_of(article))
        yield _("Disclaimer"), article.disclaimer.wording if article.disclaimer else _("None needed")

    def consequences(self):
        number = (self.standing.live_number or 0) + 1
        yield _("Readers see version %d at once.") % number if number > 1 else _("Readers see it at once.")
        yield from self._waiting()
        yield from self._same()

    def _same(self):
        if "same_text" in self.fields:
            yield _(
                "Readers see this very text already. There is nothing to publish, unless you correct by a note alone."
            )

    def _waiting(self):
        if self.standing.waiting_number:
            yield _("The version scheduled for %s is cancelled: this one takes its place.") % status.hour(
                self.standing.waiting_at
            )
            if self.standing.waiting_lacks_changes:
                yield _("The text of that version is kept, and offered to you afterwards.")

    def act(self, values):
        cancelled = kept.waiting(self.article)
        version = workflow.publish(
            self.article,
            by=self.user,
            reason=values.get("reason") or None,
            note=values.get("note", ""),
            same_text=values.get("same_text", False),
            unapproved=values.get("unapproved", False),
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
    at = MomentField(
        label=gettext_lazy("Date and time"),
        error_messages={"required": gettext_lazy("Choose the date and time.")},
    )
    field_order = ["at", "reason", "note", "same_text", "unapproved"]

    def start(self, article, standing):
        tomorrow = timezone.localtime() + datetime.timedelta(days=1)
        return {"at": standing.waiting_at or tomorrow.replace(hour=9, minute=0, second=0, microsecond=0)}

    def prepare(self):
        super().prepare()
        if self.standing.waiting_number:
            self.submit = _("Schedule again")
        zone = timezone.get_current_timezone_name()
        self.fields["at"].help_text = _("By the clocks of %s, the time of the desk.") % zone

    def consequences(self):
        yield _("Readers see nothing of it before that time, and it appears by itself.")
        if self.standing.live_number:
            yield _("Until then they see version %d.") % self.standing.live_number
        yield _("What you save later is not part of it, unless you schedule again.")
        yield from self._same()
        yield from self._waiting()

    def act(self, values):
        cancelled = kept.waiting(self.article)
        version = workflow.publish(
            self.article,
            by=self.user,
            at=values["at"],
            reason=values.get("reason") or None,
            note=values.get("note", ""),
            same_text=values.get("same_text", False),
            unapproved=values.get("unapproved", False),
        )
        said = _("Scheduled: readers see version %(number)d from %(time)s on.") % {
            "number": version.number,
            "time": status.hour(version.published_at),
        }
        return format_html("{} {}", said, kept.after_cancelling(self.article, cancelled))


class CancelForm(ActForm):
    submit = gettext_lazy("Cancel this version")
    danger = True

    def consequences(self):
        yield _(
            "The version scheduled for %s does not appear. Your working copy stays as it is."
        ) % status.hour(self.standing.waiting_at)

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
        if self.standing.waiting_number:
            yield _(
                "The version scheduled for %s lacks the correction. It stays scheduled until you publish the "
                "correction: that cancels it, and its text is offered to you for another hour."
            ) % status.hour(self.standing.waiting_at)
        yield _("Readers see nothing of this until you publish.")

    def act(self, values):
        aside = workflow.correct(self.article, by=self.user)
        if aside is None:
            return _("The form holds the live text already.")
        said = _("This is the live text. Your unpublished text is kept as")
        return format_html("{} {}.", said, kept.offer(self.article, aside.number))
