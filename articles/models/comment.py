from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .event import Event


class Comment(models.Model):
    """What someone of the desk says about an article, to the others. Kept like the log: the name as text, for good."""

    class Occasion(models.TextChoices):
        """What it was said with; nothing for a plain comment. The words are those of the log."""

        SUBMITTED = Event.Action.SUBMITTED.value, Event.Action.SUBMITTED.label
        RETURNED = Event.Action.RETURNED.value, Event.Action.RETURNED.label
        APPROVED = Event.Action.APPROVED.value, Event.Action.APPROVED.label

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="comments")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    by_name = models.CharField(_("who"), max_length=150)
    occasion = models.CharField(max_length=20, choices=Occasion.choices, blank=True)
    text = models.TextField(_("comment"))

    class Manager(models.Manager):
        def get_by_natural_key(self, article, number):
            return self.get(article__uid=article, number=number)

    objects = Manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["article", "number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="comment_number_once")]

    def __str__(self):
        return f"{self.by_name}: {self.text[:60]}"

    def natural_key(self):
        return (*self.article.natural_key(), self.number)

    natural_key.dependencies = ["articles.article"]
