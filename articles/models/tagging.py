from collections import Counter, defaultdict

from django.db import models
from django.db.models import Count, Exists, OuterRef, Value
from django.db.models.functions import Cast, ExtractYear
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase

from .version import Version

# How many pieces of a topic are looked at for those nearest to another: from the index, however many there are.
NEAR = 40


class Tagging(ItemBase):
    """An article's place on a topic's page.

    `first_published_at` is copied from the version by the workflow: a topic's list orders by this column of
    the through row, which an index serves; ordered by the version's own column a big topic took 62 ms.
    """

    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(
        "articles.Topic", on_delete=models.PROTECT, related_name="taggings", verbose_name=_("topic")
    )
    first_published_at = models.DateTimeField(null=True, editable=False)

    class Manager(models.Manager):
        def get_by_natural_key(self, article, topic):
            return self.get(content_object__uid=article, tag__slug=topic)

        def newest_of_each(self, topics):
            """(article's key, topic's key, None, its day) of the newest pieces of each of these topics, live or not."""
            dated = Tagging.objects.filter(first_published_at__isnull=False).order_by("-first_published_at")
            nobody = Cast(Value(None), models.BigIntegerField())  # of a bare NULL PostgreSQL makes text
            columns = ("content_object", "tag", nobody, "first_published_at")
            # Joined, each found by the index: with OR between them SQLite reads every tagging (36 ms of 20,000 articles).
            return self.none().union(
                *(
                    self.filter(pk__in=dated.filter(tag=topic).values("pk")[:NEAR]).values_list(*columns)
                    for topic in topics
                )
            )

        def newest_live_of_each(self, topics, at, number):
            """So many of each of these topics whose pieces are live at `at`. Joined for the same reason."""
            live = Version.objects.live(at).filter(article=OuterRef("content_object")).order_by()
            # By the index's own order: with the article's uid behind the date each of a topic's pieces was looked up.
            dated = Tagging.objects.filter(Exists(live)).order_by("-first_published_at")
            newest = (
                self.filter(pk__in=dated.filter(tag=topic).values("pk")[:number]).values("pk")
                for topic in topics
            )
            return self.none().values("pk").union(*newest)

        def themes_of(self, articles):
            """{article's key: its topics}."""
            themes = defaultdict(list)
            rows = self.filter(content_object__in=articles).select_related("tag")
            for tagging in rows.order_by("tag__name_key", "tag__slug"):
                themes[tagging.content_object_id].append(tagging.tag)
            return themes

        def live_counts(self, at):
            """{topic's key: how many of its pieces are live at `at`}, as `live_and_used`."""
            return self.live_and_used(at)[0]

        def live_and_used(self, at):
            """{topic's key: how many of its pieces are live at `at`}, {topic's key: how many articles use it}. Two queries.

            Every piece with a date counts, but for the few that are hidden now: to join each tagging with the
            version in force took 250 ms with 20,000 articles, this way 12. No counter is stored: the clock
            changes counts without a write.
            """
            dated = Count("first_published_at")
            hidden = self.filter(content_object__in=Version.objects.hiding(at).values("article"))
            every = list(self.order_by().values_list("tag").annotate(dated, Count("pk")))
            fewer = dict(hidden.order_by().values_list("tag").annotate(dated))
            live = Counter({topic: number for topic, number, _used in every}) - Counter(fewer)
            return live, {topic: used for topic, _number, used in every}

        def live_years(self, topic, at):
            """{year: how many of the topic's pieces first published in it are live at `at`}, counted as `live_counts` does."""
            hidden = Version.objects.hiding(at).values("article")
            dated = self.filter(tag=topic, first_published_at__isnull=False).exclude(
                content_object__in=hidden
            )
            years = dated.order_by().annotate(year=ExtractYear("first_published_at"))
            return dict(years.values_list("year").annotate(Count("pk")))

    objects = Manager()

    class Meta:
        verbose_name = _("topic of an article")
        verbose_name_plural = _("topics of articles")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagging_once")]
        indexes = [
            models.Index(fields=["tag", "-first_published_at", "content_object"], name="tagging_list"),
        ]

    def __str__(self):
        return f"{self.tag} · {self.content_object}"

    def natural_key(self):
        return (*self.content_object.natural_key(), *self.tag.natural_key())

    natural_key.dependencies = ["articles.article", "articles.topic"]
