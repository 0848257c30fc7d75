from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class Revision(models.Model):
    """A private snapshot of a working copy, one per changed save.

    `data` names authors, topics and the disclaimer by natural key, never by primary key: it outlives a
    deleted record and moves between databases. `changed` names the keys in which it differs from the one before,
    so that a list of revisions need not read their texts.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    by_name = models.CharField(max_length=150, blank=True)
    comment = models.CharField(max_length=200, blank=True)
    data = models.JSONField()
    changed = models.JSONField(default=list, blank=True)
    content_hash = models.CharField(max_length=64)

    class Manager(models.Manager):
        def get_by_natural_key(self, article, number):
            return self.get(article__uid=article, number=number)

        def newest_number(self):
            """Of an article's revisions: what its form holds."""
            return self.aggregate(newest=models.Max("number"))["newest"] or 0

    objects = Manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self):
        return f"{self.article} · {self.number}"

    def natural_key(self):
        return (*self.article.natural_key(), self.number)

    natural_key.dependencies = ["articles.article"]
