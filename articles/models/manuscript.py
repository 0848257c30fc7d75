import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .article import Article
from .clock import now

# How long a file waits that nobody has made an article of.
WAITS = datetime.timedelta(days=1)


class ManuscriptFileQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid):
        return self.get(uid=uid)

    def waiting(self):
        """No article's yet."""
        return self.filter(article=None)

    def left_behind(self, at):
        return self.waiting().filter(created_at__lt=at - WAITS)

    def of(self, by):
        """Brought by this account; by commands, where it is none."""
        return self.filter(created_by=by if by.pk else None)


class ManuscriptFileManager(models.Manager.from_queryset(ManuscriptFileQuerySet)):
    def get_queryset(self):
        """Without the files themselves, which may have 25 MB each: a list, or deleting an article, asks for none."""
        return super().get_queryset().defer("data")


class ManuscriptFile(models.Model):
    """A manuscript as it arrived, byte for byte.

    In the database and not among the media, which are there to be served: here it is kept and lost with the article,
    in one transaction and one backup, and no address of a file leads to it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="manuscript_files", null=True, blank=True
    )
    # As the sender's computer called it: shown, and never used as a path.
    name = models.CharField(_("name"), max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField(_("size"))
    created_at = models.DateTimeField(default=now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    created_by_name = models.CharField(max_length=150, blank=True)
    data = models.BinaryField()

    objects = ManuscriptFileManager()

    class Meta:
        verbose_name = _("manuscript file")
        verbose_name_plural = _("manuscript files")
        base_manager_name = "objects"
        ordering = ["-created_at", "uid"]
        indexes = [
            models.Index(fields=["article", "-created_at", "uid"], name="manuscript_of_article"),
            models.Index(fields=["created_at"], condition=Q(article=None), name="manuscript_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "sha256"], condition=~Q(article=None), name="manuscript_file_once"
            )
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (str(self.uid),)

    natural_key.dependencies = ["articles.article"]
