"""axe on every public page, light and dark, down to 320 px, and on each kind of page in each language."""

import pytest
from django.template.loader import render_to_string

from articles.views import lists
from tests.browser.axe import NARROW, PHONE, WIDE, violations
from tests.public_languages import fill_language, kinds_of_page, name_of
from tests.public_site import EMPTY, FILES, all_pages, fill_site, url_names

LOOKS = [("light", WIDE), ("dark", PHONE), ("light", NARROW)]
EVERY_LOOK = [(scheme, width) for width in (WIDE, PHONE, NARROW) for scheme in ("light", "dark")]
# Whose colours and shape readers meet first.
MAIN = ["/", "/articles/slow-harbours/", "/topics/maritime-security/", "/authors/leyla-arslan/"]


@pytest.fixture(autouse=True)
def _short_lists(monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)


@pytest.fixture
def faults(open_page, live_server):
    """{address: what axe finds there} of {address: status}, where it finds anything."""
    page = open_page(reduced_motion="reduce")  # else axe meets colours half-way from light to dark

    def faults(paths, looks=LOOKS, **options):
        told = {}
        for path, status in paths.items():
            assert page.goto(f"{live_server.url}{path}").status == status, path
            told[path] = list(violations(page, looks, **options))
        # A 404, 410 or 400 is what some pages are asked for, and the console says so of each.
        open_page.complaints[:] = [
            text for text in open_page.complaints if "the server responded" not in text
        ]
        return {path: found for path, found in told.items() if found}

    return faults


def test_axe_finds_nothing_on_any_page(faults):
    fill_site()
    # Those in Turkish and Korean are walked below, in more looks.
    own = {path: status for path, status in all_pages().items() if not path.startswith(("/tr/", "/ko/"))}
    assert faults(own) == {}


def test_axe_finds_nothing_before_anything_is_published(faults):
    assert faults(dict.fromkeys(EMPTY, 200)) == {}


def test_axe_finds_nothing_in_any_look_of_the_main_pages(faults):
    fill_site()
    assert faults(dict.fromkeys(MAIN, 200), EVERY_LOOK, in_colour=set(EVERY_LOOK)) == {}


@pytest.mark.parametrize("language", ["tr", "ko"])
def test_axe_finds_nothing_in_another_language(faults, language):
    fill_site()
    fill_language(language)
    kinds = kinds_of_page(language)
    assert {name_of(path) for path, status in kinds.items() if status != 404} == url_names() - FILES
    assert faults(kinds) == {}


def test_axe_finds_nothing_on_the_page_for_faults(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    html = render_to_string("500.html")
    page.route("**/fault", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{live_server.url}/fault")
    assert list(violations(page)) == []
