from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase

from articles.text import clean, fold, normal_form, slugify

from .tagging import Tagging
from .version import Version


class TopicQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def named(self, name):
        """The topic that has `name` as its preferred name or as an alias, whatever its case or accents."""
        return self.filter(names__normal_form=normal_form(name)).first()

    def of_articles(self, articles):
        """The topics of these articles, those most of them share first."""
        return (
            self.filter(taggings__content_object__in=articles)
            .annotate(pieces=Count("taggings"))
            .order_by("-pieces", "name_key", "slug")
        )

    def neighbours(self, topic, articles):
        """The topics these articles of `topic` are under as well, as `of_articles`."""
        return self.of_articles(articles).exclude(pk=topic.pk)

    def in_focus(self):
        """Those an editor chose for the home page, in the order chosen."""
        return self.filter(home_places__position__gte=0).order_by("home_places__position")

    def open_to_readers(self, at):
        """Topics with a live piece at `at`, and when their newest one was first published, as `latest_at`."""
        return self._with_newest(at).filter(latest_at__isnull=False)

    def with_live_pieces(self, at):
        """The topics open to readers as a list, each with the `count` of its live pieces. Three queries."""
        topics = list(self.open_to_readers(at))
        counts = Tagging.objects.live_counts(at)
        for topic in topics:
            topic.count = counts[topic.pk]
        return topics

    def with_uses(self, at):
        """All topics as a list: `count` and `latest_at` of their live pieces, and how many articles `used` them. Three queries."""
        topics = list(self._with_newest(at))
        counts, used = Tagging.objects.live_and_used(at)
        for topic in topics:
            topic.count, topic.used = counts[topic.pk], used.get(topic.pk, 0)
        return topics

    def _with_newest(self, at):
        live = Version.objects.live(at).filter(article=OuterRef("content_object")).order_by()
        newest = Tagging.objects.filter(Exists(live), tag=OuterRef("pk")).order_by("-first_published_at")
        return self.annotate(latest_at=Subquery(newest.values("first_published_at")[:1]))


class Topic(TagBase):
    """A theme. Its name and its aliases stand in TopicName, so that no two topics can claim one word."""

    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences readers see at the head of the topic’s page."),
    )
    standpoint = models.TextField(
        _("where we stand"),
        blank=True,
        help_text=_("The institution’s own words on the topic, at the head of its page."),
    )
    reviewed_on = models.DateField(
        _("reviewed on"),
        null=True,
        blank=True,
        help_text=_(
            "The day someone last read “where we stand” and found it still true. Readers see it beside the text."
        ),
    )
    name_key = models.CharField(max_length=110, blank=True, editable=False)
    is_approved = models.BooleanField(
        _("approved"),
        default=True,
        help_text=_("An article cannot be published while one of its topics waits for approval."),
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name_key", "slug"]
        indexes = [models.Index(fields=["name_key"], name="topic_name_key")]

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("articles:topic", args=[self.slug])

    def clean(self):
        super().clean()
        if self.name:  # an empty one, or one with a NUL, has been refused already
            refuse_name(self.name, topic=self)

    def save(self, **kwargs):
        """Keep the preferred name in the table of names; a former name stays as an alias, with its address."""
        self.name = " ".join(self.name.split())
        refuse_name(self.name, topic=self)
        self.name_key = fold(self.name)[:110]
        self.standpoint = clean(self.standpoint)
        form = normal_form(self.name)
        with transaction.atomic():
            self.slug = self._address_of(form)
            # Past TagBase.save(): it would number a second "Türkiye" silently, where we refuse it.
            models.Model.save(self, **kwargs)
            self.names.filter(is_preferred=True).exclude(normal_form=form).update(is_preferred=False)
            self.names.update_or_create(
                normal_form=form, defaults={"name": self.name, "slug": self.slug, "is_preferred": True}
            )

    def _address_of(self, form):
        """Each name keeps its address, so a renamed topic moves to another; the old one redirects as an alias."""
        names = dict(self.names.values_list("normal_form", "slug")) if self.pk else {}
        if form in names:
            return names[form]
        return self.slug if self.slug and self.slug not in names.values() else free_slug(self.name)

    @property
    def aliases(self):
        return sorted((n.name for n in self.names.all() if not n.is_preferred), key=fold)


class TopicName(models.Model):
    """A name of a topic: its preferred one or an alias. One table, so that "Turkey" cannot belong to two."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="names", verbose_name=_("topic"))
    name = models.CharField(_("name"), max_length=100)
    normal_form = models.CharField(max_length=110, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)
    is_preferred = models.BooleanField(default=False, editable=False)

    class Manager(models.Manager):
        def get_by_natural_key(self, form):
            return self.get(normal_form=form)

    objects = Manager()

    class Meta:
        verbose_name = _("name of a topic")
        verbose_name_plural = _("names of topics")
        ordering = ["normal_form"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic"], condition=Q(is_preferred=True), name="topic_one_preferred_name"
            ),
            models.CheckConstraint(condition=~Q(normal_form=""), name="topic_name_not_empty"),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.normal_form,)

    natural_key.dependencies = ["articles.topic"]

    def clean(self):
        super().clean()
        if self.name:
            refuse_name(self.name, alias=self)

    def save(self, **kwargs):
        self.name = " ".join(self.name.split())
        refuse_name(self.name, alias=self)
        self.normal_form = normal_form(self.name)
        self.slug = self.slug or free_slug(self.name)
        super().save(**kwargs)


def refuse_name(name, *, topic=None, alias=None):
    """Raise ValidationError where `name` says nothing, or is taken by a name that is not `topic`'s and not `alias`."""
    form = normal_form(name)
    if not form or not slugify(name):
        raise ValidationError(
            _("“%(name)s” cannot be a topic: it needs at least one letter or digit."), params={"name": name}
        )
    if len(form) > TopicName._meta.get_field("normal_form").max_length:
        # Folding makes some letters longer: "ß" is two.
        raise ValidationError(_("This name is too long for a topic."))
    taken = TopicName.objects.filter(normal_form=form)
    other = (
        taken.exclude(topic_id=topic.pk if topic else None).exclude(pk=alias.pk if alias else None).first()
    )
    if other:
        raise ValidationError(
            _("“%(name)s” is already a name of the topic “%(topic)s”."),
            params={"name": name, "topic": other.topic.name},
        )


def free_slug(name):
    """An address no other name has: "U.S." and "U S." differ as names and would share one."""
    base = slugify(name, max_length=90)
    taken = set(TopicName.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
