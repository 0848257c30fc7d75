"""What has happened to an article since a page of it was opened: who did what when, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Article, Event

from .status import minute

SHOWN = 12
# The first parts of an article an editor would name.
ORDER = ("title", "standfirst", "body", "bylines", "topics", "slug", "disclaimer")


@dataclass(frozen=True)
class Happened:
    by_name: str
    own: bool
    words: str


def since(article, seen_event, user):
    """Lines of the log after number `seen_event`, the last alone where that is unknown; oldest first."""
    number = int(seen_event) if str(seen_event or "").isdecimal() else None
    events = article.events.order_by("-number")
    events = events[:1] if number is None else events.filter(number__gt=number)[:SHOWN]
    return [_told(article, event, user) for event in reversed(events)]


def _told(article, event, user):
    own = event.by_id is not None and event.by_id == user.pk
    words = _("%(who)s %(action)s on %(time)s") % {
        "who": _("In another window you") if own else event.by_name,
        "action": event.get_action_display(),
        "time": minute(event.at),
    }
    parts = _changed(article, event) if event.action == Event.Action.SAVED else []
    detail = ", ".join(parts) or event.detail
    return Happened(event.by_name, own, f"{words}: {detail}." if detail else f"{words}.")


def _changed(article, event):
    """The parts of the article in which the revision saved differs from the one before."""
    keys = article.revisions.filter(number=event.revision).values_list("changed", flat=True).first() or []
    names = {"bylines": _("authors"), "topics": _("topics"), "slug": _("address")}
    keys = sorted(keys, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    return [names.get(key) or str(Article._meta.get_field(key).verbose_name) for key in keys]
