"""What stands on the page of a topic and of an author."""

from types import SimpleNamespace

from articles.text import render as render_text

from ..survey import Person
from ..threads import threads
from ..timeline import bars
from .cast import DAY, LEYLA, RELATIONS, THREAD, TOPICS

STANDPOINT = '<p>The sea is <em>shared</em>.<span class="footnote">By law.</span></p><h3>Why</h3><p>Nobody can fence it.</p>'
YEARS = {2019: 2, 2021: 7, 2022: 4, 2024: 12, 2026: 3}
TOPIC = TOPICS[0] | {
    "aliases": ["Sea power", "Naval affairs"],
    "description": "The sea and its guards.",
    "latest_at": DAY,
}
_NAMES = (
    "Leyla Arslan",
    "Jun Park",
    "Ada Moreau",
    "Jo Lee",
    "İnci Öz",
    "Ann Bell",
    "한서윤 박사",
    "Mina Kaya",
    "Bo Ek",
)
PEOPLE = [
    Person(
        "leyla-arslan",
        name,
        len(_NAMES) - number,
        (("Harbour Institute", 2024, 2026), ("Quay Review", 2019, 2019)),
    )
    for number, name in enumerate(_NAMES)
]


def _timeline(years):
    return {
        "bars": bars(years, 2026),
        "years": sorted(years.items(), reverse=True),
        "address": "/topics/sea/",
    }


def _standpoint():
    return {"standpoint": render_text(STANDPOINT, lang="en"), "reviewed_on": DAY.date()}


ROOMS = {
    "A topic": [
        (
            "Its record",
            "topic_facts",
            "aside-facts",
            {"topic": TOPIC, "count": 28, "survey": SimpleNamespace(pieces=THREAD), "feed_url": "#"},
        ),
        ("Where we stand", "standpoint", "listing-main", _standpoint),
        ("The debate", "threads", "listing-main", lambda: {"debate": threads(THREAD, RELATIONS)}),
        ("By year", "timeline", "listing-main", lambda: _timeline(YEARS)),
        (
            "Of many years",
            "timeline",
            "listing-main",
            lambda: _timeline({year: year % 7 for year in range(1999, 2027)}),
        ),
        ("Who writes on it", "people", "aside-more", {"people": PEOPLE[:2], "number": 2, "address": "#"}),
        (
            "Many do",
            "people",
            "aside-more",
            {"people": PEOPLE, "number": 60, "surveyed": 500, "address": "#"},
        ),
        (
            "Neighbouring topics",
            "neighbours",
            "aside-more",
            {"neighbours": [{"name": "Straits", "slug": "straits", "pieces": 1}, TOPIC | {"pieces": 9}]},
        ),
        (
            "A group of the index",
            "topic_group",
            "",
            {
                "name": "alive",
                "heading": "Alive",
                "words": "A piece within the last year.",
                "topics": [TOPIC, TOPICS[1] | {"latest_at": DAY}],
            },
        ),
    ],
    "An author": [
        (
            "Now and then",
            "author_facts",
            "aside-facts",
            {
                "author": LEYLA | {"website": "https://example.org/", "orcid": "0000-0002-1825-0097"},
                "then": [("Quay Review", 2019, 2021), ("Tide Table", 2018, 2018)],
                "count": 28,
                "feed_url": "#",
            },
        ),
        ("A body that signs", "author_facts", "aside-facts", {"author": {}, "count": 1, "feed_url": "#"}),
    ],
}
