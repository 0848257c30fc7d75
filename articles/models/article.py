import datetime
import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.text import clean, fold

from .article_set import UNPUBLISHED_WORDS, ArticleQuerySet
from .clock import now, whole_second
from .kinds import Kind
from .languages import content_languages
from .stage import Stage
from .tagging import Tagging
from .topic import Topic

# No think tank is older; what is dated before is a slip of the pen.
EARLIEST = datetime.datetime(1800, 1, 1, tzinfo=datetime.UTC)


class Article(models.Model):
    """A piece and its working copy. Saving it never changes what readers see: see Version."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(
        _("title"),
        max_length=300,
        blank=True,
        help_text=_(
            "As readers see it at the head of the page, in lists, in search engines and in citations."
        ),
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        null=True,
        blank=True,
        help_text=_(
            "The last part of the web address: small letters, digits and hyphens. "
            "Leave it empty and it is made from the title."
        ),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.COMMENTARY,
        help_text=_("Printed above the title."),
    )
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        help_text=_(
            "One or two sentences under the title. Lists, search engines and shared links show it too: "
            "about 160 characters are shown whole."
        ),
    )
    body = models.TextField(_("text"), blank=True)
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=content_languages,
        default="en",
        help_text=_("The language the text is written in. Browsers read it aloud and hyphenate it by this."),
    )
    lead_image = models.ForeignKey(
        "articles.Image",
        verbose_name=_("lead image"),
        on_delete=models.PROTECT,
        related_name="led_articles",
        null=True,
        blank=True,
        help_text=_("Stands between the title and the text, and goes along when the piece is shared."),
    )
    topics = TaggableManager(
        through=Tagging, to=Topic, ordering=["name_key", "slug"], blank=True, verbose_name=_("topics")
    )
    disclaimer = models.ForeignKey(
        "articles.Disclaimer",
        verbose_name=_("disclaimer"),
        on_delete=models.PROTECT,
        related_name="articles",
        null=True,
        blank=True,
        help_text=_(
            "The wording is copied when you publish; later changes of the record do not reach this piece."
        ),
    )
    no_disclaimer = models.BooleanField(
        _("no disclaimer needed"),
        default=False,
        help_text=_(
            "Tick this where the institution itself speaks. One of the two must be decided before publishing."
        ),
    )
    originally_at = models.CharField(
        _("originally published at"),
        max_length=200,
        blank=True,
        help_text=_("Where the piece first appeared, if it was elsewhere: “Daily Example, 3 May 2024”."),
    )
    originally_published_at = models.DateTimeField(
        _("date of first publication elsewhere"),
        null=True,
        blank=True,
        help_text=_(
            "Only for pieces brought along from an archive: readers see this as the date of publication."
        ),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        on_delete=models.SET_NULL,
        related_name="articles",
        null=True,
        blank=True,
    )
    manuscript_sha256 = models.CharField(_("manuscript"), max_length=64, blank=True, editable=False)
    title_key = models.CharField(max_length=300, blank=True, editable=False)
    # Of the working copy as last saved; equal to a version's where nothing has changed since.
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    # Of the newest version, waiting or public; "" without one. Written by the workflow with each version: to find
    # what has changed among 20,000 articles by their versions took 70 ms, by this column 0.3.
    version_hash = models.CharField(max_length=64, blank=True, editable=False)
    row_version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    modified_at = models.DateTimeField(_("last saved"), default=now, editable=False)
    # Of the working copy; the workflow moves it, and no form may.
    stage = models.CharField(
        _("stage"), max_length=20, choices=Stage.choices, default=Stage.DRAFTING, editable=False
    )
    stage_since = models.DateTimeField(default=now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-modified_at", "uid"]
        indexes = [
            # With title and key, so that a search reads the index alone and not 20,000 rows with their texts: a word that
            # is nowhere takes 1 ms on SQLite; on PostgreSQL, which keeps no key in an index by itself, 2.5 in place of 15.
            models.Index(fields=["-modified_at", "uid", "title_key", "id"], name="article_searched"),
            models.Index(fields=["title_key"], name="article_title"),
            # One for each way the desk narrows its list: a rare kind must not cost a walk through all the others.
            models.Index(fields=["kind", "-modified_at", "uid"], name="article_kind"),
            models.Index(fields=["language", "-modified_at", "uid"], name="article_language"),
            models.Index(fields=["owner", "-modified_at", "uid"], name="article_owner"),
            models.Index(fields=["-modified_at", "uid"], condition=Q(version_hash=""), name="article_draft"),
            models.Index(
                fields=["-modified_at", "uid"],
                condition=~Q(version_hash="") & UNPUBLISHED_WORDS,
                name="article_changed",
            ),
            models.Index(
                fields=["owner", "-modified_at", "uid"], condition=UNPUBLISHED_WORDS, name="article_in_hand"
            ),
            models.Index(
                fields=["stage", "-modified_at", "uid"], condition=UNPUBLISHED_WORDS, name="article_awaited"
            ),
            models.Index(fields=["stage", "-modified_at", "uid"], name="article_stage"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(no_disclaimer=False) | Q(disclaimer=None),
                name="article_one_disclaimer_decision",
                violation_error_message=_("Choose a disclaimer or tick “no disclaimer needed”, not both."),
            ),
            models.UniqueConstraint(
                fields=["manuscript_sha256"],
                condition=~Q(manuscript_sha256=""),
                name="article_manuscript_once",
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="article_slug_not_empty"),
        ]
        permissions = [
            ("edit_any_article", _("Can edit other people’s articles and published ones")),
            ("approve_records", _("Can approve new authors, disclaimers and topics")),
            ("classify_article", _("Can change topics and address of a published article")),
            ("approve_article", _("Can return and approve what is in review")),
            ("publish_article", _("Can publish, schedule and correct")),
            ("withdraw_article", _("Can withdraw and reinstate")),
        ]

    def __str__(self):
        return self.title or str(_("Untitled"))

    def natural_key(self):
        return (str(self.uid),)

    def clean(self):
        super().clean()
        self._refuse_odd_date()

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        if not self.slug or "slug" in (exclude or ()):
            return  # A slug that is none of its kind, with a NUL say, is not looked for: PostgreSQL would break off.
        if FormerAddress.objects.filter(slug=self.slug).exclude(article_id=self.pk).exists():
            message = _("Readers know this address for another article. Choose another one.")
            raise ValidationError({"slug": ValidationError(message, code="former")})

    def unique_error_message(self, model_class, unique_check):
        if unique_check != ("slug",):
            return super().unique_error_message(model_class, unique_check)
        # Not which one: it may be another writer's draft. The desk's forms name it to who may know.
        return ValidationError(
            _("Another article has this address already. Choose another one."), code="unique"
        )

    def save(self, **kwargs):
        # The editor's form cleans as well, but an import, a restore and a shell do not pass through it.
        self.body = clean(self.body)
        self.title = " ".join(self.title.split())
        self.title_key = fold(self.title)[:300]
        self.slug = self.slug.lower() if self.slug else None
        if self.originally_published_at:
            self.originally_published_at = whole_second(self.originally_published_at)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("articles:article", args=[self.slug]) if self.slug else ""

    def _refuse_odd_date(self):
        date = self.originally_published_at
        if date is None:
            return
        if timezone.is_naive(date):
            message = _("Say in which time zone this time is.")
        elif date > now():
            message = _("This date lies ahead. To publish later, schedule the article.")
        elif date < EARLIEST:
            # The archive asks once for each year since the first piece: a typo would make it ask 1,800 times.
            message = _("This year cannot be right.")
        else:
            return
        raise ValidationError({"originally_published_at": message})

    def touch(self, now):
        """Move the row's version number on, so that a form opened before this is known to be stale."""
        Article.objects.filter(pk=self.pk).update(row_version=F("row_version") + 1, modified_at=now)
        self.refresh_from_db(fields=["row_version", "modified_at"])

    def enter(self, stage, now):
        """Move the working copy to `stage`, from `now` on if it was in another."""
        if stage != self.stage:
            self.stage, self.stage_since = stage, now
            Article.objects.filter(pk=self.pk).update(stage=stage, stage_since=now)
        self.touch(now)


class FormerAddress(models.Model):
    """A slug under which readers once found an article: it redirects, and stays reserved."""

    slug = models.SlugField(max_length=80, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="former_addresses")

    class Manager(models.Manager):
        def get_by_natural_key(self, slug):
            return self.get(slug=slug)

    objects = Manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ["articles.article"]
