from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from . import clock
from .languages import content_languages
from .series import SeriesPart

# The page the main menu leads to.
ABOUT = "about"


class PublicationManager(models.Manager):
    def get_by_natural_key(self, singleton):
        return self.get(singleton=singleton)

    def current(self):
        """The one row, or an unsaved one with a neutral name while nobody has filled it in.

        `has_series` is asked along with it: every page has a foot, and the foot leads to them while there is one to read.
        """
        live_parts = SeriesPart.objects.live(clock.now())
        return self.annotate(has_series=Exists(live_parts)).first() or Publication(name="Thinktank")


class Publication(models.Model):
    """The institution's own name and what it says of itself in a line or two; its longer texts are pages."""

    # Unique and always true: the database holds the rule that there is one row.
    singleton = models.BooleanField(default=True, unique=True, editable=False)
    name = models.CharField(
        _("name"), max_length=100, help_text=_("At the head of every page and in citations.")
    )
    tagline = models.CharField(
        _("tagline"), max_length=200, blank=True, help_text=_("One line under the name.")
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences for search engines and feeds.")
    )
    contact_email = models.EmailField(
        _("contact e-mail"), blank=True, help_text=_("Readers see it on the About page.")
    )
    default_language = models.CharField(
        _("default language"), max_length=10, choices=content_languages, default="en"
    )
    republishing_terms = models.TextField(
        _("terms of republishing"),
        blank=True,
        help_text=_(
            "On what terms others may print our pieces. With terms, each piece offers its text to be copied; without, none does."
            " A piece that first appeared elsewhere is never offered."
        ),
    )
    licence_url = models.URLField(
        _("address of the licence"),
        blank=True,
        help_text=_(
            "Such as https://creativecommons.org/licenses/by-nd/4.0/. Search engines are told of it too."
        ),
    )
    # Titles and addresses of the pages in the footer, copied by them: see page.lay_footer.
    footer = models.JSONField(default=list, blank=True, editable=False)

    objects = PublicationManager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publication")
        constraints = [models.CheckConstraint(condition=Q(singleton=True), name="publication_one_row")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (True,)

    def may_be_republished(self, version):
        """On our terms, and only what first appeared here: the rest is not ours to give away."""
        return bool(self.republishing_terms.strip()) and not version.originally_at

    @cached_property
    def has_series(self):
        """Whether readers find any part of one. `current` asks it along; the desk's pages have no foot, and never ask."""
        return SeriesPart.objects.live(clock.now()).exists()

    @property
    def footer_links(self):
        """One for each address, in the language spoken where the page is written in it."""
        nearest = {}
        for link in self.footer:
            present = nearest.setdefault(link["slug"], link)
            if nearest_language(link["language"]) < nearest_language(present["language"]):
                nearest[link["slug"]] = link
        return [link | {"url": address_of_page(slug)} for slug, link in nearest.items()]


def nearest_language(language):
    """By this the text to show sorts first: in the language spoken, else in the site's own, else in any."""
    site = settings.LANGUAGE_CODE.split("-")[0]
    return (language != get_language(), language != site, language)


def address_of_page(slug):
    """In the language spoken."""
    return reverse("articles:about") if slug == ABOUT else reverse("articles:page", args=[slug])
