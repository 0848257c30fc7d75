"""What changed between two versions, for everyone to read."""

import re

import pytest

from articles.models import clock
from articles.workflow import COMMAND_LINE, change_address, publish, reinstate, withdraw
from tests.makers import NOON, make_change, make_image, make_live_article, make_superseded_article, utc

pytestmark = pytest.mark.django_db

PATH = "/articles/slow-harbours/changes/1-2/"


def page(client, path=PATH):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def republish(article, **fields):
    make_change(article, **fields)
    publish(article, by=COMMAND_LINE, reason="correction", note="The pier is older.")


def test_the_words_that_went_and_came(client):
    republish(
        make_live_article(body="<p>The pier dates from 1911, they say.</p>"),
        body="<p>The pier dates from 1910, they say.</p>",
    )
    text = page(client)
    assert "dates from <del>1911</del><ins>1910</ins>, they say." in text
    assert "The pier is older." in text
    assert '<meta name="robots" content="noindex">' in text
    assert 'rel="canonical" href="http://127.0.0.1:8000/articles/slow-harbours/"' in text


def test_what_stands_around_the_text_is_compared_too(client):
    article = make_live_article(body="<p>Same.</p>", note="A fellow.")
    line = article.bylines.get()
    line.affiliation, line.note = "Quay House", "A guest."
    line.save()
    republish(
        article, title="Slower harbours", standfirst="Why it remembers.", kind="report", body="<p>Same.</p>"
    )
    text = page(client)
    labels = re.findall(r"<h2>(.*?)</h2>", text)
    assert labels == ["Title", "Standfirst", "Kind", "Authors"]
    assert "<del>Slow</del><ins>Slower</ins> harbours" in text
    assert "Quay" in text


def test_long_runs_that_stayed_are_folded(client):
    same = "".join(f"<p>Paragraph {n} stays as it is.</p>" for n in range(9))
    republish(make_live_article(body=f"{same}<p>Old end.</p>"), body=f"{same}<p>Quite another close.</p>")
    assert "8 paragraphs as before" in page(client)


def test_a_picture_is_not_called_what_the_library_calls_it(client):
    image = make_image("Internal name of it")
    republish(
        make_live_article(),
        body=f'<p>Text.</p><figure data-image="{image.uid}"><figcaption>Quay</figcaption></figure>',
    )
    text = page(client)
    assert "[Picture] Quay" in text
    assert "Internal name" not in text


def test_the_record_leads_to_each_change(client):
    article = make_superseded_article()
    withdraw(article, by=COMMAND_LINE, note="So.")
    reinstate(article, by=COMMAND_LINE)
    republish(article, body="<p>Third.</p>")
    text = page(client, "/articles/slow-harbours/")
    led = re.findall(r'href="(/articles/slow-harbours/changes/[^"]*)"', text)
    assert led == ["/articles/slow-harbours/changes/4-5/", "/articles/slow-harbours/changes/1-2/"]
    assert all(client.get(path).status_code == 200 for path in led)
    assert client.get("/articles/slow-harbours/changes/2-3/").status_code == 410


def test_two_that_say_the_same(client):
    article = make_live_article()
    withdraw(article, by=COMMAND_LINE, note="So.")
    reinstate(article, by=COMMAND_LINE)
    assert "The two say the same" in page(client, "/articles/slow-harbours/changes/1-3/")


@pytest.mark.parametrize("pair", ["2-1", "1-1", "1-9", "0-1", "1-99999999999999999999"])
def test_nothing_to_compare(client, pair):
    make_superseded_article()
    assert client.get(f"/articles/slow-harbours/changes/{pair}/").status_code == 404


def test_a_version_that_waits_is_not_compared(client):
    with clock.fixed(NOON):
        article = make_live_article()
        make_change(article, body="<p>Nextmark.</p>")
        publish(article, by=COMMAND_LINE, at=utc(2027, 1, 1), reason="update")
        assert client.get(PATH).status_code == 404
    with clock.fixed(utc(2027, 1, 2)):
        assert "Nextmark" in page(client)


def test_a_former_address_leads_on(client):
    article = make_superseded_article()
    change_address(article, "ports", by=COMMAND_LINE)
    response = client.get(PATH)
    assert (response.status_code, response["Location"]) == (301, "/articles/ports/changes/1-2/")
    withdraw(article, by=COMMAND_LINE, note="So.")
    assert client.get(PATH).status_code == 410


def test_the_page_speaks_the_language_of_the_piece(client):
    article = make_live_article("Yavaş limanlar", language="tr", body="<p>Liman.</p>")
    make_change(article, body="<p>Limanlar.</p>")
    publish(article, by=COMMAND_LINE, reason="update")
    assert '<html lang="tr"' in page(client, "/articles/yavas-limanlar/changes/1-2/")


def test_hostile_text_is_inert(client):
    evil = "<script>alert(1)</script>"
    article = make_live_article("Ports", standfirst=evil, body="<p>x</p>")
    make_change(article, standfirst=f"{evil}{evil}", body="<p>&lt;script&gt;alert(1)</p>")
    publish(article, by=COMMAND_LINE, reason="update")
    assert "<script>alert" not in page(client, "/articles/ports/changes/1-2/")
