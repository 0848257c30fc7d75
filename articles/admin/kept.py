"""Texts that are kept as revisions, and the words that lead back to them."""

import re

from django.db.models import Max
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import Event, clock

from .status import day

# Lines of the log that name a revision: the only number in their detail, in whatever language.
NAMING = (Event.Action.SAVED, Event.Action.CORRECTING, Event.Action.RESTORED)
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


def revision_of(event):
    """The number of the revision a line of the log names, or None."""
    found = event.action in NAMING and re.search(r"\d+", event.detail)
    return int(found.group()) if found else None


def correction(article, standing):
    """Of a correction of the live text in progress: where the text it has put aside is kept; "" without one."""
    if not standing.live_number:
        return ""
    turn = article.events.filter(action__in=TURNS).order_by("-number").first()
    number = turn and turn.action == Event.Action.CORRECTING and revision_of(turn)
    return offer(article, number) if number else ""


def offer(article, number):
    """“revision 6: put it back”, the last words a link."""
    where = _("revision %d") % number
    return format_html('{}: <a href="{}">{}</a>', where, address(article, number), _("put it back"))


def log_of(article, *, may_change):
    """(event, the address where the text it names can be put back; "" where the form holds that text)."""
    newest = article.revisions.aggregate(last=Max("number"))["last"]
    for event in article.events.all():
        number = revision_of(event)
        back = may_change and number and number < newest
        yield event, address(article, number) if back else ""


def waiting(article):
    """The version that waits, to be asked for before it is cancelled: see `after_cancelling`."""
    return article.versions.waiting(clock.now()).first()


def after_cancelling(article, cancelled):
    """A sentence on the text of `cancelled`, where the working copy does not hold it."""
    if cancelled is None:
        return ""
    said = _("The version scheduled for %s was cancelled") % day(cancelled.published_at)
    article.refresh_from_db(fields=["content_hash"])
    if cancelled.content_hash == article.content_hash:
        return f"{said}."
    return format_html(
        "{}; {} {}.", said, _("its text is kept as"), offer(article, cancelled.revision_number)
    )
