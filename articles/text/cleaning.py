"""Anything -> the one form in which a body is stored."""

import nh3

from .allowlist import ATTRIBUTES, CLASSES, TAGS, URL_SCHEMES
from .document import Block
from .normal import normalise, trim_rules
from .printing import Printer
from .reading import read

# The second pair of eyes: a conforming parser reads what we printed and keeps the allowlist alone. It changes nothing
# as long as our own reader and printer are right, which the tests assert; should they not be, it still does its work.
_GATE = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
    url_schemes=set(URL_SCHEMES),
    link_rel=None,
)

# nh3's time grows with the square of the number of ampersands: 2 MB of them took 44 s, this way one. The stand-in is
# no character of any text, and characters.py removes it from ours.
_AMPERSAND = "\ufdd0"


def parse(source: str) -> Block:
    """The body in normal form, as a tree of blocks."""
    body = normalise(read(source))
    return trim_rules(body) if body else Block("body")


def clean(source: str) -> str:
    """The body `source` stands for, in the one stored form. Idempotent; words are never lost, scripts and styles are."""
    printed = Printer().blocks(parse(source).children)
    return _GATE.clean(printed.replace("&amp;", _AMPERSAND)).replace(_AMPERSAND, "&amp;")
