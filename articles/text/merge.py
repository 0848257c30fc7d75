"""Two texts that grew from one: what only one of them changed is taken, what both changed is left to a person.

Block by block. Each side is told as what it made of every block of the base, and what it put before it, so that two
people at work on neighbouring paragraphs do not collide.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .cleaning import parse
from .diff import related, runs
from .plain import words
from .printing import Printer

_T = TypeVar("_T")
_Blocks = tuple[str, ...]
# How far on a block is looked for that became another.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the merged text. `mine` and `theirs` are equal but for a collision."""

    mine: str
    theirs: str
    origin: str
    """Whose change it is: "mine", "theirs", "both", or "" where nobody changed it."""

    @property
    def collides(self) -> bool:
        return self.mine != self.theirs


def merge_bodies(base: str, mine: str, theirs: str) -> tuple[Piece, ...]:
    """The pieces of the merged body in order, empty ones left out."""
    start = _blocks(base)
    ours, others = _told(start, _blocks(mine)), _told(start, _blocks(theirs))
    found = []
    for place, block in enumerate([*start, None]):
        found.append(_piece((), ours.before[place], others.before[place]))
        if block is not None:
            found.append(_piece((block,), ours.became[place], others.became[place]))
    return tuple(piece for piece in found if piece.mine or piece.theirs)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of a text as it stands `now`, and as it would be if what a `new` one changed were taken."""

    now: str
    new: str
    collides: bool = False
    """Both changed it: to take the one is to lose the other."""

    @property
    def is_change(self) -> bool:
        return self.now != self.new


def hunks(base: str, now: str, new: str) -> tuple[Hunk, ...]:
    """What `new` has made of `base` since, beside what `now` has: a change that only `now` has made is none.

    Nothing is decided: each change may be taken or left. Without a common base, `now` is it.
    """
    start = _blocks(base)
    ours, others = _told(start, _blocks(now)), _told(start, _blocks(new))
    found = []
    for place, block in enumerate([*start, None]):
        found.append(_hunk((), ours.before[place], others.before[place]))
        if block is not None:
            found.append(_hunk((block,), ours.became[place], others.became[place]))
    return tuple(hunk for hunk in found if hunk.now or hunk.new)


def taken(found: Sequence[Hunk], places: Container[int]) -> str:
    """The text with the changes at these places of `found`, and without the others."""
    return "".join(hunk.new if place in places else hunk.now for place, hunk in enumerate(found))


def merge_values(base: _T, mine: _T, theirs: _T) -> tuple[_T, bool]:
    """The value to take, and whether a person has to choose (then it is mine)."""
    if mine in (theirs, base):
        return theirs, False
    return mine, theirs != base


def merge_sets(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Where order says nothing there is no collision: what one added is there, what one took out is gone."""
    kept = [item for item in mine if item in theirs or item not in base]
    return kept + [item for item in theirs if item not in base and item not in mine]


def _piece(base: _Blocks, mine: _Blocks, theirs: _Blocks) -> Piece:
    if mine == theirs:
        return Piece("".join(mine), "".join(mine), "" if mine == base else "both")
    if mine == base:
        return Piece("".join(theirs), "".join(theirs), "theirs")
    if theirs == base:
        return Piece("".join(mine), "".join(mine), "mine")
    return Piece("".join(mine), "".join(theirs), "both")


def _hunk(base: _Blocks, now: _Blocks, new: _Blocks) -> Hunk:
    if new in (base, now):
        return Hunk("".join(now), "".join(now))
    return Hunk("".join(now), "".join(new), collides=now != base)


@dataclass(slots=True)
class _Told:
    became: list[_Blocks]
    """What became of each block of the base: itself, another, or nothing."""
    before: list[_Blocks]
    """What was put before each block; one more, for the end."""


def _blocks(source: str) -> list[str]:
    printer = Printer()
    return [printer.block(block) for block in parse(source).children]


def _told(base: list[str], new: list[str]) -> _Told:
    told = _Told([(block,) for block in base], [()] * (len(base) + 1))
    place = 0
    for same, old_run, new_run in runs(base, new):
        if not same:
            _tell(told, place, old_run, new_run)
        place += len(old_run)
    return told


def _tell(told: _Told, place: int, old: Sequence[str], new: Sequence[str]) -> None:
    """Pair what became what in one changed run; the rest was taken out or put in."""
    start = start_new = 0
    for i, j in [*_pairs(old, new), (len(old), len(new))]:
        one_by_one = i - start == j - start_new
        for offset in range(start, i):
            told.became[place + offset] = (new[start_new + offset - start],) if one_by_one else ()
        if not one_by_one:
            told.before[place + i] = tuple(new[start_new:j])
        if i < len(old):
            told.became[place + i] = (new[j],)
        start, start_new = i + 1, j + 1


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of blocks that grew one from the other, in order."""
    waiting = [set(words(block)) for block in old]
    found, start = [], 0
    for j, block in enumerate(new):
        ours = set(words(block))
        near = range(start, min(start + _NEAR, len(old)))
        i = next((i for i in near if related(ours, waiting[i])), None)
        if i is not None:
            found.append((i, j))
            start = i + 1
    return found
