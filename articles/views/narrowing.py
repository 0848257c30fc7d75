"""The choices by which a list is narrowed: each is a plain link that keeps the others."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _

from articles.models import Kind
from articles.text import CONTENT_LANGUAGES

NAMES = ("year", "kind", "author", "language")
# Authors offered beside the list: those who sign most. The others are found by the people of the topic.
AUTHORS = 12
# A shorter list is read as fast as its choices.
FEWEST = 4


@dataclass(frozen=True)
class Choice:
    label: str
    url: str
    current: bool
    count: int | None = None
    """How many pieces it leads to, where that is known."""


@dataclass(frozen=True)
class Narrowing:
    """What a reader has chosen; "" where nothing."""

    year: str = ""
    kind: str = ""
    author: str = ""
    language: str = ""

    @classmethod
    def of(cls, query, names=NAMES):
        chosen = cls(**{name: query.get(name, "") for name in names})
        if chosen.year and not re.fullmatch("[12][0-9]{3}", chosen.year):
            raise Http404(_("Nothing was published in that year."))
        return chosen

    @property
    def chosen(self):
        return [name for name in NAMES if getattr(self, name)]

    def narrow(self, live, topic):
        pieces = live.on_topic(topic, int(self.year) if self.year else None)
        if self.kind:
            pieces = pieces.also_of_kind(self.kind)
        if self.author:
            pieces = pieces.signed_by(self.author)
        if self.language:
            pieces = pieces.written_in(self.language)
        return pieces

    @property
    def query(self):
        """For the links of the pages: "year=2024&"."""
        pairs = [(name, getattr(self, name)) for name in self.chosen]
        return urlencode(pairs) + "&" if pairs else ""

    def url(self, address, **change):
        query = replace(self, **change).query.rstrip("&")
        return f"{address}?{query}" if query else address

    def choices(self, survey, address):
        """(name, its label, the label of all, its choices) of what there is to choose: nothing that would be empty."""
        if len(survey.pieces) < FEWEST and not self.chosen:
            return
        labels = {
            "year": (_("Year"), _("All years")),
            "kind": (_("Kind"), _("All kinds")),
            "author": (_("Author"), _("All authors")),
            "language": (_("Language"), _("All languages")),
        }
        rows = [_values(piece, year, survey) for piece, year in survey.dated]
        for name in NAMES:
            others = [other for other in self.chosen if other != name]
            left = [v for v in rows if all(getattr(self, other) in v[other] for other in others)]
            offered = self._offered(name, {value for values in left for value in values[name]}, survey)
            if len(offered) > 1 or getattr(self, name):
                yield name, labels[name][0], self._links(name, labels[name][1], offered, address)

    def _offered(self, name, there, survey):
        """(value, label) of each, in the order in which it is looked for."""
        if name == "year":
            return [(year, year) for year in sorted(there, reverse=True)]
        if name == "author":
            people = [(person.slug, person.name) for person in survey.people if person.slug in there]
            return [row for n, row in enumerate(people) if n < AUTHORS or row[0] == self.author]
        return [row for row in (Kind.choices if name == "kind" else CONTENT_LANGUAGES) if row[0] in there]

    def _links(self, name, all_label, offered, address):
        chosen = getattr(self, name)
        links = [
            Choice(label, self.url(address, **{name: value}), value == chosen) for value, label in offered
        ]
        return [Choice(all_label, self.url(address, **{name: ""}), not chosen), *links]


def labels_of(choices):
    """What a reader has chosen, in words; the first of each name is to choose nothing."""
    return [choice.label for _name, _label, links in choices for choice in links[1:] if choice.current]


def _values(piece, year, survey):
    return {
        "year": (str(year),),
        "kind": (piece.kind,),
        "author": survey.authors(piece),
        "language": (piece.language,),
    }
