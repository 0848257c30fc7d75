"""The rich-text editor: what it offers is what `articles.text` allows, no more and no less."""

from django.forms import Script
from django.urls import reverse
from django_prose_editor.config import expand_extensions
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget, prose_editor_admin_media
from js_asset import Media

from articles.text import clean
from articles.text.allowlist import URL_SCHEMES

from .widgets import MODULES

EXTENSIONS = {
    "Heading": {"levels": [2, 3]},
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Code": True,
    "HardBreak": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    # Ours: see desk/marks.js.
    "Link": {
        "enableTarget": False,
        "autolink": False,
        "linkOnPaste": False,
        "openOnClick": False,
        "protocols": sorted(URL_SCHEMES),
    },
    "CaptionedTable": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Footnote": True,
    "Language": True,
    "Paste": True,
    "Desk": True,
    "NoSpellCheck": False,
    # No drop-downs: the editor's are not reached by keyboard.
    "Menu": {
        "groups": [
            {"group": name}
            for name in (
                "blockType -lists",
                "lists",
                "nodes -blockType -lists",
                "marks",
                "link",
                "note",
                "table",
                "history",
            )
        ]
    },
}


class BodyWidget(AdminProseEditorWidget):
    def get_config(self):
        return {"extensions": expand_extensions(EXTENSIONS)}

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-paste": reverse("admin:articles_paste")}

    @property
    def media(self):
        scripts = [Script(f"desk/{name}.js", type="module") for name in ("rich-text", "unsaved")]
        starter = Media(importmap=MODULES, js=scripts)
        return prose_editor_admin_media + starter


class BodyField(ProseEditorFormField):
    """Cleaned on the way in, so that what an editor sees after saving is what will be printed."""

    def __init__(self, **kwargs):
        super().__init__(
            config={"extensions": EXTENSIONS},
            preset="desk",
            sanitize=clean,
            widget=BodyWidget(attrs={"rows": 24}),
            **kwargs,
        )
