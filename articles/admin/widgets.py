from django.template.loader import render_to_string
from js_asset import ImportMap, Media

# ES modules name each other by these: a relative import would point at the file without its hash.
NAMES = (
    "blocks",
    "captioned-table",
    "combobox",
    "count",
    "dialog",
    "editor",
    "figure",
    "footnote",
    "full-screen",
    "inline-dialog",
    "inline-html",
    "keys",
    "language",
    "library",
    "link",
    "marks",
    "paste",
    "pasted",
    "toolbar",
)
MODULES = ImportMap({f"desk/{name}": f"desk/{name}.js" for name in NAMES})


class DeskWidget:
    """Renders `template_name` from the project's templates: Django's form renderer looks in apps only."""

    def _render(self, template_name, context, renderer=None):
        return render_to_string(template_name, context)

    @property
    def media(self):
        return Media(importmap=MODULES, js=self.scripts)
