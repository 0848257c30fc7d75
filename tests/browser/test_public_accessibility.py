"""axe on every public page, light and dark, narrow and wide; no page scrolls sideways, down to 320 px."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.template.loader import render_to_string

from articles.views import lists
from tests.public_site import EMPTY, all_pages, fill_site

# target-size is WCAG 2.2 AA; axe leaves it out unless asked.
OPTIONS = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]
RUN = f"axe.run(document, {json.dumps(OPTIONS)}).then(found => found.violations)"


@pytest.fixture(autouse=True)
def _short_lists(monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)


@pytest.fixture
def visit(open_page, live_server):
    """Go to each address in turn, in one page; yields the address when it has answered with its status."""
    page = open_page(reduced_motion="reduce")  # else axe meets colours half-way from light to dark

    def visit(paths):
        for path, status in paths.items():
            assert page.goto(f"{live_server.url}{path}").status == status, path
            yield path, page
        # A 404, 410 or 400 is what some pages are asked for, and the console says so of each.
        open_page.complaints[:] = [
            text for text in open_page.complaints if "the server responded" not in text
        ]

    return visit


def violations(page):
    """What axe finds on the page as it stands, in each look."""
    page.evaluate(AXE_SCRIPT)
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        for found in page.evaluate(RUN):
            for node in found["nodes"]:
                yield f"{scheme} {width} {found['id']} {node['target']} {node['failureSummary']}"


def test_axe_finds_nothing_on_any_page(visit):
    empty = {path: list(violations(page)) for path, page in visit(dict.fromkeys(EMPTY, 200))}
    fill_site()
    full = {path: list(violations(page)) for path, page in visit(all_pages())}
    assert {path: found for path, found in empty.items() if found} == {}
    assert {path: found for path, found in full.items() if found} == {}


def test_axe_finds_nothing_on_the_page_for_faults(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    html = render_to_string("500.html")
    page.route("**/fault", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{live_server.url}/fault")
    assert list(violations(page)) == []


def test_no_page_scrolls_sideways(visit):
    fill_site()
    wide = []
    for path, page in visit(all_pages()):
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.scrollingElement.scrollWidth") > width:
                wide.append((path, width))
    assert wide == []
