"""Whether what looks like a name is one, by what the rest of the manuscript says."""

import re

from .blocks import Block
from .headings import is_title_like
from .introductions import authors_in_note
from .manuscript import ManuscriptAuthor
from .notes import bare_note, read_notes
from .people import parse_byline
from .wording import plain

LONGEST_BYLINE = 300
_NOTES_WITHIN = 6
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")


def people_named(text: str, rest: list[Block]) -> tuple[ManuscriptAuthor, ...]:
    """In a script without capitals a bare name is known by the note at the end that introduces it."""
    caseless = parse_byline(text, labelled=True) if text.islower() is text.isupper() else ()
    return parse_byline(text) or (caseless if caseless and are_introduced(caseless, rest) else ())


def is_nobody_else(people: tuple[ManuscriptAuthor, ...], rest: list[Block]) -> bool:
    """A name's words do not occur in small letters in the text; those of a heading mostly do.

    A note at the end that introduces these people leaves no doubt."""
    if are_introduced(people, rest):
        return True
    if not rest or is_title_like(rest[0].text):
        return False
    # An address has the name in small letters.
    words = {word for block in rest for word in re.findall(r"[^\W\d_]+", _ADDRESS.sub("", block.text))}
    names = [word for person in people for word in re.findall(r"[^\W\d_]+", person.name)]
    text = " ".join(block.text for block in rest if not read_notes(block.text))
    return not any(name.lower() in words for name in names) and not any(p.name in text for p in people)


def are_introduced(people: tuple[ManuscriptAuthor, ...], rest: list[Block]) -> bool:
    introduced = {
        plain(p.name) for block in rest[-_NOTES_WITHIN:] for p in authors_in_note(_note_words(block.text))
    }
    return all(plain(person.name) in introduced for person in people)


def _note_words(text: str) -> str:
    return bare_note(text)[1] if len(text) < LONGEST_BYLINE else ""
