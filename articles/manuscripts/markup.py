"""Blocks to a fragment of HTML."""

import re
from itertools import groupby

from .blocks import Block

_QUOTES = {"quote": "<blockquote>", "pull": '<blockquote class="pull">'}
_RAISED = re.compile("<sup>[⁰¹²³⁴-⁹]+</sup>")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def to_html(blocks: list[Block]) -> str:
    parts: list[str] = []
    for kind, group in groupby(blocks, key=lambda b: "list" if b.kind in ("ul", "ol") else b.kind):
        items = list(group)
        if kind == "list":
            parts.append(_list(items, 0))
        elif kind == "hr":
            parts.append("<hr>")
        elif kind in ("table", "figure"):
            parts += [b.html for b in items]
        elif kind in _QUOTES:
            parts.append(_QUOTES[kind] + "".join(f"<p>{b.inline}</p>" for b in items) + "</blockquote>")
        else:
            parts += [f"<{b.kind}>{b.inline}</{b.kind}>" for b in items]
    while parts and parts[-1] == "<hr>":
        parts.pop()
    while parts and parts[0] == "<hr>":
        parts.pop(0)
    # A raised number that turned out to be no note's: a power.
    return _RAISED.sub(lambda match: match[0].translate(_DIGITS), "\n".join(parts))


def _list(items: list[Block], depth: int) -> str:
    html, opened, index = "", "", 0
    while index < len(items):
        item, below = items[index], index + 1
        while below < len(items) and (items[below].depth > depth or items[below].goes_on):
            below += 1
        if item.kind != opened:
            html += f"</{opened}>" * bool(opened) + f"<{item.kind}>"
            opened = item.kind
        html += f"<li><p>{item.inline}</p>{_rest_of_item(items[index + 1 : below], depth)}</li>"
        index = below
    return f"{html}</{opened}>"


def _rest_of_item(items: list[Block], depth: int) -> str:
    """Its other paragraphs and the lists within it."""
    html = ""
    for deeper, group in groupby(items, key=lambda item: item.depth > depth):
        rest = list(group)
        html += _list(rest, depth + 1) if deeper else "".join(f"<p>{item.inline}</p>" for item in rest)
    return html
