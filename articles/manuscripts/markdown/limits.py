"""What no manuscript has, and a reader of Markdown takes the square of its length for."""

import re

from ..manuscript import ManuscriptError

# Measured with markdown-it-py 4: 20,000 opening brackets in one paragraph take 1.4 s, 100,000 take half a minute; so do
# stars that open and do not close, and a table is filled up to its widest row: 10 kB of "a" below a thousand columns
# took 5 s, 100 kB of such tables 800 MB. A book of 300 pages has 600,000 letters.
_LETTERS = 600_000
_LINES = 20_000
_IN_ALL = {"[": 5_000, "*_`": 40_000, "<>": 60_000}
_CELLS = 20_000
_INSIDE = 20_000
"""Lists and quotations that begin within others: 9,000 lines of eighteen bullets each took 14 s."""
_IN_A_PARAGRAPH = {
    "[": 500,
    "]": 500,
    "|": 10_000,
    "\n": 3_000,
    "*_`": 2_000,
    "<>": 2_000,
    "&": 2_000,
    "\\": 2_000,
}
_PARAGRAPH = 100_000
_SIGN = re.compile(r">|[^>\s]+")
_OPENING = re.compile(r"^([ \t]*)((?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*)+)", re.MULTILINE)


def check_limits(text: str) -> None:
    lines, paragraphs = text.count("\n") + 1, re.split(r"\n[ \t]*\n", text)
    longest = max(map(len, paragraphs))
    if len(text) > _LETTERS or lines > _LINES or longest > _PARAGRAPH:
        raise ManuscriptError(
            f"The file has {len(text):,} letters in {lines:,} lines, {longest:,} of them in one paragraph: more than "
            "a manuscript has. Make a file of each piece, or save it as plain text (.txt)."
        )
    for signs, most in _IN_ALL.items():
        _check(text, signs, most, "in the file")
    if sum(map(_cells, paragraphs)) > _CELLS:
        raise ManuscriptError(
            f"The file has tables of more than {_CELLS:,} cells, more than a page can show. Leave them out."
        )
    if sum(map(_inside, _OPENING.finditer(text))) > _INSIDE:
        raise ManuscriptError(
            f"The file has more than {_INSIDE:,} lists and quotations within others. Save it as plain text (.txt)."
        )
    for paragraph in paragraphs:
        for signs, most in _IN_A_PARAGRAPH.items():
            _check(paragraph, signs, most, "in one paragraph")


def _check(text: str, signs: str, most: int, where: str) -> None:
    count = sum(map(text.count, signs))
    if count > most:
        name = "line ends" if signs == "\n" else f"times {' or '.join(signs)}"
        raise ManuscriptError(
            f"The file has {count:,} {name} {where}, which no manuscript has. Save it as plain text (.txt)."
        )


def _cells(paragraph: str) -> int:
    """What a reader makes of it, should it be a table: each row is filled up to the widest."""
    lines = paragraph.split("\n")
    return len(lines) * max(line.count("|") for line in lines)


def _inside(opening: re.Match[str]) -> int:
    return len(opening[1].expandtabs(4)) // 2 + len(_SIGN.findall(opening[2])) - 1
