"""Reading without a mouse."""

import time

import pytest

from tests.public_site import fill_site

FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    name: element.outerHTML.slice(0, 120),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
  };
}"""


@pytest.fixture
def article(open_page, live_server):
    """The page of an article with notes, a table and an outline, on a phone."""
    fill_site()
    page = open_page(width=320, height=640, reduced_motion="reduce")
    page.goto(f"{live_server.url}/articles/slow-harbours/")
    return page


def test_the_first_stop_skips_to_the_content(article):
    article.keyboard.press("Tab")
    link = article.locator(":focus")
    assert link.inner_text() == "Skip to content"
    assert article.evaluate(FOCUSED)["seen"]
    article.keyboard.press("Enter")
    assert article.evaluate("document.activeElement.tagName") == "MAIN"
    article.keyboard.press("Tab")
    assert article.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_is_seen_and_marked(article):
    stops = []
    while True:
        article.keyboard.press("Tab")
        if article.evaluate("document.activeElement === document.body"):
            break
        stops.append(article.evaluate(FOCUSED))
        assert len(stops) < 200
    assert [stop for stop in stops if stop["outline"] < 2 or not stop["seen"]] == []
    reachable = article.locator("a[href], button:not([hidden]), [tabindex='0']").count()
    assert len(stops) == reachable > 30


def test_to_a_note_and_back(article):
    article.locator("#r2").focus()
    article.keyboard.press("Enter")
    note = article.locator("#n2")
    assert article.evaluate("location.hash") == "#n2"
    assert note.evaluate("note => note.matches(':target')")
    article.keyboard.press("Tab")
    back = article.locator(":focus")
    assert back.get_attribute("aria-label") == "Back to reference 2"
    assert note.locator(":focus").count() == 1
    article.keyboard.press("Enter")
    assert article.evaluate("document.activeElement.id") == "r2"
    assert article.evaluate(FOCUSED)["seen"]


def test_to_the_note_on_an_author_and_back(article):
    article.locator("#author_mark_2").focus()
    article.keyboard.press("Enter")
    assert article.evaluate("location.hash") == "#author_note_2"
    article.keyboard.press("Tab")
    assert article.locator("#author_note_2 :focus").count() == 1
    article.keyboard.press("Enter")
    assert article.evaluate("document.activeElement.id") == "author_mark_2"


def test_a_wide_table_scrolls_by_keyboard_inside_the_page(article):
    region = article.locator(".table-scroll")
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    region.focus()
    article.keyboard.press("ArrowRight")
    # Not wait_for_function: it evaluates a string, which the page's policy refuses.
    deadline = time.monotonic() + 5
    while not (moved := region.evaluate("region => region.scrollLeft")) and time.monotonic() < deadline:
        article.wait_for_timeout(20)
    assert moved > 0
    assert article.evaluate("document.scrollingElement.scrollLeft") == 0
