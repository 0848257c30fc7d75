"""Pasting into the article's text, as Word, Google Docs and plain editors fill the clipboard."""

from pathlib import Path

import pytest

from articles.text import clean
from tests.browser.desk import button, editor, messages, open_article, paste, sign_in, until
from tests.makers import make_draft

WORD = Path(__file__).resolve().parents[2].parent / "shared" / "samples" / "word-clipboard-sample.html"
GOOGLE_DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0f1">
<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">Ports</span></h1>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:400">Plain </span><span style="font-weight:700">bold</span>
<span style="font-weight:400;font-style:italic">italic</span> <a href="https://example.org/" style="text-decoration:none">
<span style="color:#15c">source</span></a> <a href="javascript:window.ran=1"><span>trap</span></a></p>
<ul style="margin:0"><li dir="ltr" style="list-style-type:disc"><p dir="ltr"><span style="font-weight:400">One</span></p></li>
<ul><li dir="ltr" style="list-style-type:circle"><p dir="ltr"><span style="font-weight:400">Under</span></p></li></ul></ul>
<table style="border:none"><tbody><tr><td style="border:solid"><p dir="ltr"><span>Izmir</span></p></td></tr></tbody></table>
<p><img src="https://example.org/a.png" style="width:5px" onerror="window.ran=1"></p></b>"""


@pytest.fixture
def draft(page, live_server):
    sign_in(page, live_server)
    draft = make_draft(body="<p>Start.</p>")
    open_article(page, live_server, draft)
    editor(page).click()
    page.keyboard.press("Control+End")
    return draft


def saved_body(page, draft):
    button(page, "Save").click()
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    return draft.body


def said(page):
    return page.locator("#id_body .desk-said")


KEPT_OF_WORD = (
    "<p>Start.</p>"
    "<h2>Maritime Security and Energy Resilience</h2>"
    "<p>Turkey and <strong>South Korea</strong> depend on <em>sea lines</em> of communication."
    '<span class="footnote">Kim, <em>Sea Lines</em> (2024), p. 4.</span>'
    ' See <a href="https://example.org/report">the report</a>.</p>'
    "<ul><li>First bullet<ul><li>Nested bullet</li></ul></li><li>Second bullet</li></ul>"
    "<ol><li>Numbered one</li><li>Numbered two</li></ol>"
    '<blockquote><p><em>"A quote paragraph."</em></p></blockquote>'
    "<table><tbody><tr><td><strong>Country</strong></td><td><strong>Units</strong></td></tr>"
    "<tr><td>Türkiye 한국</td><td>85</td></tr></tbody></table>"
    "<p>bad link End.</p>"
)


def test_word(page, draft):
    """Headings, nested lists, quotes, tables, links and notes; no style, no script, no picture of Word's."""
    if not WORD.exists():
        pytest.skip("the clipboard sample lies beside the repository, and is not there")
    page.keyboard.press("Enter")
    paste(page, WORD.read_text())
    editor(page).get_by_role("heading", name="Maritime Security and Energy Resilience").wait_for()
    assert said(page).inner_text() == "1 image was left out: images cannot be pasted."
    assert page.get_by_role("button", name="Note 1: Kim, Sea Lines (2024), p. 4.").is_visible()
    page.keyboard.type(" End.")
    assert saved_body(page, draft) == KEPT_OF_WORD


def written(page):
    return page.locator("textarea[name=body]").input_value()


TWO = "<p>One <b>b</b></p><p>Two</p>"
TABLE = "<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
# What was there, what is pasted after its fifth letter (text where no HTML), what comes of it with "^" typed then.
INTO = {
    "a sentence": ("<p>Start end</p>", "<i>x</i>", "<p>Start<em>x^</em> end</p>"),
    "a paragraph": ("<p>Start end</p>", TWO, "<p>StartOne <strong>b</strong></p><p>Two^ end</p>"),
    "a paragraph, from a heading on": (
        "<p>Start end</p>",
        "<h2>Head</h2><p>Two</p>",
        "<p>Start</p><h2>Head</h2><p>Two^ end</p>",
    ),
    "a paragraph, up to a list": (
        "<p>Start end</p>",
        "<p>x</p><ul><li>a</li><li>b</li></ul>",
        "<p>Startx</p><ul><li>a</li><li>b</li></ul><p>^ end</p>",
    ),
    "a paragraph, a table": ("<p>Start end</p>", TABLE, f"<p>Start</p>{TABLE}<p>^ end</p>"),
    "the end, a table": ("<p>Start</p>", TABLE, f"<p>Start</p>{TABLE}<p>^</p>"),
    "a list": (
        "<ul><li>Start end</li><li>z</li></ul>",
        "<ul><li>a</li><li>b</li></ul>",
        "<ul><li>Starta</li><li>b^ end</li><li>z</li></ul>",
    ),
    "a list, a heading": (
        "<ul><li>Start end</li></ul>",
        "<h2>Head</h2><p>x</p>",
        "<ul><li><p>StartHead</p><p>x^ end</p></li></ul>",
    ),
    "a quotation": (
        "<blockquote><p>Start end</p></blockquote>",
        TWO,
        "<blockquote><p>StartOne <strong>b</strong></p><p>Two^ end</p></blockquote>",
    ),
    "a cell": (
        "<table><tbody><tr><td>Start end</td></tr></tbody></table>",
        TWO,
        "<table><tbody><tr><td><p>StartOne <strong>b</strong></p><p>Two^ end</p></td></tr></tbody></table>",
    ),
    "cells, cells": (
        "<table><tbody><tr><td>Start</td><td>z</td></tr></tbody></table>",
        TABLE,
        TABLE.replace("2", "2^"),
    ),
    "a paragraph, text": (
        "<p>Start end</p>",
        "One\r\n\r\nTwo\r\nlines\r\n\r\nThree",
        "<p>StartOne</p><p>Two<br>lines</p><p>Three^ end</p>",
    ),
    "a paragraph, lines": ("<p>Start end</p>", "One\nTwo", "<p>StartOne</p><p>Two^ end</p>"),
}


CARET = """(words) => {
    const { editor } = document.querySelector(".ProseMirror")
    editor.state.doc.descendants((node, place) => {
        if (node.text?.startsWith(words)) editor.commands.setTextSelection(place + words.length)
    })
    editor.view.focus()
}"""


def test_what_is_pasted_goes_where_it_was_meant_and_is_undone_in_one_step(page, live_server):
    sign_in(page, live_server)
    found = {}
    for place, (body, pasted, _expected) in INTO.items():
        open_article(page, live_server, make_draft(body=body.replace("Start", "Star")))
        page.evaluate(CARET, "Star")
        page.keyboard.type("t")  # just before: not a part of the same step
        before = written(page)
        is_html = pasted.startswith("<")
        paste(page, *((pasted, "t") if is_html else (None, pasted)))
        until(page, "before => document.querySelector('[name=body]').value !== before", before)
        after = written(page)
        page.keyboard.type("^")
        typed = written(page)
        page.keyboard.press("Control+z")
        assert written(page) == after, place
        page.keyboard.press("Control+z")
        assert clean(written(page)) == body, place
        found[place] = clean(typed)
        page.goto("about:blank")
    assert found == {place: expected for place, (*_given, expected) in INTO.items()}


def test_ten_thousand_words(page, draft):
    paragraph = (
        "<p>" + "Ports are slow institutions, and <b>nobody</b> hurries them here today. " * 10 + "</p>"
    )
    page.keyboard.press("Enter")
    page.evaluate("window.began = performance.now()")
    paste(page, paragraph * 100)
    until(page, "document.querySelector('[name=body]').value.length > 50000")
    assert page.evaluate("performance.now() - window.began") < 5_000
    page.get_by_text("10001 words").wait_for()
    page.evaluate("window.began = performance.now()")
    page.keyboard.type("Ten keys..")
    assert page.evaluate("performance.now() - window.began") < 2_000


def test_google_docs(page, draft):
    page.keyboard.press("Enter")
    paste(page, GOOGLE_DOCS, "words")
    editor(page).get_by_role("heading", name="Ports").wait_for()
    assert page.evaluate("window.ran") is None
    assert saved_body(page, draft) == (
        "<p>Start.</p><h2>Ports</h2><p>Plain <strong>bold</strong> <em>italic</em> "
        '<a href="https://example.org/">source</a> trap</p><ul><li>One<ul><li>Under</li></ul></li></ul>'
        "<table><tbody><tr><td>Izmir</td></tr></tbody></table>"
    )


def test_a_phrase_replaces_the_selected_words_where_it_was_pasted(page, draft, live_server):
    """Also when the answer comes late and the editor has gone on typing elsewhere."""
    page.route("**/paste/", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.keyboard.press("Control+a")
    paste(page, "<p>a <b>phrase</b></p>", "a phrase")
    page.keyboard.press("End")
    page.keyboard.type(" Typed")
    editor(page).get_by_text("phrase").wait_for()
    page.keyboard.type(" on.")
    assert saved_body(page, draft) == "<p>a <strong>phrase</strong> Typed on.</p>"


def test_saving_waits_for_the_paste(page, draft):
    page.route("**/paste/", lambda route: (page.wait_for_timeout(400), route.continue_()))
    paste(page, "<i>Late</i>", "Late")
    assert saved_body(page, draft) == "<p>Start.<em>Late</em></p>"


def test_without_an_answer_the_plain_text_comes(page, draft, open_page):
    page.route("**/paste/", lambda route: route.abort())
    paste(page, "<p>One <b>word</b></p>", "One word")
    editor(page).get_by_text("Start.One word").wait_for()
    assert "Pasted as plain text" in said(page).inner_text()
    open_page.complaints.clear()  # of the request that failed
    assert saved_body(page, draft) == "<p>Start.One word</p>"


def test_too_much_is_refused_in_words(page, draft, open_page):
    paste(page, "<p>" + "word " * 500_000, "word")
    said(page).get_by_text("too much to paste").wait_for()
    open_page.complaints.clear()  # of the answer 413
    assert saved_body(page, draft) == "<p>Start.</p>"


def test_a_picture_alone_is_refused_in_words(page, draft):
    page.evaluate("""() => {
        const data = new DataTransfer()
        data.items.add(new File(["x"], "screen.png", { type: "image/png" }))
        const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement.dispatchEvent(paste)
    }""")
    assert said(page).inner_text() == "1 image was left out: images cannot be pasted."


def test_a_note_takes_a_paste_too(page, draft):
    page.keyboard.press("Control+Alt+f")
    page.locator("dialog .ProseMirror-focused").wait_for()
    paste(page, '<span style="font-style:italic">Sea Lines</span>', "Sea Lines")
    page.locator("dialog em").wait_for()
    paste(page, "<p>, first</p><ul><li>second</li></ul>")
    page.locator("dialog").get_by_text("second").wait_for()
    paste(page, None, "third\n\nfourth")
    button(page, "Done").click()
    note = '<span class="footnote"><em>Sea Lines</em>, first<br>secondthird<br>fourth</span>'
    assert saved_body(page, draft) == f"<p>Start.{note}</p>"


def test_what_is_dragged_in_is_cleaned_and_stands_where_it_was_let_go(page, draft):
    page.evaluate(
        """html => {
            const data = new DataTransfer()
            data.setData("text/html", html)
            const words = document.querySelector(".ProseMirror p")
            const range = document.createRange()
            range.setStart(words.firstChild, 0)
            const { left, top, height } = range.getBoundingClientRect()
            const at = { clientX: left + 1, clientY: top + height / 2 }
            words.dispatchEvent(new DragEvent("drop", { ...at, dataTransfer: data, bubbles: true, cancelable: true }))
        }""",
        '<span style="font-weight:700" onclick="x()">Dragged</span> in. ',
    )
    editor(page).get_by_text("Dragged").wait_for()
    assert saved_body(page, draft) == "<p><strong>Dragged</strong> in.Start.</p>"
