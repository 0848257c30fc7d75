"""The manuscript block by block: what each was taken for, and the control that says otherwise."""

from dataclasses import dataclass

from articles.admin.numbers import number_in
from articles.manuscripts import Part, Role

from .words import ROLES

# Blocks with a control, from the beginning and from the end, where titles and notes stand. A form of Django's takes
# 1,000 fields: what is in the middle of a book is opened a group at a time, and what was chosen there stays.
FIRST, LAST, GROUP = 300, 200, 200
FIELD, OPEN, OPENED = "role-", "_open", "opened"


@dataclass(frozen=True)
class Block:
    part: Part
    chosen: Role | None
    options: tuple[tuple[str, str, bool], ...]
    """(value, label, whether it is chosen); none for a block without a control."""
    closed: range | None = None
    """Where blocks without controls begin: the numbers of those that one button opens."""

    @property
    def number(self):
        return self.part.index + 1

    @property
    def field(self):
        return f"{FIELD}{self.part.index}"

    @property
    def label(self):
        return ROLES[self.part.role]


def blocks_of(manuscript, choices, opened=0):
    """`opened` is the number of the first block of the group in the middle that has its controls."""
    parts = manuscript.parts
    middle = range(FIRST, len(parts) - LAST)
    for part in parts:
        chosen = choices.get(part.index)
        is_closed = part.index in middle and not 0 <= part.index + 1 - opened < GROUP
        begins = is_closed and (part.index - FIRST) % GROUP == 0
        yield Block(
            part,
            chosen,
            _options(part, chosen) if chosen or not is_closed else (),
            range(part.index + 1, min(part.index + GROUP, middle.stop) + 1) if begins else None,
        )


def opened_in(sent):
    """The number of the block with which the open group begins; 0 for none. A button says so, then the page carries it."""
    return number_in(sent.get(OPEN) or sent.get(OPENED))


def _options(part, chosen):
    return tuple((role.value, ROLES[role], role is chosen) for role in part.may_be)


def choices_in(sent):
    """{index: role} as a form sends them; "" leaves a block to the program, and what is no role is passed over."""
    chosen = {}
    for name, value in sent.items():
        digits = name.removeprefix(FIELD)
        if name.startswith(FIELD) and digits.isdecimal() and len(digits) < 7 and value in ROLES:
            chosen[int(digits)] = Role(value)
    return chosen
