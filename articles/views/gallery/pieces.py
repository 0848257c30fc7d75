"""What stands on the page of a piece."""

from dataclasses import asdict

from articles.models import RelationType
from articles.text import render as render_text
from articles.text.diff import diff_bodies, stretches

from ..debate import Voice
from ..related import RelatedPiece
from ..series import Place
from ..translations import Translations
from .cast import (
    BODY,
    CHANGED,
    CORRECTION,
    HARBOUR,
    JUN,
    KOREAN,
    LEYLA,
    LONG,
    THREAD,
    TOPICS,
    TURKISH,
    piece,
)

_EARLIER, _LATER = THREAD[0], THREAD[3]
_OTHER_WORDS = BODY.replace("<h2>Berths counted</h2>", "<p>So are its rules.</p><h2>Berths counted</h2>")
_OTHER_WORDS = _OTHER_WORDS.replace("slow institutions", "patient institutions").replace(
    '"/about/"', '"/pages/us/"'
)


def _place(number=2, before=_EARLIER, after=_LATER, total=3, title="Harbours in order", language="en"):
    return {"place": Place(title, "harbours", language, number, total, before, after)}


def _translated(version=TURKISH, original=CHANGED):
    return {"translations": Translations(version, original, (KOREAN,))}


def _status(version, **context):
    return {"version": version, "current": True, "history": [version], "corrections": [], **context}


def _notes():
    return {"notes": [asdict(note) for note in render_text(BODY, lang="en").notes]}


def _compared():
    return stretches(diff_bodies(BODY, _OTHER_WORDS, {}))


def _folded():
    return next(stretch for stretch in _compared() if stretch.folded)


def _changed():
    return next(stretch for stretch in _compared() if not stretch.folded)


# Title of the room: (what is to be seen, the component, the classes it stands within, what it is given).
ROOMS = {
    "Head of a piece": [
        ("One author", "byline", "", {"bylines": [LEYLA], "linked": True}),
        ("Two, with notes; an older version links nobody", "byline", "", {"bylines": [LEYLA, JUN]}),
        ("Of a withdrawn piece", "byline_plain", "", {"bylines": [LEYLA, JUN]}),
        ("A part of a series", "part_of", "", _place),
        ("Of a series that has begun", "part_of", "", lambda: _place(1, None, None, 1)),
        (
            "Of one in another language",
            "part_of",
            "",
            lambda: _place(title="Limanlar sırayla", language="tr"),
        ),
        ("A translation", "translations", "", _translated),
        ("Dates, length, topics", "record", "piece-rail", {"version": CHANGED, "topics": TOPICS}),
        (
            "Not yet published",
            "record",
            "piece-rail",
            {"version": piece(first_published_at=None), "preview": True},
        ),
        ("Outline", "outline", "", {"version": piece()}),
    ],
    "Status": [
        ("An older version", "status", "", _status(piece(), current=False)),
        ("Corrected", "status", "", _status(piece(), corrections=[CORRECTION])),
        ("The original has moved on", "status", "", lambda: _status(TURKISH, **_translated())),
    ],
    "Text": [("Everything an editor can set", "html", "body", {"html": piece().body})],
    "Foot of a piece": [
        ("Notes on the authors", "author_notes", "piece-foot", {"version": piece(bylines=[LEYLA, JUN])}),
        ("Notes", "endnotes", "piece-foot", _notes),
        ("In the middle of a series", "part_nav", "piece-foot", _place),
        ("Its first part", "part_nav", "piece-foot", lambda: _place(1, None)),
        ("Its last", "part_nav", "piece-foot", lambda: _place(3, after=None)),
        (
            "The debate",
            "debate",
            "piece-foot",
            {
                "debate": [
                    Voice(RelationType.REPLIES.label, [piece(LONG)]),
                    Voice(RelationType.DISAGREES.answered, [piece("Quick harbours"), TURKISH]),
                ]
            },
        ),
        ("The record", "history", "piece-foot", {"history": [CORRECTION, piece(number=1)], "number": 2}),
        (
            "Citation",
            "cite",
            "piece-foot",
            {
                "citation": "Arslan, L. (2026). Slow harbours.",
                "formats": [{"label": "BibTeX", "url": "#"}],
                "kit": "#",
                "current": True,
            },
        ),
        ("Of an older version", "cite", "piece-foot", {"citation": "Arslan, L. (2026). Slow harbours."}),
        (
            "About the authors",
            "about_authors",
            "piece-foot",
            {"authors": [LEYLA | {"bio": "Studies ports."}, JUN]},
        ),
        (
            "Other pieces, with why",
            "related",
            "piece-foot",
            {
                "related": [
                    RelatedPiece(piece(LONG), ["Maritime security", "Straits"], ["Leyla Arslan"]),
                    RelatedPiece(TURKISH, ["Straits"], []),
                    RelatedPiece(KOREAN, [], ["Leyla Arslan", "Jun Park"]),
                ]
            },
        ),
        (
            "At the end of the printed page",
            "colophon",
            "piece-foot",
            {
                "version": piece(text_hash="1f3a" * 16),
                "publication": HARBOUR,
                "address": "/articles/slow-harbours/v/2/",
            },
        ),
    ],
    "What changed": [
        ("The two versions", "changes_side", "record", {"version": CORRECTION}),
        (
            "Paragraphs that changed",
            "changes_stretch",
            "changes-text",
            lambda: {"stretch": _changed(), "language": "en"},
        ),
        (
            "Paragraphs as before",
            "changes_stretch",
            "changes-text",
            lambda: {"stretch": _folded(), "language": "en"},
        ),
    ],
}
