"""What Markdown would read as mark-up, made words again by a backslash."""

import re
import string
import unicodedata

# A hash at the end of a heading would close it.
_ANYWHERE = re.compile(r"[\\`*_\[\]<|~^]|&(?=#?\w+;)|#$")
# "- ", "+ ", "1. " open a list, "#" a heading, ">" a quotation; "===" and "---" underline the line before, and a line of
# ":-" below one with a bar makes a table of the two.
_AT_START = re.compile(r"\A(?:[-+](?=[ +-]|$)|[#>=:])")
_NUMBER_AT_START = re.compile(r"\A(\d{1,9})([.)])(?= |$)")
_IN_ADDRESS = re.compile(r"[\\()<>&]")


def escape(text: str, *, at_start: bool = False) -> str:
    """`text` as words; at the start of a line more is mark-up than within it."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text)
    if at_start:
        escaped = _NUMBER_AT_START.sub(r"\1\\\2", _AT_START.sub(r"\\\g<0>", escaped))
    return escaped


def escape_address(href: str) -> str:
    return _IN_ADDRESS.sub(r"\\\g<0>", href)


def code_span(text: str) -> str:
    """In one backtick more than stand in a row in it: a backslash is no escape there."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def is_punctuation(character: str) -> bool:
    """To every reader of Markdown. Of symbols such as €, the newer say so and the older do not."""
    return character in string.punctuation or unicodedata.category(character)[0] == "P"


def is_wordlike(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character)[0] not in "PSZ"
