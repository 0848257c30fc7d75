"""What is written, and the lines above and below its text that every format has alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.text import titled

from ..blocks import Picture
from ..manuscript import ManuscriptAuthor
from ..notes import read_notes
from ..people import parse_byline


@dataclass(frozen=True, slots=True)
class Piece:
    """The fields are a Manuscript's, and mean the same."""

    title: str
    standfirst: str
    authors: tuple[ManuscriptAuthor, ...]
    author_notes: tuple[str, ...]
    disclaimer: str
    body_html: str
    language: str = "en"
    pictures: tuple[tuple[str, Picture], ...] = ()
    """With what the text calls them."""


def byline_lines(piece: Piece, opening: str) -> Iterator[str]:
    """One line for all where it is read as it was meant; else a line for each thing said of each."""
    people = "; ".join(map(_person, piece.authors))
    if piece.authors and parse_byline(people) == piece.authors:
        yield f"{opening}{people}"
        return
    for author in piece.authors:
        yield f"Author: {named(author)}"
        yield from (f"Role: {words}" for words in (author.role,) if words)
        yield from (f"Affiliation: {words}" for words in (author.affiliation,) if words)


def note_lines(piece: Piece) -> Iterator[str]:
    """Under one star more each: the notes about the authors, then the disclaimer. A label where the words alone do not tell."""
    stars = 0
    for note in piece.author_notes:
        stars += 1
        yield _note("*" * stars, "About the author", note, piece.author_notes[stars - 1 : stars], ())
    for line in filter(None, map(_line, piece.disclaimer.split("\n"))):
        stars += 1
        yield _note("*" * min(stars, 4), "Disclaimer", line, (), (line,))


def _note(star: str, label: str, words: str, about: tuple[str, ...], disclaimers: tuple[str, ...]) -> str:
    plain = f"{star} {_line(words)}"
    read = read_notes(plain)
    meant = read and (tuple(read.about), tuple(read.disclaimers)) == (tuple(map(_line, about)), disclaimers)
    return plain if meant else f"{star} {label}: {_line(words)}"


def _person(author: ManuscriptAuthor) -> str:
    return ", ".join(filter(None, (named(author), author.role, author.affiliation)))


def named(author: ManuscriptAuthor) -> str:
    return titled(author.name, author.honorific)


def _line(words: str) -> str:
    return " ".join(words.split())
