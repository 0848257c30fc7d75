"""The text of an article: one allowlist, cleaning, rendering, counting and folding. Pure, no database."""

from .acronyms import Acronym, acronyms_in
from .allowlist import ATTRIBUTES, CLASSES, TAGS, URL_SCHEMES
from .characters import tidy
from .cleaning import clean
from .elsewhere import for_elsewhere, html_with_notes
from .figures import FIGURE_SIZES, Picture, figures_in, with_pictures
from .folding import fold, name_form, normal_form, slugify
from .languages import CONTENT_LANGUAGES, direction
from .links import safe_href
from .markdown import markdown
from .naming import follows_name, titled
from .plain import (
    excerpt,
    plain_text,
    reading_minutes,
    reading_pace,
    text_hash,
    word_count,
    wording_hash,
    words,
)
from .rendering import RESERVED_IDS, Note, OutlineItem, Rendered, render, without_echoes
from .typed import typed

__all__ = [
    "ATTRIBUTES",
    "CLASSES",
    "CONTENT_LANGUAGES",
    "FIGURE_SIZES",
    "RESERVED_IDS",
    "TAGS",
    "URL_SCHEMES",
    "Acronym",
    "Note",
    "OutlineItem",
    "Picture",
    "Rendered",
    "acronyms_in",
    "clean",
    "direction",
    "excerpt",
    "figures_in",
    "fold",
    "follows_name",
    "for_elsewhere",
    "html_with_notes",
    "markdown",
    "name_form",
    "normal_form",
    "plain_text",
    "reading_minutes",
    "reading_pace",
    "render",
    "safe_href",
    "slugify",
    "text_hash",
    "tidy",
    "titled",
    "typed",
    "with_pictures",
    "without_echoes",
    "word_count",
    "wording_hash",
    "words",
]
