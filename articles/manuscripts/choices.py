"""What an editor decided about single blocks, carried out before anything is understood around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .blocks import Block, Kind
from .ledger import Ledger
from .lists import item_of
from .manuscript import ManuscriptAuthor, ManuscriptError
from .notes import Notes, bare_note
from .parts import Role, may_be
from .people import parse_byline
from .sayings import label_of

Choices = Mapping[int, Role]
_KINDS: dict[Role, Kind] = {
    Role.HEADING: "h2",
    Role.SUBHEADING: "h3",
    Role.PARAGRAPH: "p",
    Role.QUOTE: "quote",
    Role.FOOTNOTE: "p",
}


@dataclass(slots=True)
class Chosen:
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[ManuscriptAuthor, ...] = ()
    notes: Notes = field(default_factory=Notes)
    blocks: list[Block] = field(default_factory=list)
    """The others, numbered; those that stay in the text say what they were chosen to be."""
    warnings: list[str] = field(default_factory=list)


def check_choices(blocks: list[Block], choices: Choices) -> dict[int, Role]:
    """The choices as roles. Raises ManuscriptError for what no screen over this very file can have offered."""
    checked: dict[int, Role] = {}
    for index, name in choices.items():
        if not 0 <= index < len(blocks):
            raise ManuscriptError("The choices were made for another file. Read the manuscript again.")
        if name not in may_be(blocks[index].kind):
            raise ManuscriptError(f"Block {index + 1} of the manuscript cannot be read as “{name}”.")
        checked[index] = Role(name)
    return checked


def take_chosen(blocks: list[Block], choices: Mapping[int, Role], ledger: Ledger) -> Chosen:
    chosen = Chosen()
    for block in blocks:
        role = choices.get(block.at)
        if role is None:
            chosen.blocks.append(block)
            continue
        block = replace(block, chosen=role)
        ledger.tell(block, role, "")
        if not _takes_out(chosen, block, role):
            chosen.blocks.append(_as(block, role))
    return chosen


def _takes_out(chosen: Chosen, block: Block, role: Role) -> bool:
    """Whether the block has left the text for a place of its own."""
    words = _without_label(block.text)
    match role:
        case Role.TITLE:
            chosen.title = f"{chosen.title} {words}" if chosen.title else words
        case Role.STANDFIRST:
            chosen.standfirst = f"{chosen.standfirst} {words}" if chosen.standfirst else words
        case Role.BYLINE:
            people = parse_byline(words, labelled=True)
            chosen.authors += people
            if not people:
                chosen.warnings.append(f"The byline “{words}” could not be read for names. Enter them.")
        case Role.AUTHOR_NOTE | Role.DISCLAIMER:
            mark, words = bare_note(block.text)
            (chosen.notes.about if role is Role.AUTHOR_NOTE else chosen.notes.disclaimers).append(words)
            chosen.notes.marks |= {mark} - {""}
        case Role.LEFT_OUT:
            pass
        case _:
            return False
    return True


def _as(block: Block, role: Role) -> Block:
    if role is Role.ITEM:
        return item_of(block)
    return replace(block, kind=_KINDS.get(role, block.kind), depth=0, doubtful=False, reason="chosen by you")


def _without_label(text: str) -> str:
    label = label_of(text)
    return label.rest if label and label.rest else text
