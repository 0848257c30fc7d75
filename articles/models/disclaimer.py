import uuid

from django.db import models, transaction
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.text import wording_hash

from .clock import now
from .counting import RowCount
from .languages import content_languages
from .version import Version
from .version_queries import CAP


class Disclaimer(models.Model):
    """The institution's wording in one language. Copied onto a version when it is published."""

    # By this a revision finds the record again that has another label since.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
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

    def save(self, **kwargs):
        """A wording that is changed is remembered, so that the pieces that carry it can be found."""
        with transaction.atomic():
            self._remember_wording()
            super().save(**kwargs)

    def _remember_wording(self):
        old = Disclaimer.objects.filter(pk=self.pk).values_list("wording", flat=True).first()
        new = wording_hash(self.wording)
        if old is None or wording_hash(old) == new:
            return
        self.former_wordings.filter(wording_hash=new).delete()
        self.former_wordings.update_or_create(
            wording_hash=wording_hash(old), defaults={"wording": old, "until": now()}
        )


class FormerWording(models.Model):
    """What a disclaimer once said. Pieces published then say it still."""

    disclaimer = models.ForeignKey(Disclaimer, on_delete=models.CASCADE, related_name="former_wordings")
    wording = models.TextField()
    wording_hash = models.CharField(max_length=64)
    until = models.DateTimeField()

    class QuerySet(models.QuerySet):
        def get_by_natural_key(self, label, language, digest):
            return self.get(disclaimer__label=label, disclaimer__language=language, wording_hash=digest)

        def still_printed(self, at):
            """Those live versions print, each with its record and the `count` of these, no higher than CAP + 1."""
            live = Version.objects.live(at).order_by().filter(disclaimer_hash=OuterRef("wording_hash"))
            counted = self.annotate(count=RowCount(live.values("pk")[: CAP + 1]))
            return counted.filter(count__gt=0).select_related("disclaimer")

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = _("former wording")
        verbose_name_plural = _("former wordings")
        ordering = ["-until", "wording_hash"]
        constraints = [
            models.UniqueConstraint(fields=["disclaimer", "wording_hash"], name="former_wording_once")
        ]

    def __str__(self):
        return self.wording

    def natural_key(self):
        return (*self.disclaimer.natural_key(), self.wording_hash)

    natural_key.dependencies = ["articles.disclaimer"]
