from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Event, Reason, clock

from .acting import Problem, Refusal, record, take
from .publishing import append, cancel_waiting

PRINTED_TEXT = (
    *("kind", "language", "title", "standfirst", "originally_at", "source", "body", "outline", "endnotes"),
    *("words", "text_hash", "bylines", "disclaimer"),
)
TOMBSTONE = ("kind", "language", "title", "bylines", "originally_at")


@transaction.atomic
def withdraw(article, *, by, note):
    """Take a live article back: its addresses answer with a tombstone that shows `note`. The text stays on record."""
    take(article, by=by, permission="articles.withdraw_article")
    now = clock.now()
    standing = article.versions.in_force(now).first()
    note = " ".join(note.split())
    problems = []
    if standing is None or standing.reason == Reason.WITHDRAWAL:
        problems.append(
            Problem("not-live", _("Readers cannot see this article now: there is nothing to withdraw."))
        )
    if not note:
        problems.append(Problem("note", _("Give the reason: readers see it in place of the text."), "note"))
    if problems:
        raise Refusal(*problems)
    cancel_waiting(article, now=now, by=by)
    version = _append_copy(article, standing, standing, TOMBSTONE, reason=Reason.WITHDRAWAL, note=note)
    record(article, Event.Action.WITHDRAWN, by=by, detail=note)
    article.touch(now)
    return version


@transaction.atomic
def reinstate(article, *, by, note=""):
    """Publish again, word for word, the text that was live before the withdrawal."""
    take(article, by=by, permission="articles.withdraw_article")
    now = clock.now()
    standing = article.versions.in_force(now).first()
    if standing is None or standing.reason != Reason.WITHDRAWAL:
        raise Refusal(Problem("not-withdrawn", _("This article is not withdrawn.")))
    last = (
        article.versions.filter(number__lt=standing.number)
        .exclude(reason=Reason.WITHDRAWAL)
        .order_by("-number")
        .first()
    )
    note = " ".join(note.split())
    version = _append_copy(article, standing, last, PRINTED_TEXT, reason=Reason.REINSTATEMENT, note=note)
    record(article, Event.Action.REINSTATED, by=by, detail=note)
    article.touch(now)
    return version


def _append_copy(article, standing, model, fields, *, reason, note):
    return append(
        article,
        standing,
        at=clock.now(),
        reason=reason,
        note=note,
        revision_number=model.revision_number,
        content_hash=model.content_hash,
        authors=[line.author for line in model.printed_bylines.select_related("author").order_by("position")],
        **{field: getattr(model, field) for field in fields},
    )
