"""A topic's page: where the institution stands, what to start with, then the rest."""

import datetime

import pytest

from articles.models import Pin, Publication, clock
from articles.workflow import COMMAND_LINE, classify, pin, reinstate, save_revision, withdraw
from tests.makers import make_live_article, make_scheduled_article, make_topic, utc
from tests.workflow.rows import refusal_of

pytestmark = pytest.mark.django_db
PAGE = "/topics/ports/"


@pytest.fixture
def ports():
    return make_topic("Ports")


@pytest.fixture
def pieces(ports):
    """Four, the oldest first."""
    return [make_live_article(f"Piece {n}", at=utc(2024, 1, n), topics=[ports]) for n in range(1, 5)]


def titles(response, key):
    found = response.context[key]
    return [version.title for version in found]


def test_pinned_pieces_come_first_in_the_order_chosen_and_once(client, ports, pieces):
    pin(ports, [pieces[0], pieces[2]], by=COMMAND_LINE)
    page = client.get(PAGE)
    assert titles(page, "pinned") == ["Piece 1", "Piece 3"]
    assert titles(page, "page") == ["Piece 4", "Piece 2"]
    text = page.content.decode()
    assert (
        text.index("Start here</h2>")
        < text.index("Piece 1")
        < text.index("Latest</h2>")
        < text.index("Piece 4")
    )
    assert text.count("Piece 1") == 1
    assert "4 pieces" in text


def test_a_topic_with_nothing_but_pinned_pieces_has_a_page(client, ports, pieces):
    pin(ports, pieces, by=COMMAND_LINE)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert b"Latest</h2>" not in page.content


def test_a_pinned_piece_is_shown_while_it_is_live_and_under_the_topic(client, ports, pieces):
    first = pieces[0]
    pin(ports, [first], by=COMMAND_LINE)
    withdraw(first, by=COMMAND_LINE, note="Wrong.")
    assert titles(client.get(PAGE), "pinned") == []
    reinstate(first, by=COMMAND_LINE)
    assert titles(client.get(PAGE), "pinned") == ["Piece 1"]
    classify(first, [make_topic("Elsewhere")], by=COMMAND_LINE)
    assert titles(client.get(PAGE), "pinned") == []
    classify(first, [ports], by=COMMAND_LINE)
    save_revision(first, by=COMMAND_LINE)
    assert titles(client.get(PAGE), "pinned") == ["Piece 1"]


def test_later_pages_hold_the_rest_only(client, ports):
    many = [make_live_article(f"Nr {n}", at=utc(2024, 2, 1, n % 24, n), topics=[ports]) for n in range(23)]
    pin(ports, many[:2], by=COMMAND_LINE)
    second = client.get(f"{PAGE}?page=2")
    assert titles(second, "pinned") == []
    assert len(titles(second, "page")) == 1
    assert b"Start here" not in second.content


def test_only_live_pieces_of_the_topic_are_pinned(ports, pieces):
    elsewhere = make_live_article("Elsewhere", topics=[make_topic("Straits")])
    later = make_scheduled_article("Later", at=clock.now() + datetime.timedelta(days=9), topics=[ports])
    assert refusal_of(lambda: pin(ports, [pieces[0], elsewhere], by=COMMAND_LINE)) == ["pin"]
    assert refusal_of(lambda: pin(ports, [later], by=COMMAND_LINE)) == ["pin"]


def test_what_is_pinned_already_can_stay_while_it_is_away(ports, pieces):
    pin(ports, pieces[:2], by=COMMAND_LINE)
    withdraw(pieces[0], by=COMMAND_LINE, note="Wrong.")
    pin(ports, [pieces[3], pieces[0]], by=COMMAND_LINE)
    assert list(Pin.objects.values_list("article__title", "position")) == [("Piece 4", 1), ("Piece 1", 2)]


def test_where_we_stand_is_cleaned_printed_with_its_notes_and_dated(client, ports, pieces):
    Publication.objects.create(name="Institute")
    ports.standpoint = (
        '<p>Ports are <em>public</em>.<span class="footnote">As before.</span><script>x</script></p>'
    )
    ports.reviewed_on = datetime.date(2026, 5, 3)
    ports.save()
    assert "script" not in ports.standpoint
    text = client.get(PAGE).content.decode()
    assert "Where we stand</h2>" in text
    assert "<em>public</em>" in text
    assert "As before." in text
    assert '<time datetime="2026-05-03">3 May 2026</time>' in text
    assert "Where we stand" not in client.get("/topics/elsewhere/").content.decode()


def test_without_either_the_page_begins_with_the_latest(client, ports, pieces):
    text = client.get(PAGE).content.decode()
    for word in ("Where we stand", "Start here", "The debate"):
        assert word not in text


def test_one_choice_is_an_address_of_its_own(client):
    make_live_article(topics=[make_topic("Maritime security")])
    address = "/topics/maritime-security/"
    one = client.get(f"{address}?kind=commentary&page=1&from=letter").content.decode()
    assert f'rel="canonical" href="http://127.0.0.1:8000{address}?kind=commentary">' in one
    assert "noindex" not in one
    assert "<title>Maritime security: Commentary · " in one
    assert "noindex" in client.get(f"{address}?kind=commentary&language=en").content.decode()
