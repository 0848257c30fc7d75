"""The article form as an editor at work meets it: links, what stays in sight, what is not lost on the way out."""

import pytest

from tests.browser.desk import button, editor, messages, open_article, sign_in
from tests.makers import make_author, make_draft


@pytest.fixture
def open_draft(page, live_server):
    def open_draft(body="<p>See the report</p>"):
        sign_in(page, live_server)
        draft = make_draft(body=body)
        open_article(page, live_server, draft)
        editor(page).click()
        return draft

    return open_draft


def saved_body(page, draft):
    button(page, "Save").click()
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    return draft.body


def ask_for_link(page):
    """When the editor has heard of the selection: the browser tells it a moment later."""
    page.locator(".prose-menubar button[data-name=link]:not(.disabled)").wait_for()
    page.wait_for_timeout(100)
    page.keyboard.press("Control+k")


def select_last_word(page):
    """As a hand would: again, where the editor has heard of the first key only."""
    for _ in range(5):
        page.keyboard.press("Control+End")
        page.wait_for_timeout(50)
        page.keyboard.press("Control+Shift+ArrowLeft")
        page.wait_for_timeout(100)
        if page.locator(".prose-menubar button[data-name=link]:not(.disabled)").count():
            return


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.example.com/page", "https://www.example.com/page"),
        ("name@example.org", "mailto:name@example.org"),
        (" https://example.org/a b?c=d#e ", "https://example.org/a%20b?c=d#e"),
        ("/about", "/about"),
        ("example.org:8080/x", "https://example.org:8080/x"),
    ],
)
def test_a_link_gets_the_address_that_was_meant(page, open_draft, typed, address):
    draft = open_draft()
    select_last_word(page)
    ask_for_link(page)
    dialog = page.get_by_role("dialog", name="Link", exact=True)
    dialog.get_by_label("Address").fill(typed)
    assert dialog.get_by_label("Title").count() == 0
    button(dialog, "Insert").click()
    page.keyboard.type(" More.")
    assert saved_body(page, draft) == f'<p>See the <a href="{address}">report</a> More.</p>'


@pytest.mark.parametrize(
    "typed", ["", "report", "javascript:alert(1)", "http://", "//example.org/", "two words.org"]
)
def test_what_is_no_address_is_refused_in_the_dialog(page, open_draft, typed):
    draft = open_draft()
    select_last_word(page)
    ask_for_link(page)
    dialog = page.get_by_role("dialog", name="Link", exact=True)
    dialog.get_by_label("Address").fill(typed)
    dialog.get_by_label("Address").press("Enter")
    assert "This is no address" in dialog.get_by_role("alert").inner_text()
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert saved_body(page, draft) == "<p>See the report</p>"


def test_a_link_is_changed_and_the_caret_stands_after_it(page, open_draft):
    draft = open_draft('<p>See <a href="https://example.org/">the report</a></p>')
    page.keyboard.press("Control+Home")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    ask_for_link(page)
    address = page.get_by_role("dialog", name="Link", exact=True).get_by_label("Address")
    assert address.input_value() == "https://example.org/"
    address.fill("example.com")
    button(page, "Update").click()
    page.keyboard.type(" now.")
    assert saved_body(page, draft) == '<p>See <a href="https://example.com">the report</a> now.</p>'


def test_a_note_changed_is_not_left_selected(page, open_draft):
    draft = open_draft('<p>Ports<span class="footnote">One</span></p>')
    page.get_by_role("button", name="Note 1: One").click()
    page.locator("dialog .ProseMirror-focused").wait_for()
    page.keyboard.type(" more")
    button(page, "Done").click()
    page.keyboard.type(" after")
    assert saved_body(page, draft) == '<p>Ports<span class="footnote">One more</span> after</p>'


def test_escape_closes_the_note_and_keeps_it(page, open_draft):
    draft = open_draft('<p>Ports<span class="footnote">One</span></p>')
    page.get_by_role("button", name="Note 1: One").click()
    page.locator("dialog .ProseMirror-focused").wait_for()
    page.keyboard.type(" more")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert draft.body in page.locator("textarea[name=body]").input_value()


CARET = """() => {
    const { focusNode } = getSelection()
    return (focusNode.nodeType === 1 ? focusNode : focusNode.parentElement).getBoundingClientRect().toJSON()
}"""


def test_toolbar_and_caret_stay_in_sight_in_a_long_text(page, open_draft):
    open_draft("<p>Paragraph.</p>" * 80)
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    toolbar = page.get_by_role("toolbar").bounding_box()
    buttons = page.locator(".desk-buttons").bounding_box()
    caret = page.evaluate(CARET)
    assert 0 <= toolbar["y"] < 2
    assert toolbar["y"] + toolbar["height"] < caret["top"]
    assert caret["bottom"] <= buttons["y"]
    for _ in range(60):
        page.keyboard.press("ArrowUp")
    caret = page.evaluate(CARET)
    toolbar = page.get_by_role("toolbar").bounding_box()
    assert toolbar["y"] + toolbar["height"] <= caret["top"]


def test_suggestions_are_not_cut_off(page, open_draft):
    for number in range(6):
        make_author(f"Zoë Ünal {number}")
    open_draft()
    button(page, "Add an author").click()
    name = page.locator("[data-pick]").last
    name.fill("zoe")
    last = page.locator(".desk-suggestions [role=option]").last
    last.wait_for()
    name.evaluate("(input) => scrollTo(0, scrollY + input.getBoundingClientRect().top - 100)")
    box = last.bounding_box()
    on_top = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('[role=option]')?.textContent",
        [box["x"] + 20, box["y"] + box["height"] / 2],
    )
    assert "Zoë" in on_top


@pytest.mark.parametrize("change", ["title", "text", "author", "topic"])
def test_leaving_with_unsaved_words_is_asked_about(page, live_server, open_draft, change):
    open_draft()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    if change == "title":
        page.get_by_label("Title:").fill("Another")
    elif change == "text":
        page.keyboard.type("Words")
    elif change == "author":
        page.get_by_role("button", name="Remove", exact=True).first.click()
    else:
        page.get_by_role("combobox", name="Topics").fill("Half a na")
    page.goto(f"{live_server.url}/admin/")
    assert asked == ["beforeunload"]


def test_nothing_is_asked_where_nothing_is_lost(page, live_server, open_draft):
    draft = open_draft()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.keyboard.type("Words ")
    assert "Words" in saved_body(page, draft)
    editor(page).click()
    page.goto(f"{live_server.url}/admin/")
    assert asked == []


def test_fields_have_room_for_their_words(page, open_draft):
    open_draft()
    title = page.get_by_label("Title:")
    one_line = title.bounding_box()["height"]
    title.fill("A long title about ports, sea lanes and the institutions that watch over them " * 2)
    assert title.bounding_box()["height"] > one_line
    assert page.get_by_label("Role").first.bounding_box()["width"] > 250
