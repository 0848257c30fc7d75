"""Blocks to a fragment of HTML."""

from itertools import groupby

from .blocks import Block


def to_html(blocks: list[Block]) -> str:
    parts: list[str] = []
    for kind, group in groupby(blocks, key=lambda b: "list" if b.kind in ("ul", "ol") else b.kind):
        items = list(group)
        if kind == "list":
            parts.append(_list(items, 0))
        elif kind == "hr":
            parts.append("<hr>")
        elif kind == "quote":
            parts.append("<blockquote>" + "".join(f"<p>{b.inline}</p>" for b in items) + "</blockquote>")
        else:
            parts += [f"<{b.kind}>{b.inline}</{b.kind}>" for b in items]
    while parts and parts[-1] == "<hr>":
        parts.pop()
    while parts and parts[0] == "<hr>":
        parts.pop(0)
    return "\n".join(parts)


def _list(items: list[Block], depth: int) -> str:
    html, opened, index = "", "", 0
    while index < len(items):
        item, below = items[index], index + 1
        while below < len(items) and items[below].depth > depth:
            below += 1
        if item.kind != opened:
            html += f"</{opened}>" * bool(opened) + f"<{item.kind}>"
            opened = item.kind
        nested = _list(items[index + 1 : below], depth + 1) if below > index + 1 else ""
        html += f"<li>{item.inline}{nested}</li>"
        index = below
    return f"{html}</{opened}>"
