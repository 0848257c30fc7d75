"""Characters an editor cannot see and did not mean."""

import re

# Zero-width spaces, byte-order marks, soft hyphens and word joiners come with pasted text and split words for search.
# Bidirectional embeddings and isolates can show a text in another order than it is stored ("Trojan Source").
# The joiners U+200C and U+200D and the marks U+200E and U+200F stay: Persian, Hindi, Arabic and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    """`text` without control characters, invisible marks and halves of surrogate pairs; spaces untouched."""
    return _INVISIBLE.sub("", text)


def tidy(text: str) -> str:
    """`text` in one line as an editor meant it: only visible characters, each run of white space one plain space.

    No-break spaces become plain ones: Word and browsers strew them at random, and no editor can see which was meant.
    """
    return _SPACES.sub(" ", visible(text))
