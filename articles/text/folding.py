"""The forms in which texts are compared: for search, for sorting, for the identity of a topic, for addresses."""

import re
import unicodedata

from anyascii import anyascii

from .characters import visible

# Unicode sees these letters as letters of their own, without an accent to drop; but a reader without the keyboard
# types "Lodz", "Soren" and "Istanbul", and expects to find Łódź, Søren and Istanbul's ı's. German ß folds to "ss" by itself.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ə": "e",
    }
)
# In kana these marks make another letter, not an accent.
_VOICED_MARKS = frozenset("\u3099\u309a")
_JOINERS = str.maketrans("", "", "\u200c\u200d\u200e\u200f\u0640")
_APOSTROPHES = str.maketrans("", "", "'’‘‛ʼʻʹ`´′＇")
# "U.S." is "US"; "3.5" is not "35".
_DOT_IN_WORD = re.compile(r"\.(?!\d)|(?<!\d)\.")


def fold(text: str) -> str:
    """`text` without case and accents, the same on every database: "Türkiye", "TÜRKİYE" and "turkiye" are one."""
    text = visible(text)
    if text.isascii():  # most words are: a tenth of the time
        return text.casefold()
    text = unicodedata.normalize("NFKD", text).translate(_JOINERS)
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if c in _VOICED_MARKS or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", text.translate(_LETTERS))


def normal_form(name: str) -> str:
    """What makes two topic names the same: letters and digits, whatever case, accents, punctuation or spaces.

    "&" parts words as other punctuation does. It is not read as "and", which would be right in English only.
    """
    # Twice: folding makes a space of "´", and an apostrophe and an n of "ŉ".
    folded = fold(_DOT_IN_WORD.sub("", name.translate(_APOSTROPHES))).translate(_APOSTROPHES)
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in folded).split())


def name_form(name: str) -> str:
    """What makes two personal names the same: their words, in whatever order, as `normal_form` has them."""
    return " ".join(sorted(normal_form(name).split()))


def slugify(text: str, *, max_length: int = 80) -> str:
    """An address in ASCII for a text of any script, cut after a word; "" where nothing can be spelled."""
    text = unicodedata.normalize("NFKC", visible(text)).translate(_APOSTROPHES)
    ascii_text = anyascii(_DOT_IN_WORD.sub("", text)).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
    if len(slug) <= max_length:
        return slug
    cut = slug[: max_length + 1]
    return (cut.rpartition("-")[0] or cut[:max_length]).strip("-")
