"""Queries per page: the same literal number with 1, 3 and 300 pieces."""

from itertools import pairwise

import pytest

from articles.models import PreviewLink, Publication, Relation, Version, clock
from articles.views import lists, survey
from articles.workflow import COMMAND_LINE, make_preview, pin, publish
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_page,
    make_series,
    make_topic,
    utc,
)

PAGES = {
    "/": 6,
    "/about/": 2,
    "/pages/contact/": 2,
    "/articles/": 4,
    "/articles/?year=2026&kind=commentary": 4,
    "/preview/shown-to-a-few/": 7,
    "/articles/piece-0/": 10,
    "/articles/piece-0/v/1/": 6,
    "/articles/piece-0/changes/1-2/": 3,
    "/articles/piece-0/cite.bib": 4,
    "/articles/piece-0/republish/": 2,
    "/articles/piece-0/republish.md": 2,
    "/corrections/": 6,
    "/corrections/?year=2026": 6,
    "/topics/": 4,
    "/topics/maritime-security/": 9,
    "/topics/maritime-security/?year=2026": 7,
    "/topics/maritime-security/?year=2026&kind=commentary&author=leyla-arslan&language=en": 7,
    "/topics/maritime-security/feed.atom": 3,
    "/series/": 3,
    "/series/harbours-in-order/": 4,
    "/series/harbours-in-order/feed.atom": 3,
    "/authors/": 3,
    "/authors/leyla-arslan/": 6,
    "/authors/leyla-arslan/?year=2026": 4,
    "/authors/leyla-arslan/feed.atom": 3,
    "/feed.atom": 2,
    "/sitemap.xml": 2,
    "/sitemap/lists.xml": 7,
    "/sitemap/2026.xml": 4,
    "/robots.txt": 0,
    "/healthz": 1,
}


@pytest.fixture
def fill(db):
    def fill(count):
        author, topic = make_author(), make_topic()
        Publication.objects.create(name="Harbour Institute", republishing_terms="Print it whole.")
        for alias in ("Sea power", "Naval affairs", "Shipping")[:count]:
            topic.names.create(name=alias)
        for number in range(count):
            at = utc(2026, 1, 1 + number % 28, number % 24, number % 60)
            make_live_article(f"Piece {number}", at=at, author=author, topics=[topic], note="A fellow.")
        make_links(count, author, topic)
        for number in range(min(count, 40)):
            make_page(f"Page {number}")
        make_page("Contact")
        pin(topic, [t.content_object for t in topic.taggings.all()[: min(count - 1, 5)]], by=COMMAND_LINE)
        article = Version.objects.get(article__slug="piece-0", number=1).article
        relate_all(topic)
        make_dossiers(count, topic)
        article.refresh_from_db()
        with clock.fixed(NOON):
            for number in range(count % 100 or 30):
                make_change(article, body=f"<p>Text {number}</p>")
                publish(article, by=COMMAND_LINE, reason="correction", note="A figure.")

    return fill


def relate_all(topic):
    """Each piece replies to the one before it, and the first is taken up by ten at most."""
    pieces = [row.content_object for row in topic.taggings.exclude(first_published_at=None).order_by("pk")]
    Relation.objects.bulk_create(
        Relation(source=later, type="replies", target=earlier) for earlier, later in pairwise(pieces)
    )
    Relation.objects.bulk_create(
        Relation(source=later, type="disagrees", target=pieces[0]) for later in pieces[1:11]
    )


def make_dossiers(count, topic):
    """One of all pieces, a draft in its middle; and as many more, each of one piece."""
    pieces = [tagging.content_object for tagging in topic.taggings.exclude(first_published_at=None)]
    draft = make_draft("Not yet a part", topics=[topic])
    make_series(articles=[*pieces[: count // 2], draft, *pieces[count // 2 :]])
    for number in range(min(count - 1, 25)):
        piece = make_live_article(f"Alone {number}", topics=[make_topic("Elsewhere")], at=utc(2025, 1, 1))
        make_series(f"Series {number}", [piece])


def make_links(count, author, topic):
    """To a draft with as many kept texts as there are pieces; the first can be named."""
    draft = make_draft("Not yet", author=author, topics=[topic], note="A fellow.")
    for number in range(count % 100):
        make_change(draft, body=f"<p>Text {number}</p>")
    links = [make_preview(draft, by=COMMAND_LINE, purpose=f"For {n}") for n in range(min(count, 40))]
    PreviewLink.objects.filter(pk=links[0].pk).update(token="shown-to-a-few")


@pytest.mark.parametrize("count", [1, 3, 300])
def test_queries_of_every_page(client, fill, django_assert_num_queries, count):
    fill(count)
    for path, queries in PAGES.items():
        with django_assert_num_queries(queries, info=f"{path} with {count}"):
            assert client.get(path).status_code == 200, path


def test_no_page_takes_more_than_ten_queries():
    assert max(PAGES.values()) <= 10


def test_a_later_page_of_a_topic(client, fill, django_assert_num_queries, monkeypatch):
    fill(20)
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    with django_assert_num_queries(7):
        assert client.get("/topics/maritime-security/?page=2").status_code == 200


def test_a_topic_of_more_pieces_than_are_surveyed_counts_its_years_besides(
    client, fill, django_assert_num_queries, monkeypatch
):
    fill(3)
    monkeypatch.setattr(survey, "SURVEYED", 2)
    with django_assert_num_queries(10):
        assert client.get("/topics/maritime-security/").status_code == 200
