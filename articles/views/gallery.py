"""Every component with its states, for those who change the design: seen where DEBUG is on, and nowhere else."""

import datetime
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from articles.models import Article, Version
from articles.text import render as render_text

from .lists import page_numbers
from .narrowing import Choice
from .timeline import bars
from .translations import Translations

DAY = datetime.datetime(2026, 3, 5, 9, tzinfo=datetime.UTC)
LONG = (
    "On the patience of harbours, the impatience of ships, and what a century of tide tables says about the "
    "institutions that neither of the two can do without"
)
BODY = """
<p>Ports are slow institutions<span class="footnote">A first note, with <em>emphasis</em>.</span>, and that is
their <strong>strength</strong>. See <a href="/about/">our policy</a>; x<sup>2</sup>, H<sub>2</sub>O, <code>port.list()</code>.</p>
<blockquote class="pull"><p>Nobody owns the tide.</p></blockquote>
<h2>What a quay remembers</h2><p>A harbour learns slowly, because what it learns it pours in concrete.</p>
<ul><li>Piers</li><li>Cranes<ul><li>old</li><li>new</li></ul></li></ul><ol><li>Ask</li><li>Answer</li></ol>
<blockquote><p>Its piers are older than the ships that lie at them.</p><p>A harbour master</p></blockquote>
<h2>Berths counted</h2>
<table><caption>Berths, by quay</caption><thead><tr><th scope="col">Quay</th><th scope="col">Grain</th></tr></thead>
<tbody><tr><th scope="row">Upper</th><td>4</td></tr><tr><th scope="row">Lower</th><td>9</td></tr></tbody></table>
<hr><h3>How we counted</h3><p>Twice<span class="footnote">By two people.</span>.</p><h2>What follows</h2><p>Time.</p>
"""
LEYLA = {
    "name": "Leyla Arslan",
    "slug": "leyla-arslan",
    "honorific": "Dr.",
    "role": "Senior fellow",
    "affiliation": "Harbour Institute",
    "note": "Dr. Leyla Arslan studies ports.",
}
JUN = {
    "name": "Jun Park",
    "slug": "jun-park",
    "honorific": "",
    "role": "",
    "affiliation": "Quay Review",
    "note": "Jun Park counts cranes.",
}


def gallery(request):
    """One query, by the page around it: the publication."""
    if not settings.DEBUG:
        raise Http404
    exhibits = [(title, list(_states(rows))) for title, rows in ROOMS.items()]
    shown = {name for rows in ROOMS.values() for _label, name, _within, _context in rows}
    folder = Path(settings.BASE_DIR) / "templates" / "components"
    others = sorted(path.stem for path in folder.glob("*.html") if path.stem not in shown)
    return render(request, "design/components.html", {"rooms": exhibits, "others": others})


def _states(rows):
    for label, name, within, context in rows:
        html = render_to_string(f"components/{name}.html", context() if callable(context) else context)
        yield {"label": label, "name": name, "within": within, "html": html}


def _version(title="Slow harbours", **fields):
    text = render_text(BODY, lang=fields.get("language", "en"))
    values = {
        "number": 2,
        "reason": "update",
        "kind": "analysis",
        "language": "en",
        "words": 1240,
        "first_published_at": DAY,
        "published_at": DAY,
        "bylines": [LEYLA],
        "standfirst": "Why the waterfront forgets nothing.",
        "outline": [asdict(item) for item in text.outline],
        "body": text.body,
        **fields,
    }
    return Version(article=Article(title=title, slug="slow-harbours"), title=title, **values)


TURKISH = _version(
    "Yavaş limanlar: İstanbul’un ışığı", language="tr", standfirst="Rıhtım hiçbir şeyi unutmaz."
)
KOREAN = _version("느린 항구는 무엇을 기억하는가", language="ko", standfirst="부두는 아무것도 잊지 않는다.")
ARABIC = _version("الموانئ البطيئة", language="ar", standfirst="الرصيف لا ينسى شيئا.")
CHANGED = _version(updated_at=DAY + datetime.timedelta(days=9))
CORRECTION = _version(reason="correction", note="The lower quay dates from 1912.")
YEARS = {2019: 2, 2021: 7, 2022: 4, 2024: 12, 2026: 3}
TOPICS = [
    {"name": "Maritime security", "slug": "sea", "count": 12},
    {"name": "Straits", "slug": "straits", "count": 3},
]
CHOICES = [Choice("All years", "#", False, 26), Choice("2026", "#", True, 14), Choice("2025", "#", False, 12)]


def _signed(**more):
    version = _version()
    version.affiliation_then = "Quay Review"
    version.__dict__ |= more
    return version


def _chosen():
    version = _version()
    version.line = "The quay that forgot nothing is to be sold on Friday."
    return version


def _pages(number):
    page = Paginator(range(200), 20).page(number)
    return {"page": page, "pages": page_numbers(page), "base_query": ""}


def _translated(version=TURKISH, original=CHANGED):
    return {"translations": Translations(version, original, (KOREAN,))}


def _status(version, **context):
    return {"version": version, "current": True, "history": [version], "corrections": [], **context}


# Title of the room: (what is to be seen, the component, the classes it stands within, what it is given).
ROOMS = {
    "Head of a piece": [
        ("One author", "byline", "", {"bylines": [LEYLA], "linked": True}),
        ("Two, with notes; an older version links nobody", "byline", "", {"bylines": [LEYLA, JUN]}),
        ("A translation", "translations", "", _translated),
        ("Dates, length, topics", "record", "piece-rail", {"version": CHANGED, "topics": TOPICS}),
        (
            "Not yet published",
            "record",
            "piece-rail",
            {"version": _version(first_published_at=None), "preview": True},
        ),
        ("Outline", "outline", "", {"version": _version()}),
    ],
    "Status": [
        ("An older version", "status", "", _status(_version(), current=False)),
        ("Corrected", "status", "", _status(_version(), corrections=[CORRECTION])),
        ("The original has moved on", "status", "", lambda: _status(TURKISH, **_translated())),
    ],
    "Text": [("Everything an editor can set", "html", "body", {"html": _version().body})],
    "Foot of a piece": [
        ("Notes on the authors", "author_notes", "piece-foot", {"version": _version(bylines=[LEYLA, JUN])}),
        (
            "Notes",
            "endnotes",
            "piece-foot",
            lambda: {"notes": [asdict(note) for note in render_text(BODY, lang="en").notes]},
        ),
        ("The record", "history", "piece-foot", {"history": [CORRECTION, _version(number=1)], "number": 2}),
        (
            "Citation",
            "cite",
            "piece-foot",
            {
                "citation": "Arslan, L. (2026). Slow harbours.",
                "formats": [{"label": "BibTeX", "url": "#"}],
                "current": True,
            },
        ),
        ("About the authors", "about_authors", "piece-foot", {"bylines": [LEYLA, JUN]}),
    ],
    "Lists": [
        ("The lead of the home page", "lead", "", {"version": _version(LONG)}),
        ("With the editors’ line", "lead", "", lambda: {"version": _chosen(), "written_in": get_language()}),
        ("A pick", "pick", "", lambda: {"version": _chosen(), "written_in": get_language()}),
        ("A pick in another language", "pick", "", {"version": TURKISH}),
        ("The latest", "ledger", "", {"versions": [_version(), TURKISH, _version(LONG), KOREAN, ARABIC]}),
        (
            "A topic in focus",
            "focus",
            "focus-topics",
            {
                "topic": TOPICS[0] | {"description": "The sea and its guards."},
                "versions": [_version(), _version(LONG), TURKISH],
            },
        ),
        (
            "Cards: plain, long, without a standfirst, Turkish, Korean, Arabic",
            "card_list",
            "listing-main",
            {
                "versions": [_version(), _version(LONG), _version(standfirst=""), TURKISH, KOREAN, ARABIC],
                "heading": 3,
            },
        ),
        ("Topics in a run", "topic_run", "", {"topics": TOPICS}),
        ("The first page", "pagination", "listing-main", lambda: _pages(1)),
        ("A page in the middle", "pagination", "listing-main", lambda: _pages(5)),
        ("Years, one chosen", "filter", "filters counted", {"label": "Year", "links": CHOICES}),
        (
            "A year of an author",
            "year_of_pieces",
            "",
            lambda: {"year": 2026, "number": 14, "versions": [_signed(), _signed(signed_with=[JUN, LEYLA])]},
        ),
        (
            "By year",
            "timeline",
            "listing-main",
            {
                "bars": bars(YEARS, 2026),
                "years": sorted(YEARS.items(), reverse=True),
                "address": "/topics/sea/",
            },
        ),
    ],
    "Pages": [
        (
            "Head of a list",
            "page_head",
            "",
            {"label": "Topic", "title": "Maritime security", "text": "The sea and its guards."},
        ),
        (
            "Nothing here",
            "notice",
            "",
            {"code": "404", "title": "There is no page at this address", "text": "It may be mistyped."},
        ),
    ],
}
