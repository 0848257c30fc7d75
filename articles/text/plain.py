"""A body as plain text: to search, to count, to summarise and to prove."""

import hashlib
import re
import unicodedata

from .allowlist import HEADINGS
from .characters import tidy
from .cleaning import parse
from .document import Block, inline_text, leaves, notes_in
from .languages import base_language

# Ideographs and kana stand without spaces: each counts as a word, as word processors count them. Hangul has spaces.
_CJK = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECES = re.compile(f"[{_CJK}]|[^{_CJK}]+")
_BETWEEN_WORDS = re.compile(r"[\s‒–—―…]+|\.{2,}|--+")

# Words a minute in silent reading, rounded. Turkish and Korean words carry what English says in two.
_WORDS_A_MINUTE = {
    "en": 230,
    "tr": 180,
    "ko": 180,
    "ar": 180,
    "fr": 210,
    "de": 210,
    "fa": 180,
    "ja": 350,
    "zh": 300,
}
_OTHER_WORDS_A_MINUTE = 200


def plain_text(html: str, notes: bool = True) -> str:
    """The words of a body, blocks parted by blank lines, table rows in lines; notes come last, in their order."""
    return "\n\n".join(text_blocks(parse(html), notes=notes))


def text_blocks(body: Block, *, notes: bool = True) -> list[str]:
    """The text of each block of a parsed body; with `notes`, of each note after them."""
    found: list[str] = []
    for block in body.children:
        found.extend(_table_rows(block) if block.tag == "table" else map(_text, leaves(block)))
    if notes:
        found.extend(inline_text(note.content) for note in notes_in(body))
    return [text for text in found if text]


def _text(leaf: Block) -> str:
    return inline_text(leaf.content)


def _table_rows(table: Block) -> list[str]:
    lines: list[str] = []
    for part in table.children:
        if part.tag == "caption":
            lines.extend(map(_text, leaves(part)))
        for row in part.children if part.tag != "caption" else ():
            lines.append("\t".join(" ".join(filter(None, map(_text, leaves(cell)))) for cell in row.children))
    return ["\n".join(line for line in lines if line.strip())]


def words(html: str) -> list[str]:
    """The words of a body, notes included, without the punctuation around them."""
    return words_in(plain_text(html))


def words_in(text: str) -> list[str]:
    """The words of plain text."""
    found: list[str] = []
    for token in _BETWEEN_WORDS.split(text):
        found.extend(word for piece in _PIECES.findall(token) if (word := _without_punctuation(piece)))
    return found


def _without_punctuation(token: str) -> str:
    start, end = 0, len(token)
    while start < end and not token[start].isalnum():
        start += 1
    while end > start and not (token[end - 1].isalnum() or unicodedata.category(token[end - 1])[0] == "M"):
        end -= 1
    return token[start:end]


def word_count(html: str) -> int:
    """The number of words of a body, notes included, as word processors count."""
    return len(words(html))


def reading_minutes(words: int, lang: str = "en") -> int:
    """Minutes to read so many words of a language, at least one."""
    pace = _WORDS_A_MINUTE.get(base_language(lang), _OTHER_WORDS_A_MINUTE)
    return max(1, round(words / pace))


def excerpt(html: str, length: int = 160) -> str:
    """The beginning of a body in at most `length` characters, cut after a word; no notes, and no headings."""
    body = parse(html)
    blocks = [block for block in body.children if block.tag not in HEADINGS]
    text = tidy(" ".join(text_blocks(Block("body", children=blocks or body.children), notes=False))).strip()
    if len(text) <= length:
        return text
    cut = text[:length]
    # A text without spaces (Chinese, Japanese) is cut where it must be.
    at_word = cut.rpartition(" ")[0] if " " in cut[length // 2 :] else cut[:-1]
    while at_word and not at_word[-1].isalnum() and unicodedata.category(at_word[-1])[0] != "M":
        at_word = at_word[:-1]
    return f"{at_word}…"


def text_hash(source: str) -> str:
    """SHA-256 of the words as printed: mark-up and spacing may change, one letter may not."""
    text = unicodedata.normalize("NFC", " ".join(plain_text(source).split()))
    return hashlib.sha256(text.encode()).hexdigest()
