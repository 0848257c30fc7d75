"""Notes about the author and disclaimers, told apart by what they say and not by their stars."""

import re
from dataclasses import dataclass, field

from .blocks import Block
from .introductions import sentences
from .sayings import NoteKind, label_of, note_kind

_STARRED = re.compile(r"(\*{1,4}|†{1,3}|‡{1,3})\s*(?=[^\s*†‡])(.*)", re.DOTALL)
_NUMBERED = re.compile(r"\[\d{1,3}\]\s*\S|[⁰¹²³⁴-⁹]+\s*\S")
_NEXT_STAR = re.compile(r"(?<=[.!?])\s+(?=[*†‡]{1,3}\s*[^\s*†‡])")


@dataclass(slots=True)
class Notes:
    about: list[str] = field(default_factory=list)
    disclaimers: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    """The stars these notes carried; the same stars in the text point here."""
    warnings: list[str] = field(default_factory=list)

    def add_before(self, earlier: "Notes") -> None:
        self.about[:0] = earlier.about
        self.disclaimers[:0] = earlier.disclaimers
        self.marks |= earlier.marks
        self.warnings[:0] = earlier.warnings


def starred(text: str) -> tuple[str, str] | None:
    """The mark and the words of a line that begins with one; a line *wholly in stars* is merely slanted."""
    match = _STARRED.fullmatch(text)
    if not match:
        return None
    mark, words = match.groups()
    return mark, words.removesuffix(mark).rstrip() if words.count("*") == len(mark) else words


def is_numbered_note(text: str) -> bool:
    return bool(_NUMBERED.match(text))


def read_notes(text: str) -> Notes | None:
    """The notes a paragraph holds; None when it is anything else."""
    found = Notes()
    for part in _NEXT_STAR.split(text):
        star = starred(part)
        mark, words = star or ("", part)
        label = label_of(words)
        told: NoteKind | None = None
        if label and label.kind in ("about", "disclaimer", "notes", "byline"):
            words = label.rest
            told = {"about": "about", "byline": "about", "disclaimer": "disclaimer"}.get(label.kind)  # type: ignore[assignment]
        if not words:
            return None
        kind = told or note_kind(words, marked=bool(star or label))
        if kind == "other":
            return None
        _sort(found, words, kind)
        if mark:
            found.marks.add(mark)
        elif not label and kind == "about":
            found.warnings.append(
                f"“{_start(words)}” was read as a note about the author because of what it says. Check it."
            )
    return found


def take_end_notes(blocks: list[Block]) -> tuple[Notes, list[Block]]:
    """From the end backwards, past footnotes and rules, as long as there are notes."""
    notes, tail, end = Notes(), list[Block](), len(blocks)
    while end:
        block = blocks[end - 1]
        label = label_of(block.text)
        if found := read_notes(block.text):
            notes.add_before(found)
        elif label and not label.rest and label.kind in ("about", "disclaimer") and notes != Notes():
            pass
        elif (start := _label_above(blocks, end)) is not None:
            for lower in reversed(blocks[start:end]):
                notes.add_before(_labelled(blocks[start - 1], lower))
            end = start
        elif block.kind == "hr" or starred(block.text) or is_numbered_note(block.text) or label:
            tail.append(block)
        else:
            break
        end -= 1
    return notes, blocks[:end] + tail[::-1]


def _label_above(blocks: list[Block], end: int) -> int | None:
    """Where the paragraphs under a label that stands alone begin ("About the author", then two paragraphs)."""
    length = 0
    for start in range(end - 1, max(end - 5, 0), -1):
        length += len(blocks[start].text)
        above = label_of(blocks[start - 1].text)
        if length > 2000:
            return None
        if above:
            return start if not above.rest and above.kind in ("about", "disclaimer") else None
    return None


def _labelled(label_block: Block, block: Block) -> Notes:
    label = label_of(label_block.text)
    found = Notes()
    _, words = starred(block.text) or ("", block.text)
    _sort(found, words, "disclaimer" if label and label.kind == "disclaimer" else "about")
    return found


def _sort(notes: Notes, words: str, kind: NoteKind) -> None:
    """Part a paragraph that says both who the author is and whose the views are."""
    parts = sentences(words)
    kinds = [note_kind(part) for part in parts]
    if "about" in kinds and "disclaimer" in kinds:
        first = kinds.index("disclaimer")
        last = len(kinds) - kinds[::-1].index("disclaimer")
        about = parts[last:] if first == 0 else parts[:first]
        disclaimer = parts[:last] if first == 0 else parts[first:]
        notes.about.append(" ".join(about))
        notes.disclaimers.append(" ".join(disclaimer))
        if not about:
            notes.about.pop()
        return
    (notes.disclaimers if kind == "disclaimer" else notes.about).append(words)


def _start(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
