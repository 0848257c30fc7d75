"""Topics and address: they belong to the article, not to a version, and take effect at once."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Event, FormerAddress, Tagging, clock

from .acting import record, take
from .drafting import revise
from .readiness import require_topics


@transaction.atomic
def classify(article, topics, *, by):
    """Put the article under exactly these topics, on the public pages too."""
    take(article, by=by, may=rules.may_classify)
    article.refresh_from_db()
    topics = list(dict.fromkeys(topics))
    first = article.versions.values_list("first_published_at", flat=True).first()
    if first:
        require_topics(topics)
    there = set(article.taggings.values_list("tag_id", flat=True))
    if there == {topic.pk for topic in topics}:
        return
    article.taggings.exclude(tag__in=topics).delete()
    Tagging.objects.bulk_create(
        Tagging(content_object=article, tag=topic, first_published_at=first)
        for topic in topics
        if topic.pk not in there
    )
    revision = revise(article, by=by, comment=_("Topics"))
    names = ", ".join(topic.name for topic in topics)
    record(article, Event.Action.CLASSIFIED, by=by, detail=names, revision=revision.number)


@transaction.atomic
def change_address(article, slug, *, by):
    """Move the article. An address readers have known redirects for good and stays reserved for this article."""
    take(article, by=by, may=rules.may_classify)
    article.refresh_from_db()
    old = article.slug
    slug = (slug or "").lower()
    if slug == old:
        return
    if not slug:
        raise ValidationError({"slug": _("Type the new address.")})
    article.slug = slug
    try:
        article.full_clean(exclude=["owner", "topics"])
    except ValidationError:
        article.slug = old
        raise
    FormerAddress.objects.filter(slug=slug, article=article).delete()
    if article.versions.public(clock.now()).exists():
        FormerAddress.objects.create(slug=old, article=article)
    Article.objects.filter(pk=article.pk).update(slug=slug)
    revision = revise(article, by=by, comment=_("Address"))
    record(article, Event.Action.ADDRESSED, by=by, detail=f"{old} → {slug}", revision=revision.number)
