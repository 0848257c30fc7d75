from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.utils.translation import gettext as _

from articles.text import slugify


def _spelled(value):
    if slug_re.match(value):
        return
    message = _("An address has letters from a to z, digits and hyphens, and no spaces.")
    would_do = slugify(value, max_length=80)
    if would_do:
        message += " " + _("“%s” would do.") % would_do
    raise ValidationError(message)


class AddressField(forms.SlugField):
    """Says what an address may hold, and offers the nearest form of what was typed."""

    default_validators = [_spelled]
