"""Plain text."""

import re

from .blocks import Source
from .characters import normalise
from .decoding import decode
from .layout import lay_out
from .letters import without_signature
from .limits import MAX_BLOCKS, MAX_CHARACTERS
from .manuscript import ManuscriptError

_HTML_START = re.compile(r"\s*<(?:!doctype|html|\?xml|body|head)\b", re.IGNORECASE)
_HTML_END_TAG = re.compile(r"</(?:p|div|span|h[1-6]|li|body|table|a)>", re.IGNORECASE)


def read(data: bytes) -> Source:
    text, encoding, warnings = read_text(data)
    if len(_HTML_END_TAG.findall(text)) >= 3:
        raise _web_page()
    blocks, title, doubts = lay_out(text)
    return Source(
        blocks,
        encoding,
        [*warnings, *doubts],
        title=title,
        title_reason="the only heading of the first level, above the text",
    )


def read_text(data: bytes) -> tuple[str, str, list[str]]:
    """The letters of a file of text, how they were coded, and what is doubtful about them."""
    decoded = decode(data)
    # Asked before anything is looked for in it: 24 million spaces, none of which counts below, took 3 s.
    if len(decoded.text) > 5 * MAX_CHARACTERS:
        raise _too_long()
    text, warnings = normalise(decoded.text)
    if text.count("\n") > 5 * MAX_BLOCKS:
        raise ManuscriptError(f"The manuscript has more than {5 * MAX_BLOCKS:,} lines: send it in parts.")
    if len(text) - text.count(" ") > MAX_CHARACTERS:
        raise _too_long()
    if not text.strip():
        raise ManuscriptError("The file has no text in it.")
    if _HTML_START.match(text):
        raise _web_page()
    text, signature = without_signature(text)
    return text, decoded.encoding, [w for w in (decoded.warning, *warnings, *signature) if w]


def _too_long() -> ManuscriptError:
    return ManuscriptError(f"The manuscript has more than {MAX_CHARACTERS:,} characters: send it in parts.")


def _web_page() -> ManuscriptError:
    return ManuscriptError(
        "The file holds the source of a web page (HTML), not plain text. Open it in a browser, "
        "copy the text and save that as a .txt file."
    )
