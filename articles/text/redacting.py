"""Words taken out of what was printed, and a mark put in their place."""

import html
import re
from collections.abc import Sequence

_TAG = re.compile(r"<[^>]*>")
# Of an element's attributes, those that hold words or what words are part of.
_SAID = re.compile(r'\b(alt|title|href|cite|aria-label)="([^"]*)"')
_QUOTES = dict.fromkeys("'’‘", "['’‘]") | dict.fromkeys('"“”„«»', '(?:["“”„«»]|&quot;)')


def redact(text: str, phrases: Sequence[str], mark: str) -> str:
    """`text`, of HTML or plain, without the phrases: whatever their case, their spaces and the tags among them."""
    for phrase in phrases:
        words = _pattern(phrase)
        text = (
            _within_tags(_outside_tags(text, words, mark), words, mark)
            if "<" in text
            else words.sub(mark, text)
        )
    return text


def holds(text: str, phrases: Sequence[str]) -> bool:
    """Whether any of the phrases is there, be it within a tag."""
    return any(_pattern(phrase).search(text) for phrase in phrases)


def _outside_tags(text: str, words: re.Pattern[str], mark: str) -> str:
    """Tags among the words stay: what they opened or closed goes on beyond the words."""
    outside = re.compile(rf"{words.pattern}(?![^<>]*>)", re.IGNORECASE)
    return outside.sub(lambda found: mark + "".join(_TAG.findall(found[0])), text)


def _within_tags(text: str, words: re.Pattern[str], mark: str) -> str:
    def without(said: re.Match[str]) -> str:
        return f'{said[1]}="{words.sub(mark, said[2])}"'

    return _TAG.sub(lambda tag: _SAID.sub(without, tag[0]), text)


def _pattern(phrase: str) -> re.Pattern[str]:
    tags = r"(?:<[^>]*>)*"
    words = (tags.join(map(_character, word)) for word in phrase.split())
    return re.compile(r"(?:\s|&nbsp;|<[^>]*>)+".join(words), re.IGNORECASE)


def _character(character: str) -> str:
    if character in _QUOTES:
        return _QUOTES[character]
    plain, escaped = re.escape(character), re.escape(html.escape(character))
    return plain if plain == escaped else f"(?:{escaped}|{plain})"
