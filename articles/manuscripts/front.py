"""What stands above the text: title, standfirst, byline, notes. A title is taken, never made up."""

import re
from dataclasses import dataclass, field, replace

from .below_title import take_place, take_standfirst
from .blocks import Block, Source
from .bylines import is_byline, take_affiliation, take_byline
from .choices import Chosen
from .headings import is_title_like
from .introductions import authors_in_note
from .labelled import take_labelled
from .ledger import Ledger
from .letters import without_letter
from .manuscript import ManuscriptAuthor
from .names_elsewhere import LONGEST_BYLINE, is_nobody_else, people_named
from .notes import Notes, read_notes, starred, tell_notes
from .parts import Role
from .people import opens_byline
from .sayings import is_about_itself, is_date, label_of
from .wording import plain

_KIND_OF_PIECE = re.compile(
    "op-?ed|opinion|commentary|analysis|essay|policy brief|policy paper|brief|draft|final draft|manuscript|article"
    r"|(?:policy |research |working |issue |discussion )?(?:brief|paper|note|commentary|analysis|report|opinion)"
    r" (?:no|nr|number)?\.? ?#?\d{1,4}(?:[/-]\d{1,4})?"
    "|gorus|yorum|analiz|makale|kose yazisi|기고|기고문|칼럼|논평|مقال|راي|تحليل|(?:body|text|main text|metin|본문|النص):"
)
# "and", on a line of its own between two names.
_JOINING = re.compile(plain("and|&|with|ve|ile|und|et|및|و"))
_RULES_WITHIN = 10
_KIND_BEFORE_TITLE = re.compile(r"(?:[\[(【<]([^\])】>]{2,30})[\])】>]|([^|:]{2,30}?)\s*[|:])\s*(?=\S)")
_STARRED_TITLE = re.compile(r"(.*[^\s*†‡(\[])\s*[(\[]?([*†‡]+)[)\]]?")
# Each line above the text looks at all below it. A statement signed by hundreds ends here too; what is beyond is text.
_FRONT_WITHIN = 500
_SECTION_NAME = re.compile(
    "introduction|background|summary|executive summary|abstract|overview|key points|key takeaways|preface"
    "|foreword|giris|ozet|yonetici ozeti|arka plan|onsoz|서론|요약|머리말|배경|مقدمة|ملخص|einleitung|resume"
)
NO_TITLE = "The manuscript has no title. Give it one."


@dataclass(slots=True)
class Front:
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[ManuscriptAuthor, ...] = ()
    notes: Notes = field(default_factory=Notes)
    body: list[Block] = field(default_factory=list)
    hung: set[str] = field(default_factory=set)
    """The stars on the byline."""
    stars: dict[str, str] = field(default_factory=dict)
    """By name, the stars on the byline."""
    hung_on_title: str = ""
    numbers: dict[str, list[str]] = field(default_factory=dict)
    """By name, the numbers on the byline."""
    unread: Block | None = None
    """What may be the byline, and is no heading then."""
    warnings: list[str] = field(default_factory=list)
    ledger: Ledger = field(default_factory=lambda: Ledger([]))


def is_section_name(text: str) -> bool:
    """A heading that stands at the top of many texts and is the title of none."""
    return bool(_SECTION_NAME.fullmatch(plain(text)))


def take_front(source: Source, chosen: Chosen, ledger: Ledger) -> Front:
    front = Front(chosen.title, chosen.standfirst, chosen.authors, chosen.notes, ledger=ledger)
    blocks = without_letter(front, source, chosen.blocks)
    blocks = _take_told_by_format(front, source, blocks)
    blocks = take_labelled(front, _without_rules(front, blocks))
    position, kept = 0, list[Block]()
    while position < min(len(blocks), _FRONT_WITHIN):
        block, rest = blocks[position], blocks[position + 1 :]
        if block.chosen and len(block.text) > LONGEST_BYLINE:
            break
        if block.chosen or _is_aside(front, block, rest):
            kept.append(block)
            position += 1
            continue
        if not (
            _leave_out(front, block)
            or take_affiliation(front, block, rest)
            or (block.is_slanted and take_byline(front, block, rest))
            or _take_notes(front, block, rest)
            or take_byline(front, block, rest)
            or _take_title(front, block, rest)
            or take_standfirst(front, block, rest)
            or (not is_section_name(block.text) and take_place(front, block, rest))
        ):
            break
        position += 1
    front.body = [
        replace(block, reason="may be the byline") if block is front.unread else block
        for block in kept + blocks[position:]
    ]
    _doubt_first_heading(front)
    _doubt_kind_of_piece(front)
    if front.title and (marked := _STARRED_TITLE.fullmatch(front.title)):
        front.title, front.hung_on_title = marked.groups()
    return front


def _is_aside(front: Front, block: Block, rest: list[Block]) -> bool:
    """A slanted sentence above the title that is no note: it stays in the text, and the title is read below it."""
    slanted = block.is_slanted or starred(block.text) is not None
    apart = slanted and not is_title_like(block.text) and bool(rest) and is_title_like(rest[0].text)
    noted = read_notes(block.text, slanted=True) or is_about_itself(block.text)
    return apart and front.title is None and not noted


def _doubt_kind_of_piece(front: Front) -> None:
    """ "[Op-ed] The Slow Harbour", "OPINION | The Slow Harbour": it may be meant so."""
    before = _KIND_BEFORE_TITLE.match(front.title or "")
    if before and _KIND_OF_PIECE.fullmatch(plain(before[1] or before[2])):
        front.warnings.append(f"The title begins with “{before[0].strip()}”. Should that be a part of it?")


def _take_told_by_format(front: Front, source: Source, blocks: list[Block]) -> list[Block]:
    """The title and the standfirst that the format itself names, such as by a style, not to be guessed at again."""
    if source.title and front.title is None:
        said = _first_saying(source.title, blocks)
        if not (said and said.chosen):
            front.title = source.title
            blocks = _without(front, blocks, said, Role.TITLE, source.title_reason)
    if source.standfirst and front.standfirst is None:
        said = _first_saying(source.standfirst, blocks)
        if not (said and said.chosen):
            front.standfirst = source.standfirst
            front.warnings.append(f"Read as the standfirst: “{source.standfirst}”")
            blocks = _without(
                front, blocks, said, Role.STANDFIRST, "the manuscript marks it as the standfirst"
            )
    return blocks


def _first_saying(words: str, blocks: list[Block]) -> Block | None:
    return next((block for block in blocks if block.text == words), None)


def _without(front: Front, blocks: list[Block], taken: Block | None, role: Role, reason: str) -> list[Block]:
    if taken is None:
        return blocks
    front.ledger.tell(taken, role, reason)
    return [block for block in blocks if block is not taken]


def _without_rules(front: Front, blocks: list[Block]) -> list[Block]:
    """Rules between the title, the byline and the text only part these from each other."""
    end = next((i for i, block in enumerate(blocks) if _reads_on(block)), len(blocks))
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind == "hr" and index < min(end, _RULES_WITHIN) and not block.chosen:
            front.ledger.tell(block, Role.LEFT_OUT, "parts the title and the byline from the text")
        elif kept and index and blocks[index - 1].kind == "hr":
            kept.append(replace(block, gap=True))
        else:
            kept.append(block)
    return kept


def _reads_on(block: Block) -> bool:
    ended = len(block.text) > 60 and block.text.endswith((".", "?", "!", ".”", "…"))
    return (
        (ended or len(block.text) > LONGEST_BYLINE) and not label_of(block.text) and not starred(block.text)
    )


def _leave_out(front: Front, block: Block) -> bool:
    again = f"“{block.text}” says the title once more and was left out of the text."
    if front.title and plain(block.text) == plain(front.title) and again not in front.warnings:
        front.ledger.tell(block, Role.LEFT_OUT, "says the title once more")
        front.warnings.append(again)
    elif is_date(block.text):
        front.warnings.append(f"“{block.text}” was read as the date of the manuscript and left out.")
        front.ledger.tell(block, Role.LEFT_OUT, "a date above the text")
    elif front.authors and _JOINING.fullmatch(plain(block.text)):
        front.ledger.tell(block, Role.BYLINE, "joins the names above and below it")
    elif is_about_itself(block.text) or _KIND_OF_PIECE.fullmatch(plain(block.text)):
        front.notes.leave_out(block, front.ledger)
    else:
        return False
    return True


def _take_notes(front: Front, block: Block, rest: list[Block]) -> bool:
    found = read_notes(block.text, slanted=block.is_slanted)
    # Above the text only a mark or a label, or the clear words of a disclaimer, make a note: a first
    # paragraph may well introduce a person.
    if not found:
        return False
    marked = starred(block.text) or label_of(block.text) or block.is_slanted
    known = _introduces_only(front.authors, found)
    if found.about and not marked and not known and not _stands_above_title(front, rest):
        return False
    if found.about and known:
        found.warnings.clear()
    found.add_before(front.notes)
    front.notes = found
    tell_notes(front.ledger, block, found)
    return True


def _stands_above_title(front: Front, rest: list[Block]) -> bool:
    """Whether a line set apart on both sides follows, with nothing else read yet."""
    apart = len(rest) > 1 and rest[0].gap and rest[1].gap
    return apart and front.title is None and not front.authors and is_title_like(rest[0].text)


def _split(blocks: list[Block]) -> tuple[Block | None, list[Block]]:
    return (blocks[0] if blocks else None), blocks[1:]


def _is_of_two_lines(front: Front, block: Block, rest: list[Block]) -> bool:
    """ "Digging in the Dark:", and the rest of the title below it, above a byline."""
    first = next(iter(rest), None)
    if front.title and front.title.endswith(":"):
        below, reason = rest, "goes on with the line above it"
        title_like = is_title_like(block.text)
    else:
        below, reason = rest[1:], "goes on in the line below it, which a byline follows"
        opens = front.title is None and block.text.endswith(":") and is_title_like(block.text[:-1])
        title_like = opens and first is not None and is_title_like(first.text)
    if not title_like or not (front.authors or is_byline(*_split(below))):
        return False
    front.title = f"{front.title or ''} {block.text}".strip()
    front.ledger.tell(block, Role.TITLE, reason)
    return True


def _introduces_only(authors: tuple[ManuscriptAuthor, ...], notes: Notes) -> bool:
    """Whether the people of the notes are those the byline names."""
    names = {plain(author.name) for author in authors}
    people = [person for note in notes.about for person in authors_in_note(note)]
    return bool(people) and all(plain(person.name) in names for person in people)


def _take_title(front: Front, block: Block, rest: list[Block]) -> bool:
    if _is_of_two_lines(front, block, rest):
        return True
    if front.title is not None or not rest or not is_title_like(block.text):
        return False
    text, following = block.text, rest[0]
    if label_of(text) or is_section_name(text):
        return False
    near_byline = is_byline(*_split(rest))
    if not near_byline and (is_date(following.text) or _may_be_standfirst(following)) and len(rest) > 1:
        near_byline = is_byline(*_split(rest[1:]))
    if not near_byline and len(rest) > 1 and is_title_like(following.text) and opens_byline(rest[1].text):
        near_byline = is_byline(*_split(rest[1:]))
    # One of several headings the file marks alike may be the first of them, also below a byline.
    alike = bool(block.reason) and any(lower.reason and lower.kind == block.kind for lower in rest)
    if near_byline or (front.authors and not alike):
        front.title = text
        front.ledger.tell(block, Role.TITLE, f"{len(text)} characters, no full stop, beside the byline")
        return True
    # Set apart by a blank line, or with a bare name between it and the text.
    people = people_named(following.text, rest[1:])
    named = bool(people) and is_nobody_else(people, rest[1:])
    # What looks like the title is no name, but the next of those headings.
    apart = (front.authors or not alike) and ((following.gap and " " in text) or named)
    if apart or (named and not following.reason):
        front.title = text
        front.warnings.append(
            f"“{text}” was read as the title because it stands apart above the text, is short and has no "
            "full stop. If it is a heading of the text, move it there."
        )
        how = "a name follows" if named else "stands apart above the text"
        front.ledger.tell(block, Role.TITLE, f"{len(text)} characters, no full stop, {how}", sure=False)
        return True
    return False


def _may_be_standfirst(block: Block) -> bool:
    """Right below the title, and no heading of its own."""
    return (
        not block.gap and not block.reason and len(block.text) <= LONGEST_BYLINE and not label_of(block.text)
    )


def _doubt_first_heading(front: Front) -> None:
    first = front.body[0] if front.body else None
    if front.title is not None:
        return
    if first and len(front.body) > 1 and is_title_like(first.text) and not is_section_name(first.text):
        front.warnings.append(
            f"The manuscript names no title. Its first line, “{first.text}”, may be one; it was kept as a "
            "heading. If it is the title, take it out of the text."
        )
    else:
        front.warnings.append(NO_TITLE)
