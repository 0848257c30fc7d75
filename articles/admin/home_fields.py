"""The lines of the home page's form: a piece with what the editor says of it, or a topic."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import HomePick

from .line_picker import TopicField, TopicLine, each
from .live_article import LiveArticleField, LiveArticleWidget
from .widgets import DeskWidget

LONGEST = HomePick._meta.get_field("line").max_length


class PicksWidget(DeskWidget, forms.Widget):
    """Its value: pairs of what was typed for the piece, and the editor's line on it."""

    template_name = "admin/desk/picks.html"
    scripts = LiveArticleWidget.scripts
    use_fieldset = True

    def __init__(self, lines):
        super().__init__()
        self.lines = lines

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        pairs = [*(value or []), *[("", "")] * self.lines][: self.lines]
        lines = [self._line(name, number, *pair) for number, pair in enumerate(pairs, start=1)]
        context["widget"] |= {"lines": lines, "longest": LONGEST}
        return context

    def _line(self, name, number, typed, words):
        one = {"label": _("Lead"), "words": _("Our line on the lead")}
        many = {"label": _("Piece %d") % number, "words": _("Our line on piece %d") % number}
        labels = one if self.lines == 1 else many
        attrs = {"aria-label": labels["label"], "id": f"id_{name}_{number}"}
        piece = LiveArticleWidget(attrs).get_context(f"{name}_piece", typed, {})
        return {"piece": piece["widget"], "line": words, "label": labels["words"]}

    def value_from_datadict(self, data, files, name):
        if not hasattr(data, "getlist"):
            return data.get(name)
        pairs = zip(data.getlist(f"{name}_piece"), data.getlist(f"{name}_line"), strict=False)
        return [(typed.strip(), line.strip()) for typed, line in pairs if typed.strip() or line.strip()]

    def value_omitted_from_data(self, data, files, name):
        return f"{name}_piece" not in data

    def id_for_label(self, id_):
        return ""


class PicksField(forms.Field):
    """Cleans to what `workflow.shape_home` takes. What is chosen already can stay while readers do not find it."""

    there = ()

    def __init__(self, lines, **kwargs):
        super().__init__(required=False, widget=PicksWidget(lines), **kwargs)

    def clean(self, value):
        return each(value, lambda pair: (self._piece(*pair), self._line(pair[1])))

    def has_changed(self, initial, data):
        return [tuple(pair) for pair in initial or []] != [tuple(pair) for pair in data or []]

    def _piece(self, typed, line):
        if not typed:
            raise ValidationError(_("Say of which piece this is: “%(line)s”."), params={"line": line[:100]})
        kept = {article.slug: article for article in self.there}
        return kept.get(typed) or LiveArticleField().clean(typed.replace("\x00", ""))

    def _line(self, line):
        if len(line) > LONGEST:
            raise ValidationError(_("Our line on a piece has at most %d characters.") % LONGEST)
        return " ".join(line.replace("\x00", "").split())


class FocusWidget(DeskWidget, forms.Widget):
    """Its value: names or addresses of topics."""

    template_name = "admin/desk/pins.html"
    scripts = TopicLine.scripts
    use_fieldset = True

    def __init__(self, lines):
        super().__init__()
        self.lines = lines

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        typed = [*(value or []), *[""] * self.lines][: self.lines]
        context["widget"]["subwidgets"] = [
            self._line(name, number, words) for number, words in enumerate(typed, start=1)
        ]
        return context

    def _line(self, name, number, words):
        attrs = {"aria-label": _("Topic %d") % number, "id": f"id_{name}_{number}"}
        return TopicLine(attrs).get_context(name, words, {})["widget"]

    def value_from_datadict(self, data, files, name):
        typed = data.getlist(name) if hasattr(data, "getlist") else data.get(name)
        return [words.strip() for words in typed or [] if words.strip()]

    def id_for_label(self, id_):
        return ""


class FocusField(forms.Field):
    """Cleans to a list of topics."""

    def __init__(self, lines, **kwargs):
        super().__init__(required=False, widget=FocusWidget(lines), **kwargs)

    def clean(self, value):
        return each(value, lambda typed: TopicField().clean(typed.replace("\x00", "")))

    def has_changed(self, initial, data):
        return list(initial or []) != list(data or [])
