"""Bullets and numbers at the beginning of lines, made into items of lists."""

import re
from dataclasses import dataclass, replace
from html import escape

from .blocks import Block, Kind

_BULLET = re.compile(r"([•·▪◦‣●○–*o-])\s+(.+)", re.DOTALL)
_NUMBER = re.compile(r"\(?(?:(\d{1,3})|([a-z]))([.)])\s+(.+)", re.DOTALL)
_ALWAYS_BULLETS = "•·▪◦‣●○"
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Marker:
    style: str
    number: int
    """0 for a bullet."""
    words: str


@dataclass(slots=True)
class _Level:
    indent: int
    style: str
    number: int


def mark_lists(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    marked: list[Block] = []
    run: list[tuple[Block, _Marker]] = []
    lettered = False
    for block in [*blocks, None]:
        marker = _marker(block.text) if block and block.kind == "p" and not block.chosen else None
        if block and marker and (run or marker.style != "o"):
            run.append((block, marker))
            continue
        items = _items(run)
        lettered |= any(
            m.style.startswith("a") and i.kind == "ol" for i, (_, m) in zip(items, run, strict=True)
        )
        marked += items
        run = []
        if block:
            marked.append(block)
    warnings = ["A list lettered a), b) is numbered 1, 2 on the page."] if lettered else []
    return marked, warnings


def _marker(text: str) -> _Marker | None:
    if match := _BULLET.fullmatch(text):
        return _Marker(match[1], 0, match[2])
    if match := _NUMBER.fullmatch(text):
        digits, letter, close, words = match.groups()
        style = f"1{close}" if digits else f"a{close}"
        return _Marker(style, int(digits) if digits else ord(letter) - ord("a") + 1, words)
    return None


def _items(run: list[tuple[Block, _Marker]]) -> list[Block]:
    """A list must count 1, 2, 3: the page numbers anew, and must not say otherwise than the text does."""
    result: list[Block] = []
    levels: list[_Level] = []
    nested: set[tuple[str, str]] = set()
    for index, (block, marker) in enumerate(run):
        _descend(levels, block.depth, marker.style)
        if levels and _follows(levels[-1], run, index, nested):
            levels.pop()
        opens = not levels or block.depth > levels[-1].indent or levels[-1].style != marker.style
        expected = 1 if opens else levels[-1].number + 1
        if marker.number and marker.number != expected:
            levels.clear()
            result.append(block)
            continue
        if opens:
            if levels:
                nested.add((levels[-1].style, marker.style))
            levels.append(_Level(block.depth, marker.style, marker.number))
        else:
            levels[-1].number = marker.number
        kind: Kind = "ol" if marker.number else "ul"
        depth = min(len(levels) - 1, _DEEPEST)
        result.append(_item(block, kind, depth, marker))
    return _without_lone_items(run, result)


def _follows(
    level: _Level, run: list[tuple[Block, _Marker]], index: int, nested: set[tuple[str, str]]
) -> bool:
    """Whether numbers after bullets, or bullets after numbers, are a list of their own and not a part of the last item.

    They are, unless they are indented, the list before goes on after them, or such a list was part of an item before.
    """
    block, marker = run[index]
    if block.depth > level.indent or bool(marker.number) == bool(level.number):
        return False
    goes_on = any(
        later.style == level.style and (not level.number or later.number == level.number + 1)
        for _block, later in run[index + 1 :]
    )
    return not goes_on and (level.style, marker.style) not in nested


def _descend(levels: list[_Level], indent: int, style: str) -> None:
    """Leave the deeper lists that a line less indented, or in an outer list's style, brings to an end."""
    while levels and indent < levels[-1].indent and len(levels) > 1:
        levels.pop()
    styles = [level.style for level in levels if level.indent == indent]
    if style in styles:
        while levels[-1].style != style:
            levels.pop()


def item_of(block: Block) -> Block:
    """The block as an item, whatever stands at its beginning."""
    if block.kind in ("ul", "ol"):
        return block
    marker = _marker(block.text)
    return _item(block, "ol" if marker and marker.number else "ul", 0, marker or _Marker("•", 0, block.text))


def _item(block: Block, kind: Kind, depth: int, marker: _Marker) -> Block:
    opening = block.text[: len(block.text) - len(marker.words)]
    html = block.html.removeprefix(escape(opening, quote=False)) if block.html else ""
    reason = f"begins with “{opening.strip()}”" if opening else block.reason
    return replace(block, text=marker.words, kind=kind, depth=depth, html=html, reason=reason)


def _without_lone_items(run: list[tuple[Block, _Marker]], result: list[Block]) -> list[Block]:
    """A single "1." or dash is rather a numbered heading or a remark; a single • is a bullet all the same."""
    for index, (block, marker) in enumerate(run):
        alone = all(
            not 0 <= other < len(result) or result[other].kind == "p" for other in (index - 1, index + 1)
        )
        if alone and marker.style not in _ALWAYS_BULLETS:
            result[index] = block
    return result
