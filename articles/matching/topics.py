"""Topics a text speaks of, by their names and aliases. Offered, never attached: a word is not yet a theme."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Topic, TopicName
from articles.text import fold, normal_form

# More than an editor reads through: a text that names so many is about few of them.
OFFERED = 8
# In a title a name says more than in passing.
_IN_TITLE = 10
_WORDS = re.compile(r"[^\W_]+(?:['’‘ʼ.&-][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’‘ʼ]")
# Endings as `normal_form` leaves them: ı is i, ü is u, ş is s. Plural, possessive and case, in that order.
_TURKISH = re.compile(
    r"(?:l[ae]r)?(?:[iu]m|[iu]n|s?[iu]|[iu]m[iu]z|[iu]n[iu]z)?"
    r"(?:n?[iu]n|[yn]?[iuae]|n?[dt][ae]n?|n?c[ae]|y?l[ae])?(?:k[iu])?(?:[dt][iu]r)?"
)
_KOREAN = re.compile(
    "(?:들)?(?:은|는|이|가|을|를|의|에|에서|에는|에게|와|과|로|으로|도|만|부터|까지|처럼|보다|이나|나|및|이다)?"
)
_ENGLISH = re.compile("(?:s|es)?")
_ENDINGS = {"tr": _TURKISH, "ko": _KOREAN, "en": _ENGLISH}
# "Güvenlik" before a vowel is "güvenliğ".
_SOFTENED = {"tr": {"k": "g", "p": "b", "t": "d"}}
# Shorter than this, an ending makes another word of it: "at" is a horse, "atlar" horses, "ata" a father.
_SHORTEST = {"tr": 4, "ko": 2, "en": 4}


@dataclass(frozen=True)
class TopicMatch:
    """A topic, the name of it that was met first, and how often any of its names was."""

    topic: Topic
    name: str
    times: int
    in_title: bool

    def in_words(self):
        times = ngettext("“%(name)s”, once", "“%(name)s”, %(times)d times", self.times)
        said = times % {"name": self.name, "times": self.times}
        return _("%(times)s, and in the title") % {"times": said} if self.in_title else said


def suggest_topics(title, text, language):
    """At most OFFERED approved topics whose names stand in the text as whole words, the likeliest first. Two queries."""
    rows = TopicName.objects.filter(topic__is_approved=True).order_by()
    names = _Names(rows.values_list("normal_form", "name", "topic"), language)
    met = {}
    for in_title, said in ((True, title), (False, text)):
        for name, topic in names.met_in(_tokens(said)):
            first, times, titled = met.get(topic, (name, 0, False))
            met[topic] = (first, times + 1, titled or in_title)
    topics = Topic.objects.in_bulk(met)
    matches = [TopicMatch(topics[topic], *found) for topic, found in met.items()]
    return tuple(sorted(matches, key=_likeliest)[:OFFERED])


def _likeliest(match):
    return (-match.times - _IN_TITLE * match.in_title, match.topic.name_key)


def _tokens(text):
    """Each word as the form it is compared in, and the form without what an apostrophe parts from it."""
    tokens = []
    # Folded at once: word by word it took three times as long.
    for word in _WORDS.findall(fold(text)):
        if word.isalnum():
            tokens.append((word, word))
            continue
        stem = _APOSTROPHE.split(word)[0]
        whole, bare = normal_form(word).split(), normal_form(stem).split()
        *before, last = whole or [""]
        tokens += [(part, part) for part in before]
        tokens.append((last, bare[-1] if bare else last))
    return tokens


class _Names:
    """Names by their normal forms, and how they begin: of 700 words few are looked at twice."""

    def __init__(self, rows, language):
        self._language = language
        self._by_form = {}
        self._openings = {""}
        self._stems = {}
        for form, name, topic in rows:
            *words, last = form.split()
            for spelling in _spellings(last, language):
                self._by_form.setdefault(" ".join([*words, spelling]), (name, topic))
            self._openings.update(" ".join(words[:length]) for length in range(1, len(words) + 1))

    def met_in(self, tokens):
        """(name, topic) for each in the text, the longest of those that begin at the same word."""
        place = 0
        while place < len(tokens):
            length, found = self._longest_at(tokens, place)
            if found:
                yield found
            place += length

    def _longest_at(self, tokens, place):
        opening, longest = "", (1, None)
        for length, token in enumerate(tokens[place:], start=1):
            for stem in self._stems_of(token):
                if found := self._by_form.get(f"{opening} {stem}".strip()):
                    longest = (length, found)
                    break
            opening = f"{opening} {token[0]}".strip()
            if opening not in self._openings:
                return longest
        return longest

    def _stems_of(self, token):
        """The word as it stands, and without what may be an ending."""
        if token not in self._stems:
            said, bare = token
            ending, shortest = _ENDINGS.get(self._language), _SHORTEST.get(self._language, 0)
            places = range(len(said) - 1, shortest - 1, -1) if ending else ()
            stems = [said[:at] for at in places if ending.fullmatch(said[at:])]
            self._stems[token] = list(dict.fromkeys([said, bare, *stems]))
        return self._stems[token]


def _spellings(word, language):
    """The last word of a name, and how it begins where an ending follows or its own is not there."""
    soft = _SOFTENED.get(language, {}).get(word[-1])
    if soft and len(word) >= _SHORTEST[language]:
        return (word, word[:-1] + soft)
    if language == "en" and len(word) > _SHORTEST["en"] and re.search("[^ius]s$", word):
        return (word, word[:-1])
    return (word,)
