import datetime
import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.text import clean, fold

from .clock import now, whole_second
from .kinds import Kind
from .languages import content_languages
from .topic import Tagging
from .version import Version

# No think tank is older; what is dated before is a slip of the pen.
EARLIEST = datetime.datetime(1800, 1, 1, tzinfo=datetime.UTC)


class ArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid):
        return self.get(uid=uid)

    def with_status(self, at):
        """Annotate what `articles.models.status.Status` reads, in the same query."""
        versions = Version.objects.filter(article=OuterRef("pk")).order_by()
        in_force = versions.in_force(at)
        waiting = versions.waiting(at)
        return self.annotate(
            ever_public=Exists(versions.filter(published_at__lte=at)),
            now_number=Subquery(in_force.values("number")[:1]),
            now_published_at=Subquery(in_force.values("published_at")[:1]),
            now_reason=Subquery(in_force.values("reason")[:1]),
            now_hash=Subquery(in_force.values("content_hash")[:1]),
            waiting_number=Subquery(waiting.values("number")[:1]),
            waiting_at=Subquery(waiting.values("published_at")[:1]),
            waiting_hash=Subquery(waiting.values("content_hash")[:1]),
        )


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
    topics = TaggableManager(
        through=Tagging, ordering=["name_key", "slug"], blank=True, verbose_name=_("topics")
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
    row_version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    modified_at = models.DateTimeField(_("last saved"), default=now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-modified_at", "uid"]
        indexes = [
            models.Index(fields=["-modified_at", "uid"], name="article_modified"),
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
        former = FormerAddress.objects.filter(slug=self.slug).exclude(article_id=self.pk).first()
        if former:
            message = _("Readers know this address for “%(title)s”. Choose another one.")
            raise ValidationError({"slug": ValidationError(message, params={"title": former.article.title})})

    def unique_error_message(self, model_class, unique_check):
        if unique_check != ("slug",):
            return super().unique_error_message(model_class, unique_check)
        message = _("“%(title)s” has this address already. Choose another one.")
        other = Article.objects.filter(slug=self.slug).exclude(pk=self.pk).first()
        return ValidationError(message, code="unique", params={"title": other})

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
