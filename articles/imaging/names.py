"""Where the files of a picture lie, and how large they are."""

import re
from uuid import UUID

WIDEST = 1920
WIDTHS = (480, 800, 1280, WIDEST)

PATH = re.compile(r"images/[0-9a-f]{32}/[0-9a-f]{16}-[1-9][0-9]{0,3}\.(avif|webp|jpeg|png)")
"""Every path there can be. Nothing else is served."""


def path_of(uid: UUID, sha256: str, width: int, name: str) -> str:
    """The random uid keeps it from being guessed by who has the file; the hash makes another file another path."""
    return f"images/{uid.hex}/{sha256[:16]}-{width}.{name}"


def widths_for(width: int) -> list[int]:
    """Never wider than the picture; of two that are nearly the same, the larger."""
    widest = min(width, WIDEST)
    return [*(step for step in WIDTHS if step < widest * 0.85), widest]


def height_at(width: int, height: int, drawn: int) -> int:
    """The height of a picture of `width` and `height`, drawn so wide."""
    return max(1, round(height * drawn / width))
