"""Takes down, as the steps go on, what became of each block."""

from collections.abc import Iterable

from .blocks import Block
from .parts import ROLE_OF_KIND, Part, Role, may_be

_REASON = {
    Role.PARAGRAPH: "nothing makes it anything else",
    Role.HEADING: "a heading in the manuscript",
    Role.SUBHEADING: "a smaller heading in the manuscript",
    Role.QUOTE: "marked as a quotation in the manuscript",
    Role.ITEM: "an item of a list in the manuscript",
    Role.TABLE: "a table in the manuscript",
    Role.FIGURE: "a picture in the manuscript",
    Role.RULE: "a line across, between two parts",
}


class Ledger:
    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = list(blocks)
        self._told: dict[int, tuple[Role, str, bool]] = {}

    def tell(self, block: Block, role: Role, reason: str, *, sure: bool = True) -> None:
        if block.chosen:
            reason, sure = "chosen by you", True
        self._told[block.at] = (role, reason, sure)

    def count(self, role: Role) -> int:
        return sum(told[0] is role for told in self._told.values())

    def tell_text(self, blocks: Iterable[Block]) -> None:
        """What is left once titles, notes and all the rest are taken: the text itself."""
        for block in blocks:
            role = ROLE_OF_KIND[block.kind]
            self.tell(block, role, block.reason or _REASON[role], sure=not block.doubtful)

    def parts(self) -> tuple[Part, ...]:
        return tuple(
            Part(block.at, block.text, *self._told[block.at], may_be(block.kind)) for block in self._blocks
        )
