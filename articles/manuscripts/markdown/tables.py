"""A table of Markdown as HTML."""

import re

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from .inline import Inline

_BEFORE_A_ROW = re.compile(r"[\s>]*\|?")
_EMPTY_HEAD = re.compile(r'<thead><tr>(?:<th scope="col"></th>)+</tr></thead>')
_KEPT = {"table", "thead", "tbody", "tr", "th", "td"}


def table_html(tokens: list[Token], inline: Inline) -> tuple[str, str]:
    """The element and its words."""
    html: list[str] = []
    words: list[str] = []
    for token in tokens:
        if token.type == "inline":
            lines = inline.lines(token.children or [])
            html += [line.html for line in lines]
            words += [line.text for line in lines]
        elif token.tag in _KEPT:
            scope = ' scope="col"' if token.type == "th_open" else ""
            html.append(f"<{token.tag}{scope}>" if token.nesting > 0 else f"</{token.tag}>")
    printed = "".join(html)
    # Markdown knows no table without a head: one that has none is given an empty one.
    return _EMPTY_HEAD.sub("", printed), " ".join(words)


def cells_beyond(tokens: list[Token], lines: list[str]) -> list[str]:
    """What stands in rows to the right of the table's last column, where the parser reads no cell."""
    columns = sum(token.type == "th_open" for token in tokens)
    rows = [token.map[0] for token in tokens if token.type == "tr_open" and token.map]
    cells = [
        cell.strip() for row in rows for cell in escapedSplit(_BEFORE_A_ROW.sub("", lines[row], 1))[columns:]
    ]
    return [cell for cell in cells if cell]
