"""Queries per page: the same literal number with 1, 3 and 300 pieces."""

import pytest

from articles.models import Publication, Version, clock
from articles.workflow import COMMAND_LINE, publish
from tests.makers import NOON, make_author, make_change, make_live_article, make_topic, utc

PAGES = {
    "/": 3,
    "/about/": 1,
    "/articles/": 5,
    "/articles/?year=2026&kind=commentary": 5,
    "/articles/piece-0/": 4,
    "/articles/piece-0/v/1/": 5,
    "/articles/piece-0/cite.bib": 3,
    "/topics/": 4,
    "/topics/maritime-security/": 5,
    "/topics/maritime-security/feed.atom": 3,
    "/authors/": 3,
    "/authors/leyla-arslan/": 4,
    "/authors/leyla-arslan/feed.atom": 3,
    "/feed.atom": 2,
    "/sitemap.xml": 6,
    "/robots.txt": 0,
    "/healthz": 1,
}


@pytest.fixture
def fill(db):
    def fill(count):
        author, topic = make_author(), make_topic()
        for alias in ("Sea power", "Naval affairs", "Shipping")[:count]:
            topic.names.create(name=alias)
        for number in range(count):
            at = utc(2026, 1, 1 + number % 28, number % 24, number % 60)
            make_live_article(f"Piece {number}", at=at, author=author, topics=[topic], note="A fellow.")
        article = Version.objects.get(article__slug="piece-0", number=1).article
        with clock.fixed(NOON):
            for number in range(count % 100):
                make_change(article, body=f"<p>Text {number}</p>")
                publish(article, by=COMMAND_LINE, reason="correction", note="A figure.")

    return fill


@pytest.mark.parametrize("count", [1, 3, 300])
def test_queries_of_every_page(client, fill, django_assert_num_queries, count):
    fill(count)
    for path, queries in PAGES.items():
        with django_assert_num_queries(queries, info=f"{path} with {count}"):
            assert client.get(path).status_code == 200, path


def test_an_article_takes_four_queries_at_most():
    assert PAGES["/articles/piece-0/"] <= 4


def test_the_about_page_prints_notes_at_the_end(client, db):
    Publication.objects.create(
        name="Institute",
        about='<p>We write.<span class="footnote">Since 2020.</span></p>',
        policy='<p>We correct.<span class="footnote">In public.</span></p>',
    )
    text = client.get("/about/").content.decode()
    assert text.index('href="#n1"') < text.index("Editorial policy</h2>") < text.index('href="#n2"')
    assert text.index('id="n2"') > text.index('id="n1"') > text.index('href="#n2"')
