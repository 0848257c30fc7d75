"""The manuscript block by block: what each was taken for, and the control that says otherwise."""

from dataclasses import dataclass

from articles.manuscripts import Part, Role

from .words import ROLES

# Blocks with a control, from the beginning and from the end, where titles and notes stand. A form of Django's takes
# 1,000 fields; what is in the middle of a book is put right in the article.
FIRST, LAST = 400, 200
FIELD = "role-"


@dataclass(frozen=True)
class Block:
    part: Part
    chosen: Role | None
    options: tuple[tuple[str, str, bool], ...]
    """(value, label, whether it is chosen); none for a block without a control."""

    @property
    def number(self):
        return self.part.index + 1

    @property
    def field(self):
        return f"{FIELD}{self.part.index}"

    @property
    def label(self):
        return ROLES[self.part.role]


def blocks_of(manuscript, choices):
    count = len(manuscript.parts)
    for part in manuscript.parts:
        has_control = part.index < FIRST or part.index >= count - LAST
        yield Block(
            part, choices.get(part.index), _options(part, choices.get(part.index)) if has_control else ()
        )


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
