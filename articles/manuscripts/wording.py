"""Comparing what a manuscript says with the records there are."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from articles.text import fold

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


def plain(text: str) -> str:
    """Folded, with straight quotes and single spaces: the form the patterns are written in."""
    return " ".join(fold(text.translate(_QUOTES)).split())


def normalised(text: str) -> str:
    """Equal for two wordings that differ in who and how many the authors are, quotes, dashes, spaces, case or final stop."""
    text = plain(text)
    text = re.sub(r"\bauthor(?:\(s\)|s'|'s|s)?(?!\w)", "author", text)
    text = re.sub(r"\b(?:his or her|his/her|her/his|his|her)\b", "their", text)
    text = re.sub(r"\byazar(?:lar)?(?=\w*)", "yazar", text)
    return " ".join(re.findall(r"\w+", text.replace("'", "")))


def same_wording(a: str, b: str) -> bool:
    return normalised(a) == normalised(b)


def similarity(a: str, b: str) -> float:
    """From 0 (nothing shared) to 1 (same wording), by words, or by letters for a few words such as a name."""
    left, right = normalised(a), normalised(b)
    if left == right:
        return 1.0
    if min(left.count(" "), right.count(" ")) < 5:
        return SequenceMatcher(None, left, right, autojunk=False).ratio()
    return SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()


def nearest(text: str, candidates: Iterable[str], *, at_least: float = 0.6) -> tuple[str, float] | None:
    """The candidate most similar to the text and how similar it is; the first of equals."""
    scored = [(candidate, similarity(text, candidate)) for candidate in candidates]
    best = max(scored, key=lambda pair: pair[1], default=None)
    return best if best and best[1] >= at_least else None
