"""The parts of a series: whole orders, one series for each piece, an editor's."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import SeriesPart
from articles.workflow import COMMAND_LINE, Refusal, arrange
from tests.makers import make_draft, make_editor, make_live_article, make_series, make_writer

pytestmark = pytest.mark.django_db


def order(series):
    return [part.article.title for part in series.parts.all()]


@pytest.fixture
def pieces():
    return [make_live_article("One"), make_draft("Two"), make_live_article("Three")]


def test_an_order_is_laid_as_a_whole(pieces):
    series = make_series(articles=pieces)
    assert order(series) == ["One", "Two", "Three"]
    arrange(series, [pieces[2], pieces[0]], by=make_editor())
    assert order(series) == ["Three", "One"]
    assert list(series.parts.values_list("position", flat=True)) == [1, 2]
    arrange(series, [], by=COMMAND_LINE)
    assert order(series) == []


def test_a_piece_named_twice_has_its_first_place(pieces):
    assert order(make_series(articles=[pieces[0], pieces[1], pieces[0]])) == ["One", "Two"]


def test_an_order_that_stands_is_not_written_again(pieces):
    series = make_series(articles=pieces)
    keys = list(series.parts.values_list("pk", flat=True))
    arrange(series, pieces, by=COMMAND_LINE)
    assert list(series.parts.values_list("pk", flat=True)) == keys


def test_a_piece_belongs_to_one_series(pieces):
    make_series("First", pieces[:2])
    other = make_series("Other", pieces[2:])
    with pytest.raises(Refusal) as refusal:
        arrange(other, [*pieces[2:], *pieces[:2]], by=COMMAND_LINE)
    assert [problem.message for problem in refusal.value.problems] == [
        f"“{title}” is a part of “First”: a piece belongs to one series." for title in ("One", "Two")
    ]
    assert order(other) == ["Three"]


def test_it_is_an_editors(pieces):
    series = make_series()
    with pytest.raises(PermissionDenied):
        arrange(series, pieces, by=make_writer())
    closed = make_editor()
    closed.is_active = False
    with pytest.raises(PermissionDenied):
        arrange(series, pieces, by=closed)
    assert not SeriesPart.objects.exists()
