"""A body as plain text: to search, to count, to summarise and to prove."""

import hashlib
import re
import unicodedata

from .allowlist import HEADINGS
from .characters import tidy
from .cleaning import parse
from .document import Block, Break, Text, inline_text, leaves, notes_in
from .languages import base_language

# Ideographs and kana stand without spaces: each counts as a word, as word processors count them. Hangul has spaces.
_CJK = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECES = re.compile(f"[{_CJK}]|[^{_CJK}]+")
_LEFT_OUT = re.compile(r"\[?(?:…|\.{3})\]?")
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
    """The number of words of a body, notes included, as word processors count; what a pull quote repeats, once."""
    return count_words(parse(html))


def count_words(body: Block) -> int:
    repeated = echoes(body)
    told_once = Block(body.tag, children=[block for block in body.children if block not in repeated])
    return len(words_in("\n\n".join(text_blocks(told_once))))


def echoes(body: Block) -> list[Block]:
    """The pull quotes that say only what the text says as well, be it with words left out at an ellipsis."""
    pulls = [block for block in body.children if block.is_pull]
    if not pulls:
        return []
    rest = Block(body.tag, children=[block for block in body.children if not block.is_pull])
    said = _in_a_row(" ".join(text_blocks(rest, notes=False)))
    return [pull for pull in pulls if _is_plain(pull) and all(part in said for part in _parts_of(pull))]


def _is_plain(pull: Block) -> bool:
    """Paragraphs without notes and links: those are met nowhere else."""
    content = [item for child in pull.children for item in child.content]
    return all(child.tag == "p" for child in pull.children) and all(
        isinstance(item, Break) or (isinstance(item, Text) and not any(mark[0] == "a" for mark in item.marks))
        for item in content
    )


def _parts_of(pull: Block) -> list[str]:
    text = " ".join(text_blocks(Block("body", children=[pull]), notes=False))
    return [_in_a_row(part) for part in _LEFT_OUT.split(text)]


def _in_a_row(text: str) -> str:
    return f" {' '.join(words_in(text)).casefold()} ".replace("  ", " ")


def reading_minutes(words: int, lang: str = "en") -> int:
    """Minutes to read so many words of a language, at least one."""
    return max(1, round(words / reading_pace(lang)))


def reading_pace(lang: str) -> int:
    """Words of a language read in a minute."""
    return _WORDS_A_MINUTE.get(base_language(lang), _OTHER_WORDS_A_MINUTE)


def excerpt(html: str, length: int = 160) -> str:
    """The beginning of a body in at most `length` characters, cut after a word; no notes, headings, pull quotes or captions."""
    body = parse(html)
    blocks = [
        block for block in body.children if block.tag not in (*HEADINGS, "figure") and not block.is_pull
    ]
    text = tidy(" ".join(text_blocks(Block("body", children=blocks or body.children), notes=False))).strip()
    if len(text) <= length:
        return text
    cut = text[:length]
    # A text without spaces (Chinese, Japanese) is cut where it must be.
    at_word = cut.rpartition(" ")[0] if " " in cut[length // 2 :] else cut[:-1]
    while at_word and not at_word[-1].isalnum() and unicodedata.category(at_word[-1])[0] != "M":
        at_word = at_word[:-1]
    return f"{at_word}…"


def wording_hash(wording: str) -> str:
    """What two copies of a plain wording have in common, however their lines are broken; "" for none."""
    words = " ".join(wording.split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def text_hash(source: str) -> str:
    """SHA-256 of the words as printed: mark-up and spacing may change, one letter may not."""
    text = unicodedata.normalize("NFC", " ".join(plain_text(source).split()))
    return hashlib.sha256(text.encode()).hexdigest()
