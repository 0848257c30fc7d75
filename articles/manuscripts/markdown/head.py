"""What stands above the text as keys and values: front matter between lines of dashes, or lines such as "Title: …".

A small part of YAML, read by hand: keys, strings, lists, and one level of keys below a list's item. There are no anchors,
tags or types in it, so that nothing expands and nothing is made that is not a word of the file.
"""

import re
from dataclasses import dataclass, field

from ..blocks import Block
from ..sayings import label_of

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"(\s*)(-\s+)?([^\W\d][\w .()'’-]{0,40}?)\s*[:=]\s*(.*)")
_BOLD_KEY = re.compile(r"(\*\*|__)([^*_:\n]{1,40}?)\s*(?::\1|\1\s*:)\s*")
_HARD_BREAK = re.compile(r"(?:\s{2,}|\\)$")
_ITEM = re.compile(r"(\s*)-\s+(.*)")
_MOST_LINES = 200
# Keys of an author, which mean something else at the top: an author's title is not the text's.
_OF_AUTHOR = {
    "name": "author",
    "title": "role",
    "position": "role",
    "bio": "about the author",
    "biography": "about the author",
}


@dataclass(slots=True)
class Head:
    blocks: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def has_title(self) -> bool:
        return any((label := label_of(block.text)) and label.kind == "title" for block in self.blocks)

    def add(self, key: str, words: str) -> None:
        words = _unquoted(words)
        if not words:
            return
        block = Block(f"{key}: {words}", gap=not self.blocks)
        if label_of(block.text):
            self.blocks.append(block)
        else:
            self.warnings.append(f"Nothing was made of the line “{block.text}” above the text.")


def take_head(text: str) -> tuple[Head, str]:
    """The head and the text below it."""
    text = text.lstrip("\n")
    lines = text.split("\n")
    if lines[0].startswith("% "):
        return _read_title_block(lines)
    closing = _FENCES.get(lines[0].rstrip())
    if closing:
        end = next((i for i, line in enumerate(lines[1:_MOST_LINES], 1) if line.rstrip() in closing), None)
        if end and any(_KEY.fullmatch(line) for line in lines[1:end]):
            return _read(lines[1:end]), "\n".join(lines[end + 1 :])
        return Head(), text
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    if end <= _MOST_LINES and _is_head(head := [_with_plain_key(line) for line in lines[:end]]):
        return _read(head), "\n".join(lines[end:])
    return Head(), text


def _with_plain_key(line: str) -> str:
    """ "**Title:** Quiet Seas" with a break at its end, as in a letter, says what "Title: Quiet Seas" does."""
    return _HARD_BREAK.sub("", _BOLD_KEY.sub(r"\2: ", line, count=1) if line[:2] in ("**", "__") else line)


def _read_title_block(lines: list[str]) -> tuple[Head, str]:
    """Pandoc's: up to three lines, each behind a %, are title, authors and date; indented lines go on."""
    end = next((i for i, line in enumerate(lines) if not line.startswith(("%", " "))), len(lines))
    fields: list[str] = []
    for line in lines[:end]:
        if line.startswith("%"):
            fields.append(line[1:].strip())
        else:
            fields[-1] += (";" if len(fields) == 2 else " ") + line.strip()
    if len(fields) > 3:
        return Head(), "\n".join(lines)
    head = Head()
    for key, words in zip(("title", "author", "date"), fields, strict=False):
        for one in words.split(";") if key == "author" else [words]:
            head.add(key, one)
    return head, "\n".join(lines[end:])


def _is_head(lines: list[str]) -> bool:
    """Each line has a key this house knows, or goes on with the one before."""
    return all(
        label_of(line) is not None or (line[:1].isspace() and index > 0) for index, line in enumerate(lines)
    ) and bool(lines)


def _read(lines: list[str]) -> Head:
    head = Head()
    for key, words in _with_keywords_joined(_pairs(lines)):
        listed = words[1:-1].split(",") if words.startswith("[") and words.endswith("]") else [words]
        if len(listed) > 1 and (label := label_of(f"{key}:")) and label.kind == "keywords":
            listed = [", ".join(_unquoted(word) for word in listed)]
        for one in listed:
            head.add(key, one)
    return head


def _with_keywords_joined(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    joined: list[tuple[str, str]] = []
    for key, words in pairs:
        label = label_of(f"{key}:")
        if joined and joined[-1][0] == key and label and label.kind == "keywords":
            before = joined[-1][1]
            joined[-1] = (key, f"{before}, {_unquoted(words)}" if before else _unquoted(words))
        else:
            joined.append((key, words))
    return joined


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    """Keys and values in the order of the file; an item of a list is a value of the key above it."""
    pairs: list[tuple[str, str]] = []
    top, owner = "", ""
    within: tuple[int, str] | None = None
    for line in lines:
        if not line.strip():
            continue
        if line.lstrip().startswith("#"):
            pairs.append(("#", line.lstrip("# ")))
            continue
        keyed, item = _KEY.fullmatch(line), _ITEM.fullmatch(line)
        if keyed and not (item and keyed[3].strip() == "") and not _is_quoted(line):
            indent, dash, key, words = keyed.groups()
            if not indent and not dash:
                top = owner = key
                pairs.append((key, words))
            else:
                if within and len(indent) < within[0] + (not dash):
                    within = None
                owner = _OF_AUTHOR.get(key.lower(), key) if _is_people(top) else key
                if within and key.lower() == "name":
                    owner = within[1]
                elif not words and _is_people(top):
                    within = (len(indent), key)
                pairs.append((owner, words))
        elif item and top:
            pairs.append((top, item[2]))
        elif pairs:
            pairs[-1] = (pairs[-1][0], _joined(pairs[-1][1], line.strip()))
        else:
            pairs.append(("", line.strip()))
    return pairs


def _joined(words: str, more: str) -> str:
    return more if words in ("", "|", ">", "|-", ">-", "|+", ">+") else f"{words} {more}"


def _is_people(key: str) -> bool:
    label = label_of(f"{key}: somebody")
    return bool(label and label.kind == "byline")


def _is_quoted(line: str) -> bool:
    return bool(re.match(r"\s*-?\s*[\"'“]", line))


def _unquoted(words: str) -> str:
    words = words.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        return words[1:-1].replace('\\"', '"').replace("''", "'").strip()
    return "" if words in ("|", ">", "|-", ">-", "[]", "~", "null") else words
