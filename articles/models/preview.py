import secrets

from django.conf import settings
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .article import Article
from .clock import now


def new_token():
    """192 bits: nobody comes upon one by trying."""
    return secrets.token_urlsafe(24)


class PreviewLinkQuerySet(models.QuerySet):
    def get_by_natural_key(self, token):
        return self.get(token=token)

    def open(self, at):
        """Links that neither have expired at `at` nor were revoked."""
        return self.filter(expires_at__gt=at, revoked_at=None)

    def ended(self, at):
        return self.exclude(expires_at__gt=at, revoked_at=None)

    def by_token(self, token):
        """The link with its article, or None."""
        return self.filter(token=token).select_related("article__disclaimer").first()


class PreviewLink(models.Model):
    """An address at which someone without an account reads what is not published yet.

    It previews what comes after version `after_version`, the newest there was when it was made: once a later one is
    public, the link leads to the article.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="previews")
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    purpose = models.CharField(_("purpose"), max_length=200)
    # The number of a revision; None follows the working copy.
    revision = models.PositiveIntegerField(null=True, blank=True)
    after_version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    created_by_name = models.CharField(max_length=150, blank=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    views = models.PositiveIntegerField(default=0)
    last_viewed_at = models.DateTimeField(null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["article", "-created_at", "token"]
        indexes = [models.Index(fields=["article", "-created_at", "token"], name="preview_of_article")]

    def __str__(self):
        return self.purpose

    def natural_key(self):
        return (self.token,)

    natural_key.dependencies = ["articles.article"]

    def get_absolute_url(self):
        return reverse("articles:preview", args=[self.token])

    def is_open(self, at):
        return self.revoked_at is None and self.expires_at > at

    def kept_text(self):
        """The revision it is pinned to; None where it follows the working copy."""
        return self.article.revisions.get(number=self.revision) if self.revision else None

    def count_view(self, at):
        """In the row of the link alone: who reads a preview changes nothing about the article."""
        PreviewLink.objects.filter(pk=self.pk).update(views=F("views") + 1, last_viewed_at=at)
