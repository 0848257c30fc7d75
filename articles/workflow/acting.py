"""Who acts, on which row, and what is said when the answer is no."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Max, Model
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Event, clock


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way, in words for an editor.

    `field` names the form's field where there is one; `record` is what waits for approval.
    """

    code: str
    message: str
    field: str = ""
    record: Model | None = None


class Refusal(Exception):
    """The workflow said no, and nothing was changed. Names everything that is in the way at once."""

    def __init__(self, *problems):
        self.problems = problems
        super().__init__(" ".join(problem.message for problem in problems))


class CommandLine:
    """Acts where someone with access to the server runs a command: may do everything, and is named in the log."""

    pk = None
    is_active = True

    def has_perm(self, permission, obj=None):
        return True

    def has_perms(self, permissions, obj=None):
        return True

    def get_full_name(self):
        return "command line"


COMMAND_LINE = CommandLine()


def ask_whom(may):
    """Who is refused by this rule is told who is not."""
    if may in (rules.may_publish, rules.may_withdraw):
        return _("Your account may not do this. Ask a publisher.")
    return _("Your account may not do this. Ask an editor or a publisher.")


def take(article, *, by, may, ask=None):
    """Refuse who may not by this rule; then hold the row until the transaction ends, and refuse a stale copy of it.

    `ask` says to whom to turn. On SQLite `select_for_update` does nothing: there the IMMEDIATE transaction keeps other writers out.
    """
    if not may(by, article):
        raise PermissionDenied(ask or ask_whom(may))
    rows = Article.objects.select_for_update().filter(pk=article.pk)
    row_version = rows.values_list("row_version", flat=True).first()
    if row_version is None:
        raise Refusal(Problem("gone", _("Someone has deleted this article since you opened it.")))
    if row_version != article.row_version:
        raise Refusal(
            Problem(
                "stale",
                _("Someone has saved this article since you opened it. Open it again to see their text."),
            )
        )


def record(article, action, *, by, detail="", revision=None):
    """Write a line of the article's log. `revision` is the number of the one it is about, where it is about one."""
    last = Event.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0
    return Event.objects.create(
        article=article,
        number=last + 1,
        at=clock.now(),
        by=by if by.pk else None,
        by_name=name_of(by),
        action=action,
        detail=detail[:500],
        revision=revision,
    )


def record_each(articles, action, *, by, detail="", revisions):
    """The same line in the log of many articles, given by their keys. `revisions`: {article: number}. Two queries."""
    logs = Event.objects.filter(article__in=articles).order_by().values_list("article")
    last = dict(logs.annotate(last=Max("number")))
    Event.objects.bulk_create(
        Event(
            article_id=article,
            number=last.get(article, 0) + 1,
            at=clock.now(),
            by=by if by.pk else None,
            by_name=name_of(by),
            action=action,
            detail=detail[:500],
            revision=revisions.get(article),
        )
        for article in articles
    )


def name_of(by):
    return (by.get_full_name() or by.get_username())[:150]
