from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Pin, Topic, Version, clock

from .acting import Problem, Refusal


@transaction.atomic
def pin(topic, articles, *, by):
    """Show these articles first on the topic's page, in this order. What is not shown there now can stay, not come."""
    if not (by.is_active and by.has_perm("articles.change_topic")):
        raise PermissionDenied(_("Your account may not change topics. Ask an editor."))
    Topic.objects.select_for_update().get(pk=topic.pk)
    articles = list(dict.fromkeys(articles))
    there = list(topic.pins.values_list("article", flat=True))
    if [article.pk for article in articles] == there:
        return
    new = [article for article in articles if article.pk not in there]
    live = Version.objects.live(clock.now()).on_topic(topic).filter(article__in=new)
    strange = set(new) - {version.article for version in live.select_related("article")}
    if strange:
        message = _("Readers do not find this under the topic: %s.")
        titles = ", ".join(f"“{article}”" for article in sorted(strange, key=str))
        raise Refusal(Problem("pin", message % titles, "pins"))
    topic.pins.all().delete()
    Pin.objects.bulk_create(
        Pin(topic=topic, article=article, position=position)
        for position, article in enumerate(articles, start=1)
    )
