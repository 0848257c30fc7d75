"""What is asked before several articles are changed at once, and what each of them will be."""

import datetime
from dataclasses import dataclass, field

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import workflow
from articles.models import Stage
from articles.text import normal_form

from . import status
from .publish_forms import CHANGES, ScheduleForm, in_the_way_of
from .topic_picker import TopicsField, save_new


@dataclass
class Piece:
    """One of the chosen articles: what it will be, or all that keeps it from that."""

    article: object
    standing: object
    seen: int
    """The row version that was looked at."""
    becomes: str = ""
    details: list[str] = field(default_factory=list)
    problems: list = field(default_factory=list)


class BulkForm(forms.Form):
    """Each says in `prepare` or `look` what becomes of a piece, and adds `act(article, values)`, which does it."""

    def __init__(self, data=None, *, pieces, user):
        self.pieces, self.user = pieces, user
        super().__init__(data)
        self.prepare()
        for piece in self.ready:
            self.look(piece, self.cleaned_data if data and self.is_valid() else {})

    @property
    def ready(self):
        return [piece for piece in self.pieces if not piece.problems]

    @property
    def blocked(self):
        return [piece for piece in self.pieces if piece.problems]

    @property
    def groups(self):
        """[(what they become, pieces)] of those that are ready, in the order of the list."""
        groups = {}
        for piece in self.ready:
            groups.setdefault(piece.becomes, []).append(piece)
        return list(groups.items())

    def prepare(self):
        """Change the fields to what these articles need."""

    def look(self, piece, values):
        """Say what becomes of one with the values sent; without any as long as they are missing or wrong."""

    def is_settled(self):
        """Whether what is sent is what was looked at."""
        return self.is_valid()


class BulkPublishForm(BulkForm):
    reason = forms.ChoiceField(
        choices=CHANGES[:2],  # a correction says of one text what was wrong in it
        widget=forms.RadioSelect,
        label=gettext_lazy("What kind of change is it, for those that are live?"),
        error_messages={"required": gettext_lazy("Say what kind of change it is.")},
        help_text=gettext_lazy("A correction says what was wrong: publish it from the article itself."),
    )
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        label=gettext_lazy("Note for readers, the same for all that are live"),
        required=False,
        max_length=1000,
    )
    unapproved = forms.BooleanField(
        label=gettext_lazy("Also those that no editor has approved"),
        help_text=gettext_lazy("They are marked above. The log of each will say so."),
        error_messages={"required": gettext_lazy("Tick the box, or go back and choose approved ones only.")},
    )

    def prepare(self):
        for piece in self.pieces:
            self._weigh(piece)
        if not any(piece.standing.live_number for piece in self.ready):
            del self.fields["reason"], self.fields["note"]
        if all(piece.standing.stage == Stage.APPROVED for piece in self.ready):
            del self.fields["unapproved"]

    def submit(self):
        count = len(self.ready)
        return ngettext("Publish %d article now", "Publish %d articles now", count) % count

    def done(self, count):
        return ngettext("Published: %d article.", "Published: %d articles.", count) % count

    def _weigh(self, piece):
        standing = piece.standing
        piece.problems = list(in_the_way_of(piece.article, standing))
        if standing.live_number and not standing.changed:
            piece.problems.append(workflow.Problem("same", _("Readers have this text already.")))
        piece.becomes = _("Changes to what readers see") if standing.live_number else _("First publications")
        if standing.live_number:
            piece.details.append(_("Version %d is live.") % standing.live_number)
        if standing.stage != Stage.APPROVED:
            piece.details.append(_("No editor has approved it."))
        if standing.waiting_number:
            when = status.hour(standing.waiting_at)
            piece.details.append(_("The version scheduled for %s is cancelled.") % when)

    def act(self, article, values):
        live = article.now_number is not None
        workflow.publish(
            article,
            by=self.user,
            at=values.get("at"),
            reason=values.get("reason") if live else None,
            note=values.get("note", "") if live else "",
            unapproved=values.get("unapproved", False),
        )


class BulkScheduleForm(BulkPublishForm):
    at = ScheduleForm.base_fields["at"]
    field_order = ["at", "reason", "note", "unapproved"]

    def prepare(self):
        super().prepare()
        tomorrow = timezone.localtime() + datetime.timedelta(days=1)
        self.fields["at"].initial = tomorrow.replace(hour=9, minute=0, second=0, microsecond=0)
        zone = timezone.get_current_timezone_name()
        self.fields["at"].help_text = _("By the clocks of %s, the time of the desk.") % zone

    def submit(self):
        count = len(self.ready)
        return ngettext("Schedule %d article", "Schedule %d articles", count) % count

    def done(self, count):
        when = status.hour(self.cleaned_data["at"])
        said = ngettext(
            "Scheduled for %(when)s: %(n)d article.", "Scheduled for %(when)s: %(n)d articles.", count
        )
        return said % {"when": when, "n": count}


class BulkRetagForm(BulkForm):
    add = TopicsField(label=gettext_lazy("Topics to add"))
    remove = TopicsField(label=gettext_lazy("Topics to take away"))
    looked_at = forms.CharField(widget=forms.HiddenInput, required=False)

    def prepare(self):
        self.fields["add"].allow(self.user)

    def clean(self):
        values = super().clean()
        added, removed = (self._forms(values.get(name)) for name in ("add", "remove"))
        if "add" in values and "remove" in values and not added | removed:
            raise forms.ValidationError(_("Choose a topic to add or to take away."))
        if added & removed:
            raise forms.ValidationError(_("A topic cannot be added and taken away at once."))
        return values

    def is_settled(self):
        """What each article gains and loses is shown once before it is done."""
        if not self.is_valid():
            return False
        shown = "|".join(",".join(sorted(self._forms(self.cleaned_data[name]))) for name in ("add", "remove"))
        settled = self.cleaned_data["looked_at"] == shown
        self.data = self.data.copy()
        self.data["looked_at"] = shown
        return settled

    def submit(self):
        count = len(self.ready)
        if not self.is_bound or not self.is_valid():
            return _("Look at what changes")
        return ngettext("Change the topics of %d article", "Change the topics of %d articles", count) % count

    def done(self, count):
        return ngettext("Topics changed: %d article.", "Topics changed: %d articles.", count) % count

    def look(self, piece, values):
        now = [tagging.tag for tagging in piece.article.taggings.all()]
        if not values:
            piece.becomes = _("Chosen")
            names = ", ".join(sorted(topic.name for topic in now))
            piece.details.append(names or _("No topic yet"))
            return
        then = self._then(now, values)
        gained = self._forms(then) - self._forms(now)
        lost = self._forms(now) - self._forms(then)
        piece.becomes = _("Would change")
        piece.details += [_("gains %s") % topic.name for topic in then if normal_form(topic.name) in gained]
        piece.details += [_("loses %s") % topic.name for topic in now if normal_form(topic.name) in lost]
        if not gained | lost:
            piece.problems = [workflow.Problem("same", _("Its topics are so already."))]
        elif piece.standing.ever_public or piece.standing.waiting_number:
            piece.problems = self._refused(then)

    def act(self, article, values):
        now = [tagging.tag for tagging in article.taggings.all()]
        workflow.classify(article, save_new(self._then(now, values)), by=self.user)

    def _then(self, now, values):
        removed = self._forms(values["remove"])
        kept = {normal_form(topic.name): topic for topic in now}
        kept |= {normal_form(topic.name): topic for topic in values["add"]}
        return [topic for form, topic in kept.items() if form not in removed]

    def _refused(self, then):
        try:
            workflow.require_topics(then)
        except workflow.Refusal as refusal:
            return list(refusal.problems)
        return []

    def _forms(self, topics):
        return {normal_form(topic.name) for topic in topics or []}
