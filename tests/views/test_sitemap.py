"""Every address the site names answers: those of the sitemap, and every link of every page."""

import re
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from articles.models import clock
from articles.workflow import COMMAND_LINE, publish
from tests.makers import NOON, make_change, make_live_article, utc
from tests.public_site import fill_site, internal_links

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
STATIC = ("/static/", "/favicon")


def sitemap(client):
    """{address: lastmod or None}"""
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    rows = ElementTree.fromstring(response.content).findall("s:url", NAMES)
    found = {row.findtext("s:loc", None, NAMES): row.findtext("s:lastmod", None, NAMES) for row in rows}
    assert len(found) == len(rows)
    return found


def crawl(client, start="/"):
    """{path: (status, the page that links there)} of every address of this site that can be reached from `start`."""
    found, waiting = {}, [(start, None)]
    while waiting:
        path, linked_from = waiting.pop()
        if path in found:
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
    """Of what a crawl met, what a search engine should list: no older versions, feeds, files or second pages."""
    return {path for path in found if path.endswith("/") and "?" not in path and "/v/" not in path}


def failures(found):
    return {path: answer for path, answer in found.items() if answer[0] != 200}


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
    found = crawl(client)
    assert failures(found) == {}
    assert {address.removeprefix(SITE) for address in sitemap(client)} == own_addresses(found)
    for path in [path for path in found if "/v/" not in path and path.startswith("/articles/")][:3]:
        assert failures(crawl(client, path)) == {}
