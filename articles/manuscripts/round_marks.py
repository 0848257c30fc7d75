"""Notes marked with round brackets: "(1)" in the text, and below a label "Notes"."""

import re
from dataclasses import replace

from .blocks import Block
from .sayings import label_of

_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:!?”’\"')])(\s?)\((\d{1,3})\)(?=[\s.,;:!?”’)]|$)")
_NOTE = re.compile(r"^()\((\d{1,3})\)(?=\s+\S)")


def with_square_marks(blocks: list[Block]) -> list[Block]:
    """With "[1]" for "(1)", where every note below the last label has its mark, in turn: else "(1)" is anything."""
    start = next((i + 1 for i in range(len(blocks) - 1, -1, -1) if _is_label(blocks[i])), 0)
    notes = [match[2] for block in blocks[start:] if (match := _NOTE.match(block.text))]
    marks = [match[2] for block in blocks[:start] for match in _MARK.finditer(block.text)]
    if not notes or notes != marks or notes != [str(number + 1) for number in range(len(notes))]:
        return blocks
    return [_squared(b, _MARK) for b in blocks[:start]] + [_squared(b, _NOTE, 1) for b in blocks[start:]]


def _squared(block: Block, pattern: re.Pattern[str], most: int = 0) -> Block:
    text, html = (pattern.sub(r"\1[\2]", words, count=most) for words in (block.text, block.html))
    return replace(block, text=text, html=html)


def _is_label(block: Block) -> bool:
    label = label_of(block.text)
    return bool(label and label.kind == "notes" and not label.rest)
