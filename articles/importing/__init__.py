"""From a manuscript to a draft article. `understand` looks and writes nothing; `make_draft` writes all or nothing."""

from .again import Change, NewFile, compare_again, take_again
from .decisions import Decisions, Record
from .drafting import make_draft
from .exporting import piece_of
from .understanding import Understanding, understand, understand_alone

__all__ = [
    "Change",
    "Decisions",
    "NewFile",
    "Record",
    "Understanding",
    "compare_again",
    "make_draft",
    "piece_of",
    "take_again",
    "understand",
    "understand_alone",
]
