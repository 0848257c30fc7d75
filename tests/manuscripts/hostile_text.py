"""Text and Markdown made to harm who reads it: the words with which each is refused, and what is read all the same."""

from .hostile_word import Make
from .samples import INSURERS, STRAIT
from .word_files import word_file

_TEXT = f"{STRAIT} {INSURERS}"
_PEOPLE = 9_900

REFUSED: dict[str, tuple[str, Make, str]] = {
    "Word called text": ("a.txt", lambda: word_file(_TEXT), "not plain text"),
    "HTML called text": ("a.txt", lambda: f"<html><body><p>{_TEXT}</p></body></html>".encode(), "web page"),
    "NUL": ("a.txt", lambda: f"{_TEXT}\0{_TEXT}".encode(), "not plain text"),
    "5 MB on one line": ("a.txt", lambda: b"grain " * 850_000, "1,000,000 characters"),
    "twelve thousand paragraphs": ("a.txt", lambda: b"A b.\n\n" * 12_000, "10,000 paragraphs"),
    "26 MB": ("a.txt", lambda: b"x" * 26 * 1024 * 1024, "at most 25 MB"),
    "24 million spaces": ("a.txt", lambda: b" " * 24_000_000, "1,000,000 characters"),
    "5 MB on one line of Markdown": ("a.md", lambda: b"grain " * 850_000, "1,000,000 characters"),
    "brackets in Markdown": ("a.md", lambda: b"[" * 90_000, r"times \["),
    "stars in Markdown": (
        "a.md",
        lambda: b"**a*b**c* " * 300 + b"\n\n" + b"*a_ b\n\n" * 20_000,
        "times|lines",
    ),
    "stars in many paragraphs": ("a.md", lambda: (b"**a*b**c* " * 300 + b"\n\n") * 100, "in the file"),
    "quotations forty deep": ("a.md", lambda: (b"> " * 39 + b"a\n\n") * 5_000, "in the file"),
    "quotations without an end": ("a.md", lambda: b">" * 1_900 + b" a", "40 deep"),
    "bullets in bullets": ("a.md", lambda: (b"- " * 18 + b"a\n\n") * 9_000, "within others"),
    "lists set in": (
        "a.md",
        lambda: "".join("  " * n + "- a\n" for n in range(19)).encode() * 400,
        "one paragraph|within",
    ),
    "a table that is filled up": (
        "a.md",
        lambda: b"a|" * 1_000 + b"\n" + b"-|" * 1_000 + b"\n" + b"a\n" * 2_900,
        "cells",
    ),
    "tables that are wide": (
        "a.md",
        lambda: (b"a|" * 4_000 + b"\n" + b"-|" * 4_000 + b"\na\n\n") * 10,
        "cells",
    ),
    "front matter never closed": ("a.md", lambda: b"---\n" + b"a: b\n" * 30_000, "lines"),
    "a list in front matter": (
        "a.md",
        lambda: b"---\ntitle: " + b"[" * 50_000 + b"]" * 50_000 + b"\n---\ngrain",
        "letters",
    ),
    "maps in front matter": ("a.md", lambda: b"---\n? " + b"[a, " * 20_000 + b"\n---\ngrain", r"times \["),
    "a name that is a path": ("../../etc/passwd", lambda: b"root", "without an ending"),
}


def _names() -> list[str]:
    letters = "abcdefghij"
    return [
        f"Ann {''.join(letters[int(digit)] for digit in f'{number:04}').title()}" for number in range(_PEOPLE)
    ]


def _signed(line: str) -> str:
    """A text with as many lines below its title as are read at all, each about another person."""
    return "A Quiet Sea\nBy Ann Bell\n" + "\n".join(map(line.format, _names())) + f"\n{_TEXT}"


def _signed_and_noted() -> str:
    """Names above the text, and below it a note on each person."""
    notes = [f"* {name} is a fellow at the Harbour Institute." for name in _names()[:9_300]]
    return "\n".join(["A Quiet Sea", *(f"Dr. {name}" for name in _names()[:480]), "", _TEXT, "", *notes])


READ: dict[str, tuple[str, Make]] = {
    "links without an end": ("a.md", lambda: (b"![" * 240 + b"\n\n") * 10),
    "links in links": ("a.md", lambda: (b"[" * 400 + b"a" + b"](b)" * 400 + b"\n\n") * 12),
    "emphasis in emphasis": ("a.md", lambda: (b"*" * 990 + b"a" + b"*" * 990 + b"\n\n") * 20),
    "addresses of links": ("a.md", lambda: b"".join(b"[a%d]: /b\n\n" % n for n in range(4_900)) + _TEXT.encode()),
    "an address whose title never ends": ("a.md", lambda: (b"[a]: b '" + b"x\n" * 2_900 + b"\n") * 6),
    "notes in a circle": ("a.md", lambda: b"a[^0]\n\n" + b"".join(b"[^%d]: b [^%d]\n\n" % (n, (n + 1) % 2_400) for n in range(2_400))),
    "notes that are doubled": ("a.md", lambda: b"a[^0]\n\n" + b"".join(b"[^%d]: [^%d] [^%d]\n\n" % (n, n + 1, n + 1) for n in range(1_600))),
    "notes in notes": ("a.md", lambda: (b"^[" * 240 + b"a" + b"]" * 240 + b"\n\n") * 10),
    "bullets without an end": ("a.md", lambda: b"- a\n\n" * 6_000),
    "aliases that multiply": ("a.md", lambda: b"---\na: &a [x,x,x,x]\n" + b"".join(b"k%d: &k%d [*a,*a,*a,*a]\n" % (n, n) for n in range(190)) + f"---\n{_TEXT}".encode()),
    "maps merged with themselves": ("a.md", lambda: b"---\n" + b"".join(b"x%d: &x%d\n  <<: [*x%d, *x%d]\n" % (n, n, n, n) for n in range(90)) + f"---\n{_TEXT}".encode()),
    "objects in front matter": ("a.md", lambda: f"---\ntitle: !!python/object/apply:os.system [id]\n---\n{_TEXT}".encode()),
    "keys in one line": ("a.md", lambda: b"---\n" + b"a " * 40_000 + f": b\n---\n{_TEXT}".encode()),
    "stars without an end": ("a.txt", lambda: b"* " * 490_000),
    "authors without an end": ("a.txt", lambda: _signed("Dr. {}").encode()),
    "authors and where they work without an end": ("a.txt", lambda: _signed("{}\nHarbour Institute").encode()[:130_000]),
    "who the authors are without an end": ("a.txt", lambda: _signed("* {} is a fellow at the Harbour Institute.").encode()),
    "authors and notes on them without an end": ("a.txt", lambda: _signed_and_noted().encode()),
    "brackets without an end": ("a.txt", lambda: b"[" * 990_000),
    "bylines without an end": ("a.txt", lambda: b"By " + b"Ann Bell, " * 99_000),
    "dates without an end": ("a.txt", lambda: b"12 May 2025\n" * 9_900),
    "notes without an end": ("a.txt", lambda: b"Text.\n" + b"* a note of it\n" * 9_900),
}  # fmt: skip
