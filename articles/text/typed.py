"""A body as one types it where there is no mark-up: in a letter, in a .txt file that our own importer reads again.

Headings are underlined, notes stand in square brackets and at the end, an address after the words that lead there. What
typing has no sign for is lost: emphasis, what is raised or lowered (but "10^6" is not 106), the frames of a table, the
level of a heading.
"""

import re
from collections.abc import Mapping, Sequence

from .allowlist import HEADINGS
from .cleaning import parse
from .document import Block, Break, Inline, Note, Text, leaves
from .printing import Closing, Opening, Part, nested

_JOINED = re.compile(r"[\w'’]*")
_NUMBER = re.compile(r"[-−+]?\d")


def typed(source: str, pictures: Mapping[str, str] | None = None) -> str:
    """The body's plain text. `pictures` are the names of its pictures by uid; of one without a name the caption stays."""
    writer = _Typing(pictures or {})
    blocks = writer.blocks(parse(source).children)
    return "\n\n".join([*blocks, *writer.endnotes()])


class _Typing:
    def __init__(self, pictures: Mapping[str, str]) -> None:
        self.pictures = pictures
        self.notes: list[Note] = []

    def blocks(self, blocks: Sequence[Block]) -> list[str]:
        return list(filter(None, map(self._block, blocks)))

    def endnotes(self) -> list[str]:
        return [f"[{number}] {self._line(note.content)}" for number, note in enumerate(self.notes, start=1)]

    def _block(self, block: Block) -> str:
        match block.tag:
            case "p":
                return self._text(block.content)
            case "ul" | "ol":
                return self._list(block)
            case "blockquote":
                return _before_each_line("> ", "\n\n".join(self.blocks(block.children)))
            case "table":
                return self._table(block)
            case "figure":
                return self._figure(block)
            case "hr":
                return "* * *"
        heading = self._line(block.content)
        return f"{heading}\n{('=' if block.tag == HEADINGS[0] else '-') * max(3, min(len(heading), 60))}"

    def _list(self, block: Block) -> str:
        printed = []
        for number, item in enumerate(block.children, start=1):
            sign = "- " if block.tag == "ul" else f"{number}. "
            inside = "\n".join(self.blocks(item.children))
            printed.append(sign + inside.replace("\n", "\n" + " " * len(sign)))
        return "\n".join(printed)

    def _table(self, table: Block) -> str:
        """A row a line, its cells parted by tabs, as tables are pasted."""
        lines = []
        for part in table.children:
            if part.tag == "caption":
                lines.append(self._cell(part))
            else:
                lines.extend("\t".join(map(self._cell, row.children)) for row in part.children)
        return "\n".join(line for line in lines if line.strip())

    def _cell(self, cell: Block) -> str:
        return " ".join(self._line(leaf.content) for child in cell.children for leaf in leaves(child))

    def _figure(self, figure: Block) -> str:
        name = self.pictures.get(figure.attributes["data-image"])
        caption = " ".join(map(self._cell, figure.children))
        return " ".join(filter(None, (f"[{name}]" if name else "", caption)))

    def _line(self, content: Sequence[Inline]) -> str:
        return " ".join(self._text(content).split())

    def _text(self, content: Sequence[Inline]) -> str:
        printed: list[str] = []
        link_starts = 0
        address = ""
        parts = list(nested(content))
        for index, part in enumerate(parts):
            if isinstance(part, Closing):
                address = _address(part, "".join(printed[link_starts:])) or address
                continue
            words = self._words(parts, index)
            if address and not isinstance(part, Opening):
                # After what is joined to the last word of the link: "the plan’s <https://…>".
                joined = _JOINED.match(words)
                end = joined.end() if joined and isinstance(part, Text) else 0
                printed += [words[:end], address]
                words, address = words[end:], ""
            if isinstance(part, Opening) and part.mark[0] == "a":
                link_starts = len(printed)
            printed.append(words)
        return "".join([*printed, address])

    def _words(self, parts: Sequence[Part], index: int) -> str:
        part = parts[index]
        if isinstance(part, Note):
            self.notes.append(part)
            return f"[{len(self.notes)}]"
        if isinstance(part, Opening):
            return "^" if _is_power(parts, index) else ""
        if isinstance(part, Closing):
            return ""
        return "\n" if isinstance(part, Break) else part.text


def _is_power(parts: Sequence[Part], index: int) -> bool:
    """Whether a raised number begins here. "21st" needs no sign."""
    part, following = parts[index], parts[index + 1]
    return (
        index > 0
        and part == Opening(("sup",))
        and isinstance(following, Text)
        and bool(_NUMBER.match(following.text))
    )


def _address(part: Closing, words: str) -> str:
    """After the words of a link, unless they are the address."""
    if part.mark[0] != "a" or words in (part.mark[1], part.mark[1].removeprefix("mailto:")):
        return ""
    return f" <{part.mark[1]}>"


def _before_each_line(sign: str, text: str) -> str:
    return "\n".join((sign + line).rstrip() for line in text.split("\n"))
