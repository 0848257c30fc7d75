"""Characters that look like nothing, made into what they look like."""

import re

from .manuscript import ManuscriptError

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Invisible and without a meaning in running text. U+200C and U+200D stay: Persian words are spelt with them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# UTF-8 read as Windows-1252 and saved again, the damage most often seen: ’ becomes three letters.
_TWICE_CODED = re.compile("â€[™œ\u009d\u201c\u201d\u0153\u2122]|Ã[¼¶§±¤©]|Ä[±Ÿ°]|Å[Ÿž]")


_STARS = str.maketrans(dict.fromkeys("∗＊⁎﹡٭", "*"))


def normalise(text: str) -> tuple[str, list[str]]:
    """Line ends as \\n, spaces as spaces (tabs stay, they may mean indentation), no invisible characters."""
    text = text.translate(_STARS)
    if "\0" in text:
        raise ManuscriptError("The file is not plain text. Save the manuscript as plain text, UTF-8.")
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = visible(text)
    text, controls = _CONTROL.subn("", text)
    if controls * 100 > len(text):
        raise ManuscriptError("The file is not plain text. Save the manuscript as plain text, UTF-8.")
    warnings = []
    if controls:
        warnings.append(f"{controls} characters without a meaning were left out.")
    if damaged := _TWICE_CODED.search(text):
        warnings.append(f"Some letters look damaged, such as “{damaged[0]}”. Compare with the original.")
    return text, warnings


def visible(text: str) -> str:
    """Every kind of space as the plain one, and no characters that show nothing."""
    return _INVISIBLE.sub("", _SPACES.sub(" ", text))
