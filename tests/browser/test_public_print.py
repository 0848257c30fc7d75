"""An article on paper: the text, its record and where this very version stands; nothing to click."""

import pytest

from tests.public_site import fill_site

ADDRESS = "http://127.0.0.1:8000/articles/slow-harbours/v/3/"
PRINTED = [
    *("Slow harbours", "Leyla Arslan", "Analysis", "1 March 2024", "A harbour learns slowly", "Lower quay"),
    *("Dr. Leyla Arslan studies ports.", "the author’s view alone", "A second note.", "dates from 1912"),
    *(f"Version 3 of this text stands at {ADDRESS}", "SHA-256 of the words as printed"),
]


@pytest.fixture
def paper(open_page, live_server):
    fill_site()
    page = open_page(color_scheme="dark", reduced_motion="reduce")
    page.goto(f"{live_server.url}/articles/slow-harbours/")
    assert not page.get_by_text(ADDRESS).last.is_visible()
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    return page


def test_no_navigation_on_paper(paper):
    assert paper.locator("nav, .skip-link, .footer, .backlink").count() > 5
    for part in paper.locator("nav, .skip-link, .footer, .backlink").all():
        assert not part.is_visible(), part.evaluate("part => part.outerHTML")


def test_the_text_its_record_and_its_address_are_on_paper(paper):
    text = paper.locator("body").inner_text()
    missing = [words for words in PRINTED if words not in text]
    assert missing == []


def test_paper_is_white_and_ink_is_black_for_readers_in_the_dark_too(paper):
    colours = "style => { const s = getComputedStyle(document.documentElement); return [s.backgroundColor, s.color] }"
    assert paper.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert paper.pdf().startswith(b"%PDF")
