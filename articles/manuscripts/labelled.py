"""Lines above the text that say what they are: "Title: …", "Author: …", "Date: …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .affiliations import is_position, split_role
from .blocks import Block
from .names_elsewhere import LONGEST_BYLINE
from .parts import Role
from .people import parse_byline, take_honorific
from .sayings import LEFT_OUT, Label, label_of
from .wording import plain

if TYPE_CHECKING:
    from .front import Front

_LABELS_WITHIN = 8


def take_labelled(front: Front, blocks: list[Block]) -> list[Block]:
    """ "Title: …", "Standfirst: …" and "Author: …" among the first lines; the words may be on the next line."""
    kept: list[Block] = []
    queue = list(blocks)
    while queue and (len(blocks) - len(queue) < _LABELS_WITHIN or label_of(queue[0].text)):
        if len(queue[0].text) > LONGEST_BYLINE and not label_of(queue[0].text):
            break
        block = queue.pop(0)
        label = None if block.chosen else label_of(block.text)
        below = queue[0] if label and not label.rest and queue and label.kind not in LEFT_OUT else None
        if below and (below.chosen or label_of(below.text)):
            below = None
        role = _take_label(front, block, label, below) if label else None
        if role is None:
            kept.append(block)
            continue
        front.ledger.tell(block, role, "its label says so")
        if below:
            front.ledger.tell(queue.pop(0), role, f"stands below “{block.text}”")
    return kept + queue


def _take_label(front: Front, block: Block, label: Label, below: Block | None) -> Role | None:
    words = below.text if below else label.rest
    if not words:
        return None
    if label.kind == "title" and front.title is None:
        front.title = words
        return Role.TITLE
    if label.kind == "title":
        again = plain(words) == plain(front.title or "")
        how = "says the title once more" if again else "names another title"
        front.warnings.append(f"“{block.text}” {how} and was left out of the text.")
        return Role.LEFT_OUT
    if label.kind == "standfirst" and front.standfirst is None:
        front.standfirst = words
        front.warnings.append(f"Read as the standfirst: “{words}”")
        return Role.STANDFIRST
    if label.kind == "byline" and (people := parse_byline(words, labelled=True)):
        front.authors += people
        return Role.BYLINE
    if label.kind == "byline" and re.fullmatch(r"[\w.@-]+", words) and not words[0].isupper():
        front.warnings.append(f"“{block.text}” names nobody by a name and was left out of the text.")
        return Role.LEFT_OUT
    if label.kind in ("role", "affiliation") and front.authors:
        _take_position(front, label, words)
        return Role.BYLINE
    if label.kind in LEFT_OUT:
        front.warnings.append(f"“{block.text}” is about the manuscript itself and was left out of the text.")
        return Role.LEFT_OUT
    return None


def _take_position(front: Front, label: Label, words: str) -> None:
    """Of the last author named, or of all when they were named together on the line above."""
    together = front.ledger.count(Role.BYLINE) == 1
    *others, last = front.authors
    honorific, rest = take_honorific(f"{words} \0")
    told = {"honorific": honorific} if rest == "\0" else {str(label.kind): words}
    if label.kind == "affiliation" and not last.role and is_position(words):
        told = dict(zip(("role", "affiliation"), split_role(words), strict=True))
    front.authors = tuple(
        replace(author, **told)
        if author is last or (together and not any(getattr(author, field) for field in told))
        else author
        for author in (*others, last)
    )
