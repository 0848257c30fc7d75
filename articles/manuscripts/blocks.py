"""What a reader of one format hands over, and what the steps after it work on."""

import hashlib
from dataclasses import dataclass, field
from html import escape
from typing import Literal
from uuid import NAMESPACE_OID, uuid5

from .parts import Role

Kind = Literal["p", "h2", "h3", "ul", "ol", "quote", "pull", "hr", "table", "figure"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, rule or list item ("ul" and "ol" are items of such a list).

    Of a table and a figure `html` is the whole element and `text` its words, the caption's among them.
    """

    text: str
    kind: Kind = "p"
    gap: bool = False
    """A blank line stands before it."""
    depth: int = 0
    """Indentation as it arrived; the nesting level once it is a list item."""
    goes_on: bool = False
    """Of an item: another paragraph of the one above it."""
    reason: str = ""
    """Why it is what its kind says, in words for an editor."""
    doubtful: bool = False
    """It may well be something else."""
    at: int = -1
    """Which block of the file it is, counted before anything was taken away."""
    chosen: Role | None = None
    """What the editor took it for: no step may think otherwise."""
    html: str = ""
    """Inline mark-up, where there is any beyond the text. A note stands in it where its mark would stand, and not in
    the text."""

    @property
    def is_slanted(self) -> bool:
        return self.html.startswith("<em>") and self.html.find("</em>") == len(self.html) - len("</em>")

    @property
    def inline(self) -> str:
        return self.html or escape(self.text, quote=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture the file brought along, as it lies in it: nobody has looked yet whether it is one."""

    name: str
    """Made up, with the ending of the format its first bytes tell: what the file calls it is not trusted."""
    data: bytes
    description: str = ""
    """The alternative text, where the file has one."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def uid(self) -> str:
        """What the text calls it: `<figure data-image="…">`. The same bytes are the same picture."""
        return str(uuid5(NAMESPACE_OID, self.sha256))


@dataclass(frozen=True, slots=True)
class Source:
    blocks: list[Block]
    encoding: str
    warnings: list[str] = field(default_factory=list)
    title: str | None = None
    """What the format itself says is the title. The block that says so is still among the blocks, the first with this
    text."""
    title_reason: str = ""
    standfirst: str | None = None
    """The same for the standfirst."""
    pictures: list[Picture] = field(default_factory=list)
