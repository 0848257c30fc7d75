"""What a reader of one format hands over, and what the steps after it work on."""

from dataclasses import dataclass, field
from html import escape
from typing import Literal

Kind = Literal["p", "h2", "h3", "ul", "ol", "quote", "hr"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, rule or list item ("ul" and "ol" are items of such a list)."""

    text: str
    kind: Kind = "p"
    gap: bool = False
    """A blank line stands before it."""
    depth: int = 0
    """Indentation as it arrived; the nesting level once it is a list item."""
    reason: str = ""
    """Why it is a heading."""
    html: str = ""
    """Inline mark-up, where there is any beyond the text."""

    @property
    def inline(self) -> str:
        return self.html or escape(self.text, quote=False)


@dataclass(frozen=True, slots=True)
class Source:
    blocks: list[Block]
    encoding: str
    warnings: list[str] = field(default_factory=list)
