"""What stands above the text: title, standfirst, byline, notes. A title is taken, never made up."""

import re
from dataclasses import dataclass, field

from .blocks import Block
from .headings import is_title_like
from .manuscript import ManuscriptAuthor
from .notes import Notes, read_notes, starred
from .people import opens_byline, parse_byline
from .sayings import is_date, label_of
from .wording import plain

_SECTION_NAME = re.compile(
    "introduction|background|summary|executive summary|abstract|overview|key points|key takeaways|preface"
    "|foreword|giris|ozet|yonetici ozeti|arka plan|onsoz|서론|요약|머리말|배경|مقدمة|ملخص|einleitung|resume"
)
_LABELS_WITHIN = 8
NO_TITLE = "The manuscript has no title. Give it one."


@dataclass(slots=True)
class Front:
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[ManuscriptAuthor, ...] = ()
    notes: Notes = field(default_factory=Notes)
    body: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def take_front(blocks: list[Block]) -> Front:
    front = Front()
    blocks = _take_labelled(front, blocks)
    position, kept = 0, list[Block]()
    while position < len(blocks):
        block, rest = blocks[position], blocks[position + 1 :]
        if is_date(block.text):
            front.warnings.append(f"“{block.text}” looks like a date. It was left in the text.")
            kept.append(block)
        elif not (
            _take_notes(front, block) or _take_byline(front, block, rest) or _take_title(front, block, rest)
        ):
            break
        position += 1
    front.body = kept + blocks[position:]
    _doubt_first_heading(front)
    if front.title and (marked := re.fullmatch(r"(.*[^\s*†‡])\s*([*†‡]+)", front.title)):
        front.title = marked[1]
    return front


def _take_labelled(front: Front, blocks: list[Block]) -> list[Block]:
    """ "Title: …", "Standfirst: …" and "Author: …" among the first lines; the words may be on the next line."""
    kept: list[Block] = []
    queue = list(blocks[:_LABELS_WITHIN])
    while queue:
        block = queue.pop(0)
        label = label_of(block.text)
        words = label.rest if label else ""
        on_next_line = bool(label) and not words and bool(queue) and not label_of(queue[0].text)
        if on_next_line:
            words = queue[0].text
        taken = True
        if label and words and label.kind == "title" and front.title is None:
            front.title = words
        elif label and words and label.kind == "standfirst" and front.standfirst is None:
            front.standfirst = words
            front.warnings.append(f"Read as the standfirst: “{words}”")
        elif label and label.kind == "byline" and not front.authors and parse_byline(words):
            front.authors = parse_byline(words)
        else:
            taken = False
            kept.append(block)
        if taken and on_next_line:
            queue.pop(0)
    return kept + blocks[_LABELS_WITHIN:]


def _take_notes(front: Front, block: Block) -> bool:
    found = read_notes(block.text)
    # Above the text only a mark or a label, or the clear words of a disclaimer, make a note: a first
    # paragraph may well introduce a person.
    if not found or (found.about and not starred(block.text) and not label_of(block.text)):
        return False
    found.add_before(front.notes)
    front.notes = found
    return True


def _take_byline(front: Front, block: Block, rest: list[Block]) -> bool:
    text = block.text.rstrip("*†‡ ")
    if front.authors or len(text) > 300 or block.kind not in ("p", "h2", "h3"):
        return False
    people = parse_byline(text)
    if not people:
        if opens_byline(text) and len(text) < 150 and not text.endswith((".", ":")) and front.title:
            front.warnings.append(
                f"“{block.text}” may be the byline but could not be read. It was left in the text."
            )
        return False
    told = all(person.role or person.affiliation for person in people)
    titled = any(person.honorific for person in people)
    title_near = front.title is not None or (bool(rest) and is_title_like(rest[0].text))
    if opens_byline(text) or told or (titled and title_near):
        front.authors = people
        return True
    if front.title is None or not _is_nobody_else(people, rest):
        return False
    front.authors = people
    front.warnings.append(
        f"“{block.text}” was read as the byline because it stands below the title. Check it."
    )
    return True


def _is_nobody_else(people: tuple[ManuscriptAuthor, ...], rest: list[Block]) -> bool:
    """A name's words do not occur in small letters in the text; those of a heading mostly do."""
    if not rest or is_title_like(rest[0].text):
        return False
    words = {word for block in rest for word in re.findall(r"[^\W\d_]+", block.text)}
    names = [word for person in people for word in re.findall(r"[^\W\d_]+", person.name)]
    text = " ".join(block.text for block in rest if not read_notes(block.text))
    return not any(name.lower() in words for name in names) and not any(p.name in text for p in people)


def _take_title(front: Front, block: Block, rest: list[Block]) -> bool:
    if front.title is not None or not is_title_like(block.text) or not rest:
        return False
    text, following = block.text, rest[0]
    if label_of(text) or _SECTION_NAME.fullmatch(plain(text)):
        return False
    near_byline = bool(front.authors) or _is_byline(following)
    if not near_byline and is_date(following.text) and len(rest) > 1:
        near_byline = _is_byline(rest[1])
    if near_byline:
        front.title = text
        return True
    # Set apart by a blank line, or with a bare name between it and the text.
    named = bool(parse_byline(following.text)) and _is_nobody_else(parse_byline(following.text), rest[1:])
    if (following.gap and " " in text) or named:
        front.title = text
        front.warnings.append(
            f"“{text}” was read as the title because it stands apart above the text, is short and has no "
            "full stop. If it is a heading of the text, move it there."
        )
        return True
    return False


def _is_byline(block: Block) -> bool:
    text = block.text.rstrip("*†‡ ")
    people = parse_byline(text) if len(text) <= 300 else ()
    return bool(people) and (
        opens_byline(text) or any(p.honorific or p.role or p.affiliation for p in people)
    )


def _doubt_first_heading(front: Front) -> None:
    first = front.body[0] if front.body else None
    if front.title is not None:
        return
    if (
        first
        and len(front.body) > 1
        and is_title_like(first.text)
        and not _SECTION_NAME.fullmatch(plain(first.text))
    ):
        front.warnings.append(
            f"The manuscript names no title. Its first line, “{first.text}”, may be one; it was kept as a "
            "heading. If it is the title, take it out of the text."
        )
    else:
        front.warnings.append(NO_TITLE)
