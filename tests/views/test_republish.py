"""The kit for republishing: what it holds, in which forms, and when there is none."""

import json
import re

import pytest

from articles.models import Publication
from articles.workflow import COMMAND_LINE, BylineEntry, create_draft, publish, withdraw
from tests.makers import make_author, make_change, make_disclaimer, make_live_article, make_topic

pytestmark = pytest.mark.django_db

BODY = (
    '<p>Ports wait<span class="footnote">For <em>tides</em>.</span>; see <a href="/topics/straits/">straits</a>.</p>'
    "<h2>Who pays</h2><ul><li>All</li></ul>"
)


@pytest.fixture(autouse=True)
def publication():
    return Publication.objects.create(
        name="Harbour Institute",
        republishing_terms="Print it whole.\n\nTell <us>.",
        licence_url="https://creativecommons.org/licenses/by-nd/4.0/",
    )


@pytest.fixture
def piece():
    article = create_draft(
        by=COMMAND_LINE,
        title="Slow *harbours*",
        standfirst="Why the waterfront waits.",
        slug="slow-harbours",
        body=BODY,
        disclaimer=make_disclaimer(),
        bylines=[
            BylineEntry(make_author(honorific="Dr."), note="Dr. Leyla Arslan studies ports."),
            BylineEntry(make_author("Jun Park", role="", affiliation="Quay Review")),
        ],
        topics=[make_topic()],
    )
    publish(article, by=COMMAND_LINE)
    return article


def text_of(client, ending):
    return client.get(f"/articles/slow-harbours/republish.{ending}").content.decode()


def test_each_form_holds_everything_that_goes_with_the_text(client, piece):
    page = client.get("/articles/slow-harbours/republish/").content.decode()
    version = piece.versions.get()
    for text in (text_of(client, "html"), text_of(client, "md"), text_of(client, "txt"), page):
        for words in (
            "Why the waterfront waits.",
            "Dr. Leyla Arslan",
            ", Senior fellow, Harbour Institute",
            "Jun Park, Quay Review",
            "Ports wait",
            "Who pays",
            "Dr. Leyla Arslan studies ports.",
            version.disclaimer,
            "First published by Harbour Institute, ",
            "/topics/straits/",
            "/articles/slow-harbours/",
            "https://creativecommons.org/licenses/by-nd/4.0/",
        ):
            assert words in text


def test_the_plain_text_word_for_word(client, piece, settings):
    settings.SITE_URL = "https://house.example"
    text = text_of(client, "txt")
    first, last = text.split("First published by Harbour Institute, ")
    assert first == (
        "Slow *harbours*\n\nWhy the waterfront waits.\n\n"
        "Dr. Leyla Arslan*, Senior fellow, Harbour Institute\nJun Park, Quay Review\n\n"
        "Ports wait[1]; see straits <https://house.example/topics/straits/>.\n\n"
        "Who pays\n========\n\n- All\n\n* * *\n\n"
        f"* Dr. Leyla Arslan studies ports.\n\n{piece.versions.get().disclaimer}\n\n"
    )
    assert last.endswith(
        ": https://house.example/articles/slow-harbours/\nhttps://creativecommons.org/licenses/by-nd/4.0/\n\n[1] For tides.\n"
    )


def test_the_html_brings_nothing_of_our_page_along(client, piece):
    text = text_of(client, "html")
    body = text.partition("<body>")[2]
    assert not re.search(r"<[^>]*\s(?:class|id|style)=", body)
    assert "<sup>[1]</sup>" in body
    assert "<h2>Notes</h2>\n<ol><li>For <em>tides</em>.</li>\n</ol>" in body
    assert '<link rel="canonical" href="' in text


def test_in_markdown_the_stars_of_a_title_and_of_a_name_are_words(client, piece):
    text = text_of(client, "md")
    assert text.startswith(
        "# Slow \\*harbours\\*\n\n*Why the waterfront waits.*\n\nDr. Leyla Arslan\\*, Senior"
    )
    assert "\n\n\\* Dr. Leyla Arslan studies ports.\n\n" in text
    assert text.endswith("[^1]: For *tides*.\n")


def test_the_files_are_saved_and_name_the_original(client, piece):
    for ending, media_type in (("html", "text/html"), ("md", "text/markdown"), ("txt", "text/plain")):
        response = client.get(f"/articles/slow-harbours/republish.{ending}")
        assert response["Content-Type"] == f"{media_type}; charset=utf-8"
        assert response["Content-Disposition"] == f'attachment; filename="slow-harbours.{ending}"'
        assert response["Link"].endswith('/articles/slow-harbours/>; rel="canonical"')
        assert response["X-Robots-Tag"] == "noindex"


def test_the_page_shows_the_terms_and_is_for_no_search_engine(client, piece):
    page = client.get("/articles/slow-harbours/republish/").content.decode()
    assert '<p lang="en">Print it whole.</p><p lang="en">Tell &lt;us&gt;.</p>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Pictures are left out" not in page
    assert "&lt;h1&gt;Slow *harbours*&lt;/h1&gt;" in page


def test_the_article_leads_there_and_names_the_licence(client, piece):
    page = client.get("/articles/slow-harbours/").content.decode()
    assert 'href="/articles/slow-harbours/republish/"' in page
    linked = json.loads(page.partition('ld+json">')[2].partition("</script>")[0])
    assert linked["license"] == "https://creativecommons.org/licenses/by-nd/4.0/"


@pytest.mark.parametrize("why", ["no terms", "from elsewhere"])
def test_where_it_is_not_offered(client, publication, why):
    originally_at = "The Quay Review" if why == "from elsewhere" else ""
    if why == "no terms":
        publication.republishing_terms = " "
        publication.save()
    make_live_article("Slow harbours", originally_at=originally_at)
    page = client.get("/articles/slow-harbours/").content.decode()
    assert "republish" not in page
    assert '"license"' not in page
    for address in ("republish/", "republish.html", "republish.md", "republish.txt"):
        assert client.get(f"/articles/slow-harbours/{address}").status_code == 404


def test_it_is_of_what_is_in_force(client, piece):
    make_change(piece, body="<p>Another text.</p>")
    publish(piece, by=COMMAND_LINE, reason="update")
    assert "Another text." in text_of(client, "txt")
    assert "Ports wait" not in text_of(client, "txt")
    withdraw(piece, by=COMMAND_LINE, note="The figures did not hold.")
    assert client.get("/articles/slow-harbours/republish.txt").status_code == 410
    assert client.get("/articles/slow-harbours/republish/").status_code == 410


def test_a_turkish_piece_speaks_turkish_around_it(client):
    make_live_article(
        "Yavaş limanlar", language="tr", body="<p>Limanlar<span class='footnote'>Bir.</span></p>"
    )
    page = client.get("/articles/yavas-limanlar/republish/").content.decode()
    assert (
        "<h2>Notlar</h2>\n<ol><li>Bir.</li>\n</ol>"
        in client.get("/articles/yavas-limanlar/republish.html").content.decode()
    )
    assert "Düz metin" in page
