"""What a mail puts around a manuscript."""

import re

from .notes import read_notes, starred
from .sayings import label_of

_LONGEST = 80
_MOST_LINES = 12
_CONTACT = re.compile(r"@|www\.|https?:|\+?\d[\d ()./-]{6,}")


def without_signature(text: str) -> tuple[str, list[str]]:
    """The text without what stands below its last "-- ", as programs for mail part a signature from a letter."""
    lines = text.rstrip().split("\n")
    start = next((i for i in range(len(lines) - 1, 0, -1) if lines[i].rstrip() == "--"), 0)
    below = [line.strip() for line in lines[start + 1 :] if line.strip()]
    if not start or not 0 < len(below) <= _MOST_LINES or not all(map(_may_be_signature, below)):
        return text, []
    if lines[start] != "-- " and not any(map(_CONTACT.search, below)):
        return text, []
    told = " / ".join(below)
    return "\n".join(lines[:start]), [
        f"“{told}” was read as the signature of a mail and left out of the text."
    ]


def _may_be_signature(line: str) -> bool:
    label = label_of(line)
    told = label and label.kind in ("about", "disclaimer", "notes", "byline")
    return len(line) < _LONGEST and not told and not starred(line) and not read_notes(line)
