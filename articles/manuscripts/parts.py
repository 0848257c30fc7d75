"""What each block of a manuscript was taken for, and why: what an editor is shown, and may decide otherwise."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    TABLE = "table"
    FIGURE = "figure"
    RULE = "rule"
    AUTHOR_NOTE = "author_note"
    DISCLAIMER = "disclaimer"
    FOOTNOTE = "footnote"
    LEFT_OUT = "left_out"


ROLE_OF_KIND = {
    "p": Role.PARAGRAPH,
    "h2": Role.HEADING,
    "h3": Role.SUBHEADING,
    "ul": Role.ITEM,
    "ol": Role.ITEM,
    "quote": Role.QUOTE,
    "pull": Role.QUOTE,
    "table": Role.TABLE,
    "figure": Role.FIGURE,
    "hr": Role.RULE,
}
_WHOLE = frozenset({Role.TABLE, Role.FIGURE, Role.RULE})
_OF_WORDS = tuple(role for role in Role if role not in _WHOLE)


def may_be(kind: str) -> tuple[Role, ...]:
    """What an editor may take a block for: a table stays one or is left out, words may be anything else."""
    role = ROLE_OF_KIND[kind]
    return (role, Role.LEFT_OUT) if role in _WHOLE else _OF_WORDS


@dataclass(frozen=True, slots=True)
class Part:
    index: int
    text: str
    """The block as it arrived, with its stars and numbers."""
    role: Role
    reason: str
    sure: bool
    may_be: tuple[Role, ...]
