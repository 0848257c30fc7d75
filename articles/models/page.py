from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.text import clean, slugify

from .languages import content_languages
from .publication import Publication, address_of_page, nearest_language


class PageQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug, language):
        return self.get(slug=slug, language=language)

    def public(self):
        return self.filter(is_public=True)

    def addresses(self):
        """Each once, in however many languages it is written."""
        return self.order_by("slug").values_list("slug", flat=True).distinct()

    def at_address(self, slug):
        """The page, in the language spoken where it is written in that, or None."""
        rows = list(self.filter(slug=slug).order_by("language"))
        return min(rows, key=lambda page: nearest_language(page.language), default=None)


class Page(models.Model):
    """A text of the institution's own that is no article: about, a policy, contact. Readers see what was saved last."""

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        blank=True,
        help_text=_(
            "The last part of the page’s web address. Leave it empty: it is made from the title. "
            "“about” is the page the main menu leads to. A translation has the same address as its original."
        ),
    )
    language = models.CharField(_("language"), max_length=10, choices=content_languages, default="en")
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("One sentence for search engines.")
    )
    body = models.TextField(_("text"), blank=True)
    is_public = models.BooleanField(
        _("readers see it"),
        default=False,
        help_text=_("Without this the page is only on the desk. With it, what you save is what readers see."),
    )
    in_footer = models.BooleanField(
        _("in the footer"), default=True, help_text=_("Linked at the foot of every page readers see.")
    )
    position = models.PositiveSmallIntegerField(
        _("place"), default=10, help_text=_("In the footer, the smallest number comes first.")
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "slug", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "language"],
                name="page_once_in_a_language",
                violation_error_message=_("There is a page at this address in this language."),
            )
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.slug, self.language)

    def clean(self):
        super().clean()
        self.slug = self.slug or self._own_slug()

    def save(self, **kwargs):
        self.title = " ".join(self.title.split())
        self.slug = self.slug or self._own_slug()
        self.body = clean(self.body)
        with transaction.atomic():
            super().save(**kwargs)
            lay_footer()

    def delete(self, **kwargs):
        with transaction.atomic():
            deleted = super().delete(**kwargs)
            lay_footer()
        return deleted

    def get_absolute_url(self):
        """Its form in its own language, or in the site's where the site does not speak that."""
        with override(self.language if self.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            return address_of_page(self.slug)

    def _own_slug(self):
        return slugify(self.title, max_length=80) or "page"


def lay_footer():
    """Copy the titles of the pages in the footer onto the publication, which every page reads anyway.

    Its row is locked first: of two that save a page at once, the second copies what both have saved.
    """
    publication = Publication.objects.select_for_update().first()
    if publication:
        rows = Page.objects.public().filter(in_footer=True).values("slug", "language", "title")
        Publication.objects.update(footer=list(rows.order_by("position", "slug", "language")))
