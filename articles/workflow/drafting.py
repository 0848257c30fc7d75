"""The working copy: nothing here changes a public byte."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Disclaimer, Event, FormerAddress, Revision, Tagging, clock
from articles.text import slugify

from .acting import Problem, Refusal, name_of, record, take
from .bylines import as_printed, replace_bylines
from .readiness import require_topics
from .snapshots import apply, content_hash, snapshot


@transaction.atomic
def create_draft(*, by, bylines=(), topics=(), **fields):
    """Make a draft from the article's `fields`, BylineEntry rows and topics; its first revision with it.

    Without `disclaimer` and `no_disclaimer` it starts with the default of its language.
    """
    if not (by.is_active and by.has_perm("articles.add_article")):
        raise PermissionDenied(_("Your account may not create articles."))
    article = Article(owner=by if by.pk else None, **fields)
    article.created_at = article.modified_at = clock.now()
    if "disclaimer" not in fields and not article.no_disclaimer:
        article.disclaimer = Disclaimer.objects.default_for(article.language)
    _write(article, bylines, topics)
    action = Event.Action.IMPORTED if article.manuscript_sha256 else Event.Action.CREATED
    record(article, action, by=by)
    revise(article, by=by)
    return article


@transaction.atomic
def save_revision(article, *, by, bylines=None, topics=None, comment=""):
    """Save the working copy, and keep a revision where anything has changed. Returns the newest revision.

    `bylines` and `topics` replace those there are; None leaves them. On an article ever published topics and
    address do not move with a save: see `classify` and `change_address`.
    """
    take(article, by=by, permission="articles.change_article")
    if not rules.may_change(by, article):
        raise PermissionDenied(
            _("This is another writer’s article, or it has been published. Ask an editor.")
        )
    topics = _keep_place(article, topics)
    _write(article, bylines, topics)
    return revise(article, by=by, comment=comment, log=True)


@transaction.atomic
def restore_revision(article, number, *, by):
    """Put an earlier text back as a new revision. Returns it, and the names of records that are no longer there."""
    take(article, by=by, permission="articles.change_article")
    article.refresh_from_db()
    kept = article.revisions.filter(number=number).first()
    if kept is None:
        raise Refusal(Problem("no-revision", _("There is no revision %d of this article.") % number))
    bylines, topics, gone = apply(article, kept.data)
    revision = save_revision(
        article, by=by, bylines=bylines, topics=topics, comment=_("Restored revision %d") % number
    )
    record(article, Event.Action.RESTORED, by=by, detail=str(number))
    return revision, gone


@transaction.atomic
def correct(article, *, by):
    """Start a correction of the live text: the working copy becomes what readers see now.

    Returns the revision that keeps the text the working copy held, to be offered back; None where it held the
    live text already. Readers see nothing of this until `publish(…, reason="correction")`.
    """
    take(article, by=by, permission="articles.publish_article")
    article.refresh_from_db()
    live = article.versions.live(clock.now()).first()
    if live is None:
        raise Refusal(
            Problem("not-live", _("Readers cannot see this article now: there is nothing to correct."))
        )
    kept = revise(article, by=by)
    if kept.content_hash == live.content_hash:
        return None
    apply(article, article.revisions.get(number=live.revision_number).data)
    _write(article, as_printed(live), None)
    revise(article, by=by, comment=_("The live text, to correct it"))
    record(article, Event.Action.CORRECTING, by=by, detail=_("text kept as revision %d") % kept.number)
    return kept


def _write(article, bylines, topics):
    _address(article)
    article.full_clean(exclude=["owner", "topics"])
    article.save()
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


def _keep_place(article, topics):
    """Hold the place readers know, and leave no hole in one they will know at an hour at which nobody looks again."""
    if not article.versions.exists():
        return topics
    slug = Article.objects.values_list("slug", flat=True).get(pk=article.pk)
    if article.versions.public(clock.now()).exists():
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


def revise(article, *, by, comment="", log=False):
    """Keep a revision of what the database holds now, unless the newest one says the same."""
    data = snapshot(article)
    newest = article.revisions.order_by("-number").first()
    if newest and newest.data == data:
        return newest
    now = clock.now()
    number = (article.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    digest = content_hash(data)
    revision = Revision.objects.create(
        article=article,
        number=number,
        created_at=now,
        by=by if by.pk else None,
        by_name=name_of(by),
        comment=comment[:200],
        data=data,
        content_hash=digest,
    )
    Article.objects.filter(pk=article.pk).update(content_hash=digest)
    article.content_hash = digest
    if number > 1:
        article.touch(now)
    if log:
        record(article, Event.Action.SAVED, by=by, detail=_("revision %d") % number)
    return revision
