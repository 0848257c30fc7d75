"""Texts that are kept as revisions, and the words that lead back to them."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import Event, clock

from . import status

# What begins a correction of the live text, and what ends it.
TURNS = (
    Event.Action.CORRECTING,
    Event.Action.RESTORED,
    Event.Action.PUBLISHED,
    Event.Action.SCHEDULED,
    Event.Action.WITHDRAWN,
)


def address(article, number):
    return f"{reverse('admin:articles_article_restore', args=[article.pk])}?revision={number}"


def correction(article, standing):
    """Of a correction of the live text in progress: where the text it has put aside is kept; "" without one."""
    if not standing.live_number:
        return ""
    turn = article.events.filter(action__in=TURNS).order_by("-number").first()
    if turn is None or turn.action != Event.Action.CORRECTING or not turn.revision:
        return ""
    return offer(article, turn.revision)


def offer(article, number):
    """“revision 6: put it back”, the last words a link."""
    where = _("revision %d") % number
    return format_html('{}: <a href="{}">{}</a>', where, address(article, number), _("put it back"))


def log_of(article, events, *, may_change):
    """(event, the address where the text it names can be put back; "" where the form holds that text)."""
    newest = article.revisions.newest_number()
    for event in events:
        back = may_change and event.revision and event.revision < newest
        yield event, address(article, event.revision) if back else ""


def waiting(article):
    """The version that waits, to be asked for before it is cancelled: see `after_cancelling`."""
    return article.versions.waiting(clock.now()).first()


def after_cancelling(article, cancelled):
    """A sentence on the text of `cancelled`, where the working copy does not hold it."""
    if cancelled is None:
        return ""
    said = _("The version scheduled for %s was cancelled") % status.day(cancelled.published_at)
    article.refresh_from_db(fields=["content_hash"])
    if cancelled.content_hash == article.content_hash:
        return f"{said}."
    return format_html(
        "{}; {} {}.", said, _("its text is kept as"), offer(article, cancelled.revision_number)
    )


def after_saving(article, standing, user):
    """What is said of a save; where a version waits that lacks it, with the way to take it in."""
    said = status.saved(standing)
    may = user.has_perm("articles.publish_article")
    if not (may and standing.waiting_lacks_changes) or correction(article, standing):
        return said
    address = reverse("admin:articles_article_schedule", args=[article.pk])
    return format_html('{} <a href="{}">{}</a>', said, address, _("Schedule again…"))
