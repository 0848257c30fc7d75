"""The text of an article: one allowlist, cleaning, rendering, counting and folding. Pure, no database."""

from .allowlist import ATTRIBUTES, CLASSES, TAGS, URL_SCHEMES
from .characters import tidy
from .cleaning import clean
from .folding import fold, normal_form, slugify
from .languages import CONTENT_LANGUAGES, direction
from .links import safe_href
from .plain import excerpt, plain_text, reading_minutes, text_hash, word_count, words
from .rendering import RESERVED_IDS, Note, OutlineItem, Rendered, render

__all__ = [
    "ATTRIBUTES",
    "CLASSES",
    "CONTENT_LANGUAGES",
    "RESERVED_IDS",
    "TAGS",
    "URL_SCHEMES",
    "Note",
    "OutlineItem",
    "Rendered",
    "clean",
    "direction",
    "excerpt",
    "fold",
    "normal_form",
    "plain_text",
    "reading_minutes",
    "render",
    "safe_href",
    "slugify",
    "text_hash",
    "tidy",
    "word_count",
    "words",
]
