"""The head of every public page: its one address, its feed, and what it is called where it is shared or found."""

import html
import json
import re

import pytest

from articles.templatetags.heads import KINDS
from articles.views import lists
from articles.workflow import COMMAND_LINE, shape_home
from tests.makers import make_image, make_live_article
from tests.public_languages import name_of
from tests.public_site import PAGES, fill_site

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
# Open to whom it was sent, and to nobody else.
PRIVATE = "/preview/"


def metas(page):
    rows = re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)"', page)
    return {name: html.unescape(words) for name, words in rows}


def linked(page):
    return [
        json.loads(words)
        for words in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    ]


def canonical(page):
    return re.findall(r'<link rel="canonical" href="([^"]*)">', page)


@pytest.fixture
def site(client, monkeypatch):
    """{path: page} of all that is there to be read."""
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    fill_site()
    paths = [path for rows in PAGES.values() for path, status in rows.items() if status == 200]
    return {path: client.get(path).content.decode() for path in paths if not path.startswith(PRIVATE)}


def test_each_has_one_address_and_leads_to_a_feed(site):
    for path, page in site.items():
        (address,) = canonical(page)
        assert address.startswith(f"{SITE}/"), path
        assert metas(page)["og:url"] == html.unescape(address), path
        assert 'type="application/atom+xml" href="/' in page, path


def test_each_says_what_it_is_where_it_is_shared(site):
    for path, page in site.items():
        said, title = metas(page), html.unescape(re.search(r"<title>(.*?)</title>", page, re.S)[1])
        assert said["og:site_name"] == "Harbour Institute", path
        assert said["og:title"], path
        assert title.startswith(said["og:title"]), path
        assert said["og:description"] == said["description"] != "", path
        assert said["og:type"] == ("article" if "citation_title" in said else "website"), path


def test_search_engines_are_told_of_each_page_they_may_keep(site):
    for path, page in site.items():
        found = linked(page)
        if name_of(path) in ("changes", "republish"):
            assert found == [], path
            assert metas(page)["robots"] == "noindex", path
            continue
        (said,) = found
        assert said["url"] if "url" in said else said["mainEntity"]["url"], path
        if name_of(path) in KINDS and "mainEntity" not in said:
            assert said["@type"] == KINDS[name_of(path)], path
            assert said["url"] == html.unescape(canonical(page)[0]), path
            assert said["name"] in (metas(page)["og:title"], "Harbour Institute"), path


def test_the_sitemap_names_each_page_that_may_be_kept(client, site):
    parts = re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    listed = set()
    for part in parts:
        listed |= set(re.findall(r"<loc>(.*?)</loc>", client.get(part.removeprefix(SITE)).content.decode()))
    kept = {canonical(page)[0] for page in site.values() if "noindex" not in metas(page).get("robots", "")}
    # Later pages are led to by the first, forms in other languages by the head of this one.
    assert {url for url in kept if not re.search(r"\?|/(?:tr|ko)/", url)} <= listed


def test_every_name_has_a_kind_or_says_more_itself():
    pages = {name for name in PAGES if " " not in name}
    assert pages - set(KINDS) == {"article", "version", "changes", "republish", "preview"}


def test_the_address_of_a_page_is_that_of_its_language_and_its_place(client, site):
    for path, address in (
        ("/?ref=letter", "/"),
        ("/tr/about/", "/tr/about/"),
        ("/corrections/?year=2024&ref=letter", "/corrections/?year=2024"),
        ("/authors/?page=1", "/authors/"),
        ("/ko/series/", "/ko/series/"),
    ):
        assert canonical(client.get(path).content.decode()) == [f"{SITE}{address}"]


def test_the_front_page_is_the_site_and_shows_the_picture_of_its_lead(client):
    page = client.get("/").content.decode()
    assert "og:image" not in page
    lead = make_live_article("Tides & <others>", lead_image=make_image())
    shape_home(lead=(lead, ""), by=COMMAND_LINE)
    page = client.get("/").content.decode()
    assert metas(page)["og:image"].startswith(f"{SITE}/media/")
    (said,) = linked(page)
    assert (said["@type"], said["name"], said["url"]) == ("WebSite", "Thinktank", f"{SITE}/")


def test_what_is_said_is_escaped_once(client):
    make_live_article("Tides & <others>", standfirst='"Why" & how')
    said = metas(client.get("/articles/tides-others/").content.decode())
    assert said["og:title"] == "Tides & <others>"
    assert said["og:description"] == '"Why" & how'


def test_a_piece_without_a_standfirst_is_told_by_its_first_words_and_a_later_page_by_its_number(client, site):
    assert metas(site["/articles/plain-piece/"])["description"].startswith("Ports are slow institutions")
    assert (
        "<title>Authors (page 2) · Harbour Institute</title>"
        in client.get("/authors/?page=2").content.decode()
    )
    assert "<title>Articles (page 2) · Harbour Institute</title>" in site["/articles/?page=2"]


@pytest.mark.parametrize("path", ["/nothing/", "/articles/lost-figures/", "/preview/shown-to-a-few/"])
def test_what_is_not_to_be_found_has_none(client, path):
    fill_site()
    page = client.get(path).content.decode()
    assert canonical(page) == []
    assert "og:" not in page
    assert linked(page) == []
    assert "noindex" in metas(page)["robots"]
