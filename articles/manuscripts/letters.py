"""What a mail puts around a manuscript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .blocks import Block, Source
from .bylines import is_byline
from .headings import is_title_like
from .notes import read_notes, starred
from .parts import Role
from .sayings import label_of
from .wording import plain

if TYPE_CHECKING:
    from .front import Front

_LONGEST = 80
_MOST_LINES = 12
_CONTACT = re.compile(r"@|www\.|https?:|\+?\d[\d ()./-]{6,}")


_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|sayin|merhaba|sevgili|degerli|sehr geehrte\w*|liebe\w*"
    r"|guten (?:tag|morgen)|bonjour|cher|chere)\b[^.?]{0,60}[,!:.]?"
    + plain("|안녕하세요.{0,40}|(?:السيد|الأستاذ|تحية).{0,40}[,،:]?")
)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|kindest|warmest)(?: regards| wishes)?|regards|yours(?: sincerely| faithfully| truly)?"
    r"|sincerely(?: yours)?|many thanks|saygilar\w*|selamlar\w*|mit freundlichen gru(?:ss|ß)en|beste grusse|cordialement)"
    r"[,.!]?" + plain("|감사합니다\\.?|مع (?:خالص )?التحية")
)


def closes_letter(text: str) -> bool:
    return len(text) < _LONGEST and bool(_CLOSING.fullmatch(plain(text)))


def without_letter(front: Front, source: Source, blocks: list[Block]) -> list[Block]:
    """Without "Dear editors, my piece is below", where it is certain what is below."""
    if not blocks or blocks[0].chosen or not _GREETING.fullmatch(plain(blocks[0].text[:_LONGEST])):
        return blocks
    start = next((i for i in range(1, min(len(blocks), _MOST_LINES)) if _begins(blocks[i:], source)), 0)
    for block in blocks[:start]:
        front.warnings.append(f"“{block.text}” was read as part of a letter above the piece and left out.")
        front.ledger.tell(block, Role.LEFT_OUT, "a letter above the piece")
    return blocks[start:]


def _begins(blocks: list[Block], source: Source) -> bool:
    first, below = blocks[0], blocks[1:]
    label = label_of(first.text)
    titled = is_title_like(first.text) and bool(below) and is_byline(below[0], below[1:])
    return first.text == source.title or titled or bool(label and label.kind in ("title", "byline"))


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
