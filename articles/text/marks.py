"""Which marks a run of text carries, from the inline tags open around it."""

import re

from .allowlist import DIRECTIONS
from .document import NO_MARKS, Mark, Marks
from .links import safe_href

_PLAIN_MARKS: dict[str, Mark] = {
    **dict.fromkeys(("b", "strong"), ("strong",)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ("em",)),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), ("code",)),
    "sub": ("sub",),
    "sup": ("sup",),
}
INLINE_TAGS = frozenset({*_PLAIN_MARKS, "a", "span"})

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_STYLES: tuple[tuple[re.Pattern[str], Mark], ...] = (
    (re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE), ("strong",)),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), ("em",)),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), ("sup",)),
    (re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE), ("sub",)),
)
# Google Docs wraps a whole paste in <b style="font-weight:normal">.
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|[1-4]00)", re.IGNORECASE)


def language(attributes: dict[str, str]) -> dict[str, str]:
    """The valid ones of `lang` and `dir`."""
    lang, direction = attributes.get("lang", "").strip(), attributes.get("dir", "").strip().lower()
    found = {"lang": lang} if _LANGUAGE_TAG.fullmatch(lang) else {}
    return {**found, "dir": direction} if direction in DIRECTIONS else found


def marks_of(tag: str, attributes: dict[str, str]) -> Marks:
    """The marks one inline tag stands for; bold, italic and raised text of pasted styles too."""
    found: set[Mark] = set()
    style = attributes.get("style", "")
    if tag == "a":
        href = safe_href(attributes.get("href", ""))
        if href:
            found.add(("a", href))
    elif tag == "span":
        attrs = language(attributes)
        if attrs:
            found.add(("span", attrs.get("lang", ""), attrs.get("dir", "")))
    elif not (_PLAIN_MARKS[tag] == ("strong",) and _NOT_BOLD.search(style)):
        found.add(_PLAIN_MARKS[tag])
    if style:
        found.update(mark for pattern, mark in _STYLES if pattern.search(style))
    return frozenset(found)


class OpenMarks:
    """The marks in force. Each tag closes its own last opening, so that crossed tags need no repair."""

    def __init__(self) -> None:
        self._open: dict[str, list[Marks]] = {}
        self.current: Marks = NO_MARKS

    def start(self, tag: str, marks: Marks) -> None:
        if tag == "a":
            self._open.pop("a", None)
        opened = self._open.setdefault(tag, [])
        opened.append(_over(opened[-1], marks) if opened else marks)
        self._refresh()

    def end(self, tag: str) -> None:
        opened = self._open.get(tag)
        if opened:
            opened.pop()
            self._refresh()

    def is_open(self, tag: str) -> bool:
        return bool(self._open.get(tag))

    def _refresh(self) -> None:
        self.current = NO_MARKS.union(*(opened[-1] for opened in self._open.values() if opened))


def _over(outer: Marks, inner: Marks) -> Marks:
    """Marks of nested tags; of two languages the inner one counts."""
    kinds = {mark[0] for mark in inner}
    return inner | {mark for mark in outer if mark[0] not in kinds}
