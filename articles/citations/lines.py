"""Text made fit for a line-based format."""

import unicodedata


def one_line(text: str) -> str:
    """`text` on one line, in NFC, without control characters.

    RIS ends a field at a line break, so a break in a title would start a field of the title's own choosing.
    Unpaired surrogates cannot be encoded in UTF-8 at all. Format characters stay: Persian and emoji need them.
    """
    spaced = " ".join(text.split())
    kept = "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", " ".join(kept.split()))
