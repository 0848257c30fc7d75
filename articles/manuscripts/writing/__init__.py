"""A piece written into a file that is read again as the same piece: one file a format, one row each in WRITERS."""

from collections.abc import Callable

from . import markdown, text, word
from .piece import Piece

__all__ = ["WRITERS", "Piece"]

WRITERS: dict[str, Callable[[Piece], bytes]] = {
    ".docx": word.write,
    ".md": markdown.write,
    ".txt": text.write,
}
