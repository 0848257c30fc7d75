"""The one normal form of a tree of blocks: what an editor sees is what is stored, and nothing else."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from .allowlist import HEADINGS
from .characters import tidy
from .document import NO_MARKS, Block, Break, Inline, Marks, Note, Text, inline_text, leaves

_CLOSING = frozenset(".,;:!?)]}…»”’")


def normalise(block: Block) -> Block | None:
    """The block brought into normal form, or None where nothing of it is left."""
    if block.tag == "hr":
        return block
    if block.tag == "table":
        return _table(block)
    if block.tag == "figure":
        caption = _caption("figcaption", _children(block))
        return Block("figure", block.attributes, children=[caption] if caption else [])
    children = _children(block)
    if block.tag == "caption":
        return _caption("caption", children)
    if block.tag in ("ul", "ol", "tr"):
        children = [child for child in children if child.tag in ("li", "td", "th")]
    if children or block.tag in ("td", "th", "body"):
        block.children = children
        return block
    return None


def trim_rules(body: Block) -> Block:
    """A rule parts what is before from what is after it: none at either end, never two."""
    kept: list[Block] = []
    for child in body.children:
        if child.tag != "hr" or (kept and kept[-1].tag != "hr"):
            kept.append(child)
    if kept and kept[-1].tag == "hr":
        kept.pop()
    return Block(body.tag, children=kept)


def _children(block: Block) -> list[Block]:
    found: list[Block] = []
    for child in block.children:
        if child.tag in ("p", *HEADINGS):
            found.extend(_paragraphs(child, bold=block.tag != "th"))
        elif normal := normalise(child):
            found.append(normal)
    return found


def _paragraphs(leaf: Block, *, bold: bool) -> list[Block]:
    """The leaf as one or more: two line breaks are how a paragraph ends where nobody knows better."""
    # A heading is bold already; Word says so a second time.
    dropped = frozenset() if bold and leaf.tag == "p" else frozenset({"strong"})
    parts = _split(_runs(leaf.content, dropped), apart=leaf.tag == "p")
    if len(parts) == 1:
        leaf.content = parts[0]
        return [leaf]
    return [Block(leaf.tag, leaf.attributes, content=part) for part in parts]


def _caption(tag: str, children: list[Block]) -> Block | None:
    content: list[Inline] = []
    for leaf in (leaf for child in children for leaf in leaves(child)):
        content.extend([*([Break()] if content else []), *leaf.content])
    return Block(tag, children=[Block("p", content=content)]) if content else None


def _table(table: Block) -> Block | None:
    captions: list[Block] = []
    head: list[Block] = []
    body: list[Block] = []
    for part in table.children:
        if part.tag == "caption":
            captions.append(part)
            continue
        rows = [row for row in map(normalise, part.children) if row]
        (head if part.tag == "thead" and not head else body).extend(rows)
    if not head and body and _is_header(body[0]):
        head.append(body.pop(0))
    caption = normalise(Block("caption", children=[child for part in captions for child in part.children]))
    if not any(cell.children for row in (*head, *body) for cell in row.children):
        return caption.children[0] if caption else None
    parts = [Block(tag, children=rows) for tag, rows in (("thead", head), ("tbody", body)) if rows]
    return Block("table", table.attributes, children=[*([caption] if caption else []), *parts])


def _is_header(row: Block) -> bool:
    """Editors that know no <thead> write a first row of <th>."""
    return all(cell.tag == "th" and "rowspan" not in cell.attributes for cell in row.children)


def _runs(content: list[Inline], dropped: frozenset[str] = frozenset()) -> list[Inline]:
    """Runs with one spelling: spaces single and outside of marks that end there, equal neighbours joined, NFC."""
    spaced = _Spacing(dropped)
    for item in content:
        if isinstance(item, Text):
            spaced.add_text(item)
        elif isinstance(item, Break):
            spaced.add_break()
        elif note := _note(item):
            spaced.add_note(note)
    return list(_joined(spaced.items))


def _joined(items: list[Inline]) -> Iterator[Inline]:
    for marks, run in groupby(items, key=lambda item: item.marks if isinstance(item, Text) else None):
        if marks is None:
            yield from run
        else:
            text = "".join(item.text for item in run if isinstance(item, Text))
            yield Text(unicodedata.normalize("NFC", text), marks)


def _note(note: Note) -> Note | None:
    content = [part for parts in _split(_runs(note.content), apart=False) for part in parts]
    return Note(content) if inline_text(content).strip() else None


class _Spacing:
    """Joins runs; a space is held back until it is known what follows it."""

    def __init__(self, dropped: frozenset[str]) -> None:
        self.dropped = dropped
        self.items: list[Inline] = []
        self.space = False
        self.moved = False

    def add_text(self, item: Text) -> None:
        text = tidy(item.text)
        marks = item.marks
        if marks and self.dropped:
            marks = frozenset(mark for mark in marks if mark[0] not in self.dropped)
        words = text.strip(" ")
        if text.startswith(" "):
            self._hold_space()
        if not words:
            return
        last = self.items[-1] if self.items else None
        # "word <note>." is a slip of the typist: the note goes to the word, and no space before the full stop.
        slip = self.moved and words[0] in _CLOSING
        if self.space and last is not None and not isinstance(last, Break) and not slip:
            self.items.append(Text(" ", marks & last.marks if isinstance(last, Text) else NO_MARKS))
        self.items.append(Text(words, marks))
        self.space, self.moved = text.endswith(" "), False

    def add_break(self) -> None:
        self.items.append(Break())
        self.space = self.moved = False

    def add_note(self, note: Note) -> None:
        self.items.append(note)
        self.moved = self.space

    def _hold_space(self) -> None:
        self.space, self.moved = True, False


def _split(content: list[Inline], *, apart: bool) -> list[list[Inline]]:
    """The runs without line breaks at either end; cut where two stand together, or there with one line break."""
    parts: list[list[Inline]] = [[]]
    breaks = 0
    for item in content:
        if isinstance(item, Break):
            breaks += 1
            continue
        if breaks and parts[-1]:
            if breaks > 1 and apart:
                parts.append([])
            else:
                parts[-1].append(Break())
        breaks = 0
        parts[-1].append(item)
    return [part for part in parts if part]


def common_marks(before: Inline | None, after: Inline | None) -> Marks:
    """The marks a line break carries: those of the words on both sides."""
    if isinstance(before, Text) and isinstance(after, Text):
        return before.marks & after.marks
    return NO_MARKS
