"""What a merge would move, asked before it is done and once more while it is done."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import Article, Pin

from .acting import Problem


@dataclass(frozen=True)
class Plan:
    """Articles as {their key: their uid}: those that move, and those that have both records already."""

    source: Model
    target: Model
    moving: dict
    both: dict
    names: tuple = ()
    """Of a topic: (name, address) of what becomes another name of the target."""
    addresses: tuple = ()
    pins: tuple = ()
    """Of a topic: the uids of the pieces it pins and the target does not, in their order."""
    versions: tuple = ()
    """Of an author: (article's uid, number) of the versions that print them."""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def token(self):
        """Says whether what is about to be moved is what was shown."""
        what = [
            [self.source.natural_key(), self.target.natural_key()],
            [sorted(map(str, uids.values())) for uids in (self.moving, self.both)],
            [self.names, self.addresses, self.pins, self.versions],
        ]
        return hashlib.sha256(json.dumps(what, default=str).encode()).hexdigest()[:32]


def plan_topics(source, target):
    """Five queries, however many pieces."""
    there = set(target.taggings.values_list("content_object", flat=True))
    tagged = dict(source.taggings.order_by().values_list("content_object", "content_object__uid"))
    pinned = set(target.pins.values_list("article", flat=True))
    pins = [uid for pk, uid in source.pins.values_list("article", "article__uid") if pk not in pinned]
    names = list(source.names.order_by("-is_preferred", "normal_form").values_list("name", "slug"))
    return Plan(
        source,
        target,
        moving={pk: uid for pk, uid in tagged.items() if pk not in there},
        both={pk: uid for pk, uid in tagged.items() if pk in there},
        names=tuple(names),
        addresses=tuple(slug for _name, slug in names),
        pins=tuple(map(str, pins)),
        problems=tuple(_in_the_way(source, target)),
    )


def plan_authors(source, target):
    """Seven queries, however many pieces. Each starts at the rows of one author: an OR would read all articles."""
    drafts = dict(source.bylines.order_by().values_list("article", "article__uid"))
    rows = source.printed_bylines.order_by("version__article__uid", "version__number")
    printed = list(rows.values_list("version__article", "version__article__uid", "version__number"))
    former = source.former_addresses.order_by("slug").values_list("slug", flat=True)
    return Plan(
        source,
        target,
        moving={article: uid for article, uid, _number in printed} | drafts,
        both={},
        addresses=(source.slug, *former),
        versions=tuple((uid, number) for _article, uid, number in printed),
        problems=(*_in_the_way(source, target), *_sign_together(source, target)),
    )


def _in_the_way(source, target):
    if source.pk == target.pk:
        yield Problem("same", _("This is the same record: choose another one."), "target")
    elif source.is_approved and not target.is_approved:
        message = _("“%s” waits for approval: approve it first, or merge it into this one instead.")
        yield Problem("approval", message % target, "target", target)


def _sign_together(source, target):
    """Of a working copy, or of a version: an author stands once on each."""
    here = Article.objects.filter(pk__in=source.bylines.order_by().values("article"))
    here = here.filter(pk__in=target.bylines.order_by().values("article"))
    versions = source.printed_bylines.filter(version__in=target.printed_bylines.values("version"))
    titles = {*here.values_list("title", flat=True), *versions.values_list("version__title", flat=True)}
    if titles and source.pk != target.pk:
        message = _("“%(source)s” and “%(target)s” sign side by side, so they are two: %(titles)s.")
        said = ", ".join(f"“{title}”" for title in sorted(titles)[:10])
        yield Problem("both-sign", message % {"source": source, "target": target, "titles": said}, "target")


def pins_of(plan):
    """The source's pins that move, as rows."""
    return Pin.objects.filter(topic=plan.source, article__uid__in=plan.pins)
