"""Fields: an instruction that is not text, and its result, which is; they begin and end in the middle of runs."""

import re
from dataclasses import dataclass, field

from ..manuscript import ManuscriptError

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_OUTSIDE = frozenset({"INCLUDEPICTURE", "INCLUDETEXT", "LINK", "DDE", "DDEAUTO", "IMPORT"})
_LONGEST = 2_048
_DEEPEST = 40


class Field:
    def __init__(self, instruction: str) -> None:
        instruction = instruction[:_LONGEST]
        self.name = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        self.address = _address(instruction) if self.name == "HYPERLINK" else ""
        self.is_page_number = self.name in _PAGES


@dataclass(slots=True)
class _Open:
    instruction: list[str] = field(default_factory=list)
    shown: Field | None = None
    """Past the separator: what follows is the result."""


class Fields:
    """The fields that are open where the reader stands; some span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def mark(self, kind: str) -> str:
        """Go past a field's begin, separator or end; the name of the field whose result begins here, if one does."""
        if kind == "begin":
            if len(self._open) > _DEEPEST:
                raise ManuscriptError("The file is nested deeper than any manuscript. It was not read.")
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].shown = Field("".join(self._open[-1].instruction))
            return self._open[-1].shown.name
        elif kind == "end" and self._open:
            self._open.pop()
        return ""

    def instruct(self, text: str) -> None:
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction.append(text)

    @property
    def is_instruction(self) -> bool:
        """Whether what stands here is an instruction: text within one is none of the writer's."""
        return any(field.shown is None for field in self._open)

    @property
    def address(self) -> str:
        """Where the innermost link among the open fields leads."""
        return next((f.shown.address for f in reversed(self._open) if f.shown and f.shown.address), "")

    @property
    def in_contents(self) -> bool:
        return any(field.shown and field.shown.name in ("TOC", "INDEX") for field in self._open)

    @property
    def is_page_number(self) -> bool:
        return any(field.shown and field.shown.is_page_number for field in self._open)


def reaches_out(name: str) -> bool:
    """Whether the field fetches something from outside the file."""
    return name in _OUTSIDE


def _address(instruction: str) -> str:
    """Where a HYPERLINK leads; "" for a place in the file itself (\\l)."""
    after_option = False
    for quoted, bare in _WORD.findall(instruction.split(maxsplit=1)[-1]):
        if after_option:
            after_option = False
        elif bare.lower() in ("\\l", "\\o", "\\t"):
            after_option = True
        elif not bare.startswith("\\"):
            return str(quoted or bare).replace("\\\\", "\\")
    return ""
