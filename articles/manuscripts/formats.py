"""The formats there are: a new one is a file beside this and a line in READERS."""

from collections.abc import Callable

from . import markdown, text, word
from .blocks import Source
from .manuscript import ManuscriptError

READERS: dict[str, Callable[[bytes], Source]] = {
    ".txt": text.read,
    ".text": text.read,
    ".docx": word.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}

# What to do instead, for the files that editors do receive.
REFUSED = {
    **dict.fromkeys((".odt", ".doc", ".rtf", ".dotx", ".wps"), "Open it, save it as .docx and choose that."),
    ".pages": "In Pages, export it to Word (.docx) and choose that.",
    ".pdf": "Ask for the file it was made from, and save that as .docx.",
    **dict.fromkeys(
        (".docm", ".dotm"), "It may hold macros: save it as .docx (“Word document”) and choose that."
    ),
    **dict.fromkeys(
        (".html", ".htm"), "Copy its text from the browser into a Word file and save it as .docx."
    ),
}


def is_document(suffix: str) -> bool:
    """Whether a file with this ending is meant to be read, by us or after it was saved as something else."""
    return suffix.lower() in READERS or suffix.lower() in REFUSED


def reader_for(suffix: str) -> Callable[[bytes], Source]:
    suffix = suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    instead = REFUSED.get(suffix, "Save the manuscript as .docx or .txt and choose that.")
    kind = f"Files ending in {suffix}" if suffix else "Files without an ending such as .docx"
    raise ManuscriptError(f"{kind} cannot be read. {instead}")
