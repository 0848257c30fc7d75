"""A file as it arrived, read into a dataclass. Pure: no HTTP, no database."""

from .blocks import Picture
from .formats import is_document
from .front import NO_TITLE
from .manuscript import Heading, Manuscript, ManuscriptAuthor, ManuscriptError
from .parts import Part, Role
from .reading import manuscript_bytes, read_bytes, read_manuscript
from .wording import nearest, same_wording, similarity

__all__ = [
    "NO_TITLE",
    "Heading",
    "Manuscript",
    "ManuscriptAuthor",
    "ManuscriptError",
    "Part",
    "Picture",
    "Role",
    "is_document",
    "manuscript_bytes",
    "nearest",
    "read_bytes",
    "read_manuscript",
    "same_wording",
    "similarity",
]
