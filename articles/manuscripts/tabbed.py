"""Tables in plain text: lines one below the other, their cells parted by tabs."""

import re
from collections.abc import Iterator
from html import escape

# "1.\tAn item", "Author:\tAnn Bell": a tab after a sign or a label parts no cells.
_LEADS_IN = re.compile(r"[•·▪◦‣●○*†‡–—-]+|\(?(?:\d{1,3}|[a-zç])[.)]|\[\d{1,3}\]|[¹²³⁰⁴-⁹]+|>|#+|.*[:\uff1a]")


def table_lines(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where tables begin and end: two lines or more with as many cells each."""
    start = 0
    while start < len(lines):
        width, end = len(cells_of(lines[start])), start + 1
        while width and end < len(lines) and len(cells_of(lines[end])) == width:
            end += 1
        if end - start > 1:
            yield start, end
        start = end


def cells_of(line: str) -> list[str]:
    """None unless there are two or more, the first of them words."""
    if "\t" not in line.strip():
        return []
    cells = [" ".join(cell.split()) for cell in line.rstrip().split("\t")]
    return [] if not cells[0] or _LEADS_IN.fullmatch(cells[0]) or len(cells) < 2 else cells


def table_html(lines: list[str]) -> str:
    """The first line names the columns, as it does nearly always."""
    head, *rows = ([escape(cell, quote=False) for cell in cells_of(line)] for line in lines)
    columns = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
