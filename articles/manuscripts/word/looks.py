"""What a paragraph is by its look, where no style says it: a heading, a quotation."""

import re
from collections import Counter
from collections.abc import Sequence

from ..headings import is_title_like
from .lines import Line
from .paragraphs import Paragraph, Table
from .styles import DEFAULT_SIZE

_LONGEST_HEADING = 120
_LARGER = 3
"""Half points by which a heading is larger than the text, to be so by its size alone."""
SET_IN = 300
"""Twentieths of a point by which a quotation, or more of a list's item, stands further in than the text."""
_SHORTEST_QUOTE = 40
_QUOTATION_MARKS = re.compile(r"[“\"«„].*[”\"»]\W*", re.DOTALL)
LONG = 120
"""Characters of a paragraph that can be nothing but text."""


class Usual:
    """How the running text of this file looks."""

    def __init__(self, blocks: Sequence[Paragraph | Table]) -> None:
        text = [
            b
            for b in blocks
            if isinstance(b, Paragraph) and not b.level and not b.item and len(b.text) > LONG
        ]
        sizes, indents, bold = Counter[int](), Counter[int](), 0
        for paragraph in text:
            length = len(paragraph.text)
            sizes[paragraph.line.size] += length
            indents[paragraph.left] += length
            bold += paragraph.is_bold
        self.size = _most(sizes) or DEFAULT_SIZE
        self.left = _most(indents)
        # Where all is bold, bold says nothing.
        self.bold_counts = bold * 2 <= len(text)


def _most(counts: Counter[int]) -> int:
    return counts.most_common(1)[0][0] if counts else 0


def heading_look(paragraph: Paragraph, usual: Usual) -> str:
    """What makes it look like a heading, in an editor's words; "" where nothing does."""
    text = paragraph.text
    if not 2 < len(text) <= _LONGEST_HEADING or not is_title_like(text.rstrip(":").rstrip()):
        return ""
    if paragraph.is_bold and usual.bold_counts:
        return "wholly bold"
    if paragraph.in_capitals and " " in text:
        return "in capitals"
    if paragraph.in_capitals and len(text) > 6:
        return "in capitals"
    if paragraph.line.size >= usual.size + _LARGER:
        return "larger than the text"
    if paragraph.line.wholly("u"):
        return "wholly underlined"
    return ""


def is_quotation(paragraph: Paragraph, usual: Usual) -> bool:
    """Indented further than the text on both sides, or indented and slanted or in quotation marks."""
    if paragraph.item or paragraph.centred or len(paragraph.text) < _SHORTEST_QUOTE:
        return False
    if paragraph.left < usual.left + SET_IN:
        return False
    marked = paragraph.is_italic or bool(_QUOTATION_MARKS.fullmatch(paragraph.text))
    return paragraph.right >= SET_IN or marked


def unslanted(line: Line) -> Line:
    """A quotation's own slant is how the page shows quotations."""
    return line.without("em") if line.wholly("em") else line
