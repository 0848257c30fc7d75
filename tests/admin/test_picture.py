"""The picture of the desk's first page, as the values it is drawn from, and as a reader of the page meets it."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.picture import picture, quiet_topics, round_above
from articles.models import clock
from tests.admin.forms import words_of
from tests.makers import (
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
    utc,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_may_2026():
    with clock.fixed(utc(2026, 5, 15, 12)):
        yield


def counts():
    drawn = picture()
    kinds = [kind for kind, _label in drawn.kinds]
    return {
        (month.name, kind): count
        for month in drawn.months
        for kind, count in zip(kinds, month.counts, strict=True)
        if count
    }


def test_each_live_piece_stands_in_the_month_it_was_first_published_under_its_kind():
    make_live_article("One", at=utc(2026, 5, 1), kind="report")
    make_live_article("Two", at=utc(2026, 3, 2))
    make_live_article("Three", at=utc(2026, 3, 30))
    make_live_article("Archived", at=utc(2026, 4, 2), originally_published_at=utc(2025, 1, 7), kind="brief")
    make_live_article("Too old", at=utc(2024, 5, 31, 12))
    make_draft("Draft")
    make_scheduled_article("Scheduled", at=utc(2026, 5, 20))
    make_withdrawn_article("Withdrawn", at=utc(2026, 2, 2))
    assert counts() == {
        ("May 2026", "report"): 1,
        ("March 2026", "commentary"): 2,
        ("January 2025", "brief"): 1,
    }
    assert picture().summary == "3 pieces in the last twelve months, 1 in the twelve before."


def test_months_begin_at_midnight_of_the_desk():
    """21:30 UTC on the last of a month is the first of the next in Istanbul."""
    make_live_article("One", at=utc(2026, 2, 28, 20, 59, 59))
    make_live_article("Two", at=utc(2026, 2, 28, 21))
    assert counts() == {("February 2026", "commentary"): 1, ("March 2026", "commentary"): 1}


def test_the_two_years_end_with_this_month():
    make_live_article("First day", at=utc(2024, 5, 31, 21))
    months = picture().months
    assert (months[0].name, months[-1].name, len(months)) == ("June 2024", "May 2026", 24)
    assert months[0].total == 1
    assert [month.label for month in months if month.label] == [
        *("Jul", "Oct", "Jan 2025", "Apr", "Jul", "Oct", "Jan 2026", "Apr")
    ]


def test_the_bars_stand_on_each_other_and_reach_what_they_count():
    for number in range(3):
        make_live_article(f"C{number}", at=utc(2026, 5, 2))
    make_live_article("R", at=utc(2026, 5, 2), kind="report")
    drawn = picture()
    commentary, report = drawn.months[-1].rects
    assert [number for number, _y in drawn.ticks] == [0, 2, 4]
    heights = dict(drawn.ticks)
    assert commentary.y + commentary.height == heights[0] == drawn.base
    assert report.y + report.height == commentary.y
    assert report.y == heights[4]
    assert all(isinstance(value, int) for value in (commentary.y, commentary.height, drawn.months[0].x))


@pytest.mark.parametrize(("most", "top"), [(0, 2), (1, 2), (3, 4), (5, 6), (7, 10), (11, 20), (61, 100)])
def test_the_scale_ends_at_a_round_number(most, top):
    assert round_above(most) == top


def test_topics_gone_quiet_the_longest_first():
    quiet, longer, busy, never, hidden = (
        make_topic(name) for name in "Quiet Longer Busy Never Hidden".split()
    )
    make_live_article("One", at=utc(2025, 10, 31), topics=[quiet])
    make_live_article("Two", at=utc(2025, 1, 1), topics=[longer, busy])
    make_live_article("Three", at=utc(2025, 11, 1), topics=[busy])
    make_draft("Four", topics=[never])
    make_withdrawn_article("Five", at=utc(2025, 1, 1), topics=[hidden])
    assert [topic.name for topic in quiet_topics()] == ["Longer", "Quiet"]
    make_withdrawn_article("Six", at=utc(2026, 5, 1), topics=[quiet])
    assert [topic.name for topic in quiet_topics()] == ["Longer", "Quiet"]


def test_a_reader_of_the_page_finds_title_words_and_table(as_publisher):
    make_live_article("One", at=utc(2026, 5, 1), kind="report", topics=[make_topic("Trade")])
    make_live_article("Two", at=utc(2025, 3, 2), topics=[make_topic("Sea")])
    response = as_publisher.get("/admin/")
    page, said = response.content.decode(), words_of(response)
    (drawing,) = re.findall('<svg viewBox="0 0 720.*?</svg>', page, re.S)
    assert 'role="img" aria-labelledby="picture-title" aria-describedby="picture-said"' in drawing
    assert "style=" not in drawing
    assert "Pieces a month by kind, the last 24 months" in said
    assert "1 piece in the last twelve months, 1 in the twelve before." in said
    assert '<th scope="col">Commentary</th><th scope="col">Report</th><th scope="col">All</th>' in page
    assert '<th scope="row">May 2026</th><td>0</td><td>1</td><td>1</td>' in page
    assert '<th scope="row">March 2025</th><td>1</td><td>0</td><td>1</td>' in page
    assert "Sea newest piece March 2025" in said
    assert 'href="/admin/articles/article/?topic=sea"' in page


def test_an_empty_picture_says_so(as_publisher):
    said = words_of(as_publisher.get("/admin/"))
    assert "Nothing was published in the last two years." in said
    assert "Every topic has a piece of the last half year." in said


@pytest.mark.parametrize("number", [1, 3, 300])
def test_two_questions_however_many_pieces(number):
    for n in range(number):
        day = utc(2026, 5, 1) - datetime.timedelta(days=2 * n)
        make_live_article(f"Piece {n}", at=day, topics=[make_topic(f"Topic {n}")])
    with CaptureQueriesContext(connection) as captured:
        picture(), quiet_topics()
    assert len(captured) == 2
