"""The tree of blocks -> HTML. Tags and attributes come from our own code alone, text is always escaped."""

import html
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .allowlist import HEADINGS, NOTE_CLASS
from .document import Block, Break, Inline, Mark, Marks, Note, Text
from .normal import common_marks

_RANK = ("a", "span", "abbr", "strong", "em", "code", "sub", "sup")


class Opening(NamedTuple):
    mark: Mark


class Closing(NamedTuple):
    mark: Mark


Part = Inline | Opening | Closing


def nested(content: Sequence[Inline]) -> Iterator[Part]:
    """Runs between the marks as they open and close: of those that begin together, the one that lasts longest is outside."""
    marks = [_marks_at(content, index) for index in range(len(content))]
    ends = _ends(marks)
    opened: list[Mark] = []
    for index, item in enumerate(content):
        while any(mark not in marks[index] for mark in opened):
            yield Closing(opened.pop())
        missing = [mark for mark in marks[index] if mark not in opened]
        for mark in sorted(missing, key=lambda mark: (-ends[index][mark], _RANK.index(mark[0]))):
            opened.append(mark)
            yield Opening(mark)
        yield item
    yield from map(Closing, reversed(opened))


def attribute_list(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())


class Printer:
    """Prints the source form. The page's form overrides what differs."""

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        if block.tag == "hr":
            return "<hr>"
        tag = block.tag
        return f"<{tag}{attribute_list(self.attributes(block))}>{self.inside(block)}</{tag}>"

    def inside(self, block: Block) -> str:
        if block.tag in ("p", *HEADINGS):
            return self.inline(block.content)
        first = self._bare_paragraph(block)
        if first is None:
            return self.blocks(block.children)
        return self.inline(first.content) + self.blocks(block.children[1:])

    def attributes(self, block: Block) -> dict[str, str]:
        return block.attributes

    def note(self, note: Note) -> str:
        return f'<span class="{NOTE_CLASS}">{self.inline(note.content)}</span>'

    def link_attributes(self, href: str) -> dict[str, str]:
        return {"href": href}

    def _bare_paragraph(self, block: Block) -> Block | None:
        """An item's or cell's only paragraph, where it comes first, needs no <p>."""
        if block.tag not in ("li", "td", "th", "caption", "figcaption"):
            return None
        paragraphs = [child for child in block.children if child.tag == "p"]
        if len(paragraphs) != 1 or paragraphs[0] is not block.children[0] or paragraphs[0].attributes:
            return None
        return paragraphs[0]

    def inline(self, content: Sequence[Inline]) -> str:
        if len(content) == 1 and isinstance(content[0], Text) and not content[0].marks:
            return self._item(content[0])
        return "".join(map(self._part, nested(content)))

    def _part(self, part: "Part") -> str:
        if isinstance(part, Opening):
            return self._start(part.mark)
        return f"</{part.mark[0]}>" if isinstance(part, Closing) else self._item(part)

    def _item(self, item: Inline) -> str:
        if isinstance(item, Text):
            return html.escape(item.text, quote=False)
        return "<br>" if isinstance(item, Break) else self.note(item)

    def _start(self, mark: Mark) -> str:
        if mark[0] == "a":
            return f"<a{attribute_list(self.link_attributes(mark[1]))}>"
        return start_tag(mark)


def start_tag(mark: Mark) -> str:
    """Of any mark but a link, whose attributes depend on where it is printed."""
    names = ("title",) if mark[0] == "abbr" else ("lang", "dir")
    attributes = {name: value for name, value in zip(names, mark[1:], strict=False) if value}
    return f"<{mark[0]}{attribute_list(attributes)}>"


def _marks_at(content: Sequence[Inline], index: int) -> Marks:
    item = content[index]
    if isinstance(item, Text):
        return item.marks
    if isinstance(item, Break) and 0 < index < len(content) - 1:
        return common_marks(content[index - 1], content[index + 1])
    return frozenset()


def _ends(marks: list[Marks]) -> list[dict[Mark, int]]:
    """For each place, where each of its marks ends."""
    ends: list[dict[Mark, int]] = [{} for _ in marks]
    following: dict[Mark, int] = {}
    for index in range(len(marks) - 1, -1, -1):
        following = {mark: following.get(mark, index) for mark in marks[index]}
        ends[index] = following
    return ends
