"""Two records that turn out to be one. Nothing a version printed changes: only where readers find it."""

import json

from django.core import serializers
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from articles import rules
from articles.models import (
    Article,
    Author,
    Event,
    FormerAuthorAddress,
    Merge,
    PrintedByline,
    Revision,
    Topic,
    clock,
)

from .acting import Problem, Refusal, name_of, record_each
from .merge_plans import pins_of, plan_authors, plan_topics

# Articles taken at once: each comes with its whole text.
CHUNK = 200


@transaction.atomic
def merge_topics(source, target, *, by, token=None):
    """Move everything of `source` to `target`: articles, names, pins, addresses. Returns the line of the log.

    `token` is that of the plan that was shown; what has changed since is refused.
    """
    source, target = _take(Topic, source, target, by)
    plan = _agreed(plan_topics(source, target), token)
    source.taggings.filter(content_object__in=plan.both).delete()
    source.taggings.update(tag=target)
    _append_pins(plan)
    if not target.home_places.exists():
        source.home_places.update(topic=target)
    source.names.update(topic=target, is_preferred=False)
    merge = _log(Merge.Kind.TOPIC, plan, by)
    source.delete()
    _reclassify(plan, by)
    return merge


@transaction.atomic
def merge_authors(source, target, *, by, token=None):
    """Move the bylines of `source` to `target`: what is printed stays as printed, and is found under one name."""
    source, target = _take(Author, source, target, by)
    plan = _agreed(plan_authors(source, target), token)
    source.bylines.update(author=target)
    PrintedByline.objects.hand_over(source, target)
    source.former_addresses.update(author=target)
    merge = _log(Merge.Kind.AUTHOR, plan, by)
    slug = source.slug
    for name in [source.name, *source.former_names.values_list("name", flat=True)]:
        target.remember_name(name)
    source.delete()
    FormerAuthorAddress.objects.create(slug=slug, author=target)
    detail = _("the author “%(source)s” into “%(target)s”") % {"source": plan.source, "target": target}
    _tell(plan, detail, by)
    return merge


def _take(model, source, target, by):
    """Both rows, held until the transaction ends."""
    if not rules.may_merge(by, model):
        raise PermissionDenied(_("Your account may not merge records. Ask an editor."))
    rows = model.objects.select_for_update().order_by("pk").in_bulk([source.pk, target.pk])
    if source.pk not in rows or target.pk not in rows:
        raise Refusal(
            Problem("gone", _("One of the two is no longer there: someone has merged or deleted it."))
        )
    return rows[source.pk], rows[target.pk]


def _agreed(plan, token):
    problems = list(plan.problems)
    if token is not None and token != plan.token:
        problems.append(Problem("stale", _("Something has changed since you looked: look again.")))
    if problems:
        raise Refusal(*problems)
    return plan


def _append_pins(plan):
    last = plan.target.pins.aggregate(last=Max("position"))["last"] or 0
    pins_of(plan).update(topic=plan.target, position=F("position") + last)


def _log(kind, plan, by):
    source, target = plan.source, plan.target
    return Merge.objects.create(
        kind=kind,
        at=clock.now(),
        by=by if by.pk else None,
        by_name=name_of(by),
        source=source.name,
        source_address=source.slug,
        target=target.name,
        target_address=target.slug,
        data={
            "record": json.loads(serializers.serialize("json", [source]))[0]["fields"],
            "names": [name for name, _slug in plan.names],
            "addresses": list(plan.addresses),
            "moved": sorted(map(str, plan.moving.values())),
            "both": sorted(map(str, plan.both.values())),
            "pins": list(plan.pins),
            "versions": [[str(uid), number] for uid, number in plan.versions],
        },
    )


def _reclassify(plan, by):
    """A revision for each article, as after any change of its topics; by the hundred, for a topic has many."""
    articles = [*plan.moving, *plan.both]
    slugs = set(plan.target.names.values_list("slug", flat=True))
    last = Revision.objects.filter(article=OuterRef("article")).order_by("-number").values("number")[:1]
    numbers = {}
    for start in range(0, len(articles), CHUNK):
        newest = Revision.objects.filter(article__in=articles[start : start + CHUNK], number=Subquery(last))
        made = [_with_target(revision, slugs, plan.target, by) for revision in newest]
        numbers |= {revision.article_id: revision.number for revision in Revision.objects.bulk_create(made)}
    detail = _("the topic “%(source)s” into “%(target)s”")
    _tell(plan, detail % {"source": plan.source, "target": plan.target}, by, numbers)


def _with_target(revision, slugs, target, by):
    named = revision.data.get("named", {})
    called = {slug: name for slug, name in named.get("topics", {}).items() if slug not in slugs}
    return Revision(
        article_id=revision.article_id,
        number=revision.number + 1,
        created_at=clock.now(),
        by=by if by.pk else None,
        by_name=name_of(by),
        comment=_("Topics"),
        data={
            **revision.data,
            "topics": sorted({*revision.data["topics"]} - slugs | {target.slug}),
            "named": {**named, "topics": called | {target.slug: target.name}},
        },
        changed=["topics"],
        content_hash=revision.content_hash,
    )


def _tell(plan, detail, by, revisions=()):
    articles = [*plan.moving, *plan.both]
    # Not `modified_at`: nobody has worked on these texts.
    for start in range(0, len(articles), CHUNK):
        chunk = articles[start : start + CHUNK]
        Article.objects.filter(pk__in=chunk).update(row_version=F("row_version") + 1)
        record_each(chunk, Event.Action.MERGED, by=by, detail=detail, revisions=dict(revisions))
