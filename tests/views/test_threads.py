"""Threads, the timeline and the choices of a topic's page, as functions of what goes in."""

import datetime
from dataclasses import dataclass

import pytest

from articles.views.threads import DEEPEST, threads
from articles.views.timeline import DRAWN, bars


@dataclass(frozen=True)
class Piece:
    article: int

    @property
    def slug(self):
        return f"piece-{self.article:03}"

    @property
    def first_published_at(self):
        return datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=self.article)


def drawn(relations, pieces=range(1, 10)):
    """Each thread as lines of depth, piece and what it says."""
    found = threads([Piece(number) for number in pieces], relations)
    return [
        [
            (
                item.depth,
                item.piece.article,
                [(link.type, link.piece.article, link.named) for link in item.links],
            )
            for item in items
        ]
        for items in found
    ]


def test_no_relation_no_thread():
    assert drawn([]) == []


def test_an_answer_stands_beneath_what_it_answers_and_need_not_name_it():
    assert drawn([(2, "replies", 1), (3, "updates", 2), (4, "disagrees", 1)]) == [
        [
            (0, 1, []),
            (1, 2, [("replies", 1, False)]),
            (2, 3, [("updates", 2, False)]),
            (1, 4, [("disagrees", 1, True)]),
        ]
    ]


def test_who_takes_up_two_stands_beneath_the_later_and_names_the_other():
    assert drawn([(3, "replies", 1), (3, "disagrees", 2), (2, "continues", 1)]) == [
        [
            (0, 1, []),
            (1, 2, [("continues", 1, False)]),
            (2, 3, [("replies", 1, True), ("disagrees", 2, False)]),
        ]
    ]


def test_the_thread_with_the_newest_piece_is_first():
    found = drawn([(2, "replies", 1), (9, "replies", 3), (5, "replies", 4)])
    assert [thread[0][1] for thread in found] == [3, 4, 1]


def test_a_circle_of_disagreement_ends():
    assert drawn([(1, "disagrees", 2), (2, "disagrees", 3), (3, "disagrees", 1)]) == [
        [
            (0, 1, [("disagrees", 2, True)]),
            (1, 3, [("disagrees", 1, False)]),
            (0, 2, [("disagrees", 3, False)]),
        ]
    ]


def test_each_piece_stands_once_and_no_chain_runs_off_the_page():
    chain = [(number + 1, "replies", number) for number in range(1, 40)]
    [thread] = drawn(chain, range(1, 41))
    assert [line[1] for line in thread] == list(range(1, 41))
    assert max(line[0] for line in thread) == DEEPEST


@pytest.mark.parametrize("years", [{}, {2024: 9}, {2023: 1, 2024: 2}])
def test_where_there_is_little_to_see_nothing_is_drawn(years):
    assert bars(years, 2024) == []


def test_years_without_a_piece_keep_their_place_until_today():
    drawn = bars({2021: 2, 2023: 4}, 2025)
    assert [(bar.year, bar.count, bar.height) for bar in drawn] == [
        (2021, 2, "34.00%"),
        (2022, 0, "0.00%"),
        (2023, 4, "68.00%"),
        (2024, 0, "0.00%"),
        (2025, 0, "0.00%"),
    ]
    assert [bar.hit for bar in drawn] == ["0.00%", "12.00%", "24.00%", "36.00%", "48.00%"]


def test_of_many_years_the_newest_are_drawn_and_some_are_named():
    drawn = bars(dict.fromkeys(range(1950, 2027), 3), 2026)
    assert [bar.year for bar in drawn] == list(range(2027 - DRAWN, 2027))
    assert drawn[-1].labelled
    assert 5 <= sum(bar.labelled for bar in drawn) <= 8
