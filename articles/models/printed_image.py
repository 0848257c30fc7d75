from django.db import models
from django.utils.translation import gettext_lazy as _

from .immutability import ImmutableError, ImmutableQuerySet
from .version import Version


class PrintedImage(models.Model):
    """A picture that a version prints, at its head or in its text: it cannot be deleted while the version is there."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="printed_images")
    image = models.ForeignKey("articles.Image", on_delete=models.PROTECT, related_name="printed_images")

    class QuerySet(ImmutableQuerySet):
        def get_by_natural_key(self, article, number, image):
            return self.get(version__article__uid=article, version__number=number, image__uid=image)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = _("printed image")
        verbose_name_plural = _("printed images")
        base_manager_name = "objects"
        constraints = [models.UniqueConstraint(fields=["version", "image"], name="printed_image_once")]

    def __str__(self):
        return f"{self.image} · {self.version}"

    def natural_key(self):
        return (*self.version.natural_key(), *self.image.natural_key())

    natural_key.dependencies = ["articles.version", "articles.image"]

    def save(self, **kwargs):
        if not self._state.adding:
            raise ImmutableError("A printed image is not changed.")
        super().save(**kwargs)

    def delete(self, **kwargs):
        raise ImmutableError("A printed image is not deleted.")
