"""A text that gives way to another's is kept, too."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Event

from .acting import record, take
from .drafting import keep, not_yours, write_typed
from .snapshots import changed, snapshot


@transaction.atomic
def set_aside(article, *, by, bylines, topics):
    """Keep what was typed into `article` as a revision; the working copy stays as someone else has saved it.

    Returns the revision, None where both say the same. No copy grows stale by this: the newest revision is what the
    working copy holds, before and after.
    """
    take(article, by=by, may=rules.may_change, ask=not_yours())
    present = article.revisions.order_by("-number").first()
    with transaction.atomic():
        # Written and taken back: only so does the snapshot hold what a save would have made of it.
        write_typed(article, bylines, topics, by=by)
        typed = snapshot(article, since=present.data)
        transaction.set_rollback(True)
    if not changed(present.data, typed):
        return None
    comment = _("Set aside for revision %d") % present.number
    kept = keep(article, typed, by=by, comment=comment)
    keep(article, present.data, by=by, comment=_("The text of revision %d, which stays") % present.number)
    detail = _("revision %d, and set it aside") % kept.number
    record(article, Event.Action.SAVED, by=by, detail=detail, revision=kept.number)
    return kept
