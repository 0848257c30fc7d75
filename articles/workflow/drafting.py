"""The working copy: nothing here changes a public byte."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Disclaimer, Event, FormerAddress, Revision, Stage, Tagging, clock
from articles.text import slugify

from .acting import Problem, Refusal, name_of, record, take
from .bylines import as_printed, replace_bylines
from .pictures import place_figures
from .readiness import require_topics
from .snapshots import apply, changed, content_hash, snapshot


@transaction.atomic
def create_draft(*, by, bylines=(), topics=(), detail="", **fields):
    """Make a draft from the article's `fields`, BylineEntry rows and topics; its first revision with it.

    `detail` goes into the log. Without `disclaimer` and `no_disclaimer` it starts with the default of its language.
    """
    if not rules.may_create(by):
        raise PermissionDenied(_("Your account may not create articles."))
    article = Article(owner=by if by.pk else None, **fields)
    article.created_at = article.modified_at = clock.now()
    if "disclaimer" not in fields and not article.no_disclaimer:
        article.disclaimer = Disclaimer.objects.default_for(article.language)
    _write(article, bylines, topics)
    action = Event.Action.IMPORTED if article.manuscript_sha256 else Event.Action.CREATED
    record(article, action, by=by, detail=detail, revision=1)
    revise(article, by=by)
    return article


@transaction.atomic
def save_revision(article, *, by, bylines=None, topics=None, comment="", since=None):
    """Save the working copy, and keep a revision where anything has changed. Returns the newest revision.

    `bylines` and `topics` replace those there are; None leaves them. On an article ever published topics and
    address do not move with a save: see `classify` and `change_address`; nor, by a writer, on one that is
    scheduled. `since`: see `revise`.
    """
    take(article, by=by, may=rules.may_change, ask=not_yours())
    write_typed(article, bylines, topics, by=by)
    return revise(article, by=by, comment=comment, log=True, since=since)


def write_typed(article, bylines, topics, *, by):
    """What a form has made of `article`: the place readers know stays as it is."""
    topics = _keep_place(article, topics, by=by)
    _write(article, bylines, topics)


@transaction.atomic
def restore_revision(article, number, *, by):
    """Put an earlier text back as a new revision. Returns it, and the names of records that are no longer there."""
    take(article, by=by, may=rules.may_change, ask=not_yours())
    article.refresh_from_db()
    kept = article.revisions.filter(number=number).first()
    if kept is None:
        message = _("There is no such earlier text. Choose one in the history.")
        raise Refusal(Problem("no-revision", message, "history"))
    bylines, topics, gone = apply(article, kept.data)
    comment = _("Restored revision %d") % number
    revision = save_revision(article, by=by, bylines=bylines, topics=topics, comment=comment, since=kept.data)
    record(article, Event.Action.RESTORED, by=by, detail=_("revision %d") % number, revision=number)
    return revision, gone


@transaction.atomic
def correct(article, *, by):
    """Start a correction of the live text: the working copy becomes what readers see now.

    Returns the revision that keeps the text the working copy held, to be offered back; None where it held the
    live text already. Readers see nothing of this until `publish(…, reason="correction")`.
    """
    take(article, by=by, may=rules.may_correct, ask=_("Your account may not do this. Ask an editor."))
    article.refresh_from_db()
    live = article.versions.live(clock.now()).first()
    if live is None:
        raise Refusal(
            Problem("not-live", _("Readers cannot see this article now: there is nothing to correct."))
        )
    kept = revise(article, by=by)
    if kept.content_hash == live.content_hash:
        return None
    data = article.revisions.get(number=live.revision_number).data
    apply(article, data)
    _write(article, as_printed(live), None)
    revise(article, by=by, comment=_("The live text, to correct it"), since=data)
    article.enter(Stage.DRAFTING, clock.now())
    detail = _("text kept as revision %d") % kept.number
    record(article, Event.Action.CORRECTING, by=by, detail=detail, revision=kept.number)
    return kept


def not_yours():
    return _("This is another writer’s article, or it has been published. Ask an editor.")


def _write(article, bylines, topics):
    _address(article)
    article.full_clean(exclude=["owner", "topics"])
    article.save()
    place_figures(article)
    if bylines is not None:
        replace_bylines(article, bylines)
    if topics is not None:
        article.taggings.all().delete()
        # A first version may be waiting: its date stands on the through rows too.
        first = article.versions.values_list("first_published_at", flat=True).first()
        Tagging.objects.bulk_create(
            Tagging(content_object=article, tag=topic, first_published_at=first)
            for topic in dict.fromkeys(topics)
        )


def _keep_place(article, topics, *, by):
    """Hold the place readers know, and leave no hole in one they will know at an hour at which nobody looks again.

    What waits was decided by a publisher, place and all: only who may classify moves it.
    """
    if not article.versions.exists():
        return topics
    slug = Article.objects.values_list("slug", flat=True).get(pk=article.pk)
    if article.versions.public(clock.now()).exists() or not rules.may_classify(by, article):
        article.slug = slug
        return None
    article.slug = article.slug or slug
    if topics is not None:
        require_topics(topics)
    return topics


def _address(article):
    """Make an address from the title where none was typed. Article.validate_unique() looks at a typed one."""
    if article.slug:
        return
    base = slugify(article.title, max_length=70)
    taken = {
        *Article.objects.filter(slug__startswith=base).exclude(pk=article.pk).values_list("slug", flat=True),
        *FormerAddress.objects.filter(slug__startswith=base).values_list("slug", flat=True),
    }
    number, article.slug = 2, base or None
    while article.slug in taken:
        number, article.slug = number + 1, f"{base}-{number}"


def revise(article, *, by, comment="", log=False, since=None):
    """Keep a revision of what the database holds now, unless the newest one says the same.

    `since` is the snapshot that was put back, where one was: its keys hold for records renamed or merged since.
    """
    newest = article.revisions.order_by("-number").first()
    data = snapshot(article, since=since or (newest.data if newest else None))
    if newest and not changed(newest.data, data):
        return newest
    revision = keep(article, data, by=by, comment=comment)
    Article.objects.filter(pk=article.pk).update(content_hash=revision.content_hash)
    article.content_hash = revision.content_hash
    if newest:
        article.touch(revision.created_at)
    if log:
        _reopen(article, by=by)
        detail = _("revision %d") % revision.number
        record(article, Event.Action.SAVED, by=by, detail=detail, revision=revision.number)
    return revision


def keep(article, data, *, by, comment=""):
    """Add `data` to the revisions of `article`, and touch nothing else."""
    newest = article.revisions.order_by("-number").first()
    return Revision.objects.create(
        article=article,
        number=newest.number + 1 if newest else 1,
        created_at=clock.now(),
        by=by if by.pk else None,
        by_name=name_of(by),
        comment=comment[:200],
        data=data,
        changed=changed(newest.data, data) if newest else [],
        content_hash=content_hash(data),
    )


def _reopen(article, *, by):
    """What was approved is another text now. In review it stays there: who reads it sees what is saved."""
    if article.stage == Stage.APPROVED:
        article.enter(Stage.DRAFTING, clock.now())
        record(article, Event.Action.REOPENED, by=by)
