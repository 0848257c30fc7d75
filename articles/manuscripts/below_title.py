"""What may stand between the title and the text besides names: a standfirst, a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .blocks import Block
from .bylines import is_byline
from .headings import is_title_like
from .names_elsewhere import LONGEST_BYLINE
from .parts import Role

if TYPE_CHECKING:
    from .front import Front

_WORD = r"[A-ZÇĞİÖŞÜ][^\W\d_A-ZÇĞİÖŞÜ]+"
_PLACE = re.compile(rf"{_WORD}(?:,\s{_WORD}(?:\s{_WORD})?)?")


def take_standfirst(front: Front, block: Block, rest: list[Block]) -> bool:
    """A line between the title and the byline, or the only slanted phrase, between the title and the text."""
    if front.title is None or front.standfirst is not None or len(block.text) > LONGEST_BYLINE or not rest:
        return False
    if not front.authors and is_byline(rest[0], rest[1:]):
        reason = "stands between the title and the byline"
    elif _is_slanted_phrase(block) and not any(map(_is_slanted_phrase, rest)) and not rest[0].reason:
        reason = "slanted, and stands between the title and the text"
    else:
        return False
    front.standfirst = block.text
    front.warnings.append(f"Read as the standfirst: “{block.text}”")
    front.ledger.tell(block, Role.STANDFIRST, reason, sure=False)
    return True


def _is_slanted_phrase(block: Block) -> bool:
    return block.is_slanted and not block.reason and is_title_like(block.text)


def take_place(front: Front, block: Block, rest: list[Block]) -> bool:
    """ "Varna", "Varna, Bulgaria": right below the byline and apart from the text, or where headings are marked."""
    if not front.authors or not rest or block.reason or not _PLACE.fullmatch(block.text):
        return False
    headings_are_marked = any(lower.reason and lower.kind in ("h2", "h3") for lower in rest)
    if not rest[0].gap or (block.gap and not headings_are_marked):
        return False
    front.warnings.append(f"“{block.text}”, below the byline, was read as a place and left out.")
    front.ledger.tell(block, Role.LEFT_OUT, "a place, below the byline", sure=False)
    return True
