"""The feeds as a reader's program sees them."""

import gzip
import re

import feedparser
import pytest
from django.urls import reverse

from articles.models import Version, clock
from articles.workflow import COMMAND_LINE, BylineEntry, change_address, create_draft, publish, withdraw
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    utc,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
FEEDS = ["/feed.atom", "/topics/maritime-security/feed.atom", "/authors/leyla-arslan/feed.atom"]
LATER = utc(2026, 6, 1)
BODY = (
    "<p>Ports are slow<span class='footnote'>A note with <a href='/topics/'>a link</a>.</span>.</p>"
    '<p>See <a href="/about/">us</a>, <a href="#p1">above</a>, <a href="https://example.org/">them</a> and the'
    ' words <code>&lt;a href="#p1"&gt;</code>.</p>'
)


def feed(client, path="/feed.atom"):
    response = client.get(path)
    assert response.status_code == 200
    # feedparser knows what the server said of the type and the address, as when it had fetched the feed itself.
    headers = {"content-type": response["Content-Type"], "content-location": f"{SITE}{path}"}
    parsed = feedparser.parse(
        response.content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def entry(client, path="/feed.atom"):
    (only,) = feed(client, path).entries
    return only


def make_signed_article(**fields):
    with clock.fixed(NOON):
        article = create_draft(
            by=COMMAND_LINE,
            title="Slow harbours & <fast> ships",
            standfirst="Why 1 < 2 & the waterfront forgets nothing.",
            body=BODY,
            slug="slow-harbours",
            bylines=[
                BylineEntry(make_author("Leyla Arslan", honorific="Dr."), note="Studies <ports>."),
                BylineEntry(make_author("Ada Moreau")),
                BylineEntry(make_author("Ju Hyung Kim", honorific="Dr."), note="President."),
            ],
            topics=[make_topic()],
            disclaimer=make_disclaimer(),
            **fields,
        )
        publish(article, by=COMMAND_LINE)
    return article


@pytest.mark.parametrize("path", FEEDS)
def test_an_entry_says_what_the_page_says(client, path):
    article = make_signed_article()
    one = entry(client, path)
    assert [author.name for author in one.authors] == ["Dr. Leyla Arslan", "Ada Moreau", "Dr. Ju Hyung Kim"]
    assert (one.id, one.link) == (f"urn:uuid:{article.uid}", f"{SITE}/articles/slow-harbours/")
    assert one.title == "Slow harbours & <fast> ships"
    assert one.title_detail.type == "text/plain"
    assert one.summary == "Why 1 &lt; 2 &amp; the waterfront forgets nothing."
    assert one.summary_detail.type == "text/html"
    assert one.published == one.updated == "2026-03-02T12:00:00+00:00"
    assert [tag.term for tag in one.tags] == ["Commentary"]


@pytest.mark.parametrize("path", FEEDS)
def test_an_entry_holds_the_whole_text(client, path):
    make_signed_article()
    (content,) = entry(client, path).content
    assert content.type == "text/html"
    for words in ("Ports are slow", "A note with", "Studies &lt;ports&gt;.", "President.", "view alone"):
        assert words in content.value


def test_a_pull_quote_does_not_say_a_sentence_twice(client):
    make_live_article(
        body='<blockquote class="pull"><p>Slow ports</p></blockquote><p>We like slow ports.</p>'
    )
    assert feed(client).entries[0].content[0].value.count("low ports") == 1


def test_links_of_the_text_lead_on_from_any_reader(client):
    make_signed_article()
    (content,) = entry(client).content
    article = f"{SITE}/articles/slow-harbours/"
    links = re.findall(r'<a [^>]*?href="([^"]*)"', content.value)
    assert f"{SITE}/about/" in links
    assert f"{SITE}/topics/" in links
    assert f"{article}#p1" in links
    assert f"{article}#n1" in links
    assert "https://example.org/" in links
    assert [link for link in links if not link.startswith(("http://", "https://"))] == []
    assert '&lt;a href="#p1"&gt;' in content.value


def test_content_knows_its_language(client):
    make_live_article("Yavaş limanlar", language="tr", standfirst="Kıyı unutmaz.")
    one = entry(client)
    assert {one.title_detail.language, one.summary_detail.language, one.content[0].language} == {"tr"}


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_says_where_it_is_and_what_it_is_about(client, path):
    make_signed_article()
    response = client.get(path)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed = feed(client, path).feed
    assert [link.href for link in parsed.links if link.rel == "self"] == [f"{SITE}{path}"]
    assert parsed.id == f"{SITE}{path}"
    assert [link.href for link in parsed.links if link.rel == "alternate"] == [
        f"{SITE}{path.removesuffix('feed.atom')}"
    ]
    assert parsed.updated == "2026-03-02T12:00:00+00:00"


def test_the_identity_of_an_entry_outlives_versions_and_addresses(client):
    article = make_signed_article()
    with clock.fixed(LATER):
        before = entry(client)
        make_change(article)
        publish(article, by=COMMAND_LINE, reason="update")
        change_address(article, "harbours", by=COMMAND_LINE)
        after = entry(client)
    assert after.id == before.id
    assert after.link == f"{SITE}/articles/harbours/"


@pytest.mark.parametrize(
    ("reason", "updated"),
    [
        ("minor", "2026-03-02T12:00:00+00:00"),
        ("update", "2026-06-01T09:00:00+00:00"),
        ("correction", "2026-06-01T09:00:00+00:00"),
    ],
)
def test_updated_moves_on_a_declared_change_only(client, reason, updated):
    article = make_signed_article()
    with clock.fixed(LATER):
        make_change(article, body="<p>Other words.</p>")
        publish(article, by=COMMAND_LINE, reason=reason, note="The year.")
        one = entry(client)
        assert "Other words." in one.content[0].value
        assert (one.published, one.updated) == ("2026-03-02T12:00:00+00:00", updated)
    with clock.fixed(utc(2026, 7, 1)):
        make_change(article, body="<p>A comma.</p>")
        publish(article, by=COMMAND_LINE, reason="minor")
        assert entry(client).updated == updated


def test_only_what_is_live_is_in_it(client):
    topic, author = make_topic(), make_author()
    gone = make_live_article("Gone", topics=[topic], author=author)
    make_live_article("Here", topics=[topic], author=author)
    make_draft("Drafted", topics=[topic], author=author)
    make_scheduled_article("Waiting", at=utc(2999, 1, 1), topics=[topic], author=author)
    withdraw(gone, by=COMMAND_LINE, note="No.")
    for path in FEEDS:
        assert [one.title for one in feed(client, path).entries] == ["Here"]


def test_newest_first_and_the_latest_twenty(client):
    topic, author = make_topic(), make_author()
    for day in range(1, 23):
        make_live_article(f"Day {day}", at=utc(2026, 1, day), topics=[topic], author=author)
    for path in FEEDS:
        assert [one.title for one in feed(client, path).entries] == [f"Day {day}" for day in range(22, 2, -1)]


def test_an_empty_feed_parses(client):
    assert feed(client).entries == []


@pytest.mark.parametrize("path", [*FEEDS, "/articles/slow-harbours/", "/", "/sitemap/2026.xml"])
def test_what_is_sent_is_compressed(client, path):
    make_signed_article()
    # Some random bytes go with what is packed, against guessing at it by its size: a list of one is not always shorter for it.
    for day in range(1, 9):
        make_live_article(f"Day {day}", at=utc(2026, 1, day))
    plain, packed = client.get(path), client.get(path, headers={"accept-encoding": "gzip"})
    whole, sent = b"".join(plain), b"".join(packed)
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(sent) == whole
    assert len(sent) < len(whole)


@pytest.mark.parametrize("path", [*FEEDS, "/articles/slow-harbours/", "/", "/sitemap/2026.xml"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_has_not_changed_is_not_sent_again(client, path, encoding):
    article = make_signed_article()
    headers = {"accept-encoding": encoding}
    first = client.get(path, headers=headers)
    again = client.get(path, headers={**headers, "if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make_change(article, title="Quick harbours", body="<p>Other words.</p>")
    publish(article, by=COMMAND_LINE, reason="update")
    changed = client.get(path, headers={**headers, "if-none-match": first["ETag"]})
    assert changed.status_code == 200


def test_pages_name_their_feed(client):
    make_signed_article()
    for path in FEEDS:
        html = client.get(path.removesuffix("feed.atom")).content.decode()
        assert re.search(rf'<link rel="alternate" type="application/atom\+xml" href="{path}"', html)
    assert reverse("articles:feed") == FEEDS[0]
    assert Version.objects.count() == 1


def test_a_former_name_of_a_topic_leads_to_its_feed(client):
    topic = make_topic("Sea lanes")
    make_live_article(topics=[topic])
    topic.names.create(name="Shipping routes")
    response = client.get("/topics/shipping-routes/feed.atom")
    assert (response.status_code, response["Location"]) == (301, "/topics/sea-lanes/feed.atom")


def test_a_former_name_of_a_topic_without_live_pieces_leads_nowhere(client):
    make_topic("Sea lanes").names.create(name="Shipping routes")
    assert client.get("/topics/shipping-routes/feed.atom").status_code == 404
