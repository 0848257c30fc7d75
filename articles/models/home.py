from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .article import Article
from .topic import Topic

# Above all the others on the page.
LEAD = 0


class HomePageManager(models.Manager):
    def get_by_natural_key(self, singleton):
        return self.get(singleton=singleton)

    def current(self):
        """The one row, or an unsaved one while nobody has chosen anything."""
        return self.first() or HomePage()


class HomePage(models.Model):
    """What an editor chose for the home page: one row. What nobody chose stands there by rule: see views/front.py."""

    singleton = models.BooleanField(default=True, unique=True, editable=False)

    objects = HomePageManager()

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home page")
        constraints = [models.CheckConstraint(condition=Q(singleton=True), name="home_page_one_row")]

    def __str__(self):
        return str(_("Home page"))

    def natural_key(self):
        return (True,)


class HomePick(models.Model):
    """A piece chosen for the home page. It stays chosen while it is hidden, and is shown again with its text."""

    home = models.ForeignKey(HomePage, on_delete=models.CASCADE, related_name="picks")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="home_picks")
    position = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=200, blank=True)

    class QuerySet(models.QuerySet):
        def get_by_natural_key(self, article):
            return self.get(article__uid=article)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = _("piece on the home page")
        verbose_name_plural = _("pieces on the home page")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["article"], name="home_pick_once"),
            models.UniqueConstraint(fields=["position"], name="home_pick_position_once"),
        ]

    def __str__(self):
        return f"{self.position} · {self.article}"

    def natural_key(self):
        return self.article.natural_key()

    natural_key.dependencies = ["articles.article", "articles.homepage"]


class HomeTopic(models.Model):
    """A topic in focus on the home page, shown there while it has a live piece."""

    home = models.ForeignKey(HomePage, on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="home_places", verbose_name=_("topic")
    )
    position = models.PositiveSmallIntegerField()

    class QuerySet(models.QuerySet):
        def get_by_natural_key(self, topic):
            return self.get(topic__slug=topic)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = _("topic on the home page")
        verbose_name_plural = _("topics on the home page")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["topic"], name="home_topic_once"),
            models.UniqueConstraint(fields=["position"], name="home_topic_position_once"),
        ]

    def __str__(self):
        return f"{self.position} · {self.topic}"

    def natural_key(self):
        return self.topic.natural_key()

    natural_key.dependencies = ["articles.topic", "articles.homepage"]
