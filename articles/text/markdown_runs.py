"""The running text in Markdown: its marks as stars where those hold, as tags where they would not."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from .document import Break, Inline, Mark, Note, Text
from .markdown_escapes import code_span, escape, escape_address, is_punctuation, is_wordlike
from .printing import Closing, Opening, Part, nested, start_tag

_STARS = {"strong": "**", "em": "*"}
_CODE: Mark = ("code",)


class Place(NamedTuple):
    """Where a text stands: what breaks its line, and whether a line of Markdown begins with it."""

    line_break: str
    begins_lines: bool = False
    in_table: bool = False


PARAGRAPH = Place("\\\n", begins_lines=True)
LINE = Place("<br>")
CELL = Place("<br>", in_table=True)


class Runs:
    """Prints the text of one block. `number` says which note one is."""

    def __init__(self, number: Callable[[Note], int], place: Place = PARAGRAPH) -> None:
        self.number = number
        self.place = place

    def print(self, content: Sequence[Inline]) -> str:
        parts = list(nested(content))
        # Code is printed run by run, inside of every other mark: nothing is mark-up between its backticks.
        parts = [part for part in parts if not (isinstance(part, Opening | Closing) and part.mark == _CODE)]
        tags = _in_tags(parts)
        return "".join(self._part(parts, index, tags) for index in range(len(parts)))

    def _part(self, parts: list[Part], index: int, tags: set[int]) -> str:
        part = parts[index]
        if isinstance(part, Opening | Closing):
            return _delimiter(part, in_tags=index in tags)
        if isinstance(part, Note):
            return f"[^{self.number(part)}]"
        return self.place.line_break if isinstance(part, Break) else self._text(part, parts, index)

    def _text(self, item: Text, parts: list[Part], index: int) -> str:
        before = _item_beside(parts, index, -1)
        if _CODE in item.marks:
            code = code_span(item.text)
            return code.replace("|", r"\|") if self.place.in_table else code
        starts = before is None or isinstance(before, Break)
        text = escape(item.text, at_start=starts and self.place.begins_lines)
        if isinstance(before, Note) and text[0] in "(:":
            # "[^1](2021)" would be a link, "[^1]:" a note's own words.
            text = f"\\{text}"
        if text.endswith("!") and index + 1 < len(parts):
            # "![" would be a picture.
            text = f"{text[:-1]}\\!"
        return text


def _delimiter(part: Opening | Closing, *, in_tags: bool) -> str:
    mark = part.mark
    if mark[0] == "a":
        return "[" if isinstance(part, Opening) else f"]({escape_address(mark[1])})"
    if mark[0] in _STARS and not in_tags:
        return _STARS[mark[0]]
    return start_tag(mark) if isinstance(part, Opening) else f"</{mark[0]}>"


def _in_tags(parts: list[Part]) -> set[int]:
    """Where strong and emphasised words begin and end for which stars do not hold.

    Stars are read by what stands on either side: in "**“Kitap”**ta" or "**중국(中国)**은" the closing ones would be stars.
    """
    opened: dict[Mark, int] = {}
    found: set[int] = set()
    for index, part in enumerate(parts):
        if isinstance(part, Opening) and part.mark[0] in _STARS:
            opened[part.mark] = index
        elif isinstance(part, Closing) and part.mark in opened:
            start = opened.pop(part.mark)
            if not (_may_open(parts, start) and _may_close(parts, index)):
                found |= {start, index}
    return found


def _may_open(parts: list[Part], index: int) -> bool:
    together = list(_marks_beside(parts, index, -1))
    if any(isinstance(other, Closing) and other.mark[0] in _STARS for other in together):
        return False
    if any(other.mark[0] not in _STARS for other in together):
        return True
    before = _edge(_item_beside(parts, index, -1), -1)
    if not before or before == " " or is_punctuation(before):
        return True
    alone = not together and not any(_marks_beside(parts, index, 1))
    return alone and is_wordlike(_edge(_item_beside(parts, index, 1), 0))


def _may_close(parts: list[Part], index: int) -> bool:
    together = list(_marks_beside(parts, index, 1))
    if any(isinstance(other, Opening) or other.mark[0] not in _STARS for other in together):
        return True
    after = _edge(_item_beside(parts, index, 1), 0)
    if not after or after == " " or is_punctuation(after):
        return True
    alone = not together and not any(_marks_beside(parts, index, -1))
    return alone and is_wordlike(_edge(_item_beside(parts, index, -1), -1))


def _marks_beside(parts: list[Part], index: int, step: int) -> Iterator[Opening | Closing]:
    """The marks that begin or end in the same place, outward from `index`."""
    index += step
    while 0 <= index < len(parts):
        part = parts[index]
        if not isinstance(part, Opening | Closing):
            return
        yield part
        index += step


def _item_beside(parts: list[Part], index: int, step: int) -> Inline | None:
    index += step
    while 0 <= index < len(parts):
        part = parts[index]
        if not isinstance(part, Opening | Closing):
            return part
        index += step
    return None


def _edge(item: Inline | None, end: int) -> str:
    """The character an item shows at that end; "" for the end of a line."""
    if isinstance(item, Text):
        return "`" if _CODE in item.marks else item.text[end]
    return "[" if isinstance(item, Note) else ""
