"""Paragraphs and tables to the blocks every format hands over."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ..blocks import Block, Kind
from ..layout import is_rule
from ..notes import begins_apart
from ..wording import plain
from .breaks import split_at_breaks
from .findings import Findings
from .lines import Line, Words
from .looks import LONG, SET_IN, Usual, heading_look, is_quotation, unslanted
from .numbering import Item
from .paragraphs import Paragraph, Table
from .tables import laid_out, table_block
from .titles import Title

_TABLE_LABEL = re.compile(plain("(?:table|tablo|cizelge|표|الجدول|جدول|tabelle|tableau)") + r" ?\d+\b.*")
_FIGURE_LABEL = re.compile(
    plain("(?:figure|fig\\.|sekil|resim|grafik|harita|map|chart|graph|photo|foto(?:graf)?|그림|사진|الشكل|شكل|صورة|abbildung)")
    + r" ?\d+\b.*"
)  # fmt: skip
_MARKER = re.compile(r"(?:[•·▪◦‣●○–*o-]|\(?(?:\d{1,3}|[a-z])[.)]|[*†‡]{1,4})\s*")
_LONGEST_CAPTION = 300
_STEP = 720
"""Twentieths of a point by which Word sets each list further in."""
_SENTENCE = 160
"""Characters of a paragraph that is no heading, though its style says so, if it ends like a sentence."""


def flattened(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """Each paragraph by itself: out of the tables that are none, and cut at the breaks that end one."""
    flat: list[Paragraph | Table] = []
    above = True
    cut = False
    for block in blocks:
        if isinstance(block, Table):
            inside = laid_out(block, above_the_text=above)
            if inside is None:
                flat.append(block)
                continue
            flat += [part for paragraph in inside for part in split_at_breaks(paragraph)]
            cut = True
        else:
            # Where breaks part lines, the end of a paragraph is as good as a blank line.
            parts = split_at_breaks(replace(block, gap=block.gap or cut))
            cut = len(parts) > 1
            flat += parts
        above = above and not any(isinstance(b, Paragraph) and len(b.text) > LONG for b in flat[-1:])
    return flat


class Shaping:
    """Decides what each paragraph is, seeing the whole."""

    def __init__(
        self, blocks: list[Paragraph | Table], usual: Usual, title: Title | None, findings: Findings
    ) -> None:
        self.source = blocks
        self.usual = usual
        self.title = title
        self.findings = findings
        levels = [
            b.level
            for i, b in enumerate(blocks)
            if isinstance(b, Paragraph) and b.level and not self._is_title(i)
        ]
        self.top_level = min(levels, default=1)
        self.heading_size = max(
            (b.line.size for i, b in enumerate(blocks) if self._is_heading(i) and isinstance(b, Paragraph)),
            default=0,
        )
        self.blocks: list[Block] = []
        self._items: list[int] = []
        """The depths of the lists that are open."""
        self._last: Item | None = None

    def shape(self) -> list[Block]:
        index = 0
        while index < len(self.source):
            index += self._take(index)
        return self.blocks

    def _take(self, index: int) -> int:
        """Add the block or blocks of one paragraph or table; return how many were used up."""
        block = self.source[index]
        below = self.source[index + 1] if index + 1 < len(self.source) else None
        if isinstance(block, Table):
            under = isinstance(below, Paragraph) and _is_caption(below, _TABLE_LABEL)
            self.blocks.append(table_block(block, below if isinstance(below, Paragraph) and under else None))
            return 2 if under else 1
        if isinstance(below, Table) and _is_caption(block, _TABLE_LABEL):
            self.blocks.append(table_block(below, block))
            return 2
        if block.line.figures:
            return self._figures(block, below)
        self.blocks.append(self._block(index, block))
        return 1

    def _figures(self, block: Paragraph, below: Paragraph | Table | None) -> int:
        own = block if _is_caption(block, _FIGURE_LABEL) else None
        under = below if isinstance(below, Paragraph) and not below.line.figures else None
        caption = own or (under if under and _is_caption(under, _FIGURE_LABEL) else None)
        if block.text and not own:
            self.blocks.append(self._block(-1, block))
        *first, last = block.line.figures
        for figure in first:
            self.blocks.append(_figure(figure.uid, None))
        self.blocks.append(_figure(last.uid, caption))
        return 2 if caption is not None and caption is under else 1

    def _block(self, index: int, paragraph: Paragraph) -> Block:
        line, text = paragraph.line, paragraph.text
        if self._is_title(index):
            return self._block_of(
                paragraph, line.without("strong", "em"), "h2", self.title.reason if self.title else ""
            )
        if is_rule(text):
            return Block("", "hr", paragraph.gap)
        if reason := self._heading_reason(index):
            return self._heading(paragraph, line, reason)
        if paragraph.item:
            return self._item(paragraph, paragraph.item, line)
        if (role := paragraph.style.role) in ("quote", "pull"):
            self._items, self._last = [], None
            kind: Kind = "pull" if role == "pull" else "quote"
            return self._block_of(paragraph, unslanted(line), kind, f"in the style “{paragraph.style.name}”")
        if is_quotation(paragraph, self.usual):
            self._items, self._last = [], None
            return self._block_of(paragraph, unslanted(line), "quote", "set in from the text")
        if self._items and self._goes_on(paragraph):
            return self._more_of_item(paragraph, line)
        self._items, self._last = [], None
        if paragraph.style.role in ("list", "numbers"):
            kind = "ul" if paragraph.style.role == "list" else "ol"
            return self._block_of(paragraph, line, kind, f"in the style “{paragraph.style.name}”")
        line = _with_plain_marker(line)
        return replace(self._block_of(paragraph, line, "p", ""), depth=max(paragraph.left, 0) // 120)

    def _block_of(self, paragraph: Paragraph, line: Line, kind: Kind, reason: str) -> Block:
        return Block(line.text, kind, paragraph.gap, reason=reason, html=line.html)

    def _heading(self, paragraph: Paragraph, line: Line, reason: str) -> Block:
        self._items, self._last = [], None
        if paragraph.level:
            deeper = paragraph.level > self.top_level
        else:
            deeper = bool(self.heading_size) and paragraph.line.size < self.heading_size
        line = line.without("strong")
        return self._block_of(
            paragraph, line.without("em") if line.wholly("em") else line, "h3" if deeper else "h2", reason
        )

    def _item(self, paragraph: Paragraph, item: Item, line: Line) -> Block:
        while self._items and self._items[-1] > item.depth:
            self._items.pop()
        opens = not self._items or self._items[-1] < item.depth
        if opens:
            self._items.append(item.depth)
            if item.kind == "ol" and item.number > 1:
                self.findings.add(
                    f"The numbered list at “{_start(paragraph.text)}” goes on from {item.number}; on the page it begins "
                    "with 1. Check what refers to its numbers."
                )
        if item.kind == "ol" and item.format not in ("decimal", "decimalZero"):
            self.findings.add("A list lettered a), b) is numbered 1, 2 on the page.")
        block = self._block_of(paragraph, line, item.kind, "in a list of the file")
        return replace(block, depth=len(self._items) - 1)

    def _goes_on(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a number belongs to the item above it, set in as that is."""
        below_item = bool(self.blocks) and self.blocks[-1].kind in ("ul", "ol")
        set_in = paragraph.left >= self.usual.left + SET_IN and not paragraph.centred
        return below_item and set_in and not begins_apart(paragraph.text)

    def _more_of_item(self, paragraph: Paragraph, line: Line) -> Block:
        depth = min(max(paragraph.left // _STEP - 1, 0), len(self._items) - 1)
        block = self._block_of(paragraph, line, self.blocks[-1].kind, "set in like the item above it")
        return replace(block, depth=depth, goes_on=True)

    def _is_title(self, index: int) -> bool:
        return self.title is not None and index == self.title.at

    def _is_heading(self, index: int) -> bool:
        block = self.source[index]
        return isinstance(block, Paragraph) and bool(block.level) and not self._is_title(index)

    def _is_item(self, index: int) -> bool:
        block = self.source[index] if index >= 0 else None
        return isinstance(block, Paragraph) and block.item is not None

    def _heading_reason(self, index: int) -> str:
        """Why the paragraph is a heading; "" where it is none."""
        paragraph = self.source[index] if index >= 0 else None
        if not isinstance(paragraph, Paragraph):
            return ""
        if paragraph.level:
            if len(paragraph.text) > _SENTENCE and paragraph.text.endswith((".", "!", "…")):
                self.findings.add(
                    f"“{_start(paragraph.text)}” has the style of a heading but the length of a paragraph: it was "
                    "read as one."
                )
                return ""
            name = paragraph.style.name if paragraph.style.level else ""
            return f"in the style “{name}”" if name else "the file gives it a place in the outline"
        look = heading_look(paragraph, self.usual)
        follows = self._what_follows(index) if look else ""
        return f"{look}, {len(paragraph.text)} characters, {follows} follows" if follows else ""

    def _what_follows(self, index: int) -> str:
        """What a heading stands above; "" for the end, and for lines that go on in the same look, such as an address."""
        paragraph, below = self.source[index], self.source[index + 1 : index + 2]
        assert isinstance(paragraph, Paragraph)  # noqa: S101  asked of paragraphs alone
        if not below:
            return ""
        if isinstance(below[0], Table):
            return "a table"
        if paragraph.item and (paragraph.item.kind == "ul" or below[0].item or self._is_item(index - 1)):
            return ""
        if below[0].item:
            return "a list"
        if below[0].level or len(below[0].text) > len(paragraph.text):
            return "a heading" if below[0].level else "a paragraph"
        return "a paragraph" if below[0].text and not heading_look(below[0], self.usual) else ""


def _is_caption(paragraph: Paragraph, label: re.Pattern[str]) -> bool:
    if not paragraph.text or len(paragraph.text) > _LONGEST_CAPTION or paragraph.level:
        return False
    return paragraph.style.role == "caption" or bool(label.fullmatch(plain(paragraph.text)))


def _figure(uid: str, caption: Paragraph | None) -> Block:
    words = f"<figcaption>{caption.line.html}</figcaption>" if caption else ""
    return Block(
        caption.text if caption else "",
        "figure",
        html=f'<figure data-image="{uid}">{words}</figure>',
        reason="a picture",
    )


def _with_plain_marker(line: Line) -> Line:
    """A typed bullet, number or star without marks of its own, so that it can be taken off the text."""
    first = next(line.words, None)
    if first is None or not first.marks or not (match := _MARKER.match(first.text.lstrip())):
        return line
    at = line.pieces.index(first)
    marker, rest = (
        Words(first.text.lstrip()[: match.end()]),
        replace(first, text=first.text.lstrip()[match.end() :]),
    )
    return Line([*line.pieces[:at], marker, rest, *line.pieces[at + 1 :]])


def _start(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
