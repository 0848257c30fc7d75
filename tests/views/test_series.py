"""Series: a page, a place in the head of each part, a way on at its end. Readers meet live parts only."""

import json
import re

import feedparser
import pytest

from articles.models import Publication, SeriesPart, clock
from articles.workflow import COMMAND_LINE, arrange, publish, reinstate, withdraw
from tests.makers import (
    NOON,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_series,
    utc,
)

pytestmark = pytest.mark.django_db
PATH = "/series/harbours-in-order/"


def page(client, path):
    return client.get(path).content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def head(client, article):
    found = re.search(r'<p class="part-of".*?</p>', page(client, article.get_absolute_url()), re.S)
    return words(found[0]) if found else ""


def ways(client, article):
    """{rel: address} of the way on at the end of a part."""
    found = re.search(r'<nav class="part-nav".*?</nav>', page(client, article.get_absolute_url()), re.S)
    return {rel: href for href, rel in re.findall(r'href="([^"]*)" rel="(\w+)"', found[0])} if found else {}


def titles(client, path=PATH):
    return re.findall(r'<h2 class="card-title"><a[^>]*>(.*?)</a>', page(client, path))


@pytest.fixture
def parts():
    """In the order of the series, which is not that of their days."""
    return [
        make_live_article(title, at=utc(2026, 2, day))
        for title, day in (("One", 3), ("Two", 1), ("Three", 2))
    ]


def test_a_part_says_which_it_is_and_leads_to_those_beside_it(client, parts):
    make_series(articles=parts)
    assert [head(client, part) for part in parts] == [
        f"Part {number} of 3 Harbours in order" for number in (1, 2, 3)
    ]
    assert [ways(client, part) for part in parts] == [
        {"next": "/articles/two/"},
        {"prev": "/articles/one/", "next": "/articles/three/"},
        {"prev": "/articles/two/"},
    ]


def test_the_page_has_the_parts_in_their_order(client, parts):
    make_series(articles=parts, description="<p>Why in parts.<script>x()</script></p>")
    assert titles(client) == ["One", "Two", "Three"]
    html = page(client, PATH)
    assert "Why in parts." in html
    assert "x()" not in html
    assert '<meta name="description" content="Why in parts.">' in html
    assert re.findall(r'aria-hidden="true">(\d+)</span>', html) == ["1", "2", "3"]


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_a_hidden_part_is_neither_counted_nor_led_to(client, parts, state):
    if state == "withdrawn":
        hidden = make_live_article("Hidden words")
        withdraw(hidden, by=COMMAND_LINE, note="The figures did not hold.")
    elif state == "scheduled":
        hidden = make_scheduled_article("Hidden words", at=utc(2199, 1, 1))
    else:
        hidden = make_draft("Hidden words")
    make_series(articles=[parts[0], hidden, parts[1]])
    assert head(client, parts[1]) == "Part 2 of 2 Harbours in order"
    assert ways(client, parts[0]) == {"next": "/articles/two/"}
    assert ways(client, parts[1]) == {"prev": "/articles/one/"}
    assert titles(client) == ["One", "Two"]
    for path in (PATH, "/series/", f"{PATH}feed.atom", "/sitemap/lists.xml", parts[0].get_absolute_url()):
        assert "idden words" not in page(client, path)
        assert "hidden-words" not in page(client, path)
    assert "2 parts" in page(client, "/series/")


def test_a_part_takes_its_place_when_its_hour_comes(client, parts):
    later = utc(2026, 4, 1)
    with clock.fixed(NOON):
        waiting = make_scheduled_article("Waiting", at=later)
        make_series(articles=[parts[0], waiting, parts[1]])
        assert titles(client) == ["One", "Two"]
    with clock.fixed(later):
        assert titles(client) == ["One", "Waiting", "Two"]
        assert head(client, parts[1]) == "Part 3 of 3 Harbours in order"


def test_a_withdrawn_part_comes_back_to_its_place(client, parts):
    make_series(articles=parts)
    withdraw(parts[1], by=COMMAND_LINE, note="No.")
    assert titles(client) == ["One", "Three"]
    parts[1].refresh_from_db()
    reinstate(parts[1], by=COMMAND_LINE)
    assert titles(client) == ["One", "Two", "Three"]


def test_a_series_without_a_live_part_is_not_there(client):
    make_series("Hidden series", [make_draft("Hidden words")])
    make_series("Empty series")
    make_live_article("Another")
    for path in (
        "/series/hidden-series/",
        "/series/empty-series/",
        "/series/hidden-series/feed.atom",
        "/series/",
    ):
        assert client.get(path).status_code == 404, path
    for path in ("/", "/articles/", "/sitemap/lists.xml"):
        assert "idden series" not in page(client, path)
        assert "/series/" not in page(client, path)


def test_a_series_that_has_begun_counts_nothing(client, parts):
    make_series(articles=parts[:1])
    assert head(client, parts[0]) == "Series Harbours in order"
    assert ways(client, parts[0]) == {}


def test_an_older_version_names_no_series(client, parts):
    make_series(articles=parts)
    make_change(parts[0], title="One")
    publish(parts[0], by=COMMAND_LINE, reason="update")
    assert "Harbours in order" not in page(client, "/articles/one/v/1/")
    assert "Harbours in order" in page(client, "/articles/one/")


def test_the_list_goes_by_the_newest_part_and_is_led_to_from_the_archive_and_the_foot(client, parts):
    make_series("Older", parts[1:2])
    make_series("Newer", [parts[2], parts[0]])
    make_series("Hidden", [make_draft()])
    assert re.findall(r"<h2><a[^>]*>(.*?)</a></h2>", page(client, "/series/")) == ["Newer", "Older"]
    assert page(client, "/articles/").count('href="/series/"') == 2
    assert page(client, "/tr/articles/").count('href="/tr/series/"') == 2


@pytest.mark.parametrize("filled_in", [True, False])
def test_the_foot_of_every_page_leads_to_the_series_while_there_is_a_part_to_read(client, parts, filled_in):
    if filled_in:
        Publication.objects.create(name="Harbour Institute")
    later = utc(2026, 4, 1)
    with clock.fixed(NOON):
        make_series(articles=[make_scheduled_article("Waiting", at=later)])
        assert 'href="/series/"' not in page(client, "/about/")
    with clock.fixed(later):
        for path in ("/", "/about/", "/topics/", "/authors/", "/articles/one/", "/nothing/"):
            assert 'href="/series/"' in page(client, path), path


def test_words_of_another_language_are_marked(client, parts):
    make_series("Limanlar sırayla", parts, slug="limanlar", language="tr", description="<p>Neden?</p>")
    html = page(client, "/series/limanlar/")
    assert '<h1 lang="tr" dir="ltr">Limanlar sırayla</h1>' in html
    assert '<div class="body" lang="tr" dir="ltr">' in html
    assert 'lang="tr" dir="auto">Limanlar sırayla</a>' in page(client, "/articles/one/")


def test_search_engines_and_citations_are_told(client, parts):
    make_series(articles=parts)
    printed = re.search(r'ld\+json">(.*?)</script>', page(client, "/articles/two/"), re.S)[1]
    data = json.loads(printed)
    url = "http://127.0.0.1:8000/series/harbours-in-order/"
    assert data["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "Harbours in order", "url": url}
    assert data["position"] == 2
    assert "T3  - Harbours in order" in page(client, "/articles/two/cite.ris")
    assert "T3" not in page(client, make_live_article("Alone").get_absolute_url() + "cite.ris")


def test_the_sitemap_names_what_is_open(client, parts):
    make_series(articles=parts)
    text = page(client, "/sitemap/lists.xml")
    assert "<loc>http://127.0.0.1:8000/series/harbours-in-order/</loc>" in text
    assert "<loc>http://127.0.0.1:8000/series/</loc>" in text


def test_its_feed_has_the_newest_part_first(client, parts):
    make_series(articles=parts, description="<p>Why in parts.</p>")
    feed = feedparser.parse(client.get(f"{PATH}feed.atom").content)
    assert [entry.title for entry in feed.entries] == ["One", "Three", "Two"]
    assert feed.feed.title.startswith("Harbours in order · ")
    assert feed.feed.subtitle == "Why in parts."
    assert f'href="{PATH}feed.atom"' in page(client, PATH)


def test_a_long_series_goes_by_pages_and_counts_on(client):
    parts = [make_live_article(f"Piece {number}", at=NOON) for number in range(1, 23)]
    make_series(articles=parts)
    assert titles(client, f"{PATH}?page=2") == ["Piece 21", "Piece 22"]
    assert re.findall(r'aria-hidden="true">(\d+)</span>', page(client, f"{PATH}?page=2")) == ["21", "22"]
    assert head(client, parts[-1]) == "Part 22 of 22 Harbours in order"


def test_a_deleted_draft_leaves_no_gap(client, parts):
    draft = make_draft()
    series = make_series(articles=[parts[0], draft, parts[1]])
    draft.delete()
    assert SeriesPart.objects.filter(series=series).count() == 2
    arrange(series, [parts[1], parts[0]], by=COMMAND_LINE)
    assert titles(client) == ["Two", "One"]
