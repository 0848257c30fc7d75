"""A body for where it is not at home: on another's page or in another's file."""

from urllib.parse import urljoin

from .cleaning import parse
from .document import Block, Note
from .plain import echoes
from .printing import Printer


def for_elsewhere(source: str, page: str) -> str:
    """The body with links that lead to it from anywhere, `page` being its address; without pictures, whose rights may be
    another's, and without pull quotes that say what the text says."""
    body = parse(source)
    repeated = echoes(body)
    kept = [block for block in body.children if block.tag != "figure" and block not in repeated]
    return _Linked(page).blocks(kept)


def html_with_notes(source: str) -> tuple[str, tuple[str, ...]]:
    """The body as clean HTML, without classes or ids, and its notes, whose numbers stand in the text in brackets."""
    printer = _Numbered()
    return printer.blocks(parse(source).children), tuple(printer.notes)


class _Linked(Printer):
    def __init__(self, page: str) -> None:
        self.page = page

    def link_attributes(self, href: str) -> dict[str, str]:
        return {"href": urljoin(self.page, href)}


class _Numbered(Printer):
    def __init__(self) -> None:
        self.notes: list[str] = []

    def attributes(self, block: Block) -> dict[str, str]:
        return {name: value for name, value in block.attributes.items() if name != "class"}

    def note(self, note: Note) -> str:
        self.notes.append(self.inline(note.content))
        return f"<sup>[{len(self.notes)}]</sup>"
