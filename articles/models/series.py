from django.db import models
from django.db.models import Count, Exists, Max, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.text import clean, excerpt, slugify

from .article import Article
from .languages import content_languages
from .version import Version


class SeriesQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def open_to_readers(self, at):
        """Series with a live part at `at`, that with the newest first: `count` of its live parts, and `latest_at`."""
        # From the parts: there are few, and each finds its version by an index.
        live = Version.objects.live(at).filter(article__part__series=OuterRef("pk")).order_by()
        parts = live.values("article__part__series")
        return (
            self.annotate(
                count=Subquery(parts.annotate(count=Count("pk")).values("count")),
                latest_at=Subquery(parts.annotate(latest=Max("first_published_at")).values("latest")),
            )
            .filter(count__gt=0)
            .order_by("-latest_at", "slug")
        )


class Series(models.Model):
    """Pieces that belong together, in an order: a dossier. Readers find it while a part of it is live."""

    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("Readers see it at the head of each part: “Part 2 of 5 of …”."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the web address. Leave it empty: it is made from the title. It stays as it is."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=content_languages,
        default="en",
        help_text=_("Of the title and the introduction; the parts may be in others."),
    )
    description = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("What the series asks, and why in parts. Stands at the head of its page."),
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["slug"]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.slug,)

    def clean(self):
        super().clean()
        self.slug = self.slug or self._own_slug()

    def save(self, **kwargs):
        self.title = " ".join(self.title.split())
        self.slug = self.slug or self._own_slug()
        self.description = clean(self.description)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("articles:series", args=[self.slug])

    @property
    def summary(self):
        return excerpt(self.description, 300)

    def _own_slug(self):
        return slugify(self.title, max_length=80) or "series"


class SeriesPartQuerySet(models.QuerySet):
    def get_by_natural_key(self, article):
        return self.get(article__uid=article)

    def live(self, at):
        """What readers find at `at`. Asked from the parts, of which there are few: each finds its version by an index."""
        return self.filter(Exists(Version.objects.live(at).filter(article=OuterRef("article"))))

    def of_others(self, series, articles):
        """Where these articles are parts of another series."""
        rows = self.exclude(series=series) if series and series.pk else self.all()
        return rows.filter(article__in=articles).select_related("article", "series").order_by("article__slug")


class SeriesPart(models.Model):
    """The place of an article in a series. It keeps it while it is hidden; readers count the parts they find."""

    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="parts", verbose_name=_("series")
    )
    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="part", verbose_name=_("piece")
    )
    position = models.PositiveSmallIntegerField(_("place"))

    objects = SeriesPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("part of a series")
        verbose_name_plural = _("parts of a series")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["series", "position"], name="series_position_once"),
        ]

    def __str__(self):
        return f"{self.series} · {self.article}"

    def natural_key(self):
        return self.article.natural_key()

    natural_key.dependencies = ["articles.article", "articles.series"]
