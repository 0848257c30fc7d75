"""From the writer's desk to the editor's and back: what is done with a text before readers see anything of it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Comment, Event, Stage, clock
from articles.text import word_count

from . import notifying
from .acting import Problem, Refusal, name_of, record, take

# Longer is an article of its own; a letter and a page carry this well.
LONGEST_COMMENT = 5000


@transaction.atomic
def submit(article, *, by, comment=""):
    """Ask for a review. What readiness finds need not be mended first. Returns the notice to those who may approve."""
    take(
        article, by=by, may=rules.may_submit, ask=_("This is another’s article. Ask its owner or an editor.")
    )
    article.refresh_from_db()
    if article.stage == Stage.IN_REVIEW:
        raise Refusal(Problem("in-review", _("It is in review already.")))
    if article.stage == Stage.APPROVED:
        raise Refusal(Problem("approved", _("It has been approved already: there is nothing to review.")))
    _require_text(article)
    return _move(article, Stage.IN_REVIEW, Event.Action.SUBMITTED, by=by, comment=comment)


@transaction.atomic
def return_to_author(article, *, by, comment):
    """Give it back, and say what is to be done. Also after an approval that was given too soon."""
    take(article, by=by, may=rules.may_approve, ask=_ask_an_editor())
    article.refresh_from_db()
    if article.stage == Stage.DRAFTING:
        raise Refusal(Problem("drafting", _("It is with its writer already. Write a comment instead.")))
    if not comment.strip():
        raise Refusal(Problem("comment", _("Say what is to be done: the writer sees it."), "comment"))
    return _move(article, Stage.DRAFTING, Event.Action.RETURNED, by=by, comment=comment)


@transaction.atomic
def approve(article, *, by, comment=""):
    """Find the text fit to be published as it stands; what readiness finds besides can be mended afterwards."""
    take(article, by=by, may=rules.may_approve, ask=_ask_an_editor())
    article.refresh_from_db()
    if article.stage == Stage.APPROVED:
        raise Refusal(Problem("approved", _("It has been approved already.")))
    _require_text(article)
    return _move(article, Stage.APPROVED, Event.Action.APPROVED, by=by, comment=comment)


@transaction.atomic
def comment_on(article, *, by, text):
    """Say something to the others at work on it. Moves nothing, so that nobody's open form is stale by it.

    Returns the comment, and the notice to those who take part.
    """
    # Held, so that of two comments at once each gets a number.
    article = Article.objects.select_for_update().filter(pk=article.pk).first()
    if article is None:
        raise Refusal(Problem("gone", _("Someone has deleted this article since you opened it.")))
    if not rules.may_comment(by, article):
        raise PermissionDenied(_("This is another writer’s article."))
    comment = _say(article, text, by=by)
    if comment is None:
        raise Refusal(Problem("comment", _("There is nothing in it yet: write your comment."), "comment"))
    record(article, Event.Action.COMMENTED, by=by)
    return comment, notifying.tell_participants(article, Event.Action.COMMENTED, by=by, comment=comment.text)


def _move(article, stage, action, *, by, comment):
    said = _say(article, comment, by=by, occasion=action)
    text = said.text if said else ""
    own = action == Event.Action.APPROVED and by.pk and by.pk == article.owner_id
    record(article, action, by=by, detail=_("their own article") if own else " ".join(text.split()))
    article.enter(stage, clock.now())
    tell = notifying.tell_editors if stage == Stage.IN_REVIEW else notifying.tell_participants
    return tell(article, action, by=by, comment=text)


def _say(article, text, *, by, occasion=""):
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        return None
    if len(text) > LONGEST_COMMENT:
        message = _("This comment is too long: %(number)d characters of at most %(most)d.") % {
            "number": len(text),
            "most": LONGEST_COMMENT,
        }
        raise Refusal(Problem("comment", message, "comment"))
    last = article.comments.aggregate(last=Max("number"))["last"] or 0
    return Comment.objects.create(
        article=article,
        number=last + 1,
        at=clock.now(),
        by=by if by.pk else None,
        by_name=name_of(by),
        occasion=occasion,
        text=text,
    )


def _require_text(article):
    problems = []
    if not article.title:
        problems.append(Problem("title", _("It has no title."), "title"))
    if not word_count(article.body):
        problems.append(Problem("body", _("It has no text."), "body"))
    if problems:
        raise Refusal(*problems)


def _ask_an_editor():
    return _("Your account may not do this. Ask an editor.")
