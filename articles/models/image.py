import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.imaging import FALLBACKS, Format, height_at, path_of
from articles.text import fold

from .article import Article
from .clock import now
from .printed_image import PrintedImage
from .version import Version


class ImageQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid):
        return self.get(uid=uid)

    def with_use(self, at):
        """Annotate whether anything uses the image, and whether readers have seen it by `at`."""
        printed = PrintedImage.objects.filter(image=OuterRef("pk"))
        public = Version.objects.public(at).filter(printed_images__image=OuterRef("pk"))
        led = Article.objects.filter(lead_image=OuterRef("pk"))
        figures = Figure.objects.filter(image=OuterRef("pk"))
        return self.annotate(
            in_use=Q(Exists(printed)) | Q(Exists(led)) | Q(Exists(figures)),
            is_public=Exists(public.order_by()),
        )

    def in_bulk_by_uid(self, uids):
        """{uid as text: image}, those that are there. One query."""
        return {str(image.uid): image for image in self.filter(uid__in=uids)} if uids else {}


class Image(models.Model):
    """A picture of the library. Its files are named by the uploaded file's hash under a random uid, and never replaced."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("For editors, to find the picture again. Readers do not see it."),
    )
    alt = models.TextField(
        _("alternative text"),
        max_length=1000,
        blank=True,
        help_text=_(
            "What the picture shows, for those who do not see it: of a chart, what it says, in a sentence or two."
        ),
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_(
            "Tick this where the picture says nothing that the text does not say: it is passed over then."
        ),
    )
    caption = models.TextField(
        _("caption"), max_length=1000, blank=True, help_text=_("Printed under the picture.")
    )
    credit = models.CharField(
        _("credit"),
        max_length=300,
        blank=True,
        help_text=_(
            "Who made it and under what licence: “Photo: Ada Moreau, CC BY 4.0”. Printed after the caption."
        ),
    )
    focal_x = models.PositiveSmallIntegerField(
        _("focus, from the left"), default=50, help_text=_("In per cent of the width.")
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focus, from the top"), default=50, help_text=_("In per cent of the height.")
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    format = models.CharField(
        max_length=4, choices=[(format.value, format.name) for format in Format], editable=False
    )
    bytes = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    # {format: [widths]}: which files there are.
    renditions = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(_("added"), default=now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, editable=False
    )
    created_by_name = models.CharField(_("added by"), max_length=150, blank=True, editable=False)
    search_key = models.TextField(blank=True, editable=False)

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "uid"]
        indexes = [models.Index(fields=["-created_at", "uid"], name="image_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_decorative=False) | Q(alt=""),
                name="image_one_alt_decision",
                violation_error_message=_("Write an alternative text or tick “decorative”, not both."),
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                name="image_focus_inside",
                violation_error_message=_("The focus lies between 0 and 100 per cent."),
            ),
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (str(self.uid),)

    def save(self, **kwargs):
        self.title = " ".join(self.title.split())
        self.alt, self.credit = " ".join(self.alt.split()), " ".join(self.credit.split())
        self.search_key = fold(f"{self.title} {self.alt} {self.caption} {self.credit}")
        super().save(**kwargs)

    def is_public_at(self, at):
        """Whether readers have seen it by `at`."""
        return Version.objects.public(at).filter(printed_images__image=self).exists()

    @property
    def is_described(self):
        """Whether it was decided what those hear who do not see it."""
        return bool(self.alt or self.is_decorative)

    @property
    def fallback(self):
        """The format every browser and feed reader knows."""
        return next(name for name in FALLBACKS if name in self.renditions)

    def files(self):
        """(format, width, path) of each file there is."""
        for name, widths in self.renditions.items():
            for width in widths:
                yield name, width, path_of(self.uid, self.sha256, width, name)

    def url(self, name, width):
        return reverse("articles:media", args=[path_of(self.uid, self.sha256, width, name)])

    def height_at(self, width):
        return height_at(self.width, self.height, width)

    @property
    def thumbnail_url(self):
        return self.url(self.fallback, self.renditions[self.fallback][0])


class Figure(models.Model):
    """A picture that stands in the text of a working copy: it cannot be deleted while it does."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="figures")
    image = models.ForeignKey(Image, on_delete=models.PROTECT, related_name="figures")

    class Manager(models.Manager):
        def get_by_natural_key(self, article, image):
            return self.get(article__uid=article, image__uid=image)

    objects = Manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [models.UniqueConstraint(fields=["article", "image"], name="figure_image_once")]

    def __str__(self):
        return f"{self.image} · {self.article}"

    def natural_key(self):
        return (*self.article.natural_key(), *self.image.natural_key())

    natural_key.dependencies = ["articles.article", "articles.image"]
