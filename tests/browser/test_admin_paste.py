"""Pasting into the article's text, as Word, Google Docs and plain editors fill the clipboard."""

from pathlib import Path

import pytest

from tests.browser.desk import button, editor, messages, open_article, sign_in
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

# The editor hears of the selection a moment after the keys that made it; a hand on Ctrl+V is never that quick.
PASTE = """async ([html, text]) => {
    await new Promise(done => setTimeout(done, 100))
    const data = new DataTransfer()
    if (html) data.setData("text/html", html)
    if (text) data.setData("text/plain", text)
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(paste)
}"""


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
    return page.locator(".desk-said")


def test_word(page, draft):
    if not WORD.exists():
        pytest.skip("the clipboard sample lies beside the repository, and is not there")
    page.keyboard.press("Enter")
    page.evaluate(PASTE, [WORD.read_text(), "words"])
    editor(page).get_by_role("heading", name="Maritime Security and Energy Resilience").wait_for()
    assert said(page).inner_text() == "1 image was left out: images cannot be pasted."
    page.keyboard.type(" End.")
    body = saved_body(page, draft)
    assert (
        "<h2>Maritime Security and Energy Resilience</h2><p>Turkey and <strong>South Korea</strong>" in body
    )
    assert 'communication.<span class="footnote">Kim, <em>Sea Lines</em> (2024), p. 4.</span>' in body
    assert '<a href="https://example.org/report">the report</a>' in body
    assert "<ul><li>First bullet<ul><li>Nested bullet</li></ul></li><li>Second bullet</li></ul><ol>" in body
    assert '<blockquote><p><em>"A quote paragraph."</em></p></blockquote><table>' in body
    assert body.endswith("<p>bad link End.</p>")


def test_google_docs(page, draft):
    page.keyboard.press("Enter")
    page.evaluate(PASTE, [GOOGLE_DOCS, "words"])
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
    page.evaluate(PASTE, ["<p>a <b>phrase</b></p>", "a phrase"])
    page.keyboard.press("End")
    page.keyboard.type(" Typed.")
    editor(page).get_by_text("phrase").wait_for()
    assert saved_body(page, draft) == "<p>a <strong>phrase</strong> Typed.</p>"


def test_saving_waits_for_the_paste(page, draft):
    page.route("**/paste/", lambda route: (page.wait_for_timeout(400), route.continue_()))
    page.evaluate(PASTE, ["<i>Late</i>", "Late"])
    assert saved_body(page, draft) == "<p>Start.<em>Late</em></p>"


def test_without_an_answer_the_plain_text_comes(page, draft, open_page):
    page.route("**/paste/", lambda route: route.abort())
    page.evaluate(PASTE, ["<p>One <b>word</b></p>", "One word"])
    editor(page).get_by_text("Start.One word").wait_for()
    assert "Pasted as plain text" in said(page).inner_text()
    open_page.complaints.clear()  # of the request that failed
    assert saved_body(page, draft) == "<p>Start.One word</p>"


def test_too_much_is_refused_in_words(page, draft, open_page):
    page.evaluate(PASTE, ["<p>" + "word " * 500_000, "word"])
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
    page.evaluate(PASTE, ['<span style="font-style:italic">Sea Lines</span>', "Sea Lines"])
    page.locator("dialog em").wait_for()
    button(page, "Done").click()
    assert saved_body(page, draft) == '<p>Start.<span class="footnote"><em>Sea Lines</em></span></p>'
