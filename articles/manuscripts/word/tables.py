"""Tables: those that hold figures, those that only put things beside each other, and those that stand above the text."""

from ..blocks import Block
from ..headings import is_title_like
from ..people import is_titled, opens_byline, parse_byline
from ..sayings import is_date, label_of
from .lines import Line, Words
from .paragraphs import Cell, Paragraph, Table

_LONG_CELL = 500
"""Characters: more is running text put beside other text, not an entry."""

_LONG_ENTRY = 200


def laid_out(table: Table, *, above_the_text: bool) -> list[Paragraph] | None:
    """The paragraphs of a table that is no table; None where it is one."""
    if not table.rows or len(table.rows) == 1 or all(len(row) == 1 for row in table.rows):
        return [paragraph for row in table.rows for cell in row for paragraph in cell.paragraphs]
    if above_the_text and all(parse_byline(cell.text) for cell in table.rows[0]):
        return _by_columns(table)
    if (above_the_text or _holds_notes(table)) and (said := _labelled(table)):
        return said
    if above_the_text and _is_a_head(table):
        return [paragraph for row in table.rows for cell in row for paragraph in cell.paragraphs]
    if not table.has_borders and any(_is_running_text(cell) for row in table.rows for cell in row):
        return [paragraph for row in table.rows for cell in row for paragraph in cell.paragraphs]
    return None


def _by_columns(table: Table) -> list[Paragraph]:
    """Names beside each other, each above the place where its bearer works."""
    width = max(len(row) for row in table.rows)
    cells = [row[column] for column in range(width) for row in table.rows if column < len(row)]
    return [paragraph for cell in cells for paragraph in cell.paragraphs]


def _is_a_head(table: Table) -> bool:
    """A title over all columns, and below it "Dr. Ann Bell | Harbour Institute": short, no figures, and one cell signs."""
    texts = [cell.text for row in table.rows for cell in row if cell.text]
    plain_entries = all(len(text) <= _LONG_ENTRY and any(map(str.isalpha, text)) for text in texts)
    first = [cell.text for cell in table.rows[0] if cell.text]
    return (
        len(first) == 1 and is_title_like(first[0]) and plain_entries and any(_signs(text) for text in texts)
    )


def _signs(text: str) -> bool:
    people = parse_byline(text)
    return bool(people) and (
        opens_byline(text) or any(is_titled(p) or p.role or p.affiliation for p in people)
    )


def _holds_notes(table: Table) -> bool:
    """ "About the author | Ann Bell is …" and nothing else."""
    labels = [label_of(f"{row[0].text.rstrip(' :')}: x") for row in table.rows]
    return all(label and label.kind in ("about", "disclaimer") for label in labels)


def _is_running_text(cell: Cell) -> bool:
    return len(cell.text) > _LONG_CELL or len(cell.paragraphs) > 3


def _labelled(table: Table) -> list[Paragraph]:
    """ "Title | The long wait" as "Title: The long wait", where at least one row says so what it is."""
    pairs = [(row[0], row[1]) for row in table.rows if len(row) == 2]
    if len(pairs) < len(table.rows) or not any(label_of(f"{key.text.rstrip(' :')}: x") for key, _ in pairs):
        return []
    said: list[Paragraph] = []
    for key, value in pairs:
        first, *others = value.paragraphs or [Paragraph(Line())]
        label = key.text.rstrip(" :")
        # A date needs no label to be known as one, and with it would not be.
        words = Words("" if not label or is_date(first.text) else f"{label}: ")
        said += [first.saying(Line([words, *first.line.pieces])), *others]
    return said


def table_block(table: Table, caption: Paragraph | None) -> Block:
    rows = list(table.rows)
    # Cells of the header that reach down take the rows they reach with them.
    depth = max((cell.rows for cell in rows[0]), default=1) if len(rows) > 1 and _is_header(table) else 0
    header, rows = rows[:depth], rows[depth:]
    html = f"<caption>{caption.line.html}</caption>" if caption else ""
    if header:
        html += "<thead>" + "".join(_row(row, "th") for row in header) + "</thead>"
    html += "<tbody>" + "".join(_row(row, "td") for row in rows) + "</tbody>"
    words = " ".join(cell.text for row in table.rows for cell in row if cell.text)
    text = f"{caption.text} {words}" if caption else words
    columns = sum(cell.columns for cell in table.rows[0])
    return Block(text, "table", html=f"<table>{html}</table>", reason=f"a table of {columns} columns")


def _is_header(table: Table) -> bool:
    first, second = table.rows[:2]
    if table.first_is_header:
        return True
    bold = [_is_bold(cell) for cell in first if cell.text]
    return bool(bold) and all(bold) and not all(_is_bold(cell) for cell in second if cell.text)


def _is_bold(cell: Cell) -> bool:
    return all(paragraph.is_bold for paragraph in cell.paragraphs if paragraph.text)


def _row(cells: list[Cell], tag: str) -> str:
    return "<tr>" + "".join(_cell(cell, tag) for cell in cells) + "</tr>"


def _cell(cell: Cell, tag: str) -> str:
    attributes = ' scope="col"' if tag == "th" else ""
    attributes += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    attributes += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    lines = [p.line.without("strong") if tag == "th" else p.line for p in cell.paragraphs]
    said = [line.html for line in lines if line.text or line.notes]
    inside = said[0] if len(said) == 1 else "".join(f"<p>{html}</p>" for html in said)
    return f"<{tag}{attributes}>{inside}</{tag}>"
