"""What stands on the home page and in lists."""

from django.core.paginator import Paginator
from django.utils.translation import get_language

from ..lists import page_numbers
from ..narrowing import Choice
from .cast import ARABIC, CORRECTION, JUN, KOREAN, LEYLA, LONG, TOPICS, TURKISH, piece

CHOICES = [Choice("All years", "#", False, 26), Choice("2026", "#", True, 14), Choice("2025", "#", False, 12)]
KINDS = [Choice("All kinds", "#", True), Choice("Analysis", "#", False), Choice("Interview", "#", False)]
GONE = piece(
    "Lost figures", number=3, reason="withdrawal", withdrawn_by="editors", note="The figures did not hold."
)


def _signed(**more):
    version = piece()
    version.affiliation_then = "Quay Review"
    version.__dict__ |= more
    return version


def _chosen():
    version = piece()
    version.line = "The quay that forgot nothing is to be sold on Friday."
    return version


def _pages(number):
    page = Paginator(range(200), 20).page(number)
    return {"page": page, "pages": page_numbers(page), "base_query": ""}


ROOMS = {
    "The home page": [
        ("The lead", "lead", "", {"version": piece(LONG)}),
        ("With the editors’ line", "lead", "", lambda: {"version": _chosen(), "written_in": get_language()}),
        ("A pick", "pick", "", lambda: {"version": _chosen(), "written_in": get_language()}),
        ("A pick in another language", "pick", "", {"version": TURKISH}),
        ("The latest", "ledger", "", {"versions": [piece(), TURKISH, piece(LONG), KOREAN, ARABIC]}),
        (
            "A topic in focus",
            "focus",
            "focus-topics",
            {
                "topic": TOPICS[0] | {"description": "The sea and its guards."},
                "versions": [piece(), piece(LONG), TURKISH],
            },
        ),
    ],
    "Lists": [
        (
            "Cards: plain, long, without a standfirst, Turkish, Korean, Arabic",
            "card_list",
            "listing-main",
            {
                "versions": [piece(), piece(LONG), piece(standfirst=""), TURKISH, KOREAN, ARABIC],
                "heading": 3,
            },
        ),
        (
            "The parts of a series",
            "parts",
            "listing-main",
            {"versions": [piece(), TURKISH, piece(LONG)], "start": 1},
        ),
        ("On its second page", "parts", "listing-main", {"versions": [piece()], "start": 21}),
        ("Topics in a run", "topic_run", "", {"topics": TOPICS}),
        ("The first page", "pagination", "listing-main", lambda: _pages(1)),
        ("A page in the middle", "pagination", "listing-main", lambda: _pages(5)),
        ("Years, one chosen", "filter", "filters counted", {"label": "Year", "links": CHOICES}),
        (
            "Choices beside a list",
            "narrowing",
            "listing-main",
            {"choices": [("year", "Year", CHOICES), ("kind", "Kind", KINDS)], "chosen": [], "address": "#"},
        ),
        (
            "One of them taken",
            "narrowing",
            "listing-main",
            {"choices": [("year", "Year", CHOICES)], "chosen": ["2026"], "address": "#"},
        ),
        (
            "Years of the record",
            "filter_record_year",
            "filters",
            {"years": [2026, 2025, 2021], "selected": 2025},
        ),
        ("A correction", "record_entry", "listing-main", {"entry": CORRECTION, "standing": piece()}),
        ("A withdrawal", "record_entry", "listing-main", {"entry": GONE, "standing": GONE}),
        (
            "Of a piece withdrawn since",
            "record_entry",
            "listing-main",
            {"entry": CORRECTION, "standing": GONE},
        ),
        (
            "A year of an author",
            "year_of_pieces",
            "",
            lambda: {"year": 2026, "number": 14, "versions": [_signed(), _signed(signed_with=[JUN, LEYLA])]},
        ),
    ],
}
