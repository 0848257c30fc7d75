from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.text import clean

from .languages import content_languages


class PublicationManager(models.Manager):
    def get_by_natural_key(self, singleton):
        return self.get(singleton=singleton)

    def current(self):
        """The one row, or an unsaved one with a neutral name while nobody has filled it in."""
        return self.first() or Publication(name="Thinktank")


class Publication(models.Model):
    """The institution's own name and words."""

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
    about = models.TextField(_("about"), blank=True, help_text=_("The text of the About page."))
    policy = models.TextField(
        _("editorial policy"),
        blank=True,
        help_text=_("Printed on the About page: how pieces are chosen and corrected."),
    )
    contact_email = models.EmailField(
        _("contact e-mail"), blank=True, help_text=_("Readers see it on the About page.")
    )
    default_language = models.CharField(
        _("default language"), max_length=10, choices=content_languages, default="en"
    )

    objects = PublicationManager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publication")
        constraints = [models.CheckConstraint(condition=Q(singleton=True), name="publication_one_row")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (True,)

    def save(self, **kwargs):
        self.about = clean(self.about)
        self.policy = clean(self.policy)
        super().save(**kwargs)
