"""The picture at the head of an article: chosen from the library, by its uid."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Script
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Image

from .widgets import DeskWidget


def library_addresses():
    """Where desk/library.js asks for pictures and sends new ones."""
    return {
        "data-library": reverse("admin:articles_image_choose"),
        "data-library-add": reverse("admin:articles_image_add"),
    }


class LeadImageWidget(DeskWidget, forms.TextInput):
    template_name = "admin/desk/lead_image.html"
    scripts = [Script("desk/lead-image.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs | library_addresses())
        context["widget"]["image"] = _of(value)
        return context


class LeadImageField(forms.CharField):
    """Cleans to the Image, or None."""

    widget = LeadImageWidget

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=36, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        image = _of(value)
        if image is None:
            raise ValidationError(
                _("This picture is not in the library any more. Choose another one."), code="gone"
            )
        return image


def _of(value):
    try:
        return Image.objects.filter(uid=value).first() if value else None
    except ValidationError:  # no uid at all
        return None


def title_of(value):
    image = _of(value)
    return image.title if image else value
