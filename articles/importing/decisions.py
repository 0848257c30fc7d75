from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from articles.models import Author, Disclaimer, Topic


class Record(Enum):
    """What stands in a decision where a record might."""

    NEW = "new"
    """A new one, which waits for approval."""
    NONE = "none"
    """Nobody: this is no author. No disclaimer is needed."""
    LATER = "later"
    """Nobody has decided about the disclaimer yet, whatever the manuscript says."""


@dataclass(frozen=True)
class Decisions:
    """What an editor has decided about a manuscript. What is left out is taken as it was understood, if it was."""

    authors: Mapping[int, Author | Record] = field(default_factory=dict)
    """By position. Left out: the record that was found, else a new one."""
    disclaimer: Disclaimer | Record | None = None
    """None: the record that says the same. Where there is none the article gets none: the desk asks before publishing."""
    topics: Sequence[Topic] = ()
