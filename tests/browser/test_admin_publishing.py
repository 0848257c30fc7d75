"""The questions before publishing, by keyboard: a time the clocks double, an article in another's place, the panel."""

import pytest

from tests.browser.desk import button, messages, open_article, sign_in
from tests.makers import make_approved_article, make_draft, make_live_article, utc


@pytest.fixture
def in_berlin(settings):
    settings.TIME_ZONE = "Europe/Berlin"


def test_a_time_is_told_in_utc_as_it_is_typed_and_a_doubled_one_chosen(in_berlin, page, live_server):
    draft = make_approved_article()
    sign_in(page, live_server)
    open_article(page, live_server, draft, "schedule")
    echo = page.locator("[data-echo]")
    for typed, said in {
        "2037-07-03T09:00": "That is 07:00 UTC.",
        "2037-12-03T09:00": "That is 08:00 UTC.",
        "2037-07-03T01:00": "That is 2 July, 23:00 UTC.",
        "2037-10-25T02:30": "",
        "2037-03-29T02:30": "",
    }.items():
        page.get_by_label("Date and time").fill(typed)
        assert echo.inner_text() == said
    page.get_by_label("Date and time").fill("2037-10-25T02:30")
    button(page, "Schedule").click()
    assert "comes twice" in page.locator(".errorlist").inner_text()
    page.get_by_role("radio", name="02:30 by clocks at UTC+01:00, 01:30 UTC").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.locator(".messagelist").wait_for()
    assert "(01:30 UTC)" in messages(page)
    assert draft.versions.get().published_at == utc(2037, 10, 25, 1, 30)


def test_an_article_in_the_place_of_another_is_picked_by_keyboard(page, live_server):
    article, other = make_live_article(), make_live_article("Quick harbours")
    sign_in(page, live_server)
    open_article(page, live_server, article, "withdraw")
    page.get_by_label("Reason").fill("The figures did not hold.")
    page.get_by_role("radio", name="At the author’s request").check()
    page.get_by_role("combobox", name="Article that takes its place").press_sequentially("quick")
    page.get_by_role("option", name="Quick harbours").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.get_by_label("Article that takes its place").input_value() == other.get_absolute_url()
    assert page.locator(".desk-chosen").inner_text() == "Quick harbours"
    button(page, "Withdraw").click()
    assert "They are led on to “Quick harbours”." in messages(page)


def test_the_panel_stands_beside_the_form_or_is_led_to_and_leads_to_its_field(open_page, live_server):
    draft = make_draft(standfirst="s" * 200)
    page = open_page()
    sign_in(page, live_server)
    open_article(page, live_server, draft)
    panel, title = page.locator(".desk-readiness"), page.locator("#id_title")
    assert not page.locator(".desk-to-the-panel").is_visible()
    assert panel.bounding_box()["x"] > title.bounding_box()["x"] + title.bounding_box()["width"]
    panel.get_by_role("link", name="The standfirst has 200 characters").press("Enter")
    assert page.url.endswith("#id_standfirst")
    page.set_viewport_size({"width": 390, "height": 900})
    page.get_by_role("link", name="1 thing is worth a look").press("Enter")
    assert 0 < panel.bounding_box()["y"] < 700
