from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from .immutability import ImmutableError, ImmutableQuerySet
from .version import Version

# How many rows of an author are looked at for pieces near another.
NEAR = 40
# What is read of a row to print its line.
LINE = ("author", "position", "version__bylines", "version__published_at")


class PrintedByline(models.Model):
    """Where to look an author's pieces up. What is printed of the author stands as JSON on the version."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="printed_bylines")
    author = models.ForeignKey("articles.Author", on_delete=models.PROTECT, related_name="printed_bylines")
    position = models.PositiveSmallIntegerField()
    first_published_at = models.DateTimeField()

    class QuerySet(ImmutableQuerySet):
        def get_by_natural_key(self, article, number, author):
            return self.get(version__article__uid=article, version__number=number, author__slug=author)

        def newest_of_each(self, author, at, visible):
            """Of each article that prints `author`, the newest version that does, with what it prints.

            One that waits for its hour counts where nothing of the article is public yet, and the article is one of
            `visible`.
            """
            later = PrintedByline.objects.filter(
                author=author,
                version__article=OuterRef("version__article"),
                version__number__gt=OuterRef("version__number"),
                version__published_at__lte=at,
            )
            awaited = Q(version__number=1, version__article__in=visible.order_by().values("pk"))
            rows = self.filter(
                Q(version__published_at__lte=at) | awaited, ~Exists(later), author=author
            ).select_related("version")
            columns = ("article", "number", "title", "reason", "bylines", "published_at", "superseded_at")
            return rows.order_by("-first_published_at", "version").only(
                *("position", "first_published_at", "version__first_published_at"),
                *(f"version__{column}" for column in columns),
            )

        def last_of(self, authors, at):
            """{author's key: the row of their newest piece that is public, with its version}. Two queries."""
            public = PrintedByline.objects.filter(version__published_at__lte=at, author=OuterRef("author"))
            newest = public.order_by("-first_published_at", "-version__number").values("pk")[:1]
            own = self.filter(author__in=authors).order_by().values_list("author").distinct()
            keys = [key for _author, key in own.annotate(newest=Subquery(newest)) if key]
            rows = self.filter(pk__in=keys).select_related("version")
            return {row.author_id: row for row in rows.only(*LINE)}

        def newest_articles_of(self, authors):
            """(article's key, None, author's key, its day) of the newest pieces of each of these authors, live or not.

            Joined as the topics' are: see `Tagging.objects.newest_of_each`.
            """
            rows = PrintedByline.objects.order_by("-first_published_at", "version")
            nothing = Cast(Value(None), models.BigIntegerField())
            columns = ("version__article", nothing, "author", "first_published_at")
            return self.none().union(
                *(
                    self.filter(pk__in=rows.filter(author=author).values("pk")[:NEAR]).values_list(*columns)
                    for author in authors
                )
            )

        def with_authors(self):
            """In the printed order, each with the author's record of today."""
            return self.select_related("author").order_by("position")

        def hand_over(self, source, target):
            """For the workflow, where two records turn out to be one author. What was printed stays as printed."""
            return models.QuerySet(PrintedByline).filter(author=source).update(author=target)

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

    @property
    def line(self):
        """What the version prints of the author."""
        return self.version.bylines[self.position - 1]

    def natural_key(self):
        return (*self.version.natural_key(), *self.author.natural_key())

    natural_key.dependencies = ["articles.version", "articles.author"]

    def save(self, **kwargs):
        if not self._state.adding:
            raise ImmutableError("A printed byline is not changed.")
        super().save(**kwargs)

    def delete(self, **kwargs):
        raise ImmutableError("A printed byline is not deleted.")
