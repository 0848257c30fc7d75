"""What a piece takes up: a few lines, each a relation and another piece by its title or address."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.models import RelationType

from .act_forms import ActForm
from .line_picker import each
from .live_article import LiveArticleField, LiveArticleWidget
from .widgets import DeskWidget

EMPTY_LINES = 3
ORDER = list(RelationType)


class RelationsWidget(DeskWidget, forms.Widget):
    """Its value: pairs of a type and what was typed for the piece. Empty lines stand at the end."""

    template_name = "admin/desk/relations.html"
    scripts = LiveArticleWidget.scripts
    use_fieldset = True

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = [*(value or []), *[("", "")] * EMPTY_LINES]
        context["widget"] |= {
            "types": RelationType.choices,
            "lines": [self._line(name, number, *line) for number, line in enumerate(lines, start=1)],
        }
        return context

    def _line(self, name, number, type, typed):
        words = {"aria-label": _("Piece %d") % number, "id": f"id_{name}_{number}"}
        piece = LiveArticleWidget(words).get_context(f"{name}_piece", typed, {})
        return {"number": number, "type": type, "piece": piece["widget"]}

    def value_from_datadict(self, data, files, name):
        if not hasattr(data, "getlist"):
            return data.get(name)
        pairs = zip(data.getlist(f"{name}_type"), data.getlist(f"{name}_piece"), strict=False)
        return [(type, typed) for type, typed in pairs if typed.strip()]

    def value_omitted_from_data(self, data, files, name):
        return f"{name}_piece" not in data

    def id_for_label(self, id_):
        return ""


class RelationsField(forms.Field):
    """Cleans to what `workflow.relate` takes. What is related already can stay while readers do not find it."""

    widget = RelationsWidget
    there = ()

    def clean(self, value):
        return each(value, lambda pair: (self._type(*pair), self._piece(pair[1])))

    def _type(self, type, typed):
        if type not in RelationType.values:
            raise ValidationError(_("Say how the piece takes up “%(piece)s”."), params={"piece": typed[:100]})
        return RelationType(type)

    def _piece(self, typed):
        kept = {article.slug: article for article in self.there}
        return kept.get(typed.strip()) or LiveArticleField().clean(typed.replace("\x00", ""))


class RelateForm(ActForm):
    submit = gettext_lazy("Change the relations")
    relations = RelationsField(
        required=False,
        label=gettext_lazy("This piece"),
        help_text=gettext_lazy(
            "Live pieces, by title or address. Empty a line to take the relation away. Of “replies to”, “updates” and "
            "“continues” the piece that comes later says it; two that disagree say it once, whichever it is."
        ),
    )

    def start(self, article, standing):
        rows = article.relations.select_related("target")
        rows = sorted(rows, key=lambda row: (ORDER.index(row.type), row.target.title_key))
        self.there = [row.target for row in rows]
        return {"relations": [(row.type, row.target.slug) for row in rows]}

    def prepare(self):
        self.fields["relations"].there = self.there

    def consequences(self):
        yield _("It takes effect at once: each of the two pieces leads to the other.")
        yield _("The pages of topics they share show them as a debate. Readers see it while both are live.")

    def summary(self):
        """What other pieces say of this one."""
        rows = self.article.answers.select_related("source")
        rows = sorted(rows, key=lambda row: (ORDER.index(row.type), row.source.title_key))
        return [(RelationType(row.type).answered, f"“{row.source}”") for row in rows]

    def act(self, values):
        workflow.relate(self.article, values["relations"], by=self.user)
        return _("Relations changed.")
