"""Who acts, on which row, and what is said when the answer is no."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Max, Model
from django.utils.translation import gettext as _

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

    def get_full_name(self):
        return "command line"


COMMAND_LINE = CommandLine()


def take(article, *, by, permission):
    """Refuse who may not; then hold the row until the transaction ends, and refuse a stale copy of it.

    On SQLite `select_for_update` does nothing: there the IMMEDIATE transaction keeps other writers out.
    """
    if not (by.is_active and by.has_perm(permission)):
        raise PermissionDenied(_("Your account may not do this. Ask a publisher."))
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


def record(article, action, *, by, detail=""):
    """Write a line of the article's log."""
    last = Event.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0
    return Event.objects.create(
        article=article,
        number=last + 1,
        at=clock.now(),
        by=by if by.pk else None,
        by_name=name_of(by),
        action=action,
        detail=detail[:500],
    )


def name_of(by):
    return (by.get_full_name() or by.get_username())[:150]
