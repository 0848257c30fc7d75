"""An uploaded file -> a picture that can be trusted, and the files readers get of it. Pure: no Django, no database."""

from .formats import FALLBACKS, MEDIA_TYPES, ORDER, Format, Unfit, Why
from .names import PATH, WIDEST, height_at, path_of
from .reading import LARGEST, MOST_PIXELS, Picture, read

__all__ = [
    "FALLBACKS",
    "LARGEST",
    "MEDIA_TYPES",
    "MOST_PIXELS",
    "ORDER",
    "PATH",
    "WIDEST",
    "Format",
    "Picture",
    "Unfit",
    "Why",
    "height_at",
    "path_of",
    "read",
]
