"""A topic on the desk: its words, its pins, and the report of those that need a look."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Pin, Topic, clock
from articles.workflow import COMMAND_LINE, pin, withdraw
from tests.admin.forms import data_of, words_of
from tests.makers import make_draft, make_live_article, make_topic, utc

REPORT = "/admin/articles/topic/report/"


def address(topic):
    return f"/admin/articles/topic/{topic.pk}/change/"


def change(client, topic, **values):
    return client.post(address(topic), data_of(client.get(address(topic)), **values), follow=True)


def pinned(topic):
    return list(topic.pins.values_list("article__title", flat=True))


@pytest.fixture
def ports(db):
    return make_topic("Ports")


@pytest.fixture
def pieces(ports):
    return [make_live_article(f"Piece {n}", at=utc(2024, 1, n), topics=[ports]) for n in range(1, 5)]


def test_where_we_stand_is_written_and_cleaned(as_editor, ports):
    change(as_editor, ports, standpoint="<p>Public.<script>x</script></p>", reviewed_on="2026-05-03")
    ports.refresh_from_db()
    assert (ports.standpoint, ports.reviewed_on) == ("<p>Public.</p>", datetime.date(2026, 5, 3))


def test_pins_by_title_and_by_address_in_their_order(as_editor, ports, pieces):
    change(
        as_editor,
        ports,
        pins_0="piece 3",
        pins_1="/articles/piece-1/",
        pins_2="",
        pins_3="piece-3",
        pins_4="",
    )
    assert pinned(ports) == ["Piece 3", "Piece 1"]
    change(as_editor, ports, pins_0="piece-1", pins_1="piece-3")
    assert pinned(ports) == ["Piece 1", "Piece 3"]
    change(as_editor, ports, description="Quays.")
    assert pinned(ports) == ["Piece 1", "Piece 3"]
    change(as_editor, ports, pins_0="", pins_1="")
    assert pinned(ports) == []


@pytest.mark.parametrize("typed", ["Draft", "Elsewhere", "nothing", "pie\x00", "<b>"])
def test_what_readers_do_not_find_under_the_topic_is_refused_and_given_back(as_editor, ports, pieces, typed):
    make_draft("Draft", topics=[ports])
    make_live_article("Elsewhere", topics=[make_topic("Straits")])
    page = change(as_editor, ports, pins_0="Piece 1", pins_1=typed, description="Quays.")
    assert page.status_code == 200
    assert "No live piece of this topic has the title or address" in words_of(page)
    kept = data_of(page)
    assert (kept["pins_0"], kept["description"]) == (["Piece 1"], ["Quays."])
    assert pinned(ports) == []


def test_a_withdrawn_piece_stays_pinned_when_the_form_is_saved(as_editor, ports, pieces):
    pin(ports, pieces[:2], by=COMMAND_LINE)
    withdraw(pieces[0], by=COMMAND_LINE, note="Wrong.")
    change(as_editor, ports, description="Quays.")
    assert pinned(ports) == ["Piece 1", "Piece 2"]
    ports.refresh_from_db()
    assert ports.description == "Quays."


def test_pins_changed_meanwhile_are_not_saved_over(as_editor, ports, pieces):
    opened = data_of(as_editor.get(address(ports)), pins_0="Piece 1")
    change(as_editor, ports, pins_0="Piece 4")
    assert as_editor.post(address(ports), opened).status_code == 409
    assert pinned(ports) == ["Piece 4"]


def test_a_piece_withdrawn_at_that_moment_is_told_of(as_editor, ports, pieces, monkeypatch):
    monkeypatch.setattr("articles.admin.pins.PinsField.clean", lambda self, value: [make_draft("Draft")])
    said = words_of(change(as_editor, ports, description="Quays."))
    assert "Readers do not find this under the topic: “Draft”." in said
    ports.refresh_from_db()
    assert (ports.description, pinned(ports)) == ("Quays.", [])


def test_a_writer_pins_nothing(as_writer, ports, pieces):
    assert as_writer.post(address(ports), {"name": "Ports", "pins_0": "Piece 1"}).status_code == 403
    assert not Pin.objects.exists()
    assert "Pieces to start with" not in words_of(as_writer.get(address(ports)))


def test_suggested_pieces_are_live_ones_of_the_topic(as_editor, ports, pieces):
    make_draft("Piece of a draft", topics=[ports])
    make_live_article("Piece elsewhere", topics=[make_topic("Straits")])
    answer = as_editor.get(f"/admin/articles/topic/{ports.pk}/pieces/", {"q": "piece"}).json()
    assert [(p["label"], p["address"]) for p in answer["suggestions"]] == [
        (f"Piece {n}", f"piece-{n}") for n in (4, 3, 2, 1)
    ]
    assert as_editor.get("/admin/articles/topic/0/pieces/").status_code == 404


def sections(response):
    return [[topic.name for topic in section.topics] for section in response.context["sections"]]


def test_the_report_names_what_needs_a_look(as_editor):
    now = clock.now()
    year_ago = now - datetime.timedelta(days=366)
    thriving, quiet = make_topic("Thriving"), make_topic("Quiet")
    for n in range(3):
        make_live_article(f"New {n}", topics=[thriving])
        make_live_article(f"Old {n}", at=year_ago, topics=[quiet])
    make_live_article("One", topics=[make_topic("Thin")])
    make_draft(topics=[make_topic("Drafts only")])
    make_topic("Orphan", is_approved=False)
    Topic.objects.filter(name="Thriving").update(standpoint="<p>x</p>", reviewed_on=now.date())
    Topic.objects.filter(name="Thin").update(standpoint="<p>x</p>", reviewed_on=year_ago.date())
    Topic.objects.filter(name="Quiet").update(standpoint="<p>x</p>")
    page = as_editor.get(REPORT)
    assert sections(page) == [
        ["Orphan"],
        ["Drafts only", "Orphan"],
        ["Thin"],
        ["Quiet"],
        ["Quiet", "Thin"],
    ]
    assert "Topics that need a look" in words_of(as_editor.get("/admin/articles/topic/"))


@pytest.mark.parametrize("number", [1, 3, 300])
def test_as_many_queries_for_many_topics(as_editor, number):
    for n in range(number):
        make_topic(f"Topic {n}", standpoint="<p>x</p>")
    make_live_article(topics=list(Topic.objects.all()[:20]))
    with CaptureQueriesContext(connection) as queries:
        as_editor.get(REPORT)
    assert len(queries) == 8
