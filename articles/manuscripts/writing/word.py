"""A Word file (.docx), with the styles, lists and footnotes of Word itself.

Our own writer and not python-docx: that knows no footnotes, of which these pieces are full. What a Word file says too often
to be believed does not come back: the language of words, a table's first column as its head, a table of one row or column
as more than a frame. Nor do code, a quotation in an item of a list, a list in a quotation, and addresses within the site.
"""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

from articles.text.cleaning import parse
from articles.text.document import Block, Break, Inline, Note, Text, leaves

from .piece import Piece, byline_lines, note_lines
from .word_parts import packed

_STYLES = {"h2": "Heading1", "h3": "Heading2"}
_MARKS = {
    "strong": "<w:b/>",
    "em": "<w:i/>",
    "sup": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
}
# English Metric Units, 360,000 to the centimetre: as wide as the text.
_WIDTH = 5_400_000
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def write(piece: Piece) -> bytes:
    return _Writer(piece).write()


class _Writer:
    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.pictures = dict(piece.pictures)
        self.notes: list[str] = []
        self.lists: list[str] = []
        self.related: dict[str, tuple[str, str]] = {}
        self.media: dict[str, bytes] = {}

    def write(self) -> bytes:
        piece = self.piece
        lines = [
            _line(piece.title, "Title") if piece.title else "",
            _line(piece.standfirst, "Subtitle") if piece.standfirst else "",
            *map(_line, byline_lines(piece, "By ")),
            *map(self._block, parse(piece.body_html).children),
            *map(_line, note_lines(piece)),
        ]
        return packed(
            "".join(lines),
            notes=self.notes,
            lists=self.lists,
            related=self.related,
            media=self.media,
            title=piece.title,
            language=piece.language,
        )

    def _block(self, block: Block) -> str:
        match block.tag:
            case "ul" | "ol":
                return self._list(block, 0)
            case "blockquote":
                return "".join(
                    self._leaf(leaf, "PullQuote" if block.is_pull else "Quote") for leaf in leaves(block)
                )
            case "table":
                return self._table(block)
            case "figure":
                return self._figure(block)
            case "hr":
                return '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>* * *</w:t></w:r></w:p>'
        return self._leaf(block, _STYLES.get(block.tag, ""))

    def _leaf(self, leaf: Block, style: str = "", number: str = "", inset: str = "") -> str:
        # In the order Word asks for.
        right = "<w:bidi/>" if leaf.attributes.get("dir") == "rtl" else ""
        return _paragraph(self._runs(leaf.content), style, number + right + inset)

    def _list(self, block: Block, depth: int) -> str:
        self.lists.append("bullet" if block.tag == "ul" else "decimal")
        number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
        printed: list[str] = []
        for item in block.children:
            opened = False
            for child in item.children:
                if child.tag in ("ul", "ol"):
                    printed.append(self._list(child, min(depth + 1, 8)))
                    continue
                for leaf in leaves(child):
                    inset = f'<w:ind w:left="{720 * (depth + 1)}"/>'
                    printed.append(
                        self._leaf(leaf, inset=inset) if opened else self._leaf(leaf, number=number)
                    )
                    opened = True
        return "".join(printed)

    def _table(self, table: Block) -> str:
        caption, rows = "", list[str]()
        for part in table.children:
            if part.tag == "caption":
                caption = "".join(self._leaf(leaf, "Caption") for leaf in leaves(part))
            else:
                rows += self._rows(part, is_head=part.tag == "thead")
        properties = (
            f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
        )
        columns = max(
            sum(int(cell.attributes.get("colspan", 1)) for cell in row.children)
            for part in table.children
            for row in part.children
            if part.tag != "caption"
        )
        grid = f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
        # Two tables without a paragraph between them are one.
        return f"{caption}<w:tbl>{properties}{grid}{''.join(rows)}</w:tbl><w:p/>"

    def _rows(self, part: Block, *, is_head: bool) -> list[str]:
        printed: list[str] = []
        # {column: (rows still reached from above, columns the cell covers)}
        reaching: dict[int, tuple[int, int]] = {}
        for row in part.children:
            cells, column, begun = "", 0, dict[int, tuple[int, int]]()
            for cell in [*row.children, None]:
                while column in reaching and reaching[column][0]:
                    cells += _cell("<w:p/>", reaching[column][1], "<w:vMerge/>")
                    column += reaching[column][1]
                if cell is None:
                    break
                across, down = (int(cell.attributes.get(name, 1)) for name in ("colspan", "rowspan"))
                inside = "".join(self._leaf(leaf) for child in cell.children for leaf in leaves(child))
                cells += _cell(inside or "<w:p/>", across, '<w:vMerge w:val="restart"/>' if down > 1 else "")
                begun[column] = (down, across)
                column += across
            kept = {at: (left - 1, across) for at, (left, across) in (reaching | begun).items() if left > 1}
            reaching = kept
            head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
            printed.append(f"<w:tr>{head}{cells}</w:tr>")
        return printed

    def _figure(self, figure: Block) -> str:
        caption = "".join(self._leaf(leaf, "Caption") for child in figure.children for leaf in leaves(child))
        uid = figure.attributes["data-image"]
        picture = self.pictures.get(uid)
        if picture is None:
            return caption
        name = f"media/{uid}.{picture.name.rpartition('.')[2]}"
        self.media[f"word/{name}"] = picture.data
        key = self._relate("image", name)
        size, number = f'cx="{_WIDTH}" cy="{_height(picture.data)}"', len(self.media)
        drawing = (
            f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="{number}" name="{number}"'
            f" descr={quoteattr(picture.description)}/><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="{number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        return _paragraph(drawing) + caption

    def _runs(self, content: Sequence[Inline]) -> str:
        printed: list[str] = []
        for item in content:
            if isinstance(item, Break):
                printed.append("<w:r><w:br/></w:r>")
            elif isinstance(item, Note):
                printed.append(self._note(item))
            else:
                printed.append(self._text(item))
        return "".join(printed)

    def _text(self, item: Text) -> str:
        look = "".join(sign for name, sign in _MARKS.items() if (name,) in item.marks)
        address = next((mark[1] for mark in item.marks if mark[0] == "a"), None)
        style = '<w:rStyle w:val="Hyperlink"/>' if address else ""
        run = f"<w:r><w:rPr>{style}{look}</w:rPr>{_words(item.text)}</w:r>"
        return (
            f'<w:hyperlink r:id="{self._relate("hyperlink", address)}">{run}</w:hyperlink>'
            if address
            else run
        )

    def _note(self, note: Note) -> str:
        place = len(self.notes)
        self.notes.append("")
        self.notes[place] = self._runs(note.content)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{place + 1}"/></w:r>'
        )

    def _relate(self, kind: str, target: str) -> str:
        key = f"rel{len(self.related) + 1}"
        self.related[key] = (kind, target)
        return key


def _height(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as image:
        return _WIDTH * image.height // image.width


def _line(words: str, style: str = "") -> str:
    return _paragraph(f"<w:r>{_words(' '.join(words.split()))}</w:r>", style)


def _paragraph(runs: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _cell(inside: str, across: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside}</w:tc>"
