"""The pieces a topic's page shows first: a few lines, each a title or an address, in their order."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Topic, Version, clock
from articles.text import fold

from . import search, status
from .line_picker import LinePicker, each, title_or_address
from .widgets import DeskWidget

LINES = 5
SHOWN = 12


class PinLine(LinePicker):
    topic = None

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if self.topic:
            context["widget"]["suggest"] = reverse("admin:articles_suggest_pieces", args=[self.topic.pk])
        return context


class PinsWidget(DeskWidget, forms.MultiWidget):
    template_name = "admin/desk/pins.html"
    scripts = PinLine.scripts
    use_fieldset = True

    def __init__(self, attrs=None):
        lines = [PinLine({"aria-label": _("Piece %d") % number}) for number in range(1, LINES + 1)]
        super().__init__(lines, attrs)

    def decompress(self, value):
        value = list(value or [])[:LINES]
        return value + [""] * (LINES - len(value))


class PinsField(forms.Field):
    """Cleans to a list of articles, each live under the topic or pinned there already."""

    widget = PinsWidget
    topic = None

    def __init__(self):
        super().__init__(
            required=False,
            label=gettext_lazy("Pieces to start with"),
            help_text=gettext_lazy(
                "Shown first on the topic’s page, in this order: live pieces of the topic, by title or address. "
                "A piece that is withdrawn, or leaves the topic, is not shown while it is away."
            ),
        )

    def of(self, topic):
        self.topic = topic
        for line in self.widget.widgets:
            line.topic = topic

    def clean(self, value):
        typed = [line for line in value or [] if line and line.strip("\x00 ")]
        return list(dict.fromkeys(each(typed, self._article)))

    def has_changed(self, initial, data):
        return list(filter(None, initial or [])) != list(filter(None, data or []))

    def _article(self, typed):
        text, slug = title_or_address(typed)
        pinned = Article.objects.filter(pins__topic=self.topic)
        live = Article.objects.filter(
            versions__in=Version.objects.live(clock.now()).on_topic(self.topic).order_by()
        )
        for articles in (pinned, live):
            meant = articles.filter(slug=slug) or articles.filter(title_key=fold(text)[:300])
            if len(meant) == 1:
                return meant[0]
        message = _("No live piece of this topic has the title or address “%(text)s”.")
        raise ValidationError(message, params={"text": text[:100]})


def addresses_of(topic):
    return list(topic.pins.values_list("article__slug", flat=True)) if topic.pk else []


def suggest(request, pk):
    """Live pieces of the topic, by words of their titles."""
    if not request.user.has_perm("articles.change_topic"):
        raise PermissionDenied
    topic = get_object_or_404(Topic, pk=pk)
    pieces = Version.objects.live(clock.now()).for_lists().on_topic(topic)
    for term in search.terms(request.GET.get("q", "")):
        pieces = pieces.filter(article__title_key__contains=term)
    return JsonResponse({"suggestions": [_piece(version) for version in pieces[:SHOWN]]})


def _piece(version):
    names = ", ".join(line["name"] for line in version.bylines)
    hint = " · ".join(filter(None, [names, status.day(version.first_published_at)]))
    return {"label": version.title, "hint": hint, "address": version.article.slug}
