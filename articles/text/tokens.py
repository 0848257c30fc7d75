"""HTML as a flat stream of tags and text: linear in time, and it loses no text.

A conforming parser was tried first (nh3). It drops the words inside <svg>, <math> and <template>, and needs minutes
for 200 kB of `<p><font size=1><p><font size=2>…`. What we print is built from an allowlist and escaped, so reading
need not agree with browsers to be safe; printing does, and `clean` lets nh3 check that.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Start(NamedTuple):
    tag: str
    attributes: dict[str, str]


class End(NamedTuple):
    tag: str


Token = Start | End | str

_OPENING = re.compile(r"</?[a-zA-Z]")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:=\s*(?:\"[^\"]*\"|'[^']*')|[^>])*+)>")
# Where a tag's quotes never close, quotes mean nothing from there on; else each "<" would search to the end again.
_TAG_WITHOUT_QUOTES = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>][^\s=/<>]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s]+)))?")
_REFERENCE = re.compile(r"&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*;)")
_COMMENT_END = re.compile(r"--!?>")
_RAW_END = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in ("script", "style")}


def tokens(source: str) -> Iterator[Token]:
    """Tags and text of `source`; comments, declarations and what stands in script and style are left out."""
    return iter(_Reader(source).next_token, None)


class _Reader:
    def __init__(self, source: str):
        self.source = source
        self.position = 0
        self.last_close = source.rfind(">")
        self.tag = _TAG
        self.comments_close = True

    def next_token(self) -> Token | None:
        """The next run of text or tag, None at the end."""
        while self.position < len(self.source):
            start = self.source.find("<", self.position)
            if start == -1 or start > self.last_close:
                return self._text(len(self.source))
            if start > self.position:
                return self._text(start)
            found = self._markup(start)
            if found:
                return found
        return None

    def _markup(self, start: int) -> Token | None:
        """What begins with the "<" at `start`; None for what is skipped."""
        if _OPENING.match(self.source, start):
            return self._tag(start)
        if self.source.startswith("<!--", start):
            self._skip_comment(start)
            return None
        if self.source.startswith(("<!", "<?"), start):
            return self._declaration(start)
        self.position = start + 1
        return "<"

    def _text(self, end: int) -> str:
        text = self.source[self.position : end]
        self.position = end
        return html.unescape(text) if "&" in text else text

    def _skip_comment(self, start: int) -> None:
        # "<!-->" and "<!--->" are whole comments. One that never ends hides nothing: its words stay.
        end = _COMMENT_END.search(self.source, start + 2) if self.comments_close else None
        self.comments_close = end is not None
        self.position = end.end() if end else start + 4

    def _declaration(self, start: int) -> str | None:
        """`<!DOCTYPE …>`, `<?xml …>`, Word's `<![if …]>`; of `<![CDATA[words]]>` the words."""
        end = self.source.index(">", start)
        self.position = end + 1
        if self.source.startswith("<![CDATA[", start):
            return self.source[start + 9 : end].removesuffix("]]")
        return None

    def _tag(self, start: int) -> Token | None:
        match = self.tag.match(self.source, start)
        if match is None:
            self.tag = _TAG_WITHOUT_QUOTES
            match = self.tag.match(self.source, start)
        assert match is not None  # noqa: S101 - a ">" follows, see next_token
        self.position = match.end()
        closing, name, rest = match[1], match[2].lower(), match[3]
        if closing:
            return End(name)
        if name in _RAW_END:
            self._skip_raw(name, rest)
            return None
        return Start(name, attributes(rest) if rest else {})

    def _skip_raw(self, name: str, rest: str) -> None:
        if rest.endswith("/"):
            return
        end = _RAW_END[name].search(self.source, self.position)
        self.position = end.start() if end else len(self.source)


def attributes(text: str) -> dict[str, str]:
    """Attributes as written between a tag's name and its end; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        # Without its semicolon a name is no reference here: "?a=1&copy=2" is an address, not a copyright sign.
        found.setdefault(match[1].lower(), _REFERENCE.sub(lambda ref: html.unescape(ref[0]), value))
    return found
