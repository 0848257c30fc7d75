"""What only a browser shows of previews and history: the frame, its colours, the copied address, the keyboard."""

import pytest

from articles.workflow import COMMAND_LINE, make_preview
from tests.browser.desk import button, open_article, sign_in
from tests.makers import make_change, make_draft

LINKED = "<p>Ports are <a href='https://example.org/'>slow</a><span class='footnote'>A note.</span>.</p>"


@pytest.fixture
def draft(transactional_db):
    return make_draft("Slow harbours", body=LINKED)


def framed(page):
    return page.frame_locator("[data-frame] iframe")


def background(page):
    return framed(page).locator("html").evaluate("node => getComputedStyle(node).backgroundColor")


def test_the_frame_is_as_wide_as_a_phone_or_a_desk(page, live_server, draft):
    sign_in(page, live_server)
    open_article(page, live_server, draft)
    page.get_by_role("link", name="Preview", exact=True).click()
    heading = framed(page).get_by_role("heading", level=1)
    assert heading.inner_text() == "Slow harbours"
    assert framed(page).locator("html").evaluate("() => innerWidth") == 1280
    assert (
        page.locator("iframe").bounding_box()["width"] <= 1280 - 200
    )  # shown smaller, beside the desk's list
    page.get_by_role("link", name="Phone").click()
    assert framed(page).locator("html").evaluate("() => innerWidth") == 390
    assert page.locator("iframe").bounding_box()["width"] == 390


def test_what_is_followed_in_the_frame_opens_beside_it(page, live_server, draft):
    sign_in(page, live_server)
    open_article(page, live_server, draft, "preview")
    framed(page).locator(".noteref a").click()
    assert page.frames[1].url.endswith("#n1")
    with page.context.expect_page() as opened:
        framed(page).get_by_role("link", name="Topics").first.press("Enter")
    assert opened.value.url == f"{live_server.url}/topics/"
    assert "/preview/page/" in page.frames[1].url


def test_the_frame_takes_the_colours_of_the_desk(open_page, live_server, draft):
    page = open_page(color_scheme="dark")
    sign_in(page, live_server)
    open_article(page, live_server, draft, "preview")
    page.evaluate("localStorage.setItem('theme', 'auto')")
    page.reload()
    framed(page).get_by_role("heading", level=1).wait_for()
    assert background(page) == "rgb(20, 23, 24)"


def test_the_address_of_a_link_is_copied_and_read_without_an_account(open_page, live_server, draft, settings):
    settings.SITE_URL = live_server.url
    link = make_preview(draft, by=COMMAND_LINE, purpose="for Dr. Arslan’s approval")
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    sign_in(page, live_server)
    open_article(page, live_server, draft, "previews")
    button(page, "Copy").press("Enter")
    button(page, "Copied").wait_for()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{live_server.url}/preview/{link.token}/"
    reader = open_page(width=390)
    reader.goto(address)
    assert "Preview, for Dr. Arslan’s approval." in reader.locator(".preview-strip").inner_text()
    link.refresh_from_db()
    assert link.views == 1


def test_two_texts_are_chosen_and_compared_by_keyboard(page, live_server, draft):
    make_change(make_change(draft, title="Second"), title="Third")
    sign_in(page, live_server)
    open_article(page, live_server, draft, "history")
    page.get_by_label("Compare to revision 3").focus()
    page.get_by_label("Compare from revision 2").focus()
    page.keyboard.press("ArrowDown")
    button(page, "Compare the two").press("Enter")
    assert page.url.endswith("?to=3&from=1")
    page.get_by_role("link", name="Side by side").press("Enter")
    assert page.locator(".desk-comparison.is-side").is_visible()
    page.get_by_role("link", name="Put this text back…").press("Enter")
    button(page, "Put this text back").press("Enter")
    assert page.get_by_label("Title:").input_value() == "Slow harbours"
