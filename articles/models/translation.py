from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .article import Article


class TranslationQuerySet(models.QuerySet):
    def get_by_natural_key(self, article):
        return self.get(article__uid=article)

    def family(self, article):
        """The keys of what says in other languages what `article` says: its original, the translations of either."""
        original = self.filter(article=article).order_by().values("original")
        own = self.filter(original=article).order_by().values("article")
        return own.union(original, self.filter(original__in=original).order_by().values("article"))


class Translation(models.Model):
    """`article` says in its language what `original` says in another.

    Belongs to the articles, like their topics: readers are led from one to the other while both are live. No
    translation is an original: the workflow leads on to the text it was made from.
    """

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="translation", verbose_name=_("translation")
    )
    original = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="translations", verbose_name=_("original")
    )

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["original", "article"]
        constraints = [
            models.CheckConstraint(condition=~Q(article=F("original")), name="translation_not_of_itself"),
        ]

    def __str__(self):
        return f"{self.article} ({self.original})"

    def natural_key(self):
        return self.article.natural_key()

    natural_key.dependencies = ["articles.article"]
