import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.text import direction, excerpt, reading_minutes, wording_hash

from .clock import OPEN_END
from .immutability import ImmutableError
from .kinds import Kind
from .languages import content_languages
from .reason import Reason, WithdrawnBy
from .version_queries import VersionQuerySet

# In place of words that a court has had taken out of a version, and what its record says of that.
REMOVED = _("[words removed]")
REDACTED = _("Words were removed on %(day)s: %(reason)s")


class Version(models.Model):
    """What was published: an immutable, numbered row with everything a reader sees of the piece.

    `superseded_at` alone may move, by the workflow; a database trigger (immutability.py) backs this up.
    """

    # Derived from the article's and the number: the same on every machine, and the tie-breaker of lists,
    # which must not depend on the order in which a database handed out primary keys.
    uid = models.UUIDField(unique=True, editable=False)
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    reason = models.CharField(max_length=20, choices=Reason.choices)
    note = models.TextField(blank=True)
    published_at = models.DateTimeField()
    superseded_at = models.DateTimeField(default=OPEN_END)
    first_published_at = models.DateTimeField()
    updated_at = models.DateTimeField(null=True, blank=True)
    # Of a withdrawal: at whose wish, and the piece that takes its place.
    withdrawn_by = models.CharField(max_length=20, choices=WithdrawnBy.choices, blank=True)
    successor = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="succeeded", null=True, blank=True
    )
    originally_at = models.CharField(max_length=200, blank=True)

    kind = models.CharField(max_length=20, choices=Kind.choices)
    language = models.CharField(max_length=10, choices=content_languages)
    title = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    source = models.TextField(blank=True)
    body = models.TextField(blank=True)
    outline = models.JSONField(default=list, blank=True)
    endnotes = models.JSONField(default=list, blank=True)
    bylines = models.JSONField(default=list, blank=True)
    disclaimer = models.TextField(blank=True)
    # Of the wording, so that what carries the same words is found by an index and not by reading them.
    disclaimer_hash = models.CharField(max_length=64, blank=True, editable=False)
    # The picture at its head as printed then: see articles/workflow/pictures.py. Empty where there is none.
    lead_image = models.JSONField(default=dict, blank=True)
    words = models.PositiveIntegerField(default=0)
    text_hash = models.CharField(max_length=64, blank=True)

    # Which revision of the working copy this was, and its content: "unpublished changes" compares them.
    revision_number = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        base_manager_name = "objects"
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(superseded_at=OPEN_END), name="version_one_open_end"
            ),
            models.CheckConstraint(
                condition=Q(superseded_at__gte=F("published_at")), name="version_interval"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
            models.CheckConstraint(
                condition=Q(reason=Reason.WITHDRAWAL) | Q(withdrawn_by="", successor=None),
                name="version_withdrawn_by_whom",
            ),
        ]
        indexes = [
            # The last columns of both let the archive count what is live, by year and by kind, off the index alone.
            models.Index(
                fields=["-first_published_at", "uid", "superseded_at", "published_at", "reason"],
                name="version_newest",
            ),
            models.Index(
                fields=["kind", "-first_published_at", "uid", "superseded_at", "published_at", "reason"],
                name="version_kind_newest",
            ),
            models.Index(
                fields=["article", "superseded_at", "published_at", "reason"], name="version_in_force"
            ),
            models.Index(fields=["published_at", "superseded_at", "reason"], name="version_published"),
            models.Index(fields=["reason", "superseded_at"], name="version_reason"),
            models.Index(fields=["reason", "-published_at", "uid"], name="version_on_record"),
            # Its last columns let a count of what is live be read off the index alone.
            models.Index(
                fields=[
                    *("disclaimer_hash", "-first_published_at", "uid"),
                    *("superseded_at", "published_at", "reason"),
                ],
                name="version_disclaimer",
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"

    def natural_key(self):
        return (*self.article.natural_key(), self.number)

    natural_key.dependencies = ["articles.article"]

    def save(self, **kwargs):
        if not self._state.adding:
            raise ImmutableError("A version is not changed; publish another one.")
        self.uid = version_uid(self.article.uid, self.number)
        self.disclaimer_hash = wording_hash(self.disclaimer)
        super().save(**{**kwargs, "force_insert": True})

    def delete(self, **kwargs):
        raise ImmutableError("A version is not deleted; withdraw the article.")

    def supersede(self, at):
        """For the workflow: the one change a published row knows."""
        models.QuerySet(Version).filter(pk=self.pk).update(superseded_at=at)
        self.superseded_at = at

    def cancel(self, at):
        """For the workflow: take back a version no reader has seen at `at`."""
        if not Version.objects.waiting(at).filter(pk=self.pk).exists():
            raise ImmutableError(
                "This version is public already; publish another one or withdraw the article."
            )
        for rows in (self.printed_bylines, self.printed_images):
            models.QuerySet(rows.model).filter(version=self).delete()
        models.QuerySet(Version).filter(pk=self.pk).delete()

    def replacement(self, at):
        """Of a withdrawal: what readers find of the piece that took its place, or of the one that took that one's."""
        version, seen = self, set()
        while version and version.reason == Reason.WITHDRAWAL:
            if version.successor_id is None or version.article_id in seen:
                return None
            seen.add(version.article_id)
            standing = Version.objects.in_force(at).filter(article=version.successor_id)
            version = standing.select_related("article").first()
        return version

    def get_absolute_url(self):
        return self.article.get_absolute_url()

    @property
    def version_url(self):
        return reverse("articles:version", args=[self.article.slug, self.number])

    @property
    def kind_label(self):
        return Kind(self.kind).label

    @property
    def schema_type(self):
        return Kind(self.kind).schema_type

    @property
    def reason_label(self):
        return Reason(self.reason).label

    @property
    def withdrawn_by_label(self):
        return WithdrawnBy(self.withdrawn_by).label if self.withdrawn_by else ""

    @property
    def direction(self):
        return direction(self.language)

    @property
    def minutes(self):
        return reading_minutes(self.words, self.language)

    @property
    def opening(self):
        """What stands in for a standfirst where a piece without one is found or shared."""
        return excerpt(self.source)

    @property
    def author_notes(self):
        return [line["note"] for line in self.bylines if line["note"]]


def version_uid(article_uid, number):
    return uuid.uuid5(article_uid, str(number))
