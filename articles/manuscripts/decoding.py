"""Bytes to letters, saying so where it had to guess."""

import codecs
import re
from dataclasses import dataclass

from .manuscript import ManuscriptError

_SIGNATURES = (
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = "The file does not say how its letters are coded; read as {}. Check {}."


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    warning: str = ""


def decode(data: bytes) -> Decoded:
    for start, what in _SIGNATURES:
        if data.startswith(start):
            raise ManuscriptError(f"The file is not plain text: it looks like {what}. Save it as plain text.")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(codec), codec.removesuffix("-sig"))
            except UnicodeDecodeError:
                raise ManuscriptError(
                    f"The file says that it is {codec.removesuffix('-sig').upper()}, but part of it is "
                    "not. It may be damaged: save it again as plain text, UTF-8."
                ) from None
    if b"\0" in data:
        return _utf16_without_mark(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _legacy(data)


def _utf16_without_mark(data: bytes) -> Decoded:
    """UTF-16 of a text in any script has a NUL beside each space, and so nearly all on one side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    codec = "utf-16-le" if odd > even else "utf-16-be"
    if len(data) % 2 == 0 and max(even, odd) > 3 * min(even, odd) and max(even, odd) * 10 > len(data):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            text = "\0"
        if "\0" not in text:
            return Decoded(text, codec, _GUESSED.format("UTF-16", "that the letters are right"))
    raise ManuscriptError("The file is not plain text. Save the manuscript as plain text, UTF-8.")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, told from a legacy code by the many sequences that are sound."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - broken
    if sound < 5 * broken:
        return None
    lines = sorted({text.count("\n", 0, m.start()) + 1 for m in re.finditer("\ufffd", text)})
    where = ", ".join(map(str, lines[:10]))
    return Decoded(text, "utf-8", f"Letters in line {where} are damaged and are shown as �. Put them right.")


def _legacy(data: bytes) -> Decoded:
    letters = re.sub(rb"[^A-Za-z\x80-\xff]", b"", data)
    high = sum(byte > 0x7F for byte in letters)
    # No Western or Turkish text has accents on half its letters: another script, coded in its own way.
    if high * 2 > len(letters):
        return _other_script(data)
    # The two codes differ in six letters only. Turkish has these everywhere and lacks á é í ó ú æ,
    # which Icelandic, the other language that uses the six places, cannot do without.
    turkish = sum(data.count(bytes([b])) for b in b"\xd0\xdd\xde\xf0\xfd\xfe")
    icelandic = sum(data.count(bytes([b])) for b in b"\xe1\xe9\xed\xf3\xfa\xe6")
    if turkish > 3 * icelandic:
        codec, label, check = "cp1254", "Windows-1254 (Turkish)", "ş, ğ, ı"
    else:
        codec, label, check = "cp1252", "Windows-1252 (Western European)", "accents, quotes and dashes"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise _unknown_code() from None
    return Decoded(text, codec, _GUESSED.format(label, check))


def _other_script(data: bytes) -> Decoded:
    for codec, label, first, last in (
        ("cp949", "CP949 (Korean)", "가", "힣"),
        ("cp1256", "Windows-1256 (Arabic)", "ء", "ۿ"),
    ):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        foreign = [char for char in text if char > "\x7f" and char.isalpha()]
        if sum(first <= char <= last for char in foreign) >= 0.9 * len(foreign) > 0:
            return Decoded(text, codec, _GUESSED.format(label, "that the words can be read"))
    raise _unknown_code()


def _unknown_code() -> ManuscriptError:
    return ManuscriptError(
        "The letters of the file are coded in a way that could not be told. Save it as plain text, UTF-8."
    )
