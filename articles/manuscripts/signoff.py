"""The name below the text, for want of one above it: "— Ann Bell, Varna"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .affiliations import has_institution, has_role
from .blocks import Block
from .bylines import take_affiliation
from .letters import closes_letter
from .manuscript import ManuscriptAuthor
from .names_elsewhere import is_nobody_else
from .notes import is_numbered_note, read_notes, starred
from .parts import Role
from .people import opens_byline, parse_byline
from .sayings import is_about_itself, is_date, label_of
from .wording import plain

if TYPE_CHECKING:
    from .front import Front

_DASH = re.compile(r"(?:[–—-]{1,2}|―)\s*(?=\S)")
_QUOTED = re.compile(r"[“\"«„‘'].*[”\"»“’'][.!?]?", re.DOTALL)
_SENTENCE_END = (".", "?", "!", "…", ":", ";", ",")
_LONGEST = 100
_WITHIN = 4
_END = Block("", gap=True)
"""What ends the lines below a name, as a blank line does above the text."""


def take_sign_off(front: Front, blocks: list[Block]) -> list[Block]:
    """The blocks without a name at their end and the lines below it. These go to the byline, or are told."""
    end = len(blocks)
    while end and (blocks[end - 1].kind == "hr" or _is_note(blocks[end - 1])):
        end -= 1
    for start in range(end - 1, max(end - 1 - _WITHIN, 0), -1):
        if not _may_stand_below(blocks[start]):
            break
        if _take(front, blocks[:start], blocks[start:end]):
            return blocks[:start] + blocks[end:]
    return blocks


def _is_note(block: Block) -> bool:
    return bool(starred(block.text)) or is_numbered_note(block.text)


def _may_stand_below(block: Block) -> bool:
    short = len(block.text) < _LONGEST and not label_of(block.text)
    return block.kind in ("p", "ul", "h2", "h3") and not block.chosen and short


def _take(front: Front, above: list[Block], lines: list[Block]) -> bool:
    closed = closes_letter(lines[0].text)
    name, *below = lines[closed:] or lines
    words = _DASH.sub("", name.text)
    # "Ann Bell, a fellow at the Harbour Institute." is a note.
    people = () if name.text.endswith(_SENTENCE_END) or read_notes(name.text) else parse_byline(words)
    if not people or not all(map(_may_stand_below_a_name, below)) or _is_quoted(above[-1]):
        return False
    known = {plain(author.name) for author in front.authors}
    again = all(plain(person.name) in known for person in people)
    said = closed or words != name.text or opens_byline(words)
    told = all(person.honorific or person.affiliation for person in people)
    if not again and (known or not (said or told or (name.gap and is_nobody_else(people, above)))):
        return False
    if not again:
        front.authors = tuple(_without_place(front, person) for person in people)
        if not said:
            front.warnings.append(
                f"“{name.text}” was read as the byline because it stands below the text. Check it."
            )
        front.ledger.tell(name, Role.BYLINE, "a name below the text", sure=bool(said))
        ended = [*below, _END]
        below = [line for i, line in enumerate(below) if not take_affiliation(front, line, ended[i + 1 :])]
    for block in [*lines[:closed], *([name] if again else []), *below]:
        front.warnings.append(f"“{block.text}” stands below the text and was left out.")
        front.ledger.tell(block, Role.LEFT_OUT, "stands below the text, with the name")
    return True


def _may_stand_below_a_name(block: Block) -> bool:
    text = block.text
    return is_date(text) or is_about_itself(text) or not text.endswith(_SENTENCE_END)


def _is_quoted(block: Block) -> bool:
    """Whether the name may be that of somebody whose words stand above it."""
    return block.kind in ("quote", "pull") or bool(_QUOTED.fullmatch(block.text))


def _without_place(front: Front, person: ManuscriptAuthor) -> ManuscriptAuthor:
    """ "Ann Bell, Varna": what is no position is where it was written."""
    if not person.role or has_role(person.role) or has_institution(person.role):
        return person
    front.warnings.append(f"“{person.role}”, beside the name below the text, was left out.")
    return replace(person, role="")
