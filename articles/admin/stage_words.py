"""What a working copy waits for, in words: after the sentences on what readers see."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Event, Stage

from .status import brief_day, day

MOVES = (Event.Action.SUBMITTED, Event.Action.RETURNED, Event.Action.APPROVED, Event.Action.REOPENED)


def sentences(article, standing, user):
    """Nothing where readers have, or will have, what stands here: it waits for nobody."""
    if standing.withdrawn_since or not _news(standing):
        return
    move = article.events.filter(action__in=MOVES).order_by("-number").first()
    if standing.stage == Stage.IN_REVIEW:
        yield from _in_review(article, move, user)
    elif standing.stage == Stage.APPROVED:
        yield from _approved(article, move, user)
    elif move and move.action == Event.Action.RETURNED:
        words = {"who": move.by_name, "day": day(article.stage_since)}
        yield _("%(who)s returned it on %(day)s:") % words
        yield format_html('<a href="{}">{}</a>.', comments(article), _("see the comments"))
    elif move and move.action == Event.Action.REOPENED:
        yield _("It was approved, and has been changed since: it needs approval again.")
    elif not rules.may_approve(user, article) and rules.may_submit(user, article):
        yield _("Submit it for review when it is ready.")


def short(article, standing):
    """One cell of the list: what a text waits for, if it waits for somebody other than its writer."""
    if standing.withdrawn_since or not _news(standing):
        return ""
    if standing.stage == Stage.IN_REVIEW:
        return _("In review since %s") % brief_day(article.stage_since)
    return _("Approved") if standing.stage == Stage.APPROVED else ""


def comments(article):
    return f"{reverse('admin:articles_article_change', args=[article.pk])}#desk-comments"


def _news(standing):
    if standing.waiting_number:
        return standing.waiting_lacks_changes
    return standing.changed or not standing.live_number


def _in_review(article, move, user):
    words = {"who": move.by_name if move else "", "day": day(article.stage_since)}
    if rules.may_approve(user, article) and move and move.by_id != user.pk:
        yield _("In review: %(who)s submitted it on %(day)s. Return or approve it.") % words
    else:
        yield _("In review: waiting for an editor since %(day)s.") % words


def _approved(article, move, user):
    if move and move.action == Event.Action.APPROVED:
        yield _("%(who)s approved it on %(day)s.") % {"who": move.by_name, "day": day(article.stage_since)}
    else:
        yield _("Approved.")
    if not rules.may_publish(user, article):
        yield _("It waits for a publisher.")


def why_kept(article):
    """To who may not delete it."""
    if article.versions.exists():
        return _("It has been published or scheduled, so it stays on record.")
    if article.stage != Stage.DRAFTING:
        return _("It has been handed in. Ask an editor to return it to you: then you can delete it.")
    return _("Your account may not delete articles. Ask an editor.")
