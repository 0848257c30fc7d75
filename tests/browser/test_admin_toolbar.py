"""The editor's buttons and keys: what each does, by hand and by keyboard; the text alone on the screen; its language."""

import pytest

from articles.admin.editor import count
from articles.text import clean
from tests.browser.desk import button, editor, messages, open_article, sign_in, until
from tests.makers import make_draft


@pytest.fixture
def open_draft(page, live_server):
    sign_in(page, live_server)

    def open_draft(body="<p>One two</p>", **fields):
        draft = make_draft(body=body, **fields)
        open_article(page, live_server, draft)
        editor(page).click()
        page.locator("[role=toolbar]").wait_for()
        return draft

    return open_draft


def written(page):
    return clean(page.locator("textarea[name=body]").input_value())


def focused(page):
    return page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.role")


def pull(words):
    return f'<blockquote class="pull"><p>{words}</p></blockquote>'


# The button, the key it names, what it makes of <p>One two</p> with all of it selected.
TOGGLES = {
    "Paragraph": ("Control+Alt+0", "<p>One two</p>"),
    "Heading": ("Control+Alt+2", "<h2>One two</h2>"),
    "Subheading": ("Control+Alt+3", "<h3>One two</h3>"),
    "List with bullets": ("Control+Shift+8", "<ul><li>One two</li></ul>"),
    "Numbered list": ("Control+Shift+7", "<ol><li>One two</li></ol>"),
    "Quotation": ("Control+Shift+B", "<blockquote><p>One two</p></blockquote>"),
    "Pull quote": ("Control+Shift+9", pull("One two")),
    "Bold": ("Control+B", "<p><strong>One two</strong></p>"),
    "Italic": ("Control+I", "<p><em>One two</em></p>"),
    "Subscript": ("Control+,", "<p><sub>One two</sub></p>"),
    "Superscript": ("Control+.", "<p><sup>One two</sup></p>"),
    "Code": ("Control+E", "<p><code>One two</code></p>"),
}


def named(name, key):
    return f"{name} ({key.replace('Control', 'Ctrl')})"


def test_each_button_and_its_key_do_the_same(page, open_draft):
    open_draft()
    for name, (key, expected) in TOGGLES.items():
        toggle = button(page, named(name, key))
        for act in (toggle.click, lambda key=key: page.keyboard.press(key)):
            page.keyboard.press("Control+a")
            page.wait_for_timeout(60)
            act()
            assert written(page) == expected, name
            assert toggle.get_attribute("aria-pressed") == "true", name
            page.keyboard.press("Control+Shift+Space")
            assert written(page) == "<p>One two</p>", name


def test_undo_redo_clear_and_break(page, open_draft):
    open_draft("<p>One</p>")
    undo, redo = button(page, "Undo (Ctrl+Z)"), button(page, "Redo (Ctrl+Shift+Z)")
    assert (undo.get_attribute("aria-disabled"), redo.get_attribute("aria-disabled")) == ("true", "true")
    page.keyboard.press("Control+End")
    button(page, "Break between parts").click()
    page.keyboard.type("Two")
    assert written(page) == "<p>One</p><hr><p>Two</p>"
    undo.click()
    assert written(page) == "<p>One</p>"
    redo.click()
    assert written(page) == "<p>One</p><hr><p>Two</p>"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+Shift+z")
    assert written(page) == "<p>One</p><hr><p>Two</p>"


def test_clearing_keeps_links_notes_and_languages(page, open_draft):
    meant = '<a href="/x/">a</a><span class="footnote">b</span> <span lang="tr">c</span>'
    open_draft(f"<ul><li><strong>{meant}</strong></li><li><em>d</em></li></ul>")
    page.keyboard.press("Control+a")
    page.wait_for_timeout(60)
    button(page, "Clear formatting (Ctrl+Shift+Space)").click()
    assert written(page) == f"<p>{meant}</p><p>d</p>"


def test_a_pull_quote_and_a_heading_stand_at_the_top_only(page, open_draft):
    open_draft("<ul><li>One</li></ul>")
    assert button(page, "Pull quote (Ctrl+Shift+9)").get_attribute("aria-disabled") == "true"
    page.keyboard.press("Control+Alt+2")
    assert written(page) == "<h2>One</h2>"
    page.keyboard.press("Control+Alt+0")
    page.keyboard.press("Control+Shift+B")
    page.keyboard.press("Control+Shift+9")
    assert written(page) == pull("One")
    page.keyboard.press("Control+Shift+9")
    assert written(page) == "<p>One</p>"


def test_a_table_is_made_and_gets_a_caption_with_a_note(page, open_draft):
    draft = open_draft("<p>One</p>")
    page.keyboard.press("Control+End")
    page.wait_for_timeout(100)
    button(page, "Insert a table").click()
    dialog = page.get_by_role("dialog", name="Insert a table")
    dialog.get_by_label("Rows").fill("0")
    button(dialog, "Insert").click()
    assert "from 1 to 100" in dialog.get_by_role("alert").inner_text()
    dialog.get_by_label("Rows").fill("2")
    dialog.get_by_label("Columns").fill("2")
    dialog.get_by_label("Columns").press("Enter")
    editor(page).locator("td").first.wait_for()
    assert button(page, "Heading (Ctrl+Alt+2)").get_attribute("aria-disabled") == "true"
    page.keyboard.type("Port")
    page.keyboard.press("Tab")
    page.keyboard.type("Year")
    button(page, "Caption of the table").click()
    page.locator("dialog .ProseMirror-focused").wait_for()
    page.keyboard.type("Ports")
    page.keyboard.press("Control+Alt+f")
    page.locator("dialog dialog .ProseMirror-focused").wait_for()
    page.keyboard.type("Source")
    button(page.locator("dialog dialog"), "Done").click()
    button(page.locator("dialog"), "Done").click()
    button(page, "Save").click()
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    assert draft.body == (
        '<p>One</p><table><caption>Ports<span class="footnote">Source</span></caption><thead><tr><th>Port</th>'
        "<th>Year</th></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table>"
    )


def test_the_toolbar_by_keyboard(page, open_draft):
    open_draft()
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+F10")
    assert focused(page) == "Heading (Ctrl+Alt+2)"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "Subheading (Ctrl+Alt+3)"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "All keys (Alt+0)"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    assert focused(page) == "All keys (Alt+0)"
    page.keyboard.press("Escape")
    assert focused(page) == "textbox"
    page.keyboard.press("Shift+Tab")  # back to the same stop, the only one
    assert focused(page) == "All keys (Alt+0)"
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert focused(page) == "textbox"
    assert written(page) == "<h2>One two</h2>"


def test_all_keys_are_listed(page, open_draft):
    open_draft()
    page.keyboard.press("Alt+0")
    keys = page.get_by_role("dialog", name="Keys")
    for name, (key, _made) in TOGGLES.items():
        printed = key.replace("Control", "Ctrl")
        assert keys.get_by_role("row", name=f"{name} {printed}", exact=True).count() == 1, name
    assert keys.get_by_role("row", name="Save Ctrl+S").count() == 1
    page.keyboard.press("Escape")
    keys.wait_for(state="detached")
    assert focused(page) == "textbox"


def test_full_screen(page, open_draft):
    draft = open_draft("<p>Paragraph.</p>" * 60)
    page.keyboard.press("Control+End")
    page.wait_for_timeout(100)  # until the editor has heard of it
    page.keyboard.press("Control+Shift+f")
    until(page, "document.querySelector('.prose-editor').getBoundingClientRect().width === innerWidth")
    page.keyboard.type(" More")
    caret, save = page.evaluate(CARET), button(page, "Save").bounding_box()
    assert 0 < caret["top"] < caret["bottom"] <= save["y"]
    assert page.evaluate("document.querySelector('[name=title]').closest('[inert]') !== null")
    page.keyboard.press("Alt+F10")
    page.keyboard.press("Escape")
    assert focused(page) == "textbox"  # from the buttons to the text first
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('.is-full, [inert]')")
    assert focused(page) == "textbox"
    button(page, "Full screen (Ctrl+Shift+F)").click()
    page.locator(".is-full").wait_for()
    page.keyboard.press("Control+s")
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    assert draft.body.endswith("<p>Paragraph. More</p>")


CARET = "getSelection().focusNode.parentElement.getBoundingClientRect().toJSON()"

COUNTED = [
    "",
    "<p>One</p>",
    "<p>Two words – and “three” more…not (counting) 5% of well-known's ... --- it</p><p>한국의 항구 日本語 かな</p>",
    '<p>Ports<span class="footnote">A note, <em>one</em></span> are<br>slow</p><h2>Head</h2><ul><li>a<ol><li>b</li></ol></li></ul>',
    '<table><caption>Cap<span class="footnote">n</span></caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b c</td></tr></tbody></table>',
    f"<p>Nobody hurries a Harbour. Ports wait.</p>{pull('“nobody hurries … ports wait”')}{pull('Other words')}",
    "<p>" + "word " * 575 + "</p>",
]


def test_words_are_counted_as_on_the_server(page, open_draft):
    for body in COUNTED:
        draft = open_draft(body)
        line = page.locator("[data-count]")
        assert line.inner_text() == count(draft.body, "en")
    page.keyboard.press("Control+End")
    page.keyboard.type(" and more")
    line.get_by_text("577 words · 3 minutes to read · 0 notes").wait_for()
    page.get_by_label("Language:").select_option("tr")
    assert "577 words · 3 minutes" in line.inner_text()
    page.get_by_label("Language:").select_option("ja")
    assert "577 words · 2 minutes" in line.inner_text()


def test_the_text_runs_and_is_spelt_as_its_language_says(page, open_draft):
    open_draft("<p>א ב</p><ul><li>a</li></ul>", language="tr")
    fields = (page.get_by_label("Title:"), page.get_by_label("Standfirst"), editor(page))
    for language, lang, direction in ((None, "tr", "ltr"), ("ar", "ar", "rtl"), ("en", "en", "ltr")):
        if language:
            page.get_by_label("Language:").select_option(language)
        for field in fields:
            said = [field.get_attribute(name) for name in ("lang", "dir", "spellcheck")]
            assert said == [lang, direction, "true"]
        bullet = editor(page).locator("li").evaluate("item => getComputedStyle(item).direction")
        assert bullet == direction
    page.get_by_label("Language:").select_option("fa")
    editor(page).click()
    page.keyboard.press("Control+Alt+f")
    note = page.locator("dialog [role=textbox]")
    note.wait_for()
    assert [note.get_attribute(name) for name in ("lang", "dir", "spellcheck")] == ["fa", "rtl", "true"]


def test_on_a_phone_every_button_can_be_reached_and_hit(page, open_draft):
    page.set_viewport_size({"width": 390, "height": 800})
    open_draft("<p>Paragraph.</p>" * 60)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Control+End")
    toolbar = page.get_by_role("toolbar")
    assert toolbar.bounding_box()["y"] < 2
    assert toolbar.bounding_box()["height"] < 60
    page.keyboard.press("Alt+F10")
    for each in toolbar.get_by_role("button").all():
        box = each.bounding_box()
        assert min(box["width"], box["height"]) >= 24, each.get_attribute("aria-label")
    page.keyboard.press("End")
    box = button(page, "All keys (Alt+0)").bounding_box()
    assert 0 <= box["x"] < box["x"] + box["width"] <= 390


def test_notes_are_numbered_cut_and_moved(page, open_draft):
    draft = open_draft(
        '<p>One<span class="footnote">First</span> two<span class="footnote">Second</span></p>'
    )
    page.keyboard.press("Control+End")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Control+x")
    page.keyboard.press("Home")
    page.wait_for_timeout(100)
    page.keyboard.press("Control+v")
    page.get_by_role("button", name="Note 1: Second").wait_for()
    page.get_by_role("button", name="Note 2: First").wait_for()
    page.keyboard.press("Control+s")
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    assert (
        draft.body == '<p><span class="footnote">Second</span>One<span class="footnote">First</span> two</p>'
    )
