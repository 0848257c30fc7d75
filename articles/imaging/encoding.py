"""Pixels -> the bytes of one file. Nothing but pixels goes in: no EXIF, place, profile, comment or thumbnail comes out."""

import io
from typing import Any

from PIL import Image

# AVIF at speed 6 takes ten times as long for the same bytes.
_OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "png": {"optimize": True},
}
_DRAWN: dict[str, dict[str, Any]] = {
    "avif": {"quality": 80, "speed": 8, "subsampling": "4:4:4"},
    "webp": {"lossless": True, "quality": 60, "method": 4},
}


def encoded(pixels: Image.Image, name: str, *, drawn: bool) -> bytes:
    target = io.BytesIO()
    options = _OPTIONS[name] | (_DRAWN.get(name, {}) if drawn else {})
    pixels.save(target, name.upper(), **options)
    return target.getvalue()
