"""The public record of what was corrected, withdrawn and reinstated."""

import re

import pytest

from articles.models import Version, clock
from articles.views import lists
from articles.workflow import COMMAND_LINE, change_address, publish, reinstate, withdraw
from tests.makers import NOON, make_change, make_live_article, utc

pytestmark = pytest.mark.django_db


def page(client, query=""):
    response = client.get(f"/corrections/{query}")
    assert response.status_code == 200
    return response.content.decode()


def entries(html):
    """(what, title, address) of each entry, in the order of the page."""
    found = []
    for card in re.findall(r'<article class="card">.*?</article>', html, re.S):
        what = re.search(r'class="kind">([^<]*)<', card)[1]
        address, title = re.search(r'<h2.*?<a href="([^"]*)">([^<]*)</a>', card, re.S).groups()
        found.append((what, title, address))
    return found


def correct(article, *, at, note="A figure was wrong.", reason="correction", **fields):
    with clock.fixed(at):
        make_change(article, body=f"<p>As of {at}</p>", **fields)
        publish(article, by=COMMAND_LINE, reason=reason, note=note)


def test_newest_first_with_date_note_and_version(client):
    one, two = make_live_article("One", at=utc(2026, 1, 1)), make_live_article("Two", at=utc(2026, 1, 2))
    correct(two, at=utc(2026, 2, 1))
    correct(one, at=utc(2026, 2, 2), note="The year was 1912.")
    with clock.fixed(utc(2026, 2, 3)):
        withdraw(two, by=COMMAND_LINE, note="It did not hold.", withdrawn_by="author")
        html = page(client)
    assert entries(html) == [
        ("Withdrawal", "Two", "/articles/two/"),
        ("Correction", "One", "/articles/one/"),
        ("Correction", "Two", "/articles/two/"),
    ]
    assert "The year was 1912." in html
    assert 'datetime="2026-02-02' in html
    assert 'href="/articles/one/v/2/"' in html
    assert "at the author’s request" in html
    assert "It did not hold." in html
    assert "The piece has been withdrawn since." in html
    assert 'href="/articles/two/v/2/"' not in html


def test_updates_and_minor_changes_are_no_corrections(client):
    article = make_live_article(at=NOON)
    correct(article, at=NOON, reason="minor")
    correct(article, at=utc(2026, 4, 1), reason="update")
    assert "Nothing has been corrected or withdrawn yet." in page(client)


def test_a_title_and_an_address_are_those_of_today(client):
    article = make_live_article("Old title", at=NOON)
    correct(article, at=NOON)
    correct(article, at=utc(2026, 4, 1), reason="update", title="New title")
    change_address(article, "new-address", by=COMMAND_LINE)
    assert entries(page(client)) == [("Correction", "New title", "/articles/new-address/")]


def test_a_reinstatement_is_on_record_and_gives_the_notes_back(client):
    article = make_live_article(at=NOON)
    correct(article, at=NOON, note="The year.")
    withdraw(article, by=COMMAND_LINE, note="Too early.")
    reinstate(article, by=COMMAND_LINE, note="It held after all.")
    html = page(client)
    assert [what for what, _title, _address in entries(html)][:2] == ["Reinstatement", "Withdrawal"]
    assert all(
        words in html + page(client, "?year=2026")
        for words in ("It held after all.", "Too early.", "The year.")
    )


def test_a_year_a_page_the_newest_first(client):
    article = make_live_article(at=utc(2023, 5, 1))
    correct(article, at=utc(2023, 6, 1), note="Of 2023.")
    correct(article, at=utc(2025, 6, 1), note="Of 2025.")
    html = page(client)
    assert "Of 2025." in html
    assert "Of 2023." not in html
    assert "Of 2023." in page(client, "?year=2023")
    assert re.findall(r'href="\?year=(\d+)"', html) == ["2025", "2023"]
    for wrong in ("2024", "x", "20233", "-1", "٢٠٢٣"):
        assert client.get("/corrections/", {"year": wrong}).status_code == 404, wrong


def test_a_year_begins_in_the_zone_of_the_publication(client):
    article = make_live_article(at=utc(2023, 5, 1))
    correct(article, at=utc(2024, 12, 31, 21, 30))  # half past midnight in Istanbul
    assert re.findall(r'href="\?year=(\d+)"', page(client)) == ["2025"]


def test_a_long_year_has_pages(client, monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    article = make_live_article(at=utc(2023, 5, 1))
    for day in (1, 2, 3):
        correct(article, at=utc(2023, 6, day), note=f"Day {day}.")
    assert "Day 1." not in page(client, "?year=2023")
    assert re.search(r'href="\?year=2023&(amp;)?page=2"', page(client, "?year=2023"))
    assert "Day 1." in page(client, "?year=2023&page=2")
    assert client.get("/corrections/?year=2023&page=3").status_code == 404


def test_the_record_is_found_from_every_page(client):
    make_live_article()
    assert 'href="/corrections/"' in client.get("/articles/slow-harbours/").content.decode()


def test_a_publication_whose_first_piece_waits_for_next_year(client):
    with clock.fixed(NOON):
        make_live_article(at=utc(2999, 1, 1))
        assert Version.objects.years_on_record() == []
        assert page(client)
