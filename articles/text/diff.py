"""What changed between two bodies, for people: paragraphs first, then sentences, then words inside what changed.

A word diff over a whole article takes 30 s at 5,000 words; level by level it takes some hundredths.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple, TypeVar

from .allowlist import HEADINGS, PULL_CLASS
from .cleaning import parse
from .document import Block, Break, Inline, Note, Text
from .printing import Printer, attribute_list

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
    """A paragraph of the comparison: "changed" where one grew from the other.

    Where its words are the same, something about them is not: a mark, a link's target, the place in a list.
    """

    change: Change | Literal["changed"]
    tag: str
    parts: tuple[Part, ...]
    links: tuple[Part, ...] = ()
    """The targets of links that only one side has."""

    @property
    def same_words(self) -> bool:
        return self.change == "changed" and all(part.change == "same" for part in self.parts)

    @property
    def old(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.change != "added")

    @property
    def new(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.change != "removed")


def diff_bodies(old: str, new: str, names: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    """Two bodies, paragraph by paragraph, notes in the place where they stand.

    `names` says what the pictures of figures are called, by their uid.
    """
    return tuple(_rows(_paragraphs(old, names or {}), _paragraphs(new, names or {})))


def diff_texts(old: str, new: str) -> tuple[Part, ...]:
    """Two lines of plain text (a title, a name), word by word."""
    return tuple(_merged(_parts(old, new, [_whole, _words])))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that stand together; `folded`: what stays as it is, far from any change."""

    folded: bool
    rows: tuple[Row, ...]


def stretches(rows: Iterable[Row], context: int = 1) -> tuple[Stretch, ...]:
    """Fold long runs of unchanged paragraphs, but for `context` of them beside each change."""
    rows = tuple(rows)
    changed = [place for place, row in enumerate(rows) if row.change != "same"]
    near = {place + step for place in changed for step in range(-context, context + 1)}
    runs = [
        (far, tuple(row for _, row in run))
        for far, run in groupby(enumerate(rows), key=lambda item: item[0] not in near)
    ]
    return tuple(Stretch(far and len(run) > 1, run) for far, run in runs)


class _Paragraph(NamedTuple):
    tag: str
    text: str
    form: str
    """The same words may be printed otherwise."""
    links: tuple[str, ...]


def _paragraphs(source: str, names: Mapping[str, str]) -> list[_Paragraph]:
    return [
        _Paragraph(
            leaf.tag if leaf.tag in HEADINGS else PULL_CLASS if block.is_pull else block.tag,
            text,
            f"{path} {Printer().inline(leaf.content)}",
            tuple(_links(leaf.content)),
        )
        for block in parse(source).children
        for path, leaf in _leaves(block, "")
        if (text := _shown(block, leaf, names))
    ]


def _shown(block: Block, leaf: Block, names: Mapping[str, str]) -> str:
    if leaf.tag == "hr":
        return "* * *"
    if block.tag == "figure":
        uid = block.attributes["data-image"]
        return f"[{names.get(uid, uid[:8])}] {_text(leaf.content)}".strip()
    return _text(leaf.content)


def _leaves(block: Block, path: str) -> Iterator[tuple[str, Block]]:
    """The paragraphs of a block in reading order, each with the blocks it stands in."""
    path = f"{path}<{block.tag}{attribute_list(block.attributes)}>"
    if not block.children:
        yield path, block
    for child in block.children:
        yield from _leaves(child, path)


def _links(content: Sequence[Inline]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Text):
            yield from (mark[1] for mark in item.marks if mark[0] == "a")
        elif isinstance(item, Note):
            yield from _links(item.content)


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
    for same, old_run, new_run in runs(old, new):
        if same:
            yield from (Row("same", new.tag, (Part("same", new.text),)) for new in new_run)
        else:
            yield from _changed_rows(old_run, new_run)


def _changed_rows(old: Sequence[_Paragraph], new: Sequence[_Paragraph]) -> Iterator[Row]:
    """Pair each new paragraph with the old one it grew from, in order; the rest was removed or added."""
    waiting = [(paragraph, set(_words(paragraph.text))) for paragraph in old]
    for paragraph in new:
        ours = set(_words(paragraph.text))
        place = next((i for i, (_, theirs) in enumerate(waiting[:_NEAR]) if related(ours, theirs)), None)
        if place is None:
            yield Row("added", paragraph.tag, (Part("added", paragraph.text),))
            continue
        yield from _removed(gone for gone, _ in waiting[:place])
        yield _changed(waiting[place][0], paragraph)
        del waiting[: place + 1]
    yield from _removed(gone for gone, _ in waiting)


def _removed(paragraphs: Iterable[_Paragraph]) -> Iterator[Row]:
    return (Row("removed", gone.tag, (Part("removed", gone.text),)) for gone in paragraphs)


def _changed(old: _Paragraph, new: _Paragraph) -> Row:
    gone = [Part("removed", link) for link in dict.fromkeys(old.links) if link not in new.links]
    come = [Part("added", link) for link in dict.fromkeys(new.links) if link not in old.links]
    parts = _merged(_parts(old.text, new.text, [_sentences, _words]))
    return Row("changed", new.tag, tuple(parts), tuple(gone + come))


def related(ours: set[str], theirs: set[str]) -> bool:
    return len(ours & theirs) >= _RELATED * max(len(ours), len(theirs), 1)


def _sentences(text: str) -> list[str]:
    return _SENTENCES.findall(text)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _whole(text: str) -> list[str]:
    return [text] if text else []


def _grew(old: str, new: str) -> bool:
    """Whether one came of the other, to be read word by word: of two that share a few small words one reads neither."""
    ours, theirs = (set(filter(str.isalnum, _words(text))) for text in (old, new))
    return len(ours & theirs) >= _RELATED * min(len(ours), len(theirs))


def _parts(old: str, new: str, levels: list[Callable[[str], list[str]]]) -> Iterator[Part]:
    split, *finer = levels
    for same, old_run, new_run in runs(split(old), split(new)):
        before, after = "".join(old_run), "".join(new_run)
        if same:
            yield Part("same", after)
        elif finer and before and after and _grew(before, after):
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


def runs(old: Sequence[_T], new: Sequence[_T]) -> Iterator[tuple[bool, Sequence[_T], Sequence[_T]]]:
    """(whether it stayed the same, the old run, the new run), in order."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    yield True, old[:start], new[:start]
    if len(before) * len(after) > _COMPARABLE:
        yield False, before, after
    else:
        for operation, i, j, k, m in SequenceMatcher(_is_blank, before, after, autojunk=False).get_opcodes():
            yield operation == "equal", before[i:j], after[k:m]
    yield True, old[len(old) - end :], new[len(new) - end :]


def _is_blank(item: object) -> bool:
    """No place to begin a match: with every blank weighed against every other 5,000 words took 2 s."""
    return isinstance(item, str) and item.isspace()


def _common(old: Sequence[_T], new: Sequence[_T]) -> int:
    """How many items the two begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))
