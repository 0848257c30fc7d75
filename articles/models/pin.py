from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .topic import Topic


class PinQuerySet(models.QuerySet):
    def get_by_natural_key(self, topic, article):
        return self.get(topic__slug=topic, article__uid=article)


class Pin(models.Model):
    """A piece a topic's page shows first. It stays pinned while it is hidden, and is shown again with its text."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="pins", verbose_name=_("topic"))
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="pins")
    position = models.PositiveSmallIntegerField()

    objects = PinQuerySet.as_manager()

    class Meta:
        verbose_name = _("pinned piece")
        verbose_name_plural = _("pinned pieces")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "article"], name="pin_once"),
            models.UniqueConstraint(fields=["topic", "position"], name="pin_position_once"),
        ]

    def __str__(self):
        return f"{self.topic} · {self.article}"

    def natural_key(self):
        return (*self.topic.natural_key(), *self.article.natural_key())

    natural_key.dependencies = ["articles.topic", "articles.article"]
