"""What Word's clipboard means: notes and lists are hidden in its styles. Tokens in, plainer tokens out."""

import re
from collections.abc import Iterator

from .allowlist import NOTE_CLASS
from .tokens import End, Start, Token

_NOTE_LINK = re.compile(r"#_((?:ftn|edn)\d+)")
_BACK_LINK = re.compile(r"#_(?:ftn|edn)ref\d+")
_NOTE_ID = re.compile(r"(?:ftn|edn)\d+")
_LIST_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])")
_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\(?[0-9a-zA-Z]+[.)]")


def is_from_word(source: str) -> bool:
    return "mso-" in source


def from_word(stream: list[Token]) -> Iterator[Token]:
    """Notes where their marks stand, lists as lists, and without the language Word claims for every run."""
    notes, rest = _take_notes(stream)
    placed = list(_place_notes([_without_language(token) for token in rest], notes))
    yield from _as_lists(list(_as_quotes(placed)))


def _without_language(token: Token) -> Token:
    if isinstance(token, Start) and token.tag in ("span", "div") and "lang" in token.attributes:
        return Start(token.tag, {name: value for name, value in token.attributes.items() if name != "lang"})
    return token


def _element_ends(stream: list[Token]) -> dict[int, int]:
    """For each start tag that is closed, the place after its end tag."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, token in enumerate(stream):
        if isinstance(token, Start):
            opened.setdefault(token.tag, []).append(index)
        elif isinstance(token, End) and opened.get(token.tag):
            ends[opened[token.tag].pop()] = index + 1
    return ends


def _take_notes(stream: list[Token]) -> tuple[dict[str, list[Token]], list[Token]]:
    """The notes from the end of the document by their id, and the document without those it refers to."""
    wanted = {match[1] for token in stream if (match := _link(token, _NOTE_LINK))}
    notes: dict[str, list[Token]] = {}
    rest: list[Token] = []
    ends = _element_ends(stream)
    index = 0
    while index < len(stream):
        token = stream[index]
        name = token.attributes.get("id", "") if isinstance(token, Start) and token.tag == "div" else ""
        if _NOTE_ID.fullmatch(name) and name in wanted and name not in notes and index in ends:
            notes[name] = list(_inline(stream[index : ends[index]]))
            index = ends[index]
        else:
            rest.append(token)
            index += 1
    return notes, rest


def _link(token: Token, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if isinstance(token, Start) and token.tag == "a":
        return pattern.fullmatch(token.attributes.get("href", ""))
    return None


def _inline(note: list[Token]) -> Iterator[Token]:
    """A note's own words: no paragraphs, and not the number that leads back."""
    ends = _element_ends(note)
    index = 0
    while index < len(note):
        token = note[index]
        if _link(token, _BACK_LINK) and index in ends:
            index = ends[index]
            continue
        if isinstance(token, str) or token.tag not in ("div", "p"):
            yield token
        elif isinstance(token, End):
            yield " "
        index += 1


def _place_notes(stream: list[Token], notes: dict[str, list[Token]]) -> Iterator[Token]:
    """A note referred to twice is printed at its first mark; the second mark stays a number."""
    ends = _element_ends(stream)
    index = 0
    while index < len(stream):
        match = _link(stream[index], _NOTE_LINK)
        if match and match[1] in notes and index in ends:
            yield Start("span", {"class": NOTE_CLASS})
            yield from (_without_language(token) for token in notes.pop(match[1]))
            yield End("span")
            index = ends[index]
        else:
            yield stream[index]
            index += 1


def _as_quotes(stream: list[Token]) -> Iterator[Token]:
    """Paragraphs in one of Word's quotation styles as <blockquote>; those that follow each other as one."""
    ends = _element_ends(stream)
    quoted_until = -1
    for index, token in enumerate(stream):
        if isinstance(token, Start) and _is_quote(token) and index in ends:
            if quoted_until < 0:
                yield Start("blockquote", {})
            quoted_until = ends[index]
        elif (
            quoted_until >= 0 and index >= quoted_until and not (isinstance(token, str) and not token.strip())
        ):
            yield End("blockquote")
            quoted_until = -1
        yield token
    if quoted_until >= 0:
        yield End("blockquote")


def _is_quote(token: Start) -> bool:
    return token.tag == "p" and token.attributes.get("class", "") in ("MsoQuote", "MsoIntenseQuote")


def _as_lists(stream: list[Token]) -> Iterator[Token]:
    """Paragraphs with Word's list style as nested <ul> and <ol>, without the typed bullet."""
    open_lists: list[str] = []
    ends = _element_ends(stream)
    index = 0
    while index < len(stream):
        token = stream[index]
        level = _list_level(token)
        if level and index in ends:
            end = ends[index]
            marker, item = _without_marker(stream[index + 1 : end - 1])
            yield from _open_level(open_lists, level, "ol" if _NUMBER.fullmatch(marker) else "ul")
            yield from (Start("li", {}), *item)
            index = end
            continue
        if open_lists and not (isinstance(token, str) and not token.strip()):
            yield from (End(tag) for tag in reversed(open_lists))
            open_lists.clear()
        yield token
        index += 1


def _list_level(token: Token) -> int:
    if isinstance(token, Start) and token.tag == "p":
        level = _LIST_LEVEL.search(token.attributes.get("style", ""))
        return int(level[1]) if level else 0
    return 0


def _without_marker(item: list[Token]) -> tuple[str, list[Token]]:
    """The typed bullet or number of a list item, and the item without it."""
    ends = _element_ends(item)
    for index, token in enumerate(item):
        if isinstance(token, Start) and _MARKER.search(token.attributes.get("style", "")) and index in ends:
            marker = "".join(part for part in item[index : ends[index]] if isinstance(part, str))
            return "".join(marker.split()), item[:index] + item[ends[index] :]
    return "", item


def _open_level(open_lists: list[str], level: int, tag: str) -> Iterator[Token]:
    while len(open_lists) > level or (len(open_lists) == level and open_lists[-1] != tag):
        yield End(open_lists.pop())
    while len(open_lists) < level:
        open_lists.append(tag)
        yield Start(tag, {})
