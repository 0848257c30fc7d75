"""What changed between two bodies, for people: paragraphs first, then sentences, then words inside what changed.

A word diff over a whole article takes 30 s at 5,000 words; level by level it takes some hundredths.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from .allowlist import HEADINGS
from .cleaning import parse
from .document import Break, Inline, Text, leaves

_T = TypeVar("_T", bound=Hashable)

Change = Literal["same", "removed", "added"]

_SENTENCES = re.compile(r".+?(?:[.!?…。]['\"’”)\]]*\s+|$)", re.DOTALL)
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Below this share of common words two paragraphs are two paragraphs, not one that was changed.
_RELATED = 0.4
# How far on a paragraph is looked for, and how many pairs of words are weighed: 5,000 words without a full stop took 11 s.
_NEAR = 40
_COMPARABLE = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the comparison: `change` is "changed" where its `parts` differ among themselves."""

    change: Change | Literal["changed"]
    tag: str
    parts: tuple[Part, ...]

    @property
    def old(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.change != "added")

    @property
    def new(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.change != "removed")


def diff_bodies(old: str, new: str) -> tuple[Row, ...]:
    """Two bodies, paragraph by paragraph, notes in the place where they stand."""
    return tuple(_rows(_paragraphs(old), _paragraphs(new)))


def diff_texts(old: str, new: str) -> tuple[Part, ...]:
    """Two lines of plain text (a title, a name), word by word."""
    return tuple(_merged(_parts(old, new, [_words])))


_Paragraph = tuple[str, str]
"""Tag and text."""


def _paragraphs(source: str) -> list[_Paragraph]:
    body = parse(source)
    return [
        (leaf.tag if leaf.tag in HEADINGS else block.tag, text)
        for block in body.children
        for leaf in leaves(block)
        if (text := _text(leaf.content))
    ]


def _text(content: Sequence[Inline]) -> str:
    """Notes are part of what was written: they are compared where they stand, in brackets."""
    pieces = []
    for item in content:
        if isinstance(item, Text):
            pieces.append(item.text)
        elif isinstance(item, Break):
            pieces.append("\n")
        else:
            pieces.append(f" [{_text(item.content)}]")
    return "".join(pieces).strip()


def _rows(old: list[_Paragraph], new: list[_Paragraph]) -> Iterator[Row]:
    for same, old_run, new_run in _runs(old, new):
        if same:
            yield from (Row("same", tag, (Part("same", text),)) for tag, text in new_run)
        else:
            yield from _changed_rows(old_run, new_run)


def _changed_rows(old: Sequence[_Paragraph], new: Sequence[_Paragraph]) -> Iterator[Row]:
    """Pair each new paragraph with the old one it grew from, in order; the rest was removed or added."""
    waiting = [(tag, text, set(_words(text))) for tag, text in old]
    for tag, text in new:
        ours = set(_words(text))
        place = next((i for i, (*_, theirs) in enumerate(waiting[:_NEAR]) if _related(ours, theirs)), None)
        if place is None:
            yield Row("added", tag, (Part("added", text),))
            continue
        for gone_tag, gone, _ in waiting[:place]:
            yield Row("removed", gone_tag, (Part("removed", gone),))
        yield Row("changed", tag, tuple(_merged(_parts(waiting[place][1], text, [_sentences, _words]))))
        del waiting[: place + 1]
    for gone_tag, gone, _ in waiting:
        yield Row("removed", gone_tag, (Part("removed", gone),))


def _related(ours: set[str], theirs: set[str]) -> bool:
    return len(ours & theirs) >= _RELATED * max(len(ours), len(theirs), 1)


def _sentences(text: str) -> list[str]:
    return _SENTENCES.findall(text)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _parts(old: str, new: str, levels: list[Callable[[str], list[str]]]) -> Iterator[Part]:
    split, *finer = levels
    for same, old_run, new_run in _runs(split(old), split(new)):
        before, after = "".join(old_run), "".join(new_run)
        if same:
            yield Part("same", after)
        elif finer and before and after:
            yield from _parts(before, after, finer)
        else:
            yield Part("removed", before)
            yield Part("added", after)


def _merged(parts: Iterable[Part]) -> Iterator[Part]:
    """Each change as one removal and one addition: blanks that stayed between changed words belong to the change."""
    same = removed = added = blank = ""
    for part in parts:
        if part.change == "removed":
            removed, added, blank = removed + blank + part.text, added + blank, ""
        elif part.change == "added":
            removed, added, blank = removed + blank, added + blank + part.text, ""
        elif (removed or added) and not part.text.strip():
            blank += part.text
        else:
            if removed or added:
                yield from _change(same, removed, added)
                same = removed = added = ""
            same, blank = same + blank + part.text, ""
    yield from _change(same, removed, added)
    if blank:
        yield Part("same", blank)


def _change(same: str, removed: str, added: str) -> Iterator[Part]:
    if same:
        yield Part("same", same)
    if removed.strip():
        yield Part("removed", removed)
    if added.strip():
        yield Part("added", added)


def _runs(old: Sequence[_T], new: Sequence[_T]) -> Iterator[tuple[bool, Sequence[_T], Sequence[_T]]]:
    """(whether it stayed the same, the old run, the new run), in order."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    yield True, old[:start], new[:start]
    if len(before) * len(after) > _COMPARABLE:
        yield False, before, after
    else:
        for operation, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield operation == "equal", before[i:j], after[k:m]
    yield True, old[len(old) - end :], new[len(new) - end :]


def _common(old: Sequence[_T], new: Sequence[_T]) -> int:
    """How many items the two begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))
