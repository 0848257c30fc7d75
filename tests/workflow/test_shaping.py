"""What an editor chooses for the home page."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import HomePage, HomePick, HomeTopic
from articles.models.home import LEAD
from articles.workflow import COMMAND_LINE, Refusal, merge_topics, shape_home, withdraw
from tests.makers import make_draft, make_editor, make_live_article, make_topic, make_writer

pytestmark = pytest.mark.django_db


def chosen():
    return [(pick.position, pick.article.title, pick.line) for pick in HomePick.objects.all()]


def in_focus():
    return [place.topic.name for place in HomeTopic.objects.all()]


@pytest.fixture
def pieces():
    return [make_live_article(f"Piece {number}") for number in range(4)]


def test_the_lead_the_picks_and_the_topics_in_their_order(pieces):
    straits = make_topic("Straits")
    make_live_article("On straits", topics=[straits])
    topics = [straits, make_topic()]
    shape_home(
        lead=(pieces[3], "Now."), picks=[(pieces[2], ""), (pieces[0], "")], topics=topics, by=make_editor()
    )
    assert chosen() == [(LEAD, "Piece 3", "Now."), (1, "Piece 2", ""), (2, "Piece 0", "")]
    assert in_focus() == ["Straits", "Maritime security"]
    shape_home(picks=[(pieces[0], "")], by=COMMAND_LINE)
    assert (chosen(), in_focus(), HomePage.objects.count()) == ([(1, "Piece 0", "")], [], 1)


def test_a_piece_stands_once_and_where_it_comes_first(pieces):
    shape_home(
        lead=(pieces[0], ""), picks=[(pieces[1], "a"), (pieces[0], ""), (pieces[1], "b")], by=COMMAND_LINE
    )
    assert chosen() == [(LEAD, "Piece 0", ""), (1, "Piece 1", "a")]


def test_what_readers_do_not_find_can_stay_and_not_come(pieces):
    shape_home(lead=(pieces[0], ""), picks=[(pieces[1], "")], by=COMMAND_LINE)
    withdraw(pieces[0], by=COMMAND_LINE, note="Wrong.")
    shape_home(lead=(pieces[1], ""), picks=[(pieces[0], "")], by=COMMAND_LINE)
    assert [title for _position, title, _line in chosen()] == ["Piece 1", "Piece 0"]
    with pytest.raises(Refusal) as refusal:
        shape_home(picks=[(make_draft("Draft"), "")], topics=[make_topic("Empty")], by=COMMAND_LINE)
    assert [str(problem.message) for problem in refusal.value.problems] == [
        "Readers do not find “Draft” now. Choose a live piece.",
        "No live piece is under the topic “Empty”.",
    ]
    assert [title for _position, title, _line in chosen()] == ["Piece 1", "Piece 0"]


def test_a_writer_shapes_nothing(pieces):
    with pytest.raises(PermissionDenied):
        shape_home(lead=(pieces[0], ""), by=make_writer())
    assert not HomePage.objects.exists()


def test_a_topic_that_is_merged_leaves_its_place_to_the_other(pieces):
    sea, power = make_topic("Sea"), make_topic("Sea power")
    make_live_article("On the sea", topics=[sea, power])
    shape_home(topics=[sea], by=COMMAND_LINE)
    merge_topics(sea, power, by=COMMAND_LINE)
    assert in_focus() == ["Sea power"]
    other = make_topic("Naval affairs")
    make_live_article("On navies", topics=[other])
    shape_home(topics=[other, power], by=COMMAND_LINE)
    merge_topics(other, power, by=COMMAND_LINE)
    assert in_focus() == ["Sea power"]
