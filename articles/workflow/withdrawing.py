from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Event, Reason, WithdrawnBy, clock

from .acting import Problem, Refusal, record, take
from .publishing import append, cancel_waiting

PRINTED_TEXT = (
    *("kind", "language", "title", "standfirst", "originally_at", "source", "body", "outline", "endnotes"),
    *("words", "text_hash", "bylines", "disclaimer", "lead_image"),
)
TOMBSTONE = ("kind", "language", "title", "bylines", "originally_at")


@transaction.atomic
def withdraw(article, *, by, note, withdrawn_by=WithdrawnBy.EDITORS, successor=None):
    """Take a live article back: its addresses answer with a tombstone that shows `note`. The text stays on record.

    The tombstone says at whose wish (`withdrawn_by`), and leads to the live article that takes its place (`successor`).
    """
    take(article, by=by, may=rules.may_withdraw)
    now = clock.now()
    standing = article.versions.in_force(now).first()
    note = " ".join(note.split())
    problems = [
        *_not_live(standing),
        *_unsaid(note, withdrawn_by),
        *_wrong_successor(article, successor, now),
    ]
    if problems:
        raise Refusal(*problems)
    cancel_waiting(article, now=now, by=by)
    version = _append_copy(
        article,
        standing,
        standing,
        TOMBSTONE,
        reason=Reason.WITHDRAWAL,
        note=note,
        withdrawn_by=withdrawn_by,
        successor=successor,
    )
    record(article, Event.Action.WITHDRAWN, by=by, detail=_in_words(version))
    article.touch(now)
    return version


@transaction.atomic
def reinstate(article, *, by, note=""):
    """Publish again, word for word, the text that was live before the withdrawal."""
    take(article, by=by, may=rules.may_withdraw)
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


def _not_live(standing):
    if standing is None or standing.reason == Reason.WITHDRAWAL:
        yield Problem("not-live", _("Readers cannot see this article now: there is nothing to withdraw."))


def _unsaid(note, withdrawn_by):
    if not note:
        yield Problem("note", _("Give the reason: readers see it in place of the text."), "note")
    if withdrawn_by not in WithdrawnBy.values:
        yield Problem("by-whom", _("Say by whom it is withdrawn: readers are told."), "withdrawn_by")


def _wrong_successor(article, successor, now):
    if successor is None:
        return
    if successor.pk == article.pk:
        yield Problem(
            "successor", _("An article cannot take its own place. Choose another one."), "successor"
        )
    elif not successor.versions.live(now).exists():
        yield Problem(
            "successor",
            _("“%s” is not public: readers could not follow the link. Choose a live article.") % successor,
            "successor",
        )


def _in_words(version):
    """“in favour of “Quick harbours”, at the author’s request: The figures did not hold.”"""
    words = f"{version.withdrawn_by_label}: {version.note}"
    if version.successor:
        # First, because the log's detail has an end, and a reason may be long.
        words = _("in favour of “%(title)s”, %(rest)s") % {"title": version.successor, "rest": words}
    return words


def _append_copy(article, standing, model, fields, *, reason, note, **columns):
    return append(
        article,
        standing,
        at=clock.now(),
        reason=reason,
        note=note,
        revision_number=model.revision_number,
        content_hash=model.content_hash,
        authors=[line.author for line in model.printed_bylines.select_related("author").order_by("position")],
        images=[row.image for row in model.printed_images.select_related("image")]
        if "body" in fields
        else [],
        **{field: getattr(model, field) for field in fields},
        **columns,
    )
