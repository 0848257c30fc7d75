"""A file as it arrived, read into a dataclass. Pure: no HTTP, no database."""

from .front import NO_TITLE
from .manuscript import Heading, Manuscript, ManuscriptAuthor, ManuscriptError
from .reading import read_bytes, read_manuscript
from .wording import nearest, same_wording, similarity

__all__ = [
    "NO_TITLE",
    "Heading",
    "Manuscript",
    "ManuscriptAuthor",
    "ManuscriptError",
    "nearest",
    "read_bytes",
    "read_manuscript",
    "same_wording",
    "similarity",
]
