"""The invented pieces, people and topics that the components are shown with."""

import datetime
from dataclasses import asdict
from types import SimpleNamespace

from articles.models import Article, Publication, RelationType, Version
from articles.text import render as render_text

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


def piece(title="Slow harbours", **fields):
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


TURKISH = piece("Yavaş limanlar: İstanbul’un ışığı", language="tr", standfirst="Rıhtım hiçbir şeyi unutmaz.")
KOREAN = piece("느린 항구는 무엇을 기억하는가", language="ko", standfirst="부두는 아무것도 잊지 않는다.")
ARABIC = piece("الموانئ البطيئة", language="ar", standfirst="الرصيف لا ينسى شيئا.")
CHANGED = piece(updated_at=DAY + datetime.timedelta(days=9))
CORRECTION = piece(reason="correction", note="The lower quay dates from 1912.")
TOPICS = [
    {"name": "Maritime security", "slug": "sea", "count": 12},
    {"name": "Straits", "slug": "straits", "count": 3},
]
HARBOUR = Publication(
    name="Harbour Institute",
    tagline="Slow institutions, watched patiently",
    description="A house that publishes on ports.",
    contact_email="desk@example.org",
    footer=[
        {"slug": "about", "language": "en", "title": "About us"},
        {"slug": "contact", "language": "en", "title": "Contact"},
    ],
)
HARBOUR.has_series = True  # known, so that it is not asked


def rows_of(*titles):
    """Pieces as a topic's survey reads them: plain rows, a month apart."""
    return [
        SimpleNamespace(
            article=number,
            slug="slow-harbours",
            title=title,
            language="en",
            bylines=[LEYLA if number % 2 else JUN],
            first_published_at=DAY + datetime.timedelta(days=30 * number),
        )
        for number, title in enumerate(titles)
    ]


THREAD = rows_of("Slow harbours", "Quick harbours", "On the patience of harbours", LONG)
RELATIONS = [
    (1, RelationType.DISAGREES, 0),
    (2, RelationType.REPLIES, 1),
    (3, RelationType.UPDATES, 0),
    (3, RelationType.REPLIES, 2),
]
