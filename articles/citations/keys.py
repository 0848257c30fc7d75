"""The key by which a bibliography names a record."""

import re

from anyascii import anyascii

from .names import Name
from .record import Record

ARTICLES = frozenset({"a", "an", "the"})
LONGEST_PART = 30


def citation_key(record: Record) -> str:
    """kim2025turkey: family name, year of first publication and first word of the title, in ASCII.

    The same for every version of an article, so a bibliography updated from the site finds its entry again.
    """
    author = _ascii(_signature(record.names[0])) if record.names else ""
    words = [word for word in map(_ascii, re.split(r"[\s\-–—/]+", record.title)) if word]
    first = next((word for word in words if word not in ARTICLES), "untitled")
    return f"{author or 'anonymous'}{record.published.year}{first}"


def _signature(name: Name) -> str:
    return name.family or name.full


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(text).lower())[:LONGEST_PART]
