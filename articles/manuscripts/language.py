"""The language of a text, by script and by its commonest words; None when unsure."""

import re

_SCRIPTS = {"ko": re.compile("[가-힣]"), "ar": re.compile("[\u0621-\u064a]")}
_COMMONEST = {
    "en": "the of and to in is that for with as are by this from which",
    "tr": "ve bir bu için ile olarak da de çok daha gibi olan ise kadar ancak",
    "de": "der die und das ist nicht mit von den ein eine für auf auch sich",
    "fr": "le la les des et est une dans que qui pour par sur pas du",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMONEST.items()}


def guess_language(text: str) -> str | None:
    letters = sum(char.isalpha() for char in text)
    for language, script in _SCRIPTS.items():
        if letters and len(script.findall(text)) * 2 > letters:
            return language
    words = re.findall(r"[^\W\d_]+", text.lower())
    shares = sorted(
        ((sum(word in common for word in words), language) for language, common in _COMMON_WORDS.items()),
        reverse=True,
    )
    (best, language), (second, _) = shares[0], shares[1]
    return language if best >= 5 and best * 20 > len(words) and best > 2 * second else None
