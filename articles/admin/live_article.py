"""A live article, chosen by its title or its address."""

import re
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import Script
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, FormerAddress, Version, clock
from articles.text import fold

from . import search
from .widgets import DeskWidget


class LiveArticleWidget(DeskWidget, forms.TextInput):
    """A line to type a title or an address in; a script suggests articles."""

    template_name = "admin/desk/live_article.html"
    scripts = [Script("desk/live-article.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["suggest"] = reverse("admin:articles_suggest_live")
        return context


class LiveArticleField(forms.CharField):
    """Cleans to an Article that readers see, or None where nothing was typed."""

    widget = LiveArticleWidget

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return None
        found = list(_meant(typed)[:2])
        if len(found) == 1:
            return found[0].article
        if found:
            message = _(
                "Several articles are called “%(typed)s”. Choose one from the list, or type its address."
            )
        else:
            message = _("Readers find no article with the title or address “%(typed)s”. Choose a live one.")
        raise ValidationError(message, params={"typed": typed[:100]})


def found(text):
    """Live versions whose article `text` may mean, the likeliest first."""
    live = Version.objects.live(clock.now()).for_lists()
    at_address = list(live.filter(article__slug=_slug(text))) if _slug(text) else []
    by_words = live.filter(article__in=search.articles(Article.objects.order_by(), text)).newest_first()
    return at_address or by_words


def _meant(text):
    live = Version.objects.live(clock.now()).select_related("article")
    title = " ".join(text.split())
    titled = live.filter(Q(title=title) | Q(article__title_key=fold(title)[:300]))
    if "/" not in text and titled.exists():
        return titled
    slug = _slug(text)
    moved = FormerAddress.objects.filter(slug=slug).values("article")
    return live.filter(Q(article__slug=slug) | Q(article__in=moved)) if slug else titled


def _slug(text):
    """Of an address, whole or in part, or of its last word alone."""
    path = urlsplit(text).path if "/" in text else text
    found = re.fullmatch(r"(?:.*/)?(?:articles/)?([-\w]+)/?", path.strip().lower(), re.ASCII)
    return found[1] if found else ""
