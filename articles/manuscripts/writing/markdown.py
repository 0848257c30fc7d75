"""Markdown with front matter. What it has no sign for does not come back: see `articles/text/markdown.py`; nor do pictures,
which are named and lie elsewhere."""

from collections.abc import Iterator

from articles.text.markdown import markdown
from articles.text.markdown_escapes import escape

from .piece import Piece, named, note_lines


def write(piece: Piece) -> bytes:
    body = markdown(piece.body_html, {uid: picture.name for uid, picture in piece.pictures})
    notes = [escape(line, at_start=True) for line in note_lines(piece)]
    return ("\n\n".join(filter(None, ["\n".join(_front_matter(piece)), body, *notes])) + "\n").encode()


def _front_matter(piece: Piece) -> Iterator[str]:
    yield "---"
    yield f"title: {_quoted(piece.title)}"
    if piece.standfirst:
        yield f"standfirst: {_quoted(piece.standfirst)}"
    if piece.authors:
        yield "authors:"
    for author in piece.authors:
        yield f"  - name: {_quoted(named(author))}"
        if author.role:
            yield f"    role: {_quoted(author.role)}"
        if author.affiliation:
            yield f"    affiliation: {_quoted(author.affiliation)}"
    yield "---"


def _quoted(words: str) -> str:
    words = " ".join(words.split()).replace('"', '\\"')
    return f'"{words}"'
