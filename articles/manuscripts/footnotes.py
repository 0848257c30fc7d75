"""Footnotes at the end of the file, put where their marks stand in the text."""

import re
from dataclasses import replace
from html import escape, unescape

from .blocks import Block
from .notes import is_numbered_note, starred
from .sayings import label_of

_NUMBER = re.compile(r"(?:\[(\d{1,3})\]|([⁰¹²³⁴-⁹]+))\s*(\S.*)", re.DOTALL)
_PLAIN_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(\S.*)", re.DOTALL)
# A star is a mark where it hangs on the end of a word or on the stop after it.
_STAR = r"(?<=[^\W\d_]|[.,;:!?”’\"')\]])(?:\*{1,4}|†{1,3}|‡{1,3})(?=[\s.,;:!?”’)—–]|$)"
_MARK = re.compile(rf"\s?\[(\d{{1,3}})\]|([⁰¹²³⁴-⁹]+)|({_STAR})")
_SPAN = re.compile(r'<span class="footnote">.*?</span>', re.DOTALL)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Footnotes:
    """Places the notes of a body; `blocks`, `placed` and `warnings` are the outcome."""

    def __init__(self, blocks: list[Block], taken_marks: set[str]) -> None:
        self.taken_marks = taken_marks
        self.warnings: list[str] = []
        self.placed: list[str] = []
        self._waiting: dict[str, list[tuple[int, str]]] = {}
        self._used: set[int] = set()
        self._numbers: set[str] = set()
        self._find(blocks)
        sources = {index for notes in self._waiting.values() for index, _ in notes}
        text = {index: self._place(block) for index, block in enumerate(blocks) if index not in sources}
        self.blocks = [text.get(i, block) for i, block in enumerate(blocks) if i not in self._used]
        self._drop_empty_label(blocks)
        self._tell_unplaced()

    def _find(self, blocks: list[Block]) -> None:
        start = _first_of_the_end(blocks)
        under_label = start > 0 and _is_notes_label(blocks[start - 1])
        for index in range(start, len(blocks)):
            text = blocks[index].text
            match = _NUMBER.fullmatch(text)
            plain = _PLAIN_NUMBER.fullmatch(text) if under_label and not match else None
            if match or plain:
                number = (
                    (match[1] or match[2].translate(_SUPERSCRIPT)) if match else plain[1] if plain else ""
                )
                words = match[3] if match else plain[2] if plain else ""
                if number not in self._numbers:
                    self._numbers.add(number)
                    self._waiting[number] = [(index, words)]
        self._find_starred(blocks)

    def _find_starred(self, blocks: list[Block]) -> None:
        lines = [(i, star) for i, b in enumerate(blocks) if b.kind == "p" and (star := starred(b.text))]
        own = {index for index, _ in lines}
        rest = [block.text for index, block in enumerate(blocks) if index not in own]
        marks = [m[3] for text in rest if not _is_slanted(text) for m in _MARK.finditer(text) if m[3]]
        for mark in {mark for _, (mark, _) in lines}:
            notes = [(i, words) for i, (its, words) in lines if its == mark]
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
                self.placed.append(words)
                return f'<span class="footnote">{escape(words, quote=False)}</span>'
            if star in self.taken_marks:
                return ""
            if mark in self._numbers:
                self._warn(
                    f"The text refers to note {mark} more than once. Only the first mark became the note."
                )
            elif bracket:
                self._warn(f"The text refers to [{mark}], but there is no such note.")
            return match[0]

        html = _MARK.sub(note, block.inline)
        return (
            replace(block, text=unescape(_SPAN.sub("", html)), html=html) if html != block.inline else block
        )

    def _drop_empty_label(self, blocks: list[Block]) -> None:
        """The heading "Notes" goes when all that stood below it has gone into the text."""
        end = len(blocks)
        while end and (end - 1 in self._used or blocks[end - 1].kind == "hr"):
            end -= 1
        if self._used and end and end in self._used and _is_notes_label(blocks[end - 1]):
            self.blocks.remove(blocks[end - 1])

    def _tell_unplaced(self) -> None:
        for mark, notes in self._waiting.items():
            for _, words in notes:
                name = mark if mark[0] in "*†‡" else f"[{mark}]"
                self._warn(
                    f"No {name} was found in the text for the note “{_start(words)}”. It was left where it stood."
                )

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


def _first_of_the_end(blocks: list[Block]) -> int:
    """Where the numbered notes at the end begin."""
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


def _is_notes_label(block: Block) -> bool:
    label = label_of(block.text)
    return bool(label and label.kind == "notes" and not label.rest)


def _is_slanted(text: str) -> bool:
    """*Stars* around words, where the closing one is no mark."""
    return bool(re.search(r"(?:^|\s)\*+[^\s*]", text))


def _start(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
