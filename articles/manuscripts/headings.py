"""Headings that nothing marks but their look, with the reason for thinking so."""

import re
from dataclasses import replace
from itertools import pairwise

from .blocks import Block, Kind
from .sayings import is_date

_NO_HEADING_END = (".", ",", ";", ":", "…", '."', ".”", ".’", ".)", "*", "†")
_BETWEEN_DASHES = re.compile(r"([–—-]{1,3}|[=~]{2,4})\s+(\S.*\S)\s+\1")
_SENTENCE_END = tuple('.?!…:”"’)')
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S")
_BEGINS_LIKE_AN_ITEM = re.compile(r"[•·▪◦‣●○*†‡>–—-]|\[\d")
_ORNAMENT = re.compile(r"[■□◆◇▶▷▲△►◼▪◾❚▌]+\s*(?=\S)")
_MARK_AT_END = re.compile(r"(?:\s*(?:\[\d{1,3}\]|[⁰¹²³⁴-⁹*†‡]))+$")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_a-z]")


_LONGEST_WITH_A_COLON = 60
# "결론", the conclusion.
_KOREAN_WORD = re.compile("[가-힣]{2}")


def is_title_like(text: str) -> bool:
    """Short, one phrase, without the stop that ends a sentence."""
    if len(text) > 170:
        return False
    bare = _MARK_AT_END.sub("", text)
    words = text.split()
    return (
        (2 < len(bare) <= 150 or _KOREAN_WORD.fullmatch(bare) is not None)
        and len(words) <= 20
        and not bare.endswith(_NO_HEADING_END)
        and not _BEGINS_LIKE_AN_ITEM.match(text)
        and not text[0].islower()
        and any(char.isalpha() for char in text)
        and not _SENTENCE_INSIDE.search(text)
        and not is_date(text)
    )


def without_ornament(block: Block) -> Block:
    """ "■ The cost of waiting": the sign only says that it is a heading."""
    if block.kind not in ("h2", "h3") or not (sign := _ORNAMENT.match(block.text)):
        return block
    bare = block.html.replace(sign[0], "", 1) if block.html.lstrip().startswith(sign[0]) else ""
    return replace(block, text=block.text[sign.end() :], html=bare if block.html else "")


def mark_headings(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    """The blocks with their headings marked, and what is doubtful about them."""
    marked = list(blocks)
    # From the end, so that a heading above a heading is seen to have one below it.
    for index in range(len(blocks) - 2, -1, -1):
        block = _without_dashes(blocks[index])
        reason = _reason(block, marked[index + 1], marked[index + 2] if index + 2 < len(marked) else None)
        if reason:
            numbered = _NUMBERED.match(block.text)
            kind: Kind = "h3" if numbered and "." in numbered[1] else "h2"
            doubtful = len(block.text.split()) > 10 and not _is_title_case(block.text)
            marked[index] = replace(block, kind=kind, reason=reason, doubtful=doubtful)
    introducing = _ending_with_a_colon(blocks)
    if len(introducing) > 1:
        for index in introducing:
            reason = f"{len(blocks[index].text)} characters and a colon, a paragraph follows"
            marked[index] = replace(blocks[index], kind="h2", reason=reason, doubtful=True)
    marked = [without_ornament(block) for block in marked]
    found = [new for new, old in zip(marked, blocks, strict=True) if new.kind != old.kind]
    if len(found) > sum(block.kind not in ("h2", "h3") for block in marked):
        return blocks, ["Most lines are short, so none was read as a heading. Mark the headings yourself."]
    doubts = [
        f"“{block.text}” was read as a heading ({block.reason}). Check that it is not a sentence."
        for block in found
        if block.doubtful
    ]
    if len(introducing) == 1:
        doubts.append(f"“{blocks[introducing[0]].text}” may be a heading. It was kept as a paragraph.")
    return marked, doubts


def _without_dashes(block: Block) -> Block:
    """ "— What is to be done —", "== What is to be done ==": the strokes are its look."""
    between = _BETWEEN_DASHES.fullmatch(block.text)
    return replace(block, text=between[2]) if between and not block.html else block


def _ending_with_a_colon(blocks: list[Block]) -> list[int]:
    """ "What would help:", set apart above a paragraph that nobody says. One alone may be the paragraph's first words."""
    return [
        index
        for index, (block, below) in enumerate(pairwise(blocks))
        if block.kind == below.kind == "p"
        and block.text.endswith(":")
        and not block.chosen
        and len(block.text) <= _LONGEST_WITH_A_COLON
        and is_title_like(block.text[:-1])
        and len(below.text) > 120
        and below.text[0].isalnum()
    ]


def _reason(block: Block, following: Block, after: Block | None) -> str:
    if (
        block.kind != "p"
        or block.chosen
        or block.reason
        or not is_title_like(block.text)
        or len(block.text) > 120
    ):
        return ""
    if block.text[-1] in "!?" and len(block.text.split()) > 14:
        return ""
    below = _what_follows(block, following, after)
    return f"{len(block.text)} characters, no full stop, {below} follows" if below else ""


def _what_follows(block: Block, following: Block, after: Block | None) -> str:
    if following.kind in ("h2", "h3"):
        return "another heading"
    if following.kind in ("ul", "ol"):
        return "a list"
    if following.kind in ("quote", "pull"):
        return "a quotation"
    # Or it says what comes next: "The programme is short:", and a list.
    leads_in = following.text.endswith(":") and after is not None and after.kind in ("ul", "ol")
    longer = len(following.text) > len(block.text) or leads_in
    is_paragraph = following.kind == "p" and (
        len(following.text) > 120 or following.text.endswith(_SENTENCE_END)
    )
    return "a paragraph" if (longer or _NUMBERED.match(block.text)) and is_paragraph else ""


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return sum(not word[0].islower() for word in words) * 2 > len(words)
