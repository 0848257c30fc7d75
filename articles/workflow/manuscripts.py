"""The files that manuscripts arrived as: taken in for whoever brings one, kept with the article it becomes."""

import hashlib
from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import ManuscriptFile, clock
from articles.text import tidy

from .acting import Problem, Refusal, name_of

# Of one account, of which no article was made: whoever brings more loses the oldest, so that nobody fills the disk.
MOST_WAITING = 20
LONGEST_NAME = 200


@transaction.atomic
def take_manuscript(data, *, by, name):
    """Keep a file for `by` alone, until an article is made of it or a day is over. Returns its row.

    The same file twice is one row. What others have left behind is deleted here: no clock has to run for it.
    """
    if not rules.may_create(by):
        raise PermissionDenied(_("Your account may not create articles."))
    now, sha256 = clock.now(), hashlib.sha256(data).hexdigest()
    ManuscriptFile.objects.left_behind(now).delete()
    own = ManuscriptFile.objects.waiting().of(by)
    own.filter(sha256=sha256).delete()
    ManuscriptFile.objects.filter(pk__in=list(own.values_list("pk", flat=True)[MOST_WAITING - 1 :])).delete()
    return ManuscriptFile.objects.create(
        name=_short(name),
        sha256=sha256,
        size=len(data),
        data=data,
        created_at=now,
        created_by=by if by.pk else None,
        created_by_name=name_of(by),
    )


def drop_manuscript(file, *, by):
    """Throw away a file of which no article was made."""
    if file.article_id is not None or not rules.may_open_manuscript(by, file):
        raise PermissionDenied(_("This is another’s manuscript, or an article’s."))
    file.delete()


def keep_manuscript(file, article, *, by):
    """From now on it is the article's: as long as that is there, and for everyone who sees it on the desk."""
    if not (rules.may_open_manuscript(by, file) and rules.may_change(by, article)):
        raise PermissionDenied(_("This is another’s manuscript."))
    if not ManuscriptFile.objects.waiting().filter(pk=file.pk).update(article=article):
        raise Refusal(Problem("imported", _("An article was made of this file already, or it is gone.")))
    file.article = article


def _short(name):
    """With its ending, which says what it is."""
    name = tidy(name).strip() or _("manuscript")
    ending = PurePath(name).suffix[:20]
    return (
        name[: LONGEST_NAME - len(ending)].removesuffix(ending) + ending if len(name) > LONGEST_NAME else name
    )
