"""Paragraphs as Word has them, and tables of them, before it is decided what each is."""

from dataclasses import dataclass, replace

from .elements import Element
from .lines import Line
from .numbering import Item
from .styles import NO_STYLE, Style, heading_level, is_centred


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line
    style: Style = NO_STYLE
    level: int | None = None
    """Of the heading that its style, or its outline level, makes it."""
    item: Item | None = None
    centred: bool = False
    left: int = 0
    right: int = 0
    """Indentation in twentieths of a point."""
    gap: bool = False

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def is_bold(self) -> bool:
        return self.line.wholly("strong") or bool(self.style.look.bold)

    @property
    def is_italic(self) -> bool:
        return self.line.wholly("em") or bool(self.style.look.italic)

    @property
    def in_capitals(self) -> bool:
        return self.line.in_capitals

    def saying(self, line: Line, *, gap: bool = False) -> "Paragraph":
        return replace(self, line=line, gap=gap)


@dataclass(frozen=True, slots=True)
class Cell:
    paragraphs: list[Paragraph]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        return " ".join(paragraph.text for paragraph in self.paragraphs if paragraph.text)


@dataclass(frozen=True, slots=True)
class Table:
    rows: list[list[Cell]]
    first_is_header: bool = False
    has_borders: bool = True


def paragraph_of(line: Line, properties: Element | None, style: Style, item: Item | None) -> Paragraph:
    indent = properties.child("w:ind") if properties else None
    level = heading_level(properties, style)
    return Paragraph(
        line,
        style,
        level,
        # A numbered heading is a heading.
        None if level else item,
        is_centred(properties, style),
        _indent(indent, style.indent, "w:left", "w:start"),
        _indent(indent, style.indent, "w:right", "w:end"),
    )


def _indent(own: Element | None, inherited: Element | None, *names: str) -> int:
    for indent in (own, inherited):
        for name in names:
            size = indent.get(name) if indent else ""
            if size.lstrip("-").isdecimal() and len(size) < 8:
                return int(size)
    return 0
