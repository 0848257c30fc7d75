"""Line breaks: those that stand for the end of a paragraph, those that a machine left, and those that are meant."""

import re
from itertools import pairwise

from ..affiliations import has_institution, has_role
from ..headings import is_title_like
from ..people import is_titled, opens_byline, parse_byline
from ..sayings import is_about_itself, is_date, label_of
from .lines import Break, Line, Piece, Words
from .paragraphs import Paragraph

_SENTENCE_END = re.compile(r"[.!?…:。؟][\"'”’»)\]]*$")
_OPENING = re.compile(r"[•·▪◦‣●○–-]\s|\(?\d{1,2}[.)]\s|[*†‡]+\s?\S")
_LINE_OF_PROSE = 90
_LINES_ABOVE = 8
"""Lines that title, byline and date may be typed into one paragraph of."""
_ONE_LINE = ("title", "subtitle", "heading", "caption")


def split_at_breaks(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraphs one was typed to be, each with its own line breaks settled."""
    if not any(isinstance(piece, Break) for piece in paragraph.line.pieces):
        return [paragraph]
    if paragraph.level or paragraph.style.role in _ONE_LINE:
        return [paragraph.saying(_in_one_line(paragraph.line), gap=paragraph.gap)]
    parts = [part for part in paragraph.line.parts_at_breaks() if part.text or part.notes or part.figures]
    if len(parts) < 2:
        return [paragraph.saying(parts[0] if parts else paragraph.line, gap=paragraph.gap)]
    if paragraph.item or not _are_paragraphs(paragraph.line, parts):
        return [paragraph.saying(_settled(parts), gap=paragraph.gap)]
    return [
        paragraph.saying(
            part, gap=paragraph.gap if number == 0 else not _go_together(parts, number, paragraph.line)
        )
        for number, part in enumerate(parts)
    ]


def _go_together(parts: list[Line], number: int, whole: Line) -> bool:
    """Lines of a name and an address, with nothing but a break between them."""
    short = all(len(part.text) <= _LINE_OF_PROSE for part in parts[number - 1 : number + 1])
    return short and not _has_blank_lines(whole)


def _are_paragraphs(line: Line, parts: list[Line]) -> bool:
    texts = [part.text for part in parts]
    if _has_blank_lines(line) or any(_OPENING.match(text) for text in texts[1:]):
        return True
    if len(texts) <= _LINES_ABOVE and any(
        is_date(text) or opens_byline(text) or label_of(text) or is_about_itself(text) or _is_told(text)
        for text in texts
    ):
        return True
    if any(parse_byline(name) and _is_place(below) for name, below in pairwise(texts[:_LINES_ABOVE])):
        return True
    if not any(len(text) > _LINE_OF_PROSE for text in texts):
        # Short lines are verse, or an address, unless they look unlike each other: a heading above its text.
        return parts[0].wholly("strong") and not parts[1].wholly("strong") and is_title_like(texts[0])
    return all(_SENTENCE_END.search(text) or is_title_like(text) for text in texts[:-1])


def _has_blank_lines(line: Line) -> bool:
    kinds = [isinstance(p, Break) for p in line.pieces if not isinstance(p, Words) or p.text.strip()]
    return any(a and b for a, b in pairwise(kinds))


def _is_told(text: str) -> bool:
    people = parse_byline(text) if len(text) < 150 else ()
    return any(person.role or person.affiliation or is_titled(person) for person in people)


def _is_place(text: str) -> bool:
    return len(text) <= _LINE_OF_PROSE and (has_role(text) or has_institution(text))


def _in_one_line(line: Line) -> Line:
    return Line([Words(" ") if isinstance(piece, Break) else piece for piece in line.pieces])


def _settled(parts: list[Line]) -> Line:
    """One paragraph: a break within a sentence becomes a space where the line was one of prose, cut at a width."""
    pieces: list[Piece] = []
    cut = any(len(part.text) > _LINE_OF_PROSE for part in parts)
    for number, part in enumerate(parts):
        if number:
            within = cut and not _SENTENCE_END.search(parts[number - 1].text)
            pieces.append(Words(" ") if within else Break())
        pieces += part.pieces
    return Line(pieces)
