"""What Google Docs puts on the clipboard beyond words: it says "left to right" on every paragraph and list item."""

import re
from collections.abc import Iterator

from .tokens import Start, Token

_WRAPPER = re.compile(r"<[a-z][^<>]* id=[\"']?docs-internal-guid-", re.IGNORECASE)


def is_from_google_docs(source: str) -> bool:
    return "docs-internal-guid-" in source and _WRAPPER.search(source) is not None


def from_google_docs(stream: list[Token]) -> Iterator[Token]:
    """Without the direction, where all of it runs left to right; beside other directions it means something."""
    if any(isinstance(token, Start) and token.attributes.get("dir", "ltr") != "ltr" for token in stream):
        yield from stream
        return
    for token in stream:
        if isinstance(token, Start) and "dir" in token.attributes:
            yield Start(token.tag, {name: value for name, value in token.attributes.items() if name != "dir"})
        else:
            yield token
