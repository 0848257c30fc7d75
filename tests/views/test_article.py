import json
import re

import pytest

from articles.models import Author, Disclaimer, Version, clock
from articles.workflow import COMMAND_LINE, change_address, publish, reinstate, save_revision, withdraw
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_disclaimer,
    make_live_article,
    make_scheduled_article,
    make_superseded_article,
    make_topic,
    make_withdrawn_article,
    utc,
)

pytestmark = pytest.mark.django_db

LONG = "<h2>One</h2><p>First.</p><h2>Two</h2><p>Second.<span class='footnote'>A source.</span></p><h2>Three</h2><p>x</p>"


def page(client, path="/articles/slow-harbours/"):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def order_of(text, *needles):
    return [needle for _place, needle in sorted((text.index(needle), needle) for needle in needles)]


def test_anatomy_in_its_order(client):
    author = make_author("Leyla Arslan", honorific="Dr.")
    make_live_article(
        author=author,
        note="Dr. Leyla Arslan studies ports.",
        body=LONG,
        disclaimer=make_disclaimer(),
        topics=[make_topic("Maritime security")],
    )
    text = page(client)
    parts = (
        *(
            'class="kind"',
            "<h1>Slow harbours</h1>",
            "Why the waterfront",
            "Leyla Arslan</a>",
            "Harbour Institute",
        ),
        *("<time", "Maritime security</a>", 'href="#two"', '<div class="body">', "studies ports."),
        *("the author’s view alone", 'role="doc-endnotes"', 'id="version_history"', 'id="cite_this"'),
        'id="about_authors"',
    )
    article = text[text.index("<article") :]
    assert order_of(article, *parts) == list(parts)
    assert text.count("<h1") == 1


def test_notes_link_both_ways(client):
    make_live_article(body=LONG)
    text = page(client)
    assert 'href="#n1"' in text
    assert 'id="n1"' in text
    assert 'href="#r1"' in text
    assert 'id="r1"' in text


def test_saving_changes_no_public_byte_and_publishing_does(client):
    article = make_live_article(at=NOON)
    with clock.fixed(NOON):
        before = page(client)
        make_change(article, body="<p>Other words.</p>", title="Other title")
        assert page(client) == before
        publish(article, by=COMMAND_LINE, reason="update")
        assert "Other words." in page(client)


def test_scheduled_to_the_second(client):
    at = utc(2026, 5, 1, 9)
    with clock.fixed(NOON):
        make_scheduled_article(at=at)
    with clock.fixed(utc(2026, 5, 1, 8, 59, 59)):
        assert client.get("/articles/slow-harbours/").status_code == 404
    with clock.fixed(utc(2026, 5, 1, 9, 0, 1)):
        assert client.get("/articles/slow-harbours/").status_code == 200


def body_of(text):
    return re.search(r'<div class="body">(.*?)</div>\s*<footer', text, re.S).group(1)


def test_version_one_stays_byte_for_byte_after_two_more(client):
    article = make_live_article(body=LONG, disclaimer=make_disclaimer())
    body = body_of(page(client))
    columns = Version.objects.values().get()
    for words in ("Second text", "Third text"):
        make_change(article, body=f"<p>{words}</p>")
        publish(article, by=COMMAND_LINE, reason="update")
    assert body_of(page(client, "/articles/slow-harbours/v/1/")) == body
    after = Version.objects.values().get(number=1)
    assert {**after, "superseded_at": None} == {**columns, "superseded_at": None}


def test_profile_and_disclaimer_edits_reach_no_version(client):
    make_live_article(at=NOON, note="A fellow.", disclaimer=make_disclaimer())
    with clock.fixed(NOON):
        before = page(client)
        author, disclaimer = Author.objects.get(), Disclaimer.objects.get()
        author.affiliation, author.honorific, author.name = "Elsewhere", "Prof.", "L. Arslan"
        author.save()
        disclaimer.wording = "Other wording."
        disclaimer.save()
        assert page(client) == before
        for path in ("/feed.atom", "/articles/", "/articles/slow-harbours/cite.bib"):
            assert b"Elsewhere" not in client.get(path).content


def test_older_version_says_so_and_is_not_indexed(client):
    make_superseded_article()
    text = page(client, "/articles/slow-harbours/v/1/")
    assert "You are reading version 1 of 2" in text
    assert '<meta name="robots" content="noindex' in text
    assert 'rel="canonical" href="http://127.0.0.1:8000/articles/slow-harbours/"' in text
    current = page(client, "/articles/slow-harbours/v/2/")
    assert "You are reading version" not in current
    assert "noindex" not in page(client)


def test_correction_is_shown_where_readers_look(client):
    article = make_live_article()
    make_change(article)
    publish(article, by=COMMAND_LINE, reason="correction", note="The port is in Mersin.")
    text = page(client)
    assert "Corrected on" in text[: text.index("<h1")]
    assert text.count("The port is in Mersin.") >= 2
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S).group(1))
    assert "The port is in Mersin." in json.dumps(data)


def test_minor_change_moves_no_date(client):
    article = make_live_article(at=NOON)
    make_change(article)
    with clock.fixed(utc(2026, 6, 1)):
        publish(article, by=COMMAND_LINE, reason="minor")
        text = page(client)
    assert "Updated" not in text
    assert Version.objects.get(number=2).updated_at is None


def test_withdrawn_is_gone_with_a_reason(client):
    make_withdrawn_article(note="The figures did not hold.")
    response = client.get("/articles/slow-harbours/")
    text = response.content.decode()
    assert response.status_code == 410
    assert "The figures did not hold." in text
    assert "Slow harbours" in text
    assert "slow institutions" not in text


def test_a_tombstone_says_at_whose_wish_and_leads_on_while_there_is_something(client):
    old, new = make_live_article("Old harbours"), make_live_article("New harbours")
    withdraw(old, by=COMMAND_LINE, note="So.", withdrawn_by="court", successor=new)
    tombstone = client.get("/articles/old-harbours/v/1/")
    assert tombstone.status_code == 410
    assert "by court order" in tombstone.content.decode()
    assert 'href="/articles/new-harbours/"' in tombstone.content.decode()
    change_address(new, "newer-harbours", by=COMMAND_LINE)
    assert 'href="/articles/newer-harbours/"' in client.get("/articles/old-harbours/").content.decode()
    make_change(new, title="Newest harbours")
    assert "Newest harbours" not in client.get("/articles/old-harbours/").content.decode()
    withdraw(new, by=COMMAND_LINE, note="So.")
    assert "newer-harbours" not in client.get("/articles/old-harbours/").content.decode()


def test_the_record_of_a_reinstated_piece_says_by_whom_it_was_withdrawn(client):
    article = make_live_article()
    withdraw(article, by=COMMAND_LINE, note="So.", withdrawn_by="court")
    reinstate(article, by=COMMAND_LINE)
    assert "Withdrawal by court order, " in client.get("/articles/slow-harbours/").content.decode()


def test_former_addresses_lead_on_in_one_hop(client):
    article = make_live_article()
    change_address(article, "harbours", by=COMMAND_LINE)
    change_address(article, "ports", by=COMMAND_LINE)
    for old in ("slow-harbours", "harbours"):
        response = client.get(f"/articles/{old}/")
        assert (response.status_code, response["Location"]) == (301, "/articles/ports/")
        assert client.get(f"/articles/{old}/v/1/")["Location"] == "/articles/ports/v/1/"
        assert client.get(f"/articles/{old}/cite.ris")["Location"] == "/articles/ports/cite.ris"
    change_address(article, "harbours", by=COMMAND_LINE)
    assert client.get("/articles/harbours/").status_code == 200
    assert client.get("/articles/ports/")["Location"] == "/articles/harbours/"


def test_an_article_speaks_its_own_language(client):
    make_live_article("Yavaş limanlar", language="tr", body="<p>Limanlar ağır kurumlardır.</p>")
    text = page(client, "/articles/yavas-limanlar/")
    assert re.search(r'<article[^>]* lang="tr"', text)


def test_hostile_text_is_inert_everywhere(client):
    evil = '"><script>alert(1)</script>'
    article = make_live_article(
        "Ports", standfirst=evil, note=evil, body=f"<p>x{evil}</p>", originally_at=evil
    )
    article.title = f"Ports {evil}"
    save_revision(article, by=COMMAND_LINE)
    publish(article, by=COMMAND_LINE, reason="correction", note=evil)
    for path in ("/", "/articles/ports/", "/articles/ports/v/1/", "/articles/", "/feed.atom"):
        assert "<script>alert" not in client.get(path).content.decode()


@pytest.mark.parametrize(("extension", "start"), [("bib", "@"), ("ris", "TY  - "), ("csl.json", "[")])
def test_citations_of_what_stands_there(client, extension, start):
    make_live_article()
    response = client.get(f"/articles/slow-harbours/cite.{extension}")
    text = response.content.decode()
    assert text.startswith(start)
    assert "Slow harbours" in text
    assert "Arslan" in text


def test_moves_and_tombstones_are_asked_for_again(client):
    """Browsers keep a bare 301 or 410 for good; an address can move back and a piece be reinstated."""
    article = make_live_article()
    change_address(article, "ports", by=COMMAND_LINE)
    assert client.get("/articles/slow-harbours/")["Cache-Control"] == "no-cache"
    make_withdrawn_article("Gone harbours")
    assert client.get("/articles/gone-harbours/")["Cache-Control"] == "no-cache"
