"""A piece ready to stand elsewhere: everything that is to be printed with it, in three forms that say the same."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from .elsewhere import for_elsewhere, html_with_notes
from .languages import direction
from .markdown import markdown
from .typed import typed

# A line for each block, so that whoever pastes it can find his way in it.
_BETWEEN_BLOCKS = re.compile(r"(?:</(?:h[123]|p|ul|ol|li|tr|table|blockquote)>|<hr>)(?=<)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text and what goes with it wherever it stands.

    `signed` and `about_authors` are lines as printed, with the sign that leads from a name to its note. `attribution` is a
    sentence that ends where the address follows; `licence` names the address of one, `notes_label` heads the notes.
    """

    title: str
    standfirst: str
    body: str
    language: str
    address: str
    signed: tuple[str, ...]
    about_authors: tuple[str, ...]
    disclaimer: str
    attribution: str
    licence: str
    notes_label: str


def as_html(piece: Piece) -> str:
    """A fragment without classes, ids or scripts, to be pasted into another's page."""
    body, notes = html_with_notes(_whole(piece))
    parts = [f"<h1>{html.escape(piece.title, quote=False)}</h1>", body]
    if notes:
        parts.append(f"<h2>{html.escape(piece.notes_label, quote=False)}</h2>")
        parts.append("<ol>" + "".join(f"<li>{note}</li>" for note in notes) + "</ol>")
    language = html.escape(piece.language)
    inside = _BETWEEN_BLOCKS.sub("\\g<0>\n", "".join(parts))
    return f'<article lang="{language}" dir="{direction(piece.language)}">\n{inside}\n</article>\n'


def as_html_file(piece: Piece) -> str:
    """The fragment as a file of its own, which says where the original stands."""
    title, language = html.escape(piece.title, quote=False), html.escape(piece.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="canonical" href="{html.escape(piece.address)}">\n</head>\n<body>\n{as_html(piece)}</body>\n</html>\n'
    )


def as_markdown(piece: Piece) -> str:
    return f"# {markdown(_paragraph(piece.title))}\n\n{markdown(_whole(piece))}\n"


def as_text(piece: Piece) -> str:
    return f"{piece.title}\n\n{typed(_whole(piece))}\n"


FORMS: dict[str, tuple[str, Callable[[Piece], str]]] = {
    "html": ("text/html", as_html_file),
    "md": ("text/markdown", as_markdown),
    "txt": ("text/plain", as_text),
}
"""The files by their ending: media type, and what writes one."""


def _whole(piece: Piece) -> str:
    """Standfirst, byline, text, notes on the authors, disclaimer and attribution as one body."""
    around = [*piece.about_authors, piece.disclaimer]
    return "".join(
        [
            _paragraph(piece.standfirst, "em"),
            _paragraph("\n".join(piece.signed)),
            for_elsewhere(piece.body, piece.address),
            "<hr>",
            *map(_paragraph, around),
            _attribution(piece),
        ]
    )


def _attribution(piece: Piece) -> str:
    lines = [f"{html.escape(piece.attribution)} {_link(piece.address)}"]
    return "<p>" + "<br>".join([*lines, *([_link(piece.licence)] if piece.licence else [])]) + "</p>"


def _link(address: str) -> str:
    printed = html.escape(address)
    return f'<a href="{printed}">{printed}</a>'


def _paragraph(words: str, mark: str = "") -> str:
    if not words.strip():
        return ""
    printed = "<br>".join(html.escape(line) for line in words.split("\n"))
    return f"<p><{mark}>{printed}</{mark}></p>" if mark else f"<p>{printed}</p>"
