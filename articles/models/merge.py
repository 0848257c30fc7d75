import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    """What became of a topic or an author that turned out to be another: enough to undo it by hand.

    Everything by natural keys and in words, as in a revision: the record itself is gone.
    """

    class Kind(models.TextChoices):
        TOPIC = "topic", _("topic")
        AUTHOR = "author", _("author")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    by_name = models.CharField(_("who"), max_length=150)
    source = models.CharField(_("merged"), max_length=200)
    source_address = models.CharField(max_length=100)
    target = models.CharField(_("into"), max_length=200)
    target_address = models.CharField(max_length=100)
    data = models.JSONField()

    class Manager(models.Manager):
        def get_by_natural_key(self, uid):
            return self.get(uid=uid)

    objects = Manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-at", "uid"]
        indexes = [models.Index(fields=["-at", "uid"], name="merge_newest")]

    def __str__(self):
        return f"{self.source} → {self.target}"

    def natural_key(self):
        return (str(self.uid),)
