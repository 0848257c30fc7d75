from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .languages import content_languages


class Disclaimer(models.Model):
    """The institution's wording in one language. Copied onto a version when it is published."""

    label = models.CharField(
        _("label"),
        max_length=100,
        help_text=_("For editors, in the list to choose from: “Views of the author”."),
    )
    language = models.CharField(_("language"), max_length=10, choices=content_languages, default="en")
    wording = models.TextField(
        _("wording"),
        help_text=_(
            "As readers see it under the text. Pieces already published keep the wording they were printed with."
        ),
    )
    is_default = models.BooleanField(
        _("default for its language"),
        default=False,
        help_text=_("New articles in this language start with it."),
    )
    is_approved = models.BooleanField(
        _("approved"),
        default=True,
        help_text=_("An article cannot be published while its disclaimer waits for approval."),
    )

    class Manager(models.Manager):
        def get_by_natural_key(self, label, language):
            return self.get(label=label, language=language)

        def default_for(self, language):
            return self.filter(language=language, is_default=True).first()

    objects = Manager()

    class Meta:
        verbose_name = _("disclaimer")
        verbose_name_plural = _("disclaimers")
        ordering = ["language", "label"]
        constraints = [
            models.UniqueConstraint(
                fields=["label", "language"],
                name="disclaimer_label_once",
                violation_error_message=_("There is a disclaimer with this label in this language already."),
            ),
            models.UniqueConstraint(
                fields=["language"],
                condition=Q(is_default=True),
                name="disclaimer_one_default",
                violation_error_message=_(
                    "This language has a default disclaimer already. Take the mark off that one first."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_default=False) | Q(is_approved=True),
                name="disclaimer_default_is_approved",
                violation_error_message=_("A disclaimer that waits for approval cannot be the default."),
            ),
        ]

    def __str__(self):
        return f"{self.label} ({self.get_language_display()})"

    def natural_key(self):
        return (self.label, self.language)
