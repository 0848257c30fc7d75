"""The home page: what an editor chose, and by which rules the rest stands there."""

import datetime

import pytest

from articles.models import Author, HomePick, clock
from articles.views.front import chosen, front_page
from articles.workflow import COMMAND_LINE, shape_home, withdraw
from tests.makers import NOON, make_author, make_draft, make_image, make_live_article, make_topic

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def make_piece(title, *, days=0, author="Leyla Arslan", topics=("Maritime security",), **fields):
    signed = Author.objects.filter(name=author).first() or make_author(author)
    under = [make_topic(name) for name in topics]
    return make_live_article(title, at=NOON - days * DAY, author=signed, topics=under, **fields)


def front(language="en"):
    return front_page(*chosen(clock.now()), clock.now(), language)


def titles(versions):
    return [version.title for version in versions]


def shape(lead=None, picks=(), topics=(), line=""):
    lead = (lead, line) if lead else None
    shape_home(lead=lead, picks=[(piece, line) for piece in picks], topics=topics, by=COMMAND_LINE)


@pytest.mark.parametrize(
    ("fields", "leads"),
    [
        ({}, "New"),
        ({"kind": "report"}, "Older"),
        ({"kind": "report", "days": 59}, "Older"),
        ({"kind": "report", "days": 61}, "New"),
    ],
)
def test_weeks_of_work_lead_before_the_newest_while_they_are_new(fields, leads):
    make_piece("New")
    make_piece("Older", **{"days": 3} | fields)
    assert front().lead.title == leads


def test_a_picture_leads_and_the_language_of_the_page():
    make_piece("New")
    make_piece("Yeni", days=1, language="tr")
    make_piece("Pictured", days=2, lead_image=make_image())
    assert front("en").lead.title == "Pictured"
    assert front("tr").lead.title == "Yeni"
    assert front("ko").lead.title == "Pictured"


def test_beside_the_lead_stand_other_voices_and_topics():
    lead = make_piece("Lead")
    for days in range(1, 5):
        make_piece(f"Alike {days}", days=days)
    make_piece("Another topic", days=5, topics=["Straits"])
    make_piece("Another voice", days=6, author="Jun Park")
    make_piece("Another altogether", days=7, author="Ada Moreau", topics=["Grain"], kind="report")
    shape(lead=lead)
    page = front()
    assert titles(page.picks) == ["Another altogether", "Another topic", "Another voice", "Alike 1"]
    assert titles(page.latest) == ["Alike 2", "Alike 3", "Alike 4"]


def test_what_is_chosen_stands_in_its_order_and_the_rest_fills_itself():
    pieces = [make_piece(f"Piece {days}", days=days) for days in range(8)]
    shape(lead=pieces[7], picks=[pieces[5], pieces[3]])
    page = front()
    assert page.lead.title == "Piece 7"
    assert titles(page.picks) == ["Piece 5", "Piece 3", "Piece 0", "Piece 1"]
    assert titles(page.latest) == ["Piece 2", "Piece 4", "Piece 6"]


def test_all_that_is_chosen_is_shown_though_it_is_more_than_fills_itself():
    pieces = [make_piece(f"Piece {days}", days=days) for days in range(9)]
    shape(picks=pieces[2:8])
    page = front()
    assert titles(page.picks) == [f"Piece {days}" for days in range(2, 8)]
    assert (page.lead.title, titles(page.latest)) == ("Piece 0", ["Piece 1", "Piece 8"])


def test_what_is_chosen_and_hidden_leaks_nowhere_and_the_page_closes_up(client):
    pieces = [make_piece(f"Piece {days}", days=days) for days in range(3)]
    gone = make_piece("Goner", days=9, topics=["Gonetopic"])
    shape(lead=gone, picks=[pieces[2]], topics=[make_topic("Gonetopic")], line="Lineonit")
    assert {"Goner", "Gonetopic", "Lineonit"} <= {
        word for word in ("Goner", "Gonetopic", "Lineonit") if word in client.get("/").content.decode()
    }
    withdraw(gone, by=COMMAND_LINE, note="The figures did not hold.")
    text = client.get("/").content.decode()
    assert not [word for word in ("Goner", "Gonetopic") if word in text]
    assert (front().lead.title, titles(front().picks)) == ("Piece 0", ["Piece 2", "Piece 1"])


def test_a_draft_put_into_the_table_by_hand_is_not_shown(client):
    make_piece("Live")
    shape(lead=make_piece("Chosen"))
    HomePick.objects.update(article=make_draft("Draftmark", standfirst="Draftmark."))
    for address in ("/", "/tr/", "/ko/"):
        assert "Draftmark" not in client.get(address).content.decode()


def test_the_editors_line_stands_where_the_page_speaks_the_publications_language(client):
    shape(lead=make_piece("Live"), line="Read this before Friday.")
    assert '<p class="editors-line">Read this before Friday.</p>' in client.get("/").content.decode()
    assert "Read this" not in client.get("/tr/").content.decode()


def test_a_piece_in_another_language_is_marked(client):
    make_piece("Yavaş limanlar", language="tr")
    assert '<span lang="tr">Türkçe</span>' in client.get("/").content.decode()
    assert '<span lang="tr">Türkçe</span>' not in client.get("/tr/").content.decode()


def test_topics_in_focus_are_those_written_about_most_of_late():
    for days in range(3):
        make_piece(f"Sea {days}", days=days)
    for days in range(4, 6):
        make_piece(f"Grain {days}", days=days, topics=["Grain"])
    make_piece("Alone", days=7, topics=["Alone"])
    page = front()
    assert [topic.name for topic, _pieces in page.focus] == ["Maritime security", "Grain"]
    assert [topic.name for topic in page.more] == ["Alone"]


def test_a_chosen_topic_comes_first_with_its_own_newest_pieces():
    for days in range(3):
        make_piece(f"Sea {days}", days=days)
    for days in range(900, 905):
        make_piece(f"Old {days}", days=days, topics=["Grain"])
    for days in range(10, 60):
        make_piece(f"Rope {days}", days=days, topics=["Ropes"])
    shape(topics=[make_topic("Grain")])
    page = front()
    topic, pieces = page.focus[0]
    assert (topic.name, titles(pieces)) == ("Grain", ["Old 900", "Old 901", "Old 902"])
    assert [topic.name for topic, _pieces in page.focus] == ["Grain", "Ropes", "Maritime security"]


def test_under_a_topic_stands_first_what_is_not_further_up():
    for days in range(20):
        make_piece(f"Sea {days}", days=days)
    page = front()
    above = {*titles([page.lead, *page.picks, *page.latest])}
    [(_topic, pieces)] = page.focus
    assert (len(pieces), len(above)) == (3, 15)
    assert not above & {*titles(pieces)}


@pytest.mark.parametrize("count", [0, 1, 3, 20])
def test_each_piece_stands_once_as_lead_pick_or_latest(client, count):
    for days in range(count):
        make_piece(f"Piece {days}", days=days)
    page = front()
    shown = titles([v for v in (page.lead, *page.picks, *page.latest) if v])
    assert len(shown) == len(set(shown)) == min(count, 15)
    text = client.get("/").content.decode()
    assert ("Nothing has been published yet." in text) == (count == 0)
    assert text.count("<h1") == 1
