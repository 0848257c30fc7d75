"""Which line of a file is its title: the one its style names, else the one its look and place single out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..front import is_section_name
from ..headings import is_title_like
from ..people import opens_byline, parse_byline
from ..sayings import is_date, label_of
from ..wording import plain, same_wording
from .lines import Line, Words
from .looks import LONG, Usual, heading_look
from .paragraphs import Paragraph, Table

_KICKER = re.compile(
    plain(
        "opinion|op-?ed|commentary|comment|analysis|policy (?:brief|note|paper)|essay|perspective|column|guest column"
        "|working paper|yorum|gorus|analiz|politika notu|kose yazisi|칼럼|기고|논평|오피니언|رأي|مقال|تحليل"
    )
)
_WITHIN = 12
"""Blocks from the top among which a title can stand."""


@dataclass(frozen=True, slots=True)
class Title:
    at: int
    reason: str


def find_title(blocks: Sequence[Paragraph | Table], usual: Usual, properties_say: str) -> Title | None:
    front = _front(blocks)
    styled = next((i for i, p in front if p.style.role == "title"), None)
    if styled is not None:
        return Title(styled, f"in the style “{_paragraph(blocks[styled]).style.name}”")
    candidates = [(i, p) for i, p in front if _may_be_title(p)]
    if not candidates:
        return None
    agreed = next((i for i, p in candidates if properties_say and same_wording(p.text, properties_say)), None)
    if agreed is not None:
        return Title(agreed, "the file’s properties give the same title")
    # A line above the title may say what kind of piece it is, and is smaller.
    at, first = max(candidates, key=lambda candidate: candidate[1].line.size)
    others = [b for i, b in enumerate(blocks) if i != at and isinstance(b, Paragraph) and b.text]
    return _singled_out(at, first, others, usual)


def _singled_out(at: int, first: Paragraph, others: list[Paragraph], usual: Usual) -> Title | None:
    levels = [p.level for p in others if p.level]
    if first.level and all(level > first.level for level in levels):
        return Title(at, "the only heading of its level, above all others")
    if first.level:
        return None
    if first.line.size > usual.size and all(p.line.size < first.line.size for p in others):
        return Title(at, f"larger than any other line ({first.line.size / 2:g} points)")
    headings = [p for p in others if heading_look(p, usual) and not p.centred]
    if first.centred and not any(p.centred and len(p.text) > LONG for p in others):
        return Title(at, "centred above the text")
    if heading_look(first, usual) and not headings and not levels:
        return Title(at, f"{heading_look(first, usual)}, the only such line, above the text")
    if heading_look(first, usual) and levels:
        return Title(at, f"{heading_look(first, usual)}, above headings that have a style")
    return None


def join_above(blocks: list[Paragraph | Table], title: Title) -> Title:
    """A title typed in two lines as large, the upper of which ends with a colon, is one."""
    line, above = _paragraph(blocks[title.at]), blocks[title.at - 1] if title.at else None
    if not isinstance(above, Paragraph) or not above.text.endswith(":") or label_of(above.text):
        return title
    if above.line.size < line.line.size:
        return title
    whole = Line([*above.line.pieces, Words(" "), *line.line.pieces])
    blocks[title.at - 1 : title.at + 1] = [line.saying(whole, gap=above.gap)]
    return replace(title, at=title.at - 1)


def take_kicker(blocks: list[Paragraph | Table], title: Title) -> tuple[Title, list[str]]:
    """The lines above the title that are no part of the piece, taken away; the title moves up by as many.

    They name its kind, a series or the house: left where they are, they would hide the byline below the title.
    """
    above = [i for i, p in _front(blocks) if i < title.at and _is_kicker(p)]
    words = [_paragraph(blocks[i]).text for i in above]
    for i in reversed(above):
        del blocks[i]
    return replace(title, at=title.at - len(above)), words


def _is_kicker(paragraph: Paragraph) -> bool:
    if _KICKER.fullmatch(plain(paragraph.text)):
        return True
    said = _is_byline_or_date(paragraph.text) or label_of(paragraph.text) or parse_byline(paragraph.text)
    return (
        not said
        and not paragraph.line.figures
        and not paragraph.line.notes
        and not paragraph.text.startswith("*")
    )


def find_standfirst(blocks: Sequence[Paragraph | Table], title: Title | None) -> str | None:
    """In the style for it, or set apart between title and byline."""
    front = [p for _, p in _front(blocks)]
    styled = next(
        (p.text for p in front if p.style.role == "subtitle" and not _is_byline_or_date(p.text)), None
    )
    if styled or title is None:
        return styled
    below = [b for b in blocks[title.at + 1 : title.at + 3] if isinstance(b, Paragraph)]
    if len(below) < 2 or _is_byline_or_date(below[0].text) or not _is_byline_or_date(below[1].text):
        return None
    set_apart = below[0].is_italic or below[0].centred or below[0].is_bold
    return (
        below[0].text
        if set_apart and not label_of(below[0].text) and not parse_byline(below[0].text)
        else None
    )


def _is_byline_or_date(text: str) -> bool:
    people = parse_byline(text) if len(text) < LONG else ()
    told = any(person.honorific or person.role or person.affiliation for person in people)
    return is_date(text) or opens_byline(text) or told


def _front(blocks: Sequence[Paragraph | Table]) -> list[tuple[int, Paragraph]]:
    """What stands above the first paragraph of text."""
    front: list[tuple[int, Paragraph]] = []
    for index, block in enumerate(blocks[:_WITHIN]):
        if not isinstance(block, Paragraph) or (len(block.text) > LONG and block.style.role != "title"):
            break
        if block.text:
            front.append((index, block))
    return front


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        not paragraph.item
        and paragraph.style.role in ("", "heading")
        and is_title_like(text)
        and not (
            _is_byline_or_date(text)
            or label_of(text)
            or is_section_name(text)
            or _KICKER.fullmatch(plain(text))
        )
    )


def join_title(blocks: list[Paragraph | Table], at: int) -> None:
    """A title typed in two paragraphs of its style is one."""
    first = _paragraph(blocks[at])
    while at + 1 < len(blocks) and first.style.role == "title":
        below = blocks[at + 1]
        # After a colon even a subtitle is the rest of it.
        goes_on = ("title", "subtitle") if first.text.endswith(":") else ("title",)
        if not isinstance(below, Paragraph) or below.style.role not in goes_on or not below.text:
            break
        first = first.saying(Line([*first.line.pieces, Words(" "), *below.line.pieces]), gap=first.gap)
        blocks[at : at + 2] = [first]


def _paragraph(block: Paragraph | Table) -> Paragraph:
    assert isinstance(block, Paragraph)  # noqa: S101  the title is looked for among paragraphs alone
    return block
