"""Acronyms a text explains, "Security Management Institute (SMI)" or "SMI (Security Management Institute)", and where
they are met again.

Only what the initials prove is taken: a wrong long form is worse than none. Scripts without capitals have no acronyms.
"""

import re
from collections import deque
from collections.abc import Iterator

from .allowlist import HEADINGS
from .cleaning import parse
from .document import Block, Inline, Mark, Text, inline_text
from .folding import fold

_SHORT = r"[^\W\d_](?:[^\W\d_]|[&-]){1,9}"
# As long as a name may be, so that no text takes longer to search than its length.
_LONGEST = 120
_IN_BRACKETS = re.compile(rf"\(({_SHORT})\)")
_BEFORE_BRACKETS = re.compile(rf"(?<!\w)({_SHORT}) \(([^()]{{4,{_LONGEST}}})\)")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_BETWEEN = re.compile(r"[\s,&/–-]+")
_SUFFIX = re.compile(r"[’'][^\W_]+$")
_QUOTES = " ”\"’'»"
# Words that give an acronym no letter, or a small one: "DoD".
_SMALL = frozenset(
    "a an and at by for from in of on or the to with ve ile için de da des du la le les et der die das für und y del".split()
)
_UNTOUCHED = frozenset({"a", "code"})

Acronym = tuple[str, str]
"""The short form and the long one."""


def acronyms_in(source: str) -> tuple[Acronym, ...]:
    """Those the running text of a body explains, in their order, each as it is explained first."""
    found: dict[str, str] = {}
    for leaf in _prose(parse(source)):
        for short, long in _explained(inline_text(leaf.content)):
            found.setdefault(short, long)
    return tuple(found.items())


def explain(body: Block) -> None:
    """Mark in each section the first use of an acronym that was explained in an earlier one.

    Not every use: dotted lines through a whole text say nothing new. In the section that explains it the reader has just read it.
    """
    known: dict[str, str] = {}
    fresh: set[str] = set()
    for block in body.children:
        if block.tag in HEADINGS:
            fresh = set()
        for leaf in _prose(Block("body", children=[block])):
            text = inline_text(leaf.content)
            found = {short: long for short, long in _explained(text) if short not in known}
            uses = {span: known[short] for span, short in _uses(text, known) if _once(short, fresh)}
            if uses:
                leaf.content = list(_marked(leaf.content, uses))
            known |= found
            fresh |= found.keys()


def _once(short: str, fresh: set[str]) -> bool:
    if short in fresh:
        return False
    fresh.add(short)
    return True


def _prose(body: Block) -> Iterator[Block]:
    """The paragraphs in which acronyms are explained and met: not headings, captions and pull quotes."""
    for block in body.children:
        if block.tag == "p":
            yield block
        elif block.tag not in ("figure", "caption") and not block.is_pull:
            yield from _prose(block)


def _explained(text: str) -> Iterator[Acronym]:
    """Of each acronym a paragraph explains."""
    if "(" not in text:
        return
    for match in _IN_BRACKETS.finditer(text):
        short = _short(match[1])
        before = text[max(0, match.start() - _LONGEST) : match.start()].rstrip(_QUOTES)
        if match.start() > _LONGEST:
            before = before.partition(" ")[2]  # half a word
        if short and (long := _long_at_the_end(short, before)):
            yield short, long
    for match in _BEFORE_BRACKETS.finditer(text):
        short = _short(match[1])
        if short and _long_at_the_end(short, match[2]) == _SUFFIX.sub("", match[2]):
            yield short, _SUFFIX.sub("", match[2])


def _short(word: str) -> str | None:
    """The short form in a word: "NGO" in "NGOs"; at least two letters, most of them capitals."""
    short = word[:-1] if word.endswith("s") else word
    capitals = sum(letter.isupper() for letter in short)
    return short if capitals >= 2 and capitals * 2 > len(short) else None


def _long_at_the_end(short: str, text: str) -> str | None:
    words = _last_words(text)
    letters = [fold(letter) for letter in short if letter.isalpha()]
    for small_words_count in (False, True):
        start = _first_word(words, letters, small_words_count)
        if start is not None:
            return _SUFFIX.sub("", text[start : words[0].end()])
    return None


def _last_words(text: str) -> list[re.Match[str]]:
    """The words at the end of a text with nothing but spaces, commas and hyphens between them, the last first."""
    words: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text))):
        if words and not _BETWEEN.fullmatch(text, word.end(), words[-1].start()):
            break
        if not words and word.end() != len(text):
            break
        words.append(word)
    return words


def _first_word(words: list[re.Match[str]], letters: list[str], small_words_count: bool) -> int | None:
    """Where the name begins whose words have these initials, each word but small ones and second halves having one."""
    left = list(letters)
    for word in words:
        halved = word.string[max(0, word.start() - 1) : word.start()] == "-"
        is_small = word[0].casefold() in _SMALL
        if fold(word[0][0]) == left[-1] and (small_words_count or not is_small):
            left.pop()
            if not left:
                return None if is_small or halved else word.start()
        elif not is_small and not halved:
            return None
    return None


def _uses(text: str, known: dict[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    if not known:
        return
    for word in re.finditer(r"[^\W_]+(?:[&-][^\W_]+)*", text):
        # "SMI-led" is SMI; "AT&T" one word.
        for short in (word[0], word[0].removesuffix("s"), re.split("[&-]", word[0])[0]):
            if short in known:
                yield (word.start(), word.start() + len(short)), short
                break


def _marked(content: list[Inline], uses: dict[tuple[int, int], str]) -> Iterator[Inline]:
    """The runs with the uses marked that lie in one of them; links and code are left alone."""
    waiting = deque(sorted(uses))
    offset = 0
    for item in content:
        end_of_item = offset + len(inline_text([item]))
        inside = []
        while waiting and waiting[0][0] < end_of_item:
            start, end = span = waiting.popleft()
            if end <= end_of_item and start >= offset:
                inside.append((start - offset, end - offset, uses[span]))
        if isinstance(item, Text) and inside and not any(mark[0] in _UNTOUCHED for mark in item.marks):
            yield from _cut(item, inside)
        else:
            yield item
        offset = end_of_item


def _cut(item: Text, uses: list[tuple[int, int, str]]) -> Iterator[Text]:
    done = 0
    for start, end, long in uses:
        mark: Mark = ("abbr", long)
        yield from ([Text(item.text[done:start], item.marks)] if start > done else [])
        yield Text(item.text[start:end], item.marks | {mark})
        done = end
    if done < len(item.text):
        yield Text(item.text[done:], item.marks)
