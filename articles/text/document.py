"""A body as a tree of blocks, whose text is a flat list of runs.

Flat runs, each with its set of marks, have one spelling only: nesting ten thousand deep, crossed tags and
`<b><b>` cannot be expressed, so cleaning is idempotent and needs no recursion worth the name.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from .allowlist import PULL_CLASS

Mark = tuple[str, ...]
"""("strong",), ("em",), ("code",), ("sub",), ("sup",), ("a", href), ("span", lang, dir); on a page ("abbr", title) too."""

Marks = frozenset[Mark]
NO_MARKS: Marks = frozenset()


class Text(NamedTuple):
    text: str
    marks: Marks = NO_MARKS


class Break(NamedTuple):
    pass


@dataclass(slots=True)
class Note:
    content: "list[Inline]" = field(default_factory=list)


Inline = Text | Break | Note


@dataclass(slots=True)
class Block:
    """Paragraphs and headings hold `content`; every other block holds `children`."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Inline] = field(default_factory=list)
    children: "list[Block]" = field(default_factory=list)

    @property
    def is_pull(self) -> bool:
        return self.attributes.get("class") == PULL_CLASS


def inline_text(content: list[Inline]) -> str:
    """The words of the running text, without notes."""
    return "".join(
        item.text if isinstance(item, Text) else "\n" if isinstance(item, Break) else "" for item in content
    )


def notes_in(block: Block) -> list[Note]:
    """The notes of a block in reading order."""
    found = [item for item in block.content if isinstance(item, Note)]
    for child in block.children:
        found.extend(notes_in(child))
    return found


def leaves(block: Block) -> list[Block]:
    """The paragraphs and headings of a block in reading order."""
    if not block.children:
        return [block]
    return [leaf for child in block.children for leaf in leaves(child)]
