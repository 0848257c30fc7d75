"""The rich-text editor: what it offers is what `articles.text` allows, no more and no less."""

import json

from django.forms import Script
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django_prose_editor.config import expand_extensions
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget, prose_editor_admin_media
from js_asset import Media

from articles.text import CONTENT_LANGUAGES, clean, direction, reading_minutes, reading_pace, word_count
from articles.text.allowlist import HEADINGS, URL_SCHEMES
from articles.text.cleaning import parse
from articles.text.document import notes_in

from .lead_image import library_addresses
from .widgets import MODULES, DeskWidget

EXTENSIONS = {
    "Heading": {"levels": [int(tag[1]) for tag in HEADINGS]},
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
    "PullQuote": True,
    "HorizontalRule": True,
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
    "LibraryFigure": True,
    "Footnote": True,
    "Language": True,
    "Paste": True,
    "Clear": True,
    "Count": True,
    "Fullscreen": True,
    "Keys": True,
    "Desk": True,
    "Toolbar": True,
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
                "utility",
            )
        ]
    },
}


LANGUAGES = {code: {"dir": direction(code), "pace": reading_pace(code)} for code, _name in CONTENT_LANGUAGES}
"""What the editor must know of a language at once, when another is chosen: see desk/language.js."""


def spoken(code):
    """The attributes of a field whose words are in this language."""
    return {"lang": code, "dir": direction(code), "spellcheck": "true"}


class BodyWidget(DeskWidget, AdminProseEditorWidget):
    template_name = "admin/desk/body.html"

    def get_config(self):
        return {"extensions": expand_extensions(EXTENSIONS)}

    def build_attrs(self, base_attrs, extra_attrs=None):
        own = library_addresses() | {
            "data-paste": reverse("admin:articles_paste"),
            "data-languages": json.dumps(LANGUAGES),
        }
        return super().build_attrs(base_attrs, extra_attrs) | own

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["count"] = count(value or "", context["widget"]["attrs"].get("lang", "en"))
        return context

    @property
    def media(self):
        scripts = [Script(f"desk/{name}.js", type="module") for name in ("rich-text", "unsaved")]
        starter = Media(importmap=MODULES, js=scripts)
        return prose_editor_admin_media + starter


def count(body, language):
    """Words, minutes and notes of a text: what desk/count.js keeps up to date while it is typed."""
    words = word_count(body)
    if not words:
        return gettext("No words yet")
    minutes = reading_minutes(words, language)
    notes = len(notes_in(parse(body)))
    return " · ".join(
        [
            ngettext("1 word", "%(number)d words", words) % {"number": words},
            ngettext("1 minute to read", "%(number)d minutes to read", minutes) % {"number": minutes},
            ngettext("1 note", "%(number)d notes", notes) % {"number": notes},
        ]
    )


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
