"""The formats there are: a new one is a file beside this and a line in READERS."""

from collections.abc import Callable

from . import text
from .blocks import Source
from .manuscript import ManuscriptError

READERS: dict[str, Callable[[bytes], Source]] = {
    ".txt": text.read,
    ".text": text.read,
}

# What to do instead, for the files that editors do receive.
REFUSED = {
    **dict.fromkeys((".docx", ".md", ".markdown"), "Copy its text into a .txt file and choose that."),
    **dict.fromkeys((".odt", ".doc", ".rtf", ".pdf", ".pages"), "Save it as a .txt file and choose that."),
    **dict.fromkeys((".html", ".htm"), "Copy its text from the browser into a .txt file."),
}


def reader_for(suffix: str) -> Callable[[bytes], Source]:
    suffix = suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    instead = REFUSED.get(suffix, "Save the manuscript as a .txt file and choose that.")
    kind = f"Files ending in {suffix}" if suffix else "Files without an ending such as .txt"
    raise ManuscriptError(f"{kind} cannot be read. {instead}")
