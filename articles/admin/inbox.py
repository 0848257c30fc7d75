"""What the desk's first page shows its user: what is theirs to do, and what readers see next and saw last.

Each list is read by an index and ends after a few lines, so the page costs the same with any number of articles.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Event, Version, clock

from . import status

SHOWN = 5


@dataclass(frozen=True)
class Line:
    article: int
    title: str
    what: str
    who: str
    when: datetime

    @property
    def address(self):
        return reverse("admin:articles_article_change", args=[self.article])

    @property
    def time(self):
        return status.brief_hour(self.when)


@dataclass
class Box:
    slug: str
    title: str
    empty: str
    query: str
    """Of the filtered list that holds all of these."""
    lines: list[Line] = field(default_factory=list)
    has_more: bool = False

    @property
    def address(self):
        return f"{reverse('admin:articles_article_changelist')}?{self.query}"

    def fill(self, lines):
        self.lines, self.has_more = lines[:SHOWN], len(lines) > SHOWN
        return self


def boxes_of(user):
    """The lists for `user`, those they have to do something about first. None for who sees no articles."""
    if not user.has_perm("articles.view_article"):
        return []
    now = clock.now()
    return [_waiting_for(user), _in_hand(user), _next_up(user, now), _changed(user, now), _lately(user, now)]


def _waiting_for(user):
    box = Box("waiting", _("Waiting for you"), _("Nothing waits for you."), "waiting=me")
    lines = []
    for reason, articles, actions in _reasons(user):
        lines += _lines(articles.order_by("-modified_at", "uid"), reason, actions)
    return box.fill(sorted(lines, key=lambda line: line.when, reverse=True))


def waiting_for(user, articles):
    """Of `articles`, those that wait for `user`: the whole of what the box begins."""
    waiting = Q(pk__in=[])
    for _reason, some, _actions in _reasons(user):
        waiting |= Q(pk__in=some.order_by().values("pk"))
    return articles.filter(waiting)


def _reasons(user):
    actions = Event.Action
    if user.has_perm("articles.approve_article"):
        yield _("in review"), Article.objects.awaiting_approval(user), [actions.SUBMITTED]
    if user.has_perm("articles.publish_article"):
        yield _("approved, to be published"), Article.objects.awaiting_publication(), [actions.APPROVED]
    yield _("returned with a comment"), Article.objects.returned_to(user), [actions.RETURNED]


def _in_hand(user):
    words = _("You have no text in hand: all that is yours is published or scheduled.")
    box = Box("mine", _("Yours"), words, "whose=hand")
    return box.fill(_lines(Article.objects.in_hand(user).order_by("-modified_at", "uid")))


def _changed(user, now):
    words = _of(
        user,
        _("Readers have the latest words of every text."),
        _("Readers have the latest words of all that is yours."),
    )
    box = Box("changed", _("Changed since published"), words, "status=changed")
    articles = rules.visible(user, Article.objects.changed(now)).order_by("-modified_at", "uid")
    return box.fill(_lines(articles))


def _next_up(user, now):
    words = _of(user, _("Nothing is scheduled."), _("Nothing of yours is scheduled."))
    box = Box("next", _("Scheduled next"), words, "status=scheduled")
    return box.fill(_versions(user, Version.objects.next_up(now), [Event.Action.SCHEDULED]))


def _lately(user, now):
    words = _of(user, _("Nothing has been published yet."), _("Nothing of yours has been published yet."))
    box = Box("published", _("Recently published"), words, "status=live")
    told = [Event.Action.PUBLISHED, Event.Action.SCHEDULED, Event.Action.REINSTATED]
    return box.fill(_versions(user, Version.objects.lately(now), told))


def _of(user, of_all, of_theirs):
    """A writer's lists hold their own alone, and must not speak of the house."""
    return of_all if user.has_perm("articles.edit_any_article") else of_theirs


def _lines(articles, what="", actions=()):
    """Of articles, the last thing anybody did to them, or the last of `actions`: who, and when; `what` or its name."""
    last = {column: _last("pk", column, actions) for column in ("by_name", "action", "at")}
    rows = articles.annotate(**{f"last_{column}": found for column, found in last.items()})
    lines = [
        Line(
            row.pk,
            str(row),
            what or (Event.Action(row.last_action).label if row.last_action else _("saved")),
            row.last_by_name or "",
            row.last_at or row.modified_at,
        )
        for row in rows.only("title", "modified_at")[: SHOWN + 1]
    ]
    return sorted(lines, key=lambda line: line.when, reverse=True)


def _versions(user, versions, actions):
    if not user.has_perm("articles.edit_any_article"):
        versions = versions.filter(article__in=rules.visible(user, Article.objects.order_by()).values("pk"))
    rows = versions.annotate(who=_last("article", "by_name", actions)).for_desk()[: SHOWN + 1]
    return [_line(row) for row in rows]


def _line(version):
    what = _("version %(number)d, %(reason)s") % {
        "number": version.number,
        "reason": version.reason_label.lower(),
    }
    return Line(version.article_id, version.title, what, version.who or "", version.published_at)


def _last(article, column, actions):
    events = Event.objects.filter(article=OuterRef(article)).order_by("-number")
    return Subquery((events.filter(action__in=actions) if actions else events).values(column)[:1])
