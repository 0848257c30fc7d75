"""The article form with a keyboard: text and notes, authors, topics; the console stays silent (see `open_page`)."""

import pytest

from articles.models import TopicName
from tests.browser.desk import button, editor, messages, open_article, sign_in
from tests.makers import make_author, make_draft, make_topic

EVERYTHING = (
    '<h2>Head</h2><p dir="ltr">Text <strong>strong</strong> <em>em</em><span class="footnote">A <em>note</em>, with '
    '<a href="https://example.org/">a source</a>.</span> H<sub>2</sub>O x<sup>2</sup> <code>code</code> '
    '<span lang="tr">deniz</span><br>line</p><h3>Under</h3><ul><li>one<ol><li>two</li></ol></li></ul>'
    '<blockquote lang="fr"><p>Quoted.</p></blockquote><hr>'
    '<table><caption>Ports by <em>year</em></caption><thead><tr><th scope="col">Port</th><th scope="col">Year</th></tr>'
    '</thead><tbody><tr><td colspan="2">Izmir</td></tr></tbody></table><p lang="tr">Son.</p>'
)


@pytest.fixture
def desk(page, live_server):
    sign_in(page, live_server)
    return page


def saved(page, article):
    button(page, "Save").click()
    assert "Saved" in messages(page)
    article.refresh_from_db()
    return article


def test_the_editor_loses_nothing_of_the_allowlist(desk, live_server):
    draft = make_draft(body=EVERYTHING)
    before = draft.body
    assert before == EVERYTHING
    open_article(desk, live_server, draft)
    editor(desk).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" Fin.")
    assert saved(desk, draft).body == before.replace("Son.", "Son. Fin.")


def test_a_note_is_added_changed_and_taken_out_by_keyboard(desk, live_server):
    draft = make_draft(body="<p>Ports are slow.</p>")
    open_article(desk, live_server, draft)
    editor(desk).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.press("Control+Alt+f")
    desk.get_by_role("dialog", name="Note").wait_for()
    desk.keyboard.type("See the ")
    desk.keyboard.press("Control+b")
    desk.keyboard.type("report")
    button(desk, "Done").press("Enter")
    desk.keyboard.type(" Indeed.")
    note = '<span class="footnote">See the <strong>report</strong></span>'
    assert saved(desk, draft).body == f"<p>Ports are slow.{note} Indeed.</p>"

    desk.get_by_role("button", name="Note 1: See the report").press("Enter")
    desk.get_by_role("dialog", name="Note").wait_for()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" of May")
    button(desk, "Done").press("Enter")
    assert "<strong>report of May</strong></span> Indeed." in saved(desk, draft).body

    desk.get_by_role("button", name="Note 1: See the report of May").click()
    button(desk.get_by_role("dialog"), "Remove").click()
    assert saved(desk, draft).body == "<p>Ports are slow. Indeed.</p>"


def test_a_pasted_name_that_ends_like_a_domain_becomes_no_link(desk, live_server):
    draft = make_draft(body="<p>Start.</p>")
    open_article(desk, live_server, draft)
    editor(desk).click()
    desk.keyboard.press("Control+End")
    desk.evaluate(
        """() => {
            const data = new DataTransfer()
            data.setData("text/plain", " communication.Kim said so ")
            const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
            document.querySelector(".ProseMirror").dispatchEvent(paste)
        }"""
    )
    assert saved(desk, draft).body == "<p>Start. communication.Kim said so</p>"


def test_pasted_script_runs_nowhere(desk, live_server):
    draft = make_draft(body="<p>Start.</p>")
    open_article(desk, live_server, draft)
    editor(desk).click()
    desk.evaluate(
        """() => {
            const data = new DataTransfer()
            const evil = '<img src=x onerror="window.ran=1">'
            data.setData("text/html", `<p>Pasted <span class="footnote">note ${evil}</span>${evil}</p>
                <table><caption>cap ${evil}</caption><tr><td>cell</td></tr></table>`)
            const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
            document.querySelector(".ProseMirror").dispatchEvent(paste)
        }"""
    )
    editor(desk).get_by_text("cap").wait_for()
    assert desk.evaluate("window.ran") is None
    body = saved(desk, draft).body
    assert '<span class="footnote">note</span>' in body
    assert "<caption>cap</caption>" in body
    assert "img" not in body


def test_authors_are_chosen_added_and_moved_by_keyboard(desk, live_server):
    draft = make_draft()
    make_author("Zoë Ünal", honorific="Prof.", affiliation="Forum")
    open_article(desk, live_server, draft)
    button(desk, "Add an author").press("Enter")
    desk.keyboard.type("zoe")
    desk.get_by_role("option", name="Zoë Ünal").wait_for()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    second = desk.get_by_role("group", name="Author 2")
    assert second.get_by_label("Affiliation").input_value() == "Forum"
    second.get_by_role("button", name="Move up").press("Enter")
    assert "Zoë Ünal is now number 1" in desk.locator("[data-bylines] > [role=status]").inner_text()
    assert desk.evaluate("document.activeElement.textContent").strip().endswith("Move down")
    saved(desk, draft)
    assert [line.printed_name for line in draft.bylines.all()] == ["Prof. Zoë Ünal", "Leyla Arslan"]
    first = desk.get_by_role("group", name="Author 1")
    first.get_by_role("button", name="Remove").press("Enter")
    saved(desk, draft)
    assert [line.printed_name for line in draft.bylines.all()] == ["Leyla Arslan"]


def test_topics_by_keyboard_never_split(desk, live_server):
    turkiye = make_topic("Türkiye")
    TopicName.objects.create(topic=turkiye, name="Turkey")
    make_topic("Energy, oil and gas")
    draft = make_draft()
    open_article(desk, live_server, draft)
    topics = desk.get_by_role("combobox", name="Topics")
    topics.fill("energy, oil and gas")
    topics.press("Enter")
    chip(desk, "Energy, oil and gas").wait_for()
    topics.fill("turkey")
    topics.press("Enter")
    chip(desk, "Türkiye").wait_for()
    topics.fill("sea lanes")
    desk.get_by_role("option", name="Create topic “sea lanes”").wait_for()
    topics.press("Enter")  # the only offer
    chip(desk, "sea lanes").wait_for()
    assert "sea lanes (new)" in desk.locator("[data-topics]").inner_text()
    chip(desk, "Maritime security").press("Enter")
    topics.fill("typed and not chosen")
    button(desk, "Save").click()
    assert "There is no topic “typed and not chosen”" in desk.locator("main").inner_text()
    chip(desk, "typed and not chosen").click()
    saved(desk, draft)
    assert {topic.name for topic in draft.topics.all()} == {"Energy, oil and gas", "Türkiye", "sea lanes"}


def chip(page, name):
    return page.get_by_role("button", name=f"Remove {name}")


def test_without_a_script_the_form_still_works(open_page, live_server):
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server)
    make_topic("Energy")
    draft = make_draft()
    make_author("Zoë Ünal")
    page.goto(f"{live_server.url}/admin/articles/article/{draft.pk}/change/")
    page.locator("textarea[name=body]").fill("<p>Plain.</p>")
    page.get_by_label("Topics").fill("Energy\nMaritime security")
    page.locator("[name=bylines-author]").last.fill("Zoë Ünal")
    saved(page, draft)
    assert draft.body == "<p>Plain.</p>"
    assert {topic.name for topic in draft.topics.all()} == {"Energy", "Maritime security"}
    assert [line.name for line in draft.bylines.all()] == ["Leyla Arslan", "Zoë Ünal"]


@pytest.mark.parametrize("missing", ["footnote", "captioned-table", "editor"])
def test_an_editor_that_is_not_whole_does_not_start(desk, live_server, open_page, missing):
    """Without the module for notes it would take the notes out of the text, and save it so."""
    draft = make_draft(body=EVERYTHING)
    desk.route(f"**/desk/{missing}*.js", lambda route: route.abort())
    desk.goto(f"{live_server.url}/admin/articles/article/{draft.pk}/change/")
    area = desk.locator("textarea[name=body]")
    area.fill(area.input_value() + "<p>More.</p>")
    assert desk.locator(".ProseMirror").count() == 0
    assert saved(desk, draft).body == EVERYTHING + "<p>More.</p>"
    desk.wait_for_load_state("networkidle")
    open_page.complaints.clear()  # of the module that was kept from it
