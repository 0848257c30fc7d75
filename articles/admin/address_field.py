from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, FormerAddress, clock
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


def naming(error, article, user):
    """`error`, and where it refuses the address of `article` as taken, with the piece that has it, if `user` may know.

    Whoever may see a piece knows its title, and everybody that of one readers see.
    """
    if error.code not in ("unique", "former"):
        return error
    other = Article.objects.filter(slug=article.slug).exclude(pk=article.pk).first()
    former = FormerAddress.objects.filter(slug=article.slug).select_related("article").first()
    if other:
        message = _("“%(title)s” has this address already. Choose another one.")
    elif former:
        other = former.article
        message = _("Readers know this address for “%(title)s”. Choose another one.")
    title = _title_for(user, other) if other else ""
    return ValidationError(message, code=error.code, params={"title": title}) if title else error


def _title_for(user, article):
    if rules.may_see(user, article):
        return str(article)
    live = article.versions.live(clock.now()).first()
    return live.title if live else ""
