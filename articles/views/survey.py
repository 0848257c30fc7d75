"""What the blocks of a topic's page are made of: one reading of its newest pieces, then plain Python."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from articles.models import FormerAuthorAddress
from articles.text import fold, titled

# A topic of more has its people, its debate and its choices of these: a page must not grow with its topic.
SURVEYED = 500
# Who signs most: a page that names 400 people is a register.
NAMED = 40


@dataclass(frozen=True)
class Person:
    slug: str
    name: str
    count: int
    then: tuple
    """(affiliation as printed, first year, last year) of each, the latest first."""


class Survey:
    """The newest pieces of a topic. Two queries: the pieces, and what has become of the addresses of who signs."""

    def __init__(self, live, topic):
        self.pieces = list(live.on_topic(topic).for_survey()[: SURVEYED + 1])
        self.is_whole = len(self.pieces) <= SURVEYED
        del self.pieces[SURVEYED:]
        self.articles = [piece.article for piece in self.pieces]

    @cached_property
    def moved(self):
        """{address an author was printed with: their present one}."""
        return FormerAuthorAddress.objects.present(
            {line["slug"] for piece in self.pieces for line in piece.bylines}
        )

    def authors(self, piece):
        """The present addresses of who signs it."""
        return [self.moved.get(line["slug"], line["slug"]) for line in piece.bylines]

    @cached_property
    def dated(self):
        """(piece, the year of its first publication) of each."""
        return [(piece, timezone.localtime(piece.first_published_at).year) for piece in self.pieces]

    def years(self):
        """{year: how many pieces}, where the survey is whole."""
        return Counter(year for _piece, year in self.dated)

    @cached_property
    def people(self):
        """Who signs these pieces, those who sign most first, then as they come in the alphabet."""
        lines = {}
        for piece, year in self.dated:
            for slug, line in zip(self.authors(piece), piece.bylines, strict=True):
                lines.setdefault(slug, []).append((line, year))
        people = [
            Person(
                slug,
                titled(signed[0][0]["name"], signed[0][0]["honorific"]),
                len(signed),
                affiliations_of(signed),
            )
            for slug, signed in lines.items()
        ]
        # Without the title: "Dr." would put half of them under D.
        own = {slug: fold(signed[0][0]["name"]) for slug, signed in lines.items()}
        return sorted(people, key=lambda person: (-person.count, own[person.slug], person.slug))

    @property
    def leading(self):
        return self.people[:NAMED]


def affiliations_of(signed):
    """(affiliation as printed, first year, last year) of each in `signed`, [(printed line, year)]; those of the newest first."""
    years = {}
    for line, year in signed:
        if line["affiliation"]:
            years.setdefault(line["affiliation"], []).append(year)
    return tuple((affiliation, min(held), max(held)) for affiliation, held in years.items())
