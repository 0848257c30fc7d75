from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class Event(models.Model):
    """One line of an article's log: who did what, when. The name is kept as text: accounts go, the log stays."""

    class Action(models.TextChoices):
        CREATED = "created", _("created the draft")
        IMPORTED = "imported", _("imported the manuscript")
        SAVED = "saved", _("saved")
        RESTORED = "restored", _("restored an earlier text")
        CORRECTING = "correcting", _("started a correction of the live text")
        PUBLISHED = "published", _("published")
        SCHEDULED = "scheduled", _("scheduled")
        CANCELLED = "cancelled", _("cancelled the scheduled version")
        WITHDRAWN = "withdrawn", _("withdrew")
        REINSTATED = "reinstated", _("reinstated")
        CLASSIFIED = "classified", _("changed the topics")
        MERGED = "merged", _("merged")
        RELATED = "related", _("changed the relations")
        TRANSLATED = "translated", _("changed the original it translates")
        ADDRESSED = "addressed", _("changed the address")
        SUBMITTED = "submitted", _("submitted it for review")
        RETURNED = "returned", _("returned it with a comment")
        APPROVED = "approved", _("approved it")
        REOPENED = "reopened", _("undid the approval by changing it")
        COMMENTED = "commented", _("commented")
        PREVIEWED = "previewed", _("made a preview link")
        UNPREVIEWED = "unpreviewed", _("revoked a preview link")
        REDACTED = "redacted", _("took words out of what was published")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    by_name = models.CharField(_("who"), max_length=150)
    action = models.CharField(_("what"), max_length=20, choices=Action.choices)
    detail = models.CharField(_("detail"), max_length=500, blank=True)
    # The number of the revision the line is about: the one it made, put aside or put back.
    revision = models.PositiveIntegerField(null=True, blank=True)

    class Manager(models.Manager):
        def get_by_natural_key(self, article, number):
            return self.get(article__uid=article, number=number)

    objects = Manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log")
        ordering = ["article", "-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="event_number_once")]

    def __str__(self):
        return f"{self.by_name} {self.get_action_display()}"

    def natural_key(self):
        return (*self.article.natural_key(), self.number)

    natural_key.dependencies = ["articles.article"]
