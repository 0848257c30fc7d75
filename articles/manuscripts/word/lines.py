"""The running text of a paragraph: words with their marks, breaks and notes, printed as HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby

from articles.text import tidy

Mark = tuple[str, str]
"""A tag, and the address for a link. "u", underlined, is a look and never printed: readers take it for a link."""
_ORDER = ("a", "strong", "em", "sup", "sub", "u")


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    marks: frozenset[Mark] = frozenset()
    size: int = 0
    capitals: bool = False
    """Shown in capitals, whatever was typed."""


@dataclass(frozen=True, slots=True)
class Break:
    page: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    line: "Line"
    mark: str = ""
    """The writer's own sign, such as a star; "" where Word numbers the note."""


@dataclass(frozen=True, slots=True)
class Figure:
    uid: str


Piece = Words | Break | Note | Figure


@dataclass(slots=True)
class Line:
    pieces: list[Piece] = field(default_factory=list)

    @property
    def words(self) -> Iterator[Words]:
        return (piece for piece in self.pieces if isinstance(piece, Words) and piece.text.strip())

    @property
    def notes(self) -> list[Note]:
        return [piece for piece in self.pieces if isinstance(piece, Note)]

    @property
    def figures(self) -> list[Figure]:
        return [piece for piece in self.pieces if isinstance(piece, Figure)]

    @property
    def text(self) -> str:
        """In one line, without notes."""
        parts = (
            p.text if isinstance(p, Words) else " " for p in self.pieces if not isinstance(p, Note | Figure)
        )
        return tidy("".join(parts)).strip()

    @property
    def text_with_notes(self) -> str:
        """For what is told and not kept."""
        return " ".join([self.text, *(note.line.text for note in self.notes)]).strip()

    def wholly(self, tag: str) -> bool:
        """Whether every word has the mark. A stop or a quote outside of it does not count."""
        lettered = [piece for piece in self.words if any(char.isalnum() for char in piece.text)]
        return bool(lettered) and all(any(mark[0] == tag for mark in piece.marks) for piece in lettered)

    @property
    def size(self) -> int:
        """Of its largest words."""
        return max((piece.size for piece in self.words), default=0)

    @property
    def in_capitals(self) -> bool:
        letters = [c for piece in self.words if not piece.capitals for c in piece.text if c.isalpha()]
        shown = any(piece.capitals for piece in self.words)
        cased = [c for c in letters if c.lower() != c.upper()]
        return all(c.isupper() for c in cased) and (len(cased) > 3 or shown)

    def without(self, *tags: str) -> "Line":
        return Line(
            [
                replace(p, marks=frozenset(m for m in p.marks if m[0] not in tags))
                if isinstance(p, Words)
                else p
                for p in self.pieces
            ]
        )

    def without_mark(self, sign: str) -> "Line":
        """Without the sign a note repeats at its beginning."""
        pieces = list(self.pieces)
        for index, piece in enumerate(pieces):
            if isinstance(piece, Words) and piece.text.strip():
                pieces[index] = replace(piece, text=piece.text.lstrip().removeprefix(sign))
                break
        return Line(pieces)

    def without_notes(self) -> "Line":
        return Line([piece for piece in self.pieces if not isinstance(piece, Note)])

    def parts_at_breaks(self) -> list["Line"]:
        parts = [Line()]
        for piece in self.pieces:
            if isinstance(piece, Break):
                parts.append(Line())
            else:
                parts[-1].pieces.append(piece)
        return parts

    @property
    def html(self) -> str:
        """Inline mark-up; runs that look the same are one."""
        parts: list[str] = []
        space = True
        for kind, group in groupby(_trimmed(self.pieces), key=_look):
            pieces = list(group)
            if kind is None:
                for piece in pieces:
                    if isinstance(piece, Note):
                        parts.append(f'<span class="footnote">{piece.line.html}</span>')
                    elif isinstance(piece, Break):
                        parts.append("<br>")
                        space = True
                continue
            text = tidy("".join(piece.text for piece in pieces if isinstance(piece, Words)))
            text = text.lstrip(" ") if space else text
            if text:
                space = text.endswith(" ")
                parts.append(_marked(text, kind))
        return "".join(parts).rstrip(" ")


def joined(lines: Iterable[Line]) -> Line:
    """Several paragraphs as one line, with a break between them."""
    whole = Line()
    for line in lines:
        if line.text or line.notes:
            whole.pieces += [*([Break()] if whole.pieces else []), *line.pieces]
    return whole


def _look(piece: Piece) -> frozenset[Mark] | None:
    return piece.marks if isinstance(piece, Words) else None


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without breaks and blanks at either end; a mark on nothing but a space is none."""
    kept: list[Piece] = [
        piece
        for piece in pieces
        if not isinstance(piece, Figure) and (not isinstance(piece, Words) or piece.text)
    ]
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    return [_unmarked_space(kept, index) for index in range(len(kept))]


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece, Break) or (isinstance(piece, Words) and not piece.text.strip())


def _unmarked_space(pieces: list[Piece], index: int) -> Piece:
    piece = pieces[index]
    if not isinstance(piece, Words) or piece.text.strip():
        return piece
    around = [p for p in (pieces[index - 1], pieces[min(index + 1, len(pieces) - 1)]) if isinstance(p, Words)]
    if len(around) < 2:
        return replace(piece, marks=frozenset())
    return replace(piece, marks=around[0].marks & around[1].marks)


def _marked(text: str, marks: frozenset[Mark]) -> str:
    opening = closing = ""
    for tag, address in sorted(marks, key=lambda mark: _ORDER.index(mark[0])):
        if tag == "u":
            continue
        opening += f'<a href="{escape(address)}">' if tag == "a" else f"<{tag}>"
        closing = f"</{tag}>{closing}"
    bare = text.strip(" ")
    lead, trail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{lead}{opening}{escape(bare, quote=False)}{closing}{trail}" if bare else " "
