"""Which files are taken. A file is what its first bytes say; its name and the browser's word for it count for nothing."""

import re
from enum import StrEnum

MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}
"""What readers get, by the name of the format, which is the ending of the file too."""

FALLBACKS = ("jpeg", "png")
"""Of the two, a picture has the one that suits it: JPEG for photographs, PNG for drawings and for what is transparent."""

ORDER = ("avif", "webp")
"""Offered before the fallback, in this order: a browser takes the first it knows."""


class Format(StrEnum):
    """What may be uploaded. Never SVG: it can carry a program, and scripts of others have no place on this site."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    AVIF = "avif"
    GIF = "gif"


class Why(StrEnum):
    EMPTY = "empty"
    TOO_HEAVY = "too-heavy"
    TOO_LARGE = "too-large"
    SVG = "svg"
    HEIC = "heic"
    OTHER_KIND = "other-kind"
    BROKEN = "broken"
    SOMETHING_ELSE = "something-else"


class Unfit(ValueError):
    """The file is not taken. `why` says it; what to tell the editor is said in articles/workflow/library.py."""

    def __init__(self, why: Why):
        super().__init__(why)
        self.why = why


_BOX = slice(4, 8)
_BRANDS = slice(8, 64)
_HEIC = re.compile(rb"hei[cxmsf]|hev[cx]|mif1|msf1")
# What browsers, archivers and servers would run or unpack if they were led to: long enough not to stand in the noise
# of a compressed picture by chance (the shortest, of five letters, once in 200,000 files of 20 MB).
_STOWAWAY = re.compile(
    rb"<script|<\?php|<html|<!doctype|<iframe|<body[ >]|%pdf-\d|pk\x05\x06\x00\x00\x00\x00|\x7felf\x02\x01\x01\x00",
    re.IGNORECASE,
)


def format_of(data: bytes) -> Format:
    """By the first bytes; raises Unfit for every other kind."""
    if data.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Format.GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[_BOX] == b"ftyp":
        return _of_boxes(data)
    raise Unfit(Why.SVG if _looks_like_svg(data) else Why.OTHER_KIND)


def _of_boxes(data: bytes) -> Format:
    brands = data[_BRANDS][: max(0, int.from_bytes(data[:4], "big") - 8)]
    if b"avif" in brands or b"avis" in brands:
        return Format.AVIF
    raise Unfit(Why.HEIC if _HEIC.match(brands) else Why.OTHER_KIND)


def _looks_like_svg(data: bytes) -> bool:
    return re.search(rb"<svg[\s>]", data[:4096], re.IGNORECASE) is not None


def refuse_stowaways(data: bytes) -> None:
    """A picture that is a web page, a program or an archive at the same time was made to deceive someone.

    What we store is drawn anew and would not carry it along; the editor should know all the same. A second picture at
    the end is none: phones put one there for moving and for brighter ones.
    """
    if _STOWAWAY.search(data):
        raise Unfit(Why.SOMETHING_ELSE)
