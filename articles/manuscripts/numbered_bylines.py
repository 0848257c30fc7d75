"""Numbers that tie the names of a byline to the institutions below it: "Ann Bell¹ and John Roe²"."""

import re

from .introductions import authors_in_note
from .manuscript import ManuscriptAuthor
from .people import NUMBERS_ON_A_NAME

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PLACE = re.compile(r"(?:^|\s)(?:([⁰¹²³⁴-⁹]+)|(?<!\S)(\d)[.)]?(?=\s))\s*(?=[^\W\d_])")


def numbers_on_names(text: str, people: tuple[ManuscriptAuthor, ...]) -> dict[str, list[str]]:
    """By name, the numbers that hang on it."""
    found = {}
    for person in people:
        _, _, after = text.partition(person.name)
        if hung := NUMBERS_ON_A_NAME.match(after):
            found[person.name] = re.findall(r"\d+", hung[0].translate(_SUPERSCRIPT))
    return found


def numbered_places(text: str) -> dict[str, str]:
    """What a line "¹ Harbour Institute ² Sea College" says by its numbers; nothing where it does not begin with one."""
    marks = list(_PLACE.finditer(text))
    if not marks or marks[0].start() or text.endswith(".") or authors_in_note(text):
        return {}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return {
        (mark[1] or mark[2]).translate(_SUPERSCRIPT): text[mark.end() : end].strip(" ,;")
        for mark, end in zip(marks, ends, strict=True)
    }
