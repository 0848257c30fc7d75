"""Notes about the author and disclaimers, told apart by what they say and not by their stars."""

import re
from dataclasses import dataclass, field, replace

from .affiliations import has_institution, has_role, is_bare_position
from .blocks import Block
from .introductions import sentences
from .ledger import Ledger
from .parts import Role
from .people import take_honorific
from .sayings import LEFT_OUT, NoteKind, is_about_itself, label_of, note_kind

_STARRED = re.compile(
    r"(?:[\[(](?=\*+[\])]))?(\*{1,4}|†{1,3}|‡{1,3}|※{1,3})[\])]?\s*(?=[^\s*†‡※])(.*)", re.DOTALL
)
_NUMBERED = re.compile(r"\[\d{1,3}\]\s*\S|[⁰¹²³⁴-⁹]+\s*\S")
_NEXT_STAR = re.compile(r"(?<=[.!?])\s+(?=[*†‡]{1,3}\s*[^\s*†‡])")

_LONGEST_ABOUT = 600
_BEGINS_WITH_A_NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*\s+){2,5}(?=[a-z])")
_BY_ITS_WORDS = "was read as a note about the author because of what it says"
_ROLES = {"about": Role.AUTHOR_NOTE, "disclaimer": Role.DISCLAIMER}


@dataclass(frozen=True, slots=True)
class Byline:
    """What of a byline is found again in the notes below the text."""

    stars: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    is_alone: bool = False
    """It is one name, and no star stands in the text: a position with a star is about this person."""


@dataclass(slots=True)
class Notes:
    about: list[str] = field(default_factory=list)
    disclaimers: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    """The stars these notes carried; the same stars in the text point here."""
    by_mark: dict[str, str] = field(default_factory=dict)
    """What the notes about an author say, by their stars."""
    warnings: list[str] = field(default_factory=list)

    def leave_out(self, block: Block, ledger: Ledger) -> None:
        self.warnings.insert(
            0, f"“{block.text}” is about the manuscript itself and was left out of the text."
        )
        ledger.tell(block, Role.LEFT_OUT, "says something about the manuscript itself")

    def settle(self, guessed: list[Block], reason: str, ledger: Ledger) -> None:
        """What was read by its words alone has a label after all."""
        self.warnings = [warning for warning in self.warnings if _BY_ITS_WORDS not in warning]
        for block in guessed:
            ledger.tell(block, Role.AUTHOR_NOTE, reason)

    def add_before(self, earlier: "Notes") -> None:
        self.about[:0] = earlier.about
        self.disclaimers[:0] = earlier.disclaimers
        self.marks |= earlier.marks
        self.by_mark |= earlier.by_mark
        self.warnings[:0] = earlier.warnings


def starred(text: str) -> tuple[str, str] | None:
    """The mark and the words of a line that begins with one; a line *wholly in stars* is merely slanted."""
    match = _STARRED.fullmatch(text)
    if not match:
        return None
    mark, words = match.groups()
    return mark, words.removesuffix(mark).rstrip() if words.count("*") == len(mark) else words


def bare_note(text: str) -> tuple[str, str]:
    """The star of a note, if it has one, and its words without star and label."""
    mark, words = starred(text) or ("", text)
    label = label_of(words)
    return mark, label.rest if label and label.rest else words


def begins_apart(text: str) -> bool:
    """Whether a line begins like a note or with a label, so that it cannot go on with the line before it."""
    label = label_of(text)
    return bool(starred(text) or (label and label.rest and label.kind in ("about", "disclaimer", "byline")))


def is_numbered_note(text: str) -> bool:
    return bool(_NUMBERED.match(text))


def read_notes(text: str, *, slanted: bool = False) -> Notes | None:
    """The notes a paragraph holds; None when it is anything else. Slanting it all says as much as a star."""
    found = Notes()
    for part in _NEXT_STAR.split(text):
        star = starred(part)
        mark, words = star or ("", part)
        label = label_of(words)
        told: NoteKind | None = None
        if label and label.kind in ("about", "disclaimer", "notes", "byline"):
            words = label.rest
            told = {"about": "about", "byline": "about", "disclaimer": "disclaimer"}.get(label.kind)  # type: ignore[assignment]
        words = _without_brackets(words)
        if not words:
            return None
        kind = told or note_kind(words, marked=bool(star or label or slanted))
        if kind == "other":
            return None
        _sort(found, words, kind)
        if mark:
            found.marks.add(mark)
            found.by_mark |= {mark: words} if kind == "about" else {}
        elif not label and not slanted and kind == "about":
            found.warnings.append(f"“{_start(words)}” {_BY_ITS_WORDS}. Check it.")
    return found


def take_end_notes(
    blocks: list[Block], ledger: Ledger, byline: Byline = Byline(), on_title: str = ""
) -> tuple[Notes, list[Block]]:
    """From the end backwards, past footnotes and rules, as long as there are notes."""
    on_title = _of_the_title_alone(on_title, blocks)
    if len(byline.names) == 1 and _of_the_title_alone("*", blocks):
        byline = replace(byline, is_alone=True)
    notes, tail, end = Notes(), list[Block](), len(blocks)
    guessed: list[Block] = []
    while end:
        block = blocks[end - 1]
        label = label_of(block.text)
        if block.chosen or block.kind in ("table", "figure"):
            tail.append(block)
        elif found := _read_note(block, byline):
            notes.add_before(found)
            tell_notes(ledger, block, found)
            guessed += [block] * bool(found.warnings)
        elif label and not label.rest and label.kind in ("about", "disclaimer") and notes != Notes():
            if label.kind == "about":
                notes.settle(guessed, f"stands below “{block.text}”", ledger)
            ledger.tell(block, _ROLES[label.kind], "the label of the note below it")
        elif (start := _label_above(blocks, end)) is not None:
            _take_under_label(notes, blocks[start - 1], blocks[start:end], ledger)
            end = start
        elif label and label.kind == "notes" and not label.rest and notes != Notes() and not tail:
            ledger.tell(block, Role.LEFT_OUT, "the label of the notes below it")
        elif _tells_of_the_manuscript(block.text, on_title):
            notes.leave_out(block, ledger)
        elif block.kind == "hr" or starred(block.text) or is_numbered_note(block.text) or label:
            tail.append(block)
        else:
            _doubt_last(notes, blocks, end, byline)
            break
        end -= 1
    return notes, blocks[:end] + tail[::-1]


def _doubt_last(notes: Notes, blocks: list[Block], end: int, byline: Byline) -> None:
    """A last paragraph that says nothing known, below one about the author, is hardly text."""
    above = blocks[end - 2] if end > 1 and end == len(blocks) else None
    if above and not above.chosen and _read_note(above, byline):
        notes.warnings.append(
            f"“{_start(blocks[-1].text)}” stands below what may be a note about the author; both were kept in the text. "
            "Check whether they are notes."
        )


def _of_the_title_alone(mark: str, blocks: list[Block]) -> str:
    """The star on the title, unless the text has such a star too: its note may be that one's."""
    in_text = mark and any(mark in block.text and not starred(block.text) for block in blocks)
    return "" if in_text else mark


def _tells_of_the_manuscript(text: str, on_title: str) -> bool:
    """Also what a star on the title leads to: where the piece comes from, mostly."""
    label, star = label_of(text), starred(text)
    return bool(
        (label and label.rest and label.kind in LEFT_OUT)
        or is_about_itself(text)
        or (star and star[0] == on_title)
    )


def _read_note(block: Block, byline: Byline) -> Notes | None:
    found, named = read_notes(block.text, slanted=block.is_slanted), _note_of_byline(block.text, byline)
    if found and named:
        found.warnings.clear()
    return found or named


def _note_of_byline(text: str, byline: Byline) -> Notes | None:
    """A line with a star of the byline, though it be no sentence ("* Fellow, X"), or one that begins with a name there."""
    mark, words = starred(text) or ("", text)
    hung = mark in byline.stars and (has_role(words) or has_institution(words))
    hung = hung or (byline.is_alone and mark == "*" and is_bare_position(words))
    bare = take_honorific(words)[1]
    # The name by itself is a signature.
    named = (
        len(words) <= _LONGEST_ABOUT and bare.startswith(byline.names or (" ",)) and bare not in byline.names
    )
    if not hung and not named:
        return None
    found = Notes(marks={mark}, by_mark={mark: words}) if mark else Notes()
    _sort(found, words, "about")
    return found


def tell_notes(ledger: Ledger, block: Block, found: Notes, reason: str = "") -> None:
    role = Role.AUTHOR_NOTE if found.about else Role.DISCLAIMER
    mark, words = starred(block.text) or ("", block.text)
    if not reason and label_of(words):
        reason = "its label says so"
    elif not reason:
        said = "says who the author is" if found.about else "says whose the views are"
        said += " and whose the views are" if found.about and found.disclaimers else ""
        reason = f"begins with {mark} and {said}" if mark else said
    ledger.tell(block, role, reason, sure=not found.warnings)


def _label_above(blocks: list[Block], end: int) -> int | None:
    """Where the paragraphs under a label that stands alone begin ("About the author", then two paragraphs)."""
    length = 0
    for start in range(end - 1, max(end - 5, 0), -1):
        if blocks[start].chosen or blocks[start - 1].chosen:
            return None
        length += len(blocks[start].text)
        above = label_of(blocks[start - 1].text)
        if length > 2000:
            return None
        if above:
            return start if not above.rest and above.kind in ("about", "disclaimer") else None
    return None


def _take_under_label(notes: Notes, label: Block, lines: list[Block], ledger: Ledger) -> None:
    for line in reversed(lines):
        told = _labelled(label, line)
        notes.add_before(told)
        tell_notes(ledger, line, told, f"stands below “{label.text}”")
        tell_notes(ledger, label, told, "the label of the note below it")


def _labelled(label_block: Block, block: Block) -> Notes:
    label = label_of(label_block.text)
    found = Notes()
    _, words = starred(block.text) or ("", block.text)
    told: NoteKind = "disclaimer" if label and label.kind == "disclaimer" else "about"
    _sort(found, words, "disclaimer" if note_kind(words) == "disclaimer" else told)
    return found


def _without_brackets(words: str) -> str:
    return words[1:-1].strip() if re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", words) else words


def _sort(notes: Notes, words: str, kind: NoteKind) -> None:
    """Part a paragraph that says both who the author is and whose the views are."""
    words = _without_brackets(words)
    parts = sentences(words)
    kinds = [note_kind(part) for part in parts]
    if kinds[0] == "other" and _BEGINS_WITH_A_NAME.match(take_honorific(parts[0])[1]):
        kinds[0] = "about"  # "Ann Bell served in Varna. The views are her own."
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
