from django.forms import DateTimeInput
from django.template.loader import render_to_string
from js_asset import ImportMap, Media

# ES modules name each other by these: a relative import would point at the file without its hash.
NAMES = (
    "captioned-table",
    "combobox",
    "dialog",
    "editor",
    "footnote",
    "inline-dialog",
    "inline-html",
    "link",
    "marks",
    "paste",
)
MODULES = ImportMap({f"desk/{name}": f"desk/{name}.js" for name in NAMES})


class DeskWidget:
    """Renders `template_name` from the project's templates: Django's form renderer looks in apps only."""

    def _render(self, template_name, context, renderer=None):
        return render_to_string(template_name, context)

    @property
    def media(self):
        return Media(importmap=MODULES, js=self.scripts)


class LocalDateTimeInput(DateTimeInput):
    """The browser's own date and time input: labelled, by keyboard, on a phone."""

    input_type = "datetime-local"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)
