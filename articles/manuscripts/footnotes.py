"""Footnotes at the end of the file, put where their marks stand in the text."""

import re
from dataclasses import replace
from html import escape, unescape

from .blocks import Block
from .ledger import Ledger
from .notes import Notes, bare_note, is_numbered_note, starred
from .parts import Role
from .sayings import label_of, note_kind

_NUMBER = re.compile(r"(?:\[(\d{1,3})\]|([⁰¹²³⁴-⁹]+))\s*(\S.*)", re.DOTALL)
_PLAIN_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(\S.*)", re.DOTALL)
# A star is a mark where it hangs on the end of a word or on the stop after it.
# The seam is where mark-up stood between two pieces of the text; `normalise` lets none through.
_SEAM = "\0"
_STAR = r"(?<=[^\W\d_]|[.,;:!?”’\"')\]\0])(?:\*{1,4}|†{1,3}|‡{1,3})(?=[\s.,;:!?”’)—–\0]|$)"
_MARK = re.compile(rf"\s?\[(\d{{1,3}})\]|([⁰¹²³⁴-⁹]+)|({_STAR})")
_SPAN = re.compile(r'<span class="footnote">(.*?)</span>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
# What stands between marks is words; a star inside a link's address or inside a note is none of ours.
_MARKUP = re.compile(r'(<span class="footnote">.*?</span>|<[^<>]*>)', re.DOTALL)
_WITH_NOTES = ("p", "quote", "pull", "ul", "ol")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Footnotes:
    """Places the notes of a body; `blocks` and `warnings` are the outcome."""

    def __init__(self, blocks: list[Block], taken_marks: set[str], ledger: Ledger) -> None:
        self.taken_marks = taken_marks
        self.warnings: list[str] = []
        self._waiting: dict[str, list[tuple[int, str]]] = {}
        self._used: set[int] = set()
        self._numbers: set[str] = set()
        self._find(blocks)
        sources = {index for notes in self._waiting.values() for index, _ in notes}
        text = {index: self._place(block) for index, block in enumerate(blocks) if index not in sources}
        self._place_chosen(blocks, text)
        self.blocks = [text.get(i, block) for i, block in enumerate(blocks) if i not in self._used]
        self._drop_empty_label(blocks, ledger)
        self._tell_unplaced()
        for index in self._used:
            ledger.tell(blocks[index], Role.FOOTNOTE, "its mark stands in the text")

    def _find(self, blocks: list[Block]) -> None:
        start = _first_of_the_end(blocks)
        under_label = start > 0 and _is_notes_label(blocks[start - 1])
        for index, block in enumerate(blocks):
            if block.chosen is not Role.FOOTNOTE and (block.chosen or index < start):
                continue
            text = f"{index - start + 1}. {block.text}" if block.kind == "ol" and under_label else block.text
            match = _NUMBER.fullmatch(text)
            plain = _PLAIN_NUMBER.fullmatch(text) if (under_label or block.chosen) and not match else None
            if match or plain:
                number = (
                    (match[1] or match[2].translate(_SUPERSCRIPT)) if match else plain[1] if plain else ""
                )
                words = match[3] if match else plain[2] if plain else ""
                if number not in self._numbers:
                    self._numbers.add(number)
                    self._waiting[number] = [(index, words + _notes_within(block))]
        self._find_starred(blocks)

    def _find_starred(self, blocks: list[Block]) -> None:
        lines = [
            (i, star)
            for i, b in enumerate(blocks)
            if b.kind == "p" and b.chosen in (None, Role.FOOTNOTE) and (star := starred(b.text))
        ]
        own = {index for index, _ in lines}
        rest = [block.text for index, block in enumerate(blocks) if index not in own]
        marks = [m[3] for text in rest if not _is_slanted(text) for m in _MARK.finditer(text) if m[3]]
        for mark in {mark for _, (mark, _) in lines}:
            notes = [(i, words + _notes_within(blocks[i])) for i, (its, words) in lines if its == mark]
            # Several lines with the same star and too few stars in the text: a list.
            if marks.count(mark) >= len(notes) or len(notes) == 1:
                self._waiting[mark] = notes

    def _place(self, block: Block) -> Block:
        if block.kind == "hr":
            return block
        slanted = _is_slanted(block.text)

        def note(match: re.Match[str]) -> str:
            bracket, superscript, star = match.groups()
            if star and slanted:
                return match[0]
            mark = bracket or star or superscript.translate(_SUPERSCRIPT)
            if waiting := self._waiting.get(mark):
                index, words = waiting.pop(0)
                self._used.add(index)
                return _note(words)
            if star in self.taken_marks:
                return ""
            if mark in self._numbers:
                self._warn(
                    f"The text refers to note {mark} more than once. Only the first mark became the note."
                )
            elif bracket:
                self._warn(f"The text refers to [{mark}], but there is no such note.")
            return match[0]

        parts = _MARKUP.split(block.inline)
        parts[::2] = _MARK.sub(note, _SEAM.join(parts[::2])).split(_SEAM)
        html = "".join(parts)
        if html == block.inline:
            return block
        text = block.text if block.kind in ("table", "figure") else words_of(html)
        return replace(block, text=text, html=html)

    def _place_chosen(self, blocks: list[Block], text: dict[int, Block]) -> None:
        """A note of the editor's choice whose mark is not in the text hangs on the end of what stands before it."""
        for index, block in enumerate(blocks):
            if block.chosen is not Role.FOOTNOTE or index in self._used:
                continue
            before = next(
                (
                    i
                    for i in range(index - 1, -1, -1)
                    if i in text and i not in self._used and text[i].kind in _WITH_NOTES
                ),
                None,
            )
            if before is None:
                self._warn(
                    f"Nothing stands before the note “{_start(block.text)}”. It was left where it stood."
                )
                continue
            noted = text.get(index, block)
            words = bare_note(noted.text)[1] + _notes_within(noted)
            holder = text[before]
            text[before] = replace(holder, html=holder.inline + _note(words))
            self._used.add(index)

    def _drop_empty_label(self, blocks: list[Block], ledger: Ledger) -> None:
        """The heading "Notes" goes when all that stood below it has gone into the text."""
        end = len(blocks)
        while end and (end - 1 in self._used or blocks[end - 1].kind == "hr"):
            end -= 1
        noted = end in self._used or (end == len(blocks) and any(note_texts(block.html) for block in blocks))
        label = blocks[end - 1] if end and noted else None
        # One that the editor chose, or hung a note on, is there to stay.
        if label and not label.chosen and label in self.blocks and _is_notes_label(label):
            self.blocks.remove(label)
            ledger.tell(label, Role.LEFT_OUT, "the label of the notes, all of which stand in the text")

    def _tell_unplaced(self) -> None:
        for mark, notes in self._waiting.items():
            for index, words in notes:
                if index in self._used:
                    continue
                name = mark if mark[0] in "*†‡" else f"[{mark}]"
                self._warn(
                    f"No {name} was found in the text for the note “{_start(words)}”. It was left where it stood."
                )

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


def note_texts(html: str) -> list[str]:
    """The words of the notes that stand in a piece of text, in reading order."""
    return [words_of(match[1]) for match in _SPAN.finditer(html)]


def take_hanging_notes(arrived: list[Block], body: list[Block], notes: Notes) -> list[str]:
    """The notes that the format hung on what has left the text, such as one about the author on the byline."""
    in_body = {block.at for block in body}
    warnings = []
    for block in arrived:
        for words in note_texts(block.html) if block.at not in in_body else ():
            kind = note_kind(words)
            if kind == "about":
                notes.about.append(words)
            elif kind == "disclaimer":
                notes.disclaimers.append(words)
            else:
                warnings.append(f"The note of “{_start(block.text)}” has no place there: “{words}”")
    return warnings


def _note(words: str) -> str:
    return f'<span class="footnote">{escape(words, quote=False)}</span>'


def _notes_within(block: Block) -> str:
    """A note within a note has no place of its own."""
    return "".join(f" ({words})" for words in note_texts(block.html))


def words_of(html: str) -> str:
    return unescape(_TAG.sub("", _SPAN.sub("", html).replace("<br>", " ")))


def _first_of_the_end(blocks: list[Block]) -> int:
    """Where the numbered notes at the end begin."""
    start = len(blocks)
    # Items that the format numbers are notes where a label above them says so.
    while start and (_may_be_note(blocks[start - 1]) or blocks[start - 1].kind == "ol"):
        start -= 1
    if start and _is_notes_label(blocks[start - 1]) and _refers_to_notes(blocks[:start]):
        return start
    start = len(blocks)
    while start and _may_be_note(blocks[start - 1]):
        start -= 1
    if start and _is_notes_label(blocks[start - 1]):
        return start
    while (
        start < len(blocks) and not is_numbered_note(blocks[start].text) and not starred(blocks[start].text)
    ):
        start += 1
    return start


def _may_be_note(block: Block) -> bool:
    text = block.text
    return bool(
        block.kind == "hr" or is_numbered_note(text) or starred(text) or _PLAIN_NUMBER.fullmatch(text)
    )


def _refers_to_notes(blocks: list[Block]) -> bool:
    return any(match[1] or match[2] for block in blocks for match in _MARK.finditer(block.text))


def _is_notes_label(block: Block) -> bool:
    label = label_of(block.text)
    return bool(label and label.kind == "notes" and not label.rest)


def _is_slanted(text: str) -> bool:
    """*Stars* around words, where the closing one is no mark."""
    return bool(re.search(r"(?:^|\s)\*+[^\s*]", text))


def _start(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
