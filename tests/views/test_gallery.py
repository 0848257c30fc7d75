"""The page of components: under DEBUG each with its states; for readers it is not there."""

import re

import pytest
from django.conf import settings as site
from django.urls import reverse

from articles.models import Version
from articles.views.gallery import ROOMS, UNSEEN
from tests.makers import make_draft, make_live_article

pytestmark = pytest.mark.django_db


def test_readers_do_not_find_it(client):
    assert client.get("/components/").status_code == 404
    assert client.get("/tr/components/").status_code == 404
    assert "/components/" not in client.get(reverse("articles:sitemap-lists")).content.decode()


def test_it_shows_each_state_of_each_component(client, settings):
    settings.DEBUG = True
    text = client.get("/components/").content.decode()
    for rows in ROOMS.values():
        for label, name, _within, _context in rows:
            assert f"<code>{name}</code> {label}" in text
    assert not re.search(r"\{\{|\{%", text)
    assert "Yavaş limanlar" in text
    assert "This translation does not yet have the change." in text


def test_every_component_stands_on_it_or_is_part_of_one_that_does(client, settings):
    settings.DEBUG = True
    text = client.get("/components/").content.decode()
    files = {
        path.stem: path.read_text() for path in (site.BASE_DIR / "templates" / "components").glob("*.html")
    }
    parts = {name: set(re.findall(r"components/(\w+)\.html", words)) for name, words in files.items()}
    shown = {name for rows in ROOMS.values() for _label, name, _within, _context in rows}
    while within := set().union(*(parts[name] for name in shown)) - shown:
        shown |= within
    assert not UNSEEN & shown
    assert set(files) - shown == UNSEEN
    assert not [name for name in files if f"<code>{name}</code>" not in text]


def test_it_holds_invented_pieces_only(client, settings):
    make_draft("Draftmark")
    make_live_article("Livemark")
    before = Version.objects.count()
    settings.DEBUG = True
    text = client.get("/components/").content.decode()
    assert "Draftmark" not in text
    assert "Livemark" not in text
    assert Version.objects.count() == before
