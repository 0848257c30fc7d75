"""Minor, update, correction: the one answer decides the dates on every surface."""

import json
import re

import feedparser
import pytest

from articles.models import clock
from articles.workflow import COMMAND_LINE, publish
from tests.makers import make_change, make_live_article, utc

pytestmark = pytest.mark.django_db

FIRST, CHANGED = utc(2026, 3, 2, 12), utc(2026, 6, 1)
NOTE = "The year was 1912, not 1911."


@pytest.fixture(params=["minor", "update", "correction"])
def reason(request):
    return request.param


@pytest.fixture
def surfaces(client, reason):
    """What each surface says after the change, with a younger piece beside it."""
    article = make_live_article(at=FIRST, kind="report")
    make_live_article("Younger piece", at=utc(2026, 4, 1))
    with clock.fixed(CHANGED):
        make_change(article)
        publish(article, by=COMMAND_LINE, reason=reason, note="" if reason == "minor" else NOTE)
        return {path: client.get(path).content.decode() for path in PATHS}


PAGE, FEED, SITEMAP, RECORD = "/articles/slow-harbours/", "/feed.atom", "/sitemap/2026.xml", "/corrections/"
TOPIC = "/topics/maritime-security/feed.atom"
PATHS = (PAGE, FEED, TOPIC, SITEMAP, RECORD, "/articles/", f"{PAGE}cite.csl.json")


def declared(reason):
    return reason != "minor"


def test_the_page_prints_the_day_and_the_note(surfaces, reason):
    page = surfaces[PAGE]
    assert "Ports are quick institutions after all." in page
    assert 'Published</dt><dd><time datetime="2026-03-02' in page
    assert ('Updated</dt><dd><time datetime="2026-06-01' in page) is declared(reason)
    assert (NOTE in page) is declared(reason)
    assert ("Corrected on" in page) is (reason == "correction")


@pytest.mark.parametrize("path", [FEED, TOPIC])
def test_the_feeds_move_the_moment_and_never_the_order(surfaces, reason, path):
    entries = feedparser.parse(surfaces[path]).entries
    assert [entry.title for entry in entries] == ["Younger piece", "Slow harbours"]
    assert entries[1].published == "2026-03-02T12:00:00+00:00"
    assert entries[1].updated == ("2026-06-01T09:00:00+00:00" if declared(reason) else entries[1].published)


def test_the_sitemap_tells_of_a_declared_change(surfaces, reason):
    row = re.search(r"<url><loc>[^<]*/slow-harbours/</loc><lastmod>([^<]*)", surfaces[SITEMAP])
    assert row[1] == ("2026-06-01" if declared(reason) else "2026-03-02")


def test_json_ld_names_the_change_and_the_correction(surfaces, reason):
    data = json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', surfaces[PAGE], re.S)[1]
    )
    assert data["datePublished"] == "2026-03-02T15:00:00+03:00"
    assert data.get("dateModified") == ("2026-06-01T12:00:00+03:00" if declared(reason) else None)
    correction = {"@type": "CorrectionComment", "text": NOTE, "datePublished": "2026-06-01"}
    assert data.get("correction") == ([correction] if reason == "correction" else None)
    assert data["version"] == 2


def test_the_date_of_a_citation_stays(surfaces):
    assert '<meta name="citation_publication_date" content="2026/03/02">' in surfaces[PAGE]
    (cited,) = json.loads(surfaces[f"{PAGE}cite.csl.json"])
    assert cited["issued"] == {"date-parts": [[2026, 3, 2]]}


def test_the_order_of_the_archive_stays(surfaces):
    archive = surfaces["/articles/"]
    assert archive.index("Younger piece") < archive.index("Slow harbours")


def test_the_record_lists_a_correction_alone(surfaces, reason):
    assert ("Slow harbours" in surfaces[RECORD]) is (reason == "correction")
