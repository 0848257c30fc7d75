"""Every address the site names answers: those of the sitemap, and every link of every page."""

import re
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from articles.models import clock
from articles.workflow import COMMAND_LINE, publish
from tests.makers import (
    NOON,
    make_change,
    make_live_article,
    make_scheduled_article,
    make_withdrawn_article,
    utc,
)
from tests.public_site import fill_site, internal_links

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
STATIC = ("/static/", "/favicon")
OTHERS = ("/tr/", "/ko/")


def rows(client, path, tag):
    response = client.get(path)
    assert response["Content-Type"].startswith("application/xml")
    assert "noindex" in response["X-Robots-Tag"]
    found = ElementTree.fromstring(response.content).findall(f"s:{tag}", NAMES)
    return [(row.findtext("s:loc", None, NAMES), row.findtext("s:lastmod", None, NAMES)) for row in found]


def parts(client):
    """The paths of the sitemaps that the index names."""
    return [address.removeprefix(SITE) for address, _lastmod in rows(client, "/sitemap.xml", "sitemap")]


def sitemap(client):
    """{address: lastmod or None} of all the index leads to."""
    found = [row for part in parts(client) for row in rows(client, part, "url")]
    assert len(dict(found)) == len(found)
    return dict(found)


def crawl(client, choices=9):
    """{path: (status, the page that links there)} of every address of this site that can be reached from its home.

    Lists narrowed by more than `choices` at once are not asked for; in another language, not those by as many.
    """
    found, waiting = {}, [("/", None)]
    while waiting:
        path, linked_from = waiting.pop()
        if path in found or path.count("=") > (choices if path[:4] not in OTHERS else choices - 1):
            continue
        response = client.get(path)
        found[path] = (response.status_code, linked_from)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            here = path.split("?")[0]
            for link in internal_links(response.content.decode()):
                link = link.removeprefix(SITE)
                if link.startswith("?"):
                    waiting.append((here + link, path))
                elif link.startswith("/") and not link.startswith(STATIC):
                    waiting.append((link, path))
    return found


def own_addresses(found):
    """Of what a crawl met, what the sitemap lists: no older versions, changes, kits of republishing, feeds, files or second pages.

    Nor the forms in other languages: the head of each list names them.
    """
    return {
        path
        for path, (status, _linked_from) in found.items()
        if status == 200
        and path.endswith("/")
        and "?" not in path
        and "/v/" not in path
        and "/changes/" not in path
        and not path.endswith("/republish/")
        if not path.startswith(OTHERS)
    }


def failures(found):
    """What does not answer; a tombstone does, to the record that names it."""
    return {
        path: (status, linked_from)
        for path, (status, linked_from) in found.items()
        if status != 200 and not (status == 410 and "/corrections/" in linked_from)
    }


def test_every_address_of_the_sitemap_answers_and_is_canonical(client):
    fill_site()
    found = sitemap(client)
    assert f"{SITE}/" in found
    assert f"{SITE}/articles/slow-harbours/" in found
    assert not any("lost-figures" in address or "/v/" in address for address in found)
    for address in found:
        response = client.get(address.removeprefix(SITE))
        assert response.status_code == 200, address
        canonical = re.search(r'<link rel="canonical" href="([^"]*)"', response.content.decode())
        assert canonical is None or canonical.group(1) == address
        assert "noindex" not in response.content.decode()


def test_the_index_names_the_years_that_have_live_pieces(client):
    make_live_article("Old", at=utc(2024, 12, 31, 23))
    make_live_article("New", at=NOON)
    with clock.fixed(NOON):
        make_scheduled_article("Waits", at=utc(2027, 1, 1))
        make_withdrawn_article("Gone", at=utc(2023, 5, 5))
        assert parts(client) == ["/sitemap/lists.xml", "/sitemap/2026.xml", "/sitemap/2025.xml"]
        assert [address for address, _lastmod in rows(client, "/sitemap/2025.xml", "url")] == [
            f"{SITE}/articles/old/"
        ]
        assert client.get("/sitemap/2027.xml").status_code == 404
        assert client.get("/sitemap/2023.xml").status_code == 404


def test_the_sitemap_dates_a_declared_change_only(client):
    article = make_live_article(at=NOON)
    address = f"{SITE}/articles/slow-harbours/"
    with clock.fixed(utc(2026, 6, 1)):
        make_change(article)
        publish(article, by=COMMAND_LINE, reason="minor")
        assert sitemap(client)[address] == "2026-03-02"
        make_change(article, body="<p>Other words.</p>")
        publish(article, by=COMMAND_LINE, reason="update")
        assert sitemap(client)[address] == "2026-06-01"


def test_robots_name_the_sitemap_and_leave_the_desk_alone(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    robots = RobotFileParser()
    robots.parse(response.content.decode().splitlines())
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]
    assert not robots.can_fetch("*", f"{SITE}/admin/")
    assert robots.can_fetch("*", f"{SITE}/articles/slow-harbours/")


def test_every_link_of_the_site_leads_somewhere(client):
    fill_site()
    found = crawl(client)
    assert failures(found) == {}
    assert {"/articles/slow-harbours/v/1/", "/articles/slow-harbours/cite.bib", "/feed.atom"} <= set(found)
    assert {address.removeprefix(SITE) for address in sitemap(client)} == own_addresses(found)


def test_every_link_of_the_demo_leads_somewhere(client):
    call_command("loaddata", "demo", verbosity=0)
    # Lists narrowed by two or more at once are two thirds of the demo's 1,400 addresses; the smaller site has them all.
    found = crawl(client, choices=1)
    assert failures(found) == {}
    assert {address.removeprefix(SITE) for address in sitemap(client)} == own_addresses(found)
