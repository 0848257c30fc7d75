"""The parts of a file, walked through in order: paragraphs and tables, as accepted changes leave them."""

from dataclasses import replace

from .elements import Element
from .findings import Findings
from .lines import Line
from .numbering import Numbering
from .paragraphs import Cell, Paragraph, Table, paragraph_of
from .runs import Inlines, Reading, chosen, outermost
from .styles import switched_on

_GONE = ("w:del", "w:moveFrom")


class Body:
    """Reads the blocks of one part."""

    def __init__(self, reading: Reading, part: str, numbering: Numbering) -> None:
        self.reading = reading
        self.inlines = Inlines(reading, part)
        self.numbering = numbering
        self.blocks: list[Paragraph | Table] = []
        self._before: Line | None = None
        """A paragraph whose end was deleted: the next one goes on with it."""
        self._gap = False

    @property
    def findings(self) -> Findings:
        return self.reading.findings

    def read(self, container: Element) -> list[Paragraph | Table]:
        self._walk(container)
        if self._before:
            self.blocks.append(Paragraph(self._before))
        return self.blocks

    def _walk(self, container: Element) -> None:
        for child in container:
            name = child.name
            if name == "w:p":
                self._paragraph(child)
            elif name == "w:tbl":
                self._table(child)
            elif name == "mc:AlternateContent":
                self._walk(chosen(child))
            elif name == "w:sdt":
                self._control(child)
            elif name == "w:altChunk":
                self.findings.add(
                    "A part of the file lies in it as a file of its own and was not read. Open it in Word, save it "
                    "anew and choose that."
                )
            elif name in _GONE:
                self.findings.deleted = True
                self.reading.notes.forget(child)
            elif not name.endswith("Pr"):
                self._walk(child)

    def _control(self, control: Element) -> None:
        gallery = control.value("w:sdtPr", "w:docPartObj", "w:docPartGallery")
        contents = self.inlines.filled_in(control)
        if gallery == "Table of Contents":
            self._leave_contents(" ".join(self._line(p).text_with_notes for p in outermost(contents, "w:p")))
        else:
            self._walk(contents)

    def _leave_contents(self, text: str) -> None:
        if text.strip():
            self.findings.contents.append(text.strip())

    def _line(self, paragraph: Element) -> Line:
        properties = paragraph.child("w:pPr")
        style = self.reading.styles.get(properties.value("w:pStyle") if properties else None)
        return self.inlines.read(paragraph, style.look.over(self.reading.styles.default_look))

    def _paragraph(self, element: Element) -> None:
        properties = element.child("w:pPr")
        style = self.reading.styles.get(properties.value("w:pStyle") if properties else None)
        was_contents = self.inlines.fields.in_contents
        line = self._line(element)
        if was_contents or self.inlines.fields.in_contents or style.role == "contents":
            self._leave_contents(line.text_with_notes)
            return
        if self._before:
            self._before.pieces.extend(line.pieces)
            line, self._before = self._before, None
        if self._goes_on(properties):
            self._before = line
            return
        if not (line.text or line.notes or line.figures):
            self._gap = True
            return
        item = self.numbering.item(
            properties.child("w:numPr") if properties else None, style.numbering, style.list_depth
        )
        read = paragraph_of(line, properties, style, item)
        self.blocks.append(read.saying(line, gap=self._gap))
        self._gap = False

    def _goes_on(self, properties: Element | None) -> bool:
        """Whether the next paragraph goes on with this one: its end was deleted, or it is a dropped capital."""
        if properties is None:
            return False
        frame, mark = properties.child("w:framePr"), properties.child("w:rPr")
        if frame is not None and frame.get("w:dropCap") in ("drop", "margin"):
            return True
        if mark is None:
            return False
        if any(mark.child(name) for name in _GONE):
            self.findings.deleted = True
            return True
        return bool(switched_on(mark, "w:specVanish"))

    def _table(self, table: Element) -> None:
        properties = table.child("w:tblPr")
        rows = [row for row in outermost(table, "w:tr") if not self._is_deleted(row)]
        cells: list[list[Cell]] = []
        # Of each column the place of the cell that reaches down from above.
        reaching: dict[int, tuple[int, int]] = {}
        for row in rows:
            cells.append([])
            column = 0
            for element in outermost(row, "w:tc"):
                cell, merge = self._cell(element), element.child("w:tcPr", "w:vMerge")
                if merge is not None and merge.get("w:val") != "restart" and column in reaching:
                    above_row, above_cell = reaching[column]
                    above = cells[above_row][above_cell]
                    above.paragraphs.extend(cell.paragraphs)
                    cells[above_row][above_cell] = replace(above, rows=above.rows + 1)
                else:
                    reaching.pop(column, None)
                    if merge is not None:
                        reaching[column] = (len(cells) - 1, len(cells[-1]))
                    cells[-1].append(cell)
                column += cell.columns
        self.blocks.append(
            Table([row for row in cells if row], _has_header(rows, properties), _has_borders(table))
        )
        self._gap = False

    def _is_deleted(self, row: Element) -> bool:
        deleted = row.child("w:trPr", "w:del")
        if deleted is not None:
            self.findings.deleted = True
            self.reading.notes.forget(row)
        return deleted is not None

    def _cell(self, element: Element) -> Cell:
        outside, gap, self.blocks, self._gap = self.blocks, self._gap, [], False
        self._walk(element)
        inside, self.blocks, self._gap = self.blocks, outside, gap
        paragraphs: list[Paragraph] = []
        for block in inside:
            if isinstance(block, Table):
                self.findings.add(
                    "A table stood within a table. Its cells follow each other in the outer one."
                )
                paragraphs += [p for row in block.rows for cell in row for p in cell.paragraphs]
            else:
                paragraphs.append(block)
        span = element.value("w:tcPr", "w:gridSpan") or "1"
        return Cell(paragraphs, min(int(span), 100) if span.isdecimal() and len(span) < 4 else 1)


def _has_header(rows: list[Element], properties: Element | None) -> bool:
    if rows and rows[0].child("w:trPr", "w:tblHeader") is not None:
        return bool(switched_on(rows[0].child("w:trPr"), "w:tblHeader"))
    look = properties.child("w:tblLook") if properties and properties.child("w:tblStyle") else None
    return look is not None and look.get("w:firstRow") == "1"


def _has_borders(table: Element) -> bool:
    """Without any line, a table is but a way to put things beside each other."""
    style = table.value("w:tblPr", "w:tblStyle") or ""
    borders = table.child("w:tblPr", "w:tblBorders")
    if borders is None:
        return bool(style)
    return any(side.get("w:val") not in ("none", "nil") for side in borders)
