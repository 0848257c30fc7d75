"""The switch between light and dark and the outline's current section: comforts of a page that is whole without them."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.makers import make_live_article

SCRIPT = Path(__file__).resolve().parents[2] / "static" / "js" / "site.js"
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
SECTIONS = "".join(f"<h2>Section {n}</h2>" + "<p>Ports are slow institutions.</p>" * 25 for n in (1, 2, 3))


@pytest.fixture
def address(transactional_db, live_server):
    make_live_article(body=SECTIONS)
    return f"{live_server.url}/articles/slow-harbours/"


def switch(page):
    return page.get_by_role("button", name="Dark colours")


def test_the_script_is_small():
    assert len(SCRIPT.read_bytes()) < 3_000


@pytest.mark.parametrize("width", [390, 1280])
def test_the_switch_turns_the_colours_and_is_remembered_without_a_cookie(open_page, address, width):
    page = open_page(width=width, color_scheme="light")
    page.goto(address)
    light = page.evaluate(PAPER)
    assert switch(page).get_attribute("aria-pressed") == "false"
    switch(page).press("Enter")
    dark = page.evaluate(PAPER)
    assert dark != light
    assert switch(page).get_attribute("aria-pressed") == "true"
    page.reload()
    assert page.evaluate(PAPER) == dark
    assert page.context.cookies() == []
    switch(page).click()
    page.reload()
    assert page.evaluate(PAPER) == light
    # Nothing is kept now: the page follows the system again.
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAPER) == dark
    # The script hears of it a moment after the stylesheet.
    expect(switch(page)).to_have_attribute("aria-pressed", "true")


def test_without_the_script_there_is_no_switch_and_all_of_the_page(open_page, address):
    page = open_page(java_script_enabled=False, color_scheme="dark")
    page.goto(address)
    assert switch(page).count() == 0
    assert page.get_by_role("navigation", name="In this piece").get_by_role("link").count() == 3


def test_the_outline_marks_the_section_being_read(open_page, address):
    page = open_page(reduced_motion="reduce")
    page.goto(address)
    current = page.locator(".outline [aria-current]")
    assert current.count() == 0 or current.inner_text() == "Section 1"
    for name in ("Section 2", "Section 3", "Section 2"):
        page.get_by_role("heading", name=name).evaluate("heading => heading.scrollIntoView()")
        page.wait_for_function(
            "name => document.querySelector('.outline [aria-current]')?.textContent === name", arg=name
        )
    assert current.count() == 1
