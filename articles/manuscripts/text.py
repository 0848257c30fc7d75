"""Plain text."""

import re

from .blocks import Source
from .characters import normalise
from .decoding import decode
from .layout import lay_out
from .manuscript import ManuscriptError

_HTML_START = re.compile(r"\s*<(?:!doctype|html|\?xml|body|head)\b", re.IGNORECASE)
_HTML_END_TAG = re.compile(r"</(?:p|div|span|h[1-6]|li|body|table|a)>", re.IGNORECASE)


def read(data: bytes) -> Source:
    decoded = decode(data)
    text, warnings = normalise(decoded.text)
    if not text.strip():
        raise ManuscriptError("The file has no text in it.")
    if _HTML_START.match(text) or len(_HTML_END_TAG.findall(text)) >= 3:
        raise ManuscriptError(
            "The file holds the source of a web page (HTML), not plain text. Open it in a browser, "
            "copy the text and save that as a .txt file."
        )
    blocks, doubts = lay_out(text)
    return Source(blocks, decoded.encoding, [w for w in (decoded.warning, *warnings, *doubts) if w])
