import datetime
import uuid

from django.db import models
from django.db.models import Exists, F, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.text import direction, reading_minutes

from .clock import OPEN_END, now
from .kinds import Kind
from .languages import content_languages


class ImmutableError(TypeError):
    """Someone tried to change what readers have seen. Publish another version instead."""


class Reason(models.TextChoices):
    FIRST = "first", _("First publication")
    MINOR = "minor", _("Minor change")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    REINSTATEMENT = "reinstatement", _("Reinstatement")


# Declared to readers as "updated"; a minor change moves no date.
DECLARED = (Reason.UPDATE, Reason.CORRECTION)


class ImmutableQuerySet(models.QuerySet):
    def update(self, **values):
        raise ImmutableError(f"{self.model.__name__} rows are not updated; publish another version.")

    def delete(self):
        raise ImmutableError(f"{self.model.__name__} rows are not deleted.")

    def bulk_create(self, objs, *, update_conflicts=False, **kwargs):
        if update_conflicts:
            raise ImmutableError(f"{self.model.__name__} rows are not updated; publish another version.")
        return super().bulk_create(objs, **kwargs)


class VersionQuerySet(ImmutableQuerySet):
    def get_by_natural_key(self, article, number):
        return self.get(article__uid=article, number=number)

    def in_force(self, at):
        """The one version of each article that stands at its address at `at`, a withdrawal included."""
        return self.filter(published_at__lte=at, superseded_at__gt=at)

    def live(self, at):
        """What readers may see at `at`. Every public page, list, feed, count and citation starts here."""
        return self.in_force(at).exclude(reason=Reason.WITHDRAWAL)

    def public(self, at):
        """Everything ever published up to `at`: the record of an article, its superseded versions included."""
        return self.filter(published_at__lte=at)

    def waiting(self, at):
        return self.filter(published_at__gt=at)

    def hiding(self, at):
        """What keeps a piece that has a date from readers at `at`: a first version that waits, a withdrawal in force."""
        withdrawal = Q(reason=Reason.WITHDRAWAL, published_at__lte=at, superseded_at__gt=at)
        return self.filter(Q(number=1, published_at__gt=at) | withdrawal)

    def at_address(self, slug):
        """The version, with its article, or None."""
        return self.filter(article__slug=slug).select_related("article").first()

    def newest_first(self):
        return self.order_by("-first_published_at", "uid")

    def on_topic(self, topic):
        """Articles under `topic`, newest first, ordered by the through row's column: see Tagging."""
        return self.filter(article__taggings__tag=topic).order_by(
            "-article__taggings__first_published_at", "uid"
        )

    def by_author(self, author):
        """Pieces that print `author` now; ordered by the through row's column, like `on_topic`."""
        return self.filter(printed_bylines__author=author).order_by(
            "-printed_bylines__first_published_at", "uid"
        )

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def first_published_in(self, year):
        zone = timezone.get_current_timezone()
        start, end = (datetime.datetime(y, 1, 1, tzinfo=zone) for y in (year, year + 1))
        return self.filter(first_published_at__gte=start, first_published_at__lt=end)

    def years(self):
        """The years in which these pieces were first published, newest first, in the publication's zone. Two queries.

        Asks by index, once for each year since the first piece of all: to read the year off every row grows with the
        archive.
        """
        oldest = Version.objects.aggregate(oldest=Min("first_published_at"))["oldest"]
        if oldest is None:
            return []
        years = range(timezone.localtime(now()).year, timezone.localtime(oldest).year - 1, -1)
        found = {str(year): Exists(self.order_by().first_published_in(year)) for year in years}
        held = Version.objects.order_by().values(**found)[:1].get()
        return [year for year in years if held[str(year)]]

    def for_history(self):
        """What the record of an article prints of each version, newest first."""
        return self.only("article", "number", "reason", "note", "published_at").order_by("-number")

    def for_addresses(self):
        """With the article's address and the dates, for a list of links."""
        return self.select_related("article").only(
            "uid", "first_published_at", "updated_at", "article__uid", "article__slug"
        )

    def for_lists(self):
        """With the article's address, without the long columns a card does not print."""
        return self.select_related("article").only(
            *("uid", "number", "kind", "title", "standfirst", "bylines", "language", "words", "reason"),
            *("first_published_at", "published_at", "updated_at", "originally_at"),
            *("article__uid", "article__slug"),
        )


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
        ]
        indexes = [
            models.Index(fields=["-first_published_at", "uid"], name="version_newest"),
            models.Index(fields=["kind", "-first_published_at", "uid"], name="version_kind_newest"),
            models.Index(
                fields=["article", "superseded_at", "published_at", "reason"], name="version_in_force"
            ),
            models.Index(fields=["published_at", "superseded_at", "reason"], name="version_published"),
            models.Index(fields=["reason", "superseded_at"], name="version_reason"),
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
        models.QuerySet(PrintedByline).filter(version=self).delete()
        models.QuerySet(Version).filter(pk=self.pk).delete()

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
    def direction(self):
        return direction(self.language)

    @property
    def minutes(self):
        return reading_minutes(self.words, self.language)

    @property
    def author_notes(self):
        return [line["note"] for line in self.bylines if line["note"]]


class PrintedByline(models.Model):
    """Where to look an author's pieces up. What is printed of the author stands as JSON on the version."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="printed_bylines")
    author = models.ForeignKey("articles.Author", on_delete=models.PROTECT, related_name="printed_bylines")
    position = models.PositiveSmallIntegerField()
    first_published_at = models.DateTimeField()

    class QuerySet(ImmutableQuerySet):
        def get_by_natural_key(self, article, number, author):
            return self.get(version__article__uid=article, version__number=number, author__slug=author)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = _("printed byline")
        verbose_name_plural = _("printed bylines")
        base_manager_name = "objects"
        constraints = [models.UniqueConstraint(fields=["version", "author"], name="printed_author_once")]
        indexes = [
            models.Index(fields=["author", "-first_published_at", "version"], name="printed_byline_list"),
        ]

    def __str__(self):
        return f"{self.author} · {self.version}"

    def natural_key(self):
        return (*self.version.natural_key(), *self.author.natural_key())

    natural_key.dependencies = ["articles.version", "articles.author"]

    def save(self, **kwargs):
        if not self._state.adding:
            raise ImmutableError("A printed byline is not changed.")
        super().save(**kwargs)

    def delete(self, **kwargs):
        raise ImmutableError("A printed byline is not deleted.")


def version_uid(article_uid, number):
    return uuid.uuid5(article_uid, str(number))
