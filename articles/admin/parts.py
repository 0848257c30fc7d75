"""The parts of a series: a few lines, each a place and a piece by its title or address."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules
from articles.models import Article, SeriesPart, clock, status_of
from articles.text import fold
from articles.workflow.arranging import taken

from . import search, status
from .line_picker import LinePicker, each, title_or_address
from .numbers import number_in
from .widgets import DeskWidget

EMPTY_LINES = 3
SHOWN = 12


class PartLine(LinePicker):
    suggest = "admin:articles_suggest_parts"


class PartsWidget(DeskWidget, forms.Widget):
    """Its value: what was typed for each piece, in the order of the places. Empty lines stand at the end."""

    template_name = "admin/desk/parts.html"
    scripts = PartLine.scripts
    use_fieldset = True

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = [*(value or []), *[""] * EMPTY_LINES]
        context["widget"]["lines"] = [
            self._line(name, number, typed) for number, typed in enumerate(lines, start=1)
        ]
        return context

    def _line(self, name, number, typed):
        words = {"aria-label": _("Piece %d") % number, "id": f"id_{name}_{number}"}
        return {"number": number, "piece": PartLine(words).get_context(name, typed, {})["widget"]}

    def value_from_datadict(self, data, files, name):
        if not hasattr(data, "getlist"):
            return data.get(name)
        typed, places = data.getlist(name), data.getlist(f"{name}_place")
        places += [""] * (len(typed) - len(places))
        lines = zip(range(1, len(typed) + 1), places, typed, strict=False)
        return [text for _place, text in sorted(map(_placed, lines)) if text.strip()]

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def id_for_label(self, id_):
        return ""


def _placed(line):
    """((place, before or after who stood there, line), text): who is moved up comes before, who is moved down after."""
    number, said, text = line
    place = number_in(said) or number
    return (place, (place > number) - (place < number), number), text


class PartsField(forms.Field):
    """Cleans to a list of articles, published or not, none of them part of another series."""

    widget = PartsWidget
    series = None

    def __init__(self):
        super().__init__(
            required=False,
            label=gettext_lazy("Parts"),
            help_text=gettext_lazy(
                "Pieces by title or address, in the order of their numbers: give one another number and it moves there. "
                "Readers find and count those that are live; a draft takes its place when it is published."
            ),
        )

    def of(self, series):
        self.series = series

    def clean(self, value):
        found = each(value, self._article)
        if elsewhere := SeriesPart.objects.of_others(self.series, found):
            raise ValidationError([taken(part).message for part in elsewhere])
        return list(dict.fromkeys(found))

    def has_changed(self, initial, data):
        return list(filter(None, initial or [])) != list(filter(None, data or []))

    def _article(self, typed):
        text, slug = title_or_address(typed)
        meant = Article.objects.filter(slug=slug) or Article.objects.filter(title_key=fold(text)[:300])[:2]
        if len(meant) == 1:
            return meant[0]
        message = (
            _("Several pieces are called “%(text)s”. Choose one from the list, or type its address.")
            if meant
            else _("There is no piece with the title or address “%(text)s”.")
        )
        raise ValidationError(message, params={"text": text[:100]})


def addresses_of(series):
    if not series.pk:
        return []
    return [part.article.slug or part.article.title for part in series.parts.select_related("article")]


def suggest(request):
    """Pieces by words of title, author or topic, drafts among them."""
    if not request.user.has_perm("articles.change_series"):
        raise PermissionDenied
    seen = rules.visible(request.user, Article.objects.with_status(clock.now()))
    pieces = search.articles(seen, request.GET.get("q", "")).order_by("-pk")
    return JsonResponse({"suggestions": [_piece(article) for article in pieces[:SHOWN]]})


def _piece(article):
    return {
        "label": article.title,
        "hint": status.short(status_of(article)),
        "address": article.slug or article.title,
    }
