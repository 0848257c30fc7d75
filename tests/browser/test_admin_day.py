"""The editors' day, by clicking, each step seen on the public site: from a paste out of Word to two topics made one."""

import datetime
from pathlib import Path

import pytest

from articles.models import Article, clock
from tests.browser.desk import button, editor, messages, open_article, paste, sign_in, until
from tests.makers import make_author, make_change, make_disclaimer, make_image, make_live_article, make_topic

WORD = Path(__file__).resolve().parents[2].parent / "shared" / "samples" / "word-clipboard-sample.html"
FROM_WORD = """<p class=MsoNormal>Sea lines are <b>long</b>, and patience is longer.<o:p></o:p></p>
<h1>What a quay remembers</h1><p class=MsoNormal>Its rules are older than its piers.</p>"""


class Site:
    """What a reader finds, without an account."""

    def __init__(self, page, live_server):
        self.page, self.url = page, live_server.url

    def get(self, path):
        return self.page.goto(self.url + path)

    def says(self, path, words):
        assert self.get(path).ok, path
        return words in self.page.locator("main").inner_text()


@pytest.fixture
def site(open_page, live_server):
    yield Site(open_page(width=390), live_server)
    open_page.complaints[:] = [said for said in open_page.complaints if "status of 4" not in said]


@pytest.fixture
def people(open_page, live_server):
    """Three at work at once, each in a window of their own."""
    windows = {}
    for role, name in (("Writer", "wanda"), ("Editor", "emre"), ("Publisher", "priya")):
        windows[role] = open_page()
        sign_in(windows[role], live_server, role, name)
    return windows


def choose(page, box, text, option):
    box.fill(text)
    page.get_by_role("option", name=option).first.click()


def press(page, name):
    button(page, name).click()
    page.locator(".messagelist").wait_for()
    return messages(page)


def from_the_inbox(page, live_server, block, title):
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("region", name=block).get_by_role("link", name=title).first.click()
    editor(page).wait_for()


@pytest.fixture
def records(transactional_db):
    make_author("Leyla Arslan")
    make_disclaimer(is_default=True)
    make_image("Harbour wall")
    return make_topic("Ports"), make_topic("Harbours")


@pytest.fixture
def later(monkeypatch):
    """Let the hour come: the site asks the clock, and nothing has to run."""

    def later(by):
        present = clock.now
        monkeypatch.setattr(clock, "now", lambda: present() + by)

    return later


def test_from_a_paste_to_a_scheduled_piece(people, site, records, later, live_server):
    writer, chief, publisher = people["Writer"], people["Editor"], people["Publisher"]

    # The writer: paste, note, figure, author, topics, submit.
    writer.goto(f"{live_server.url}/admin/")
    writer.get_by_role("link", name="New article").click()
    writer.get_by_label("Title:").first.fill("Long sea lines")
    writer.get_by_label("Standfirst").fill("Why patience is a policy.")
    editor(writer).click()
    paste(writer, WORD.read_text() if WORD.exists() else FROM_WORD)
    editor(writer).get_by_role("heading").first.wait_for()
    writer.keyboard.press("Control+End")
    writer.keyboard.press("Enter")
    writer.keyboard.type("A last thought")
    writer.keyboard.press("Control+Alt+f")
    dialog = writer.get_by_role("dialog")
    dialog.get_by_role("textbox").first.fill("Counted by the author.")
    dialog.get_by_role("button", name="Done").click()
    writer.keyboard.press("Control+Alt+p")
    dialog.get_by_role("button", name="Harbour wall").click()
    writer.locator(".desk-figure img").wait_for()
    choose(writer, writer.get_by_role("combobox", name="Author"), "leyla", "Leyla Arslan")
    choose(writer, writer.get_by_role("combobox", name="Topics"), "ports", "Ports")
    button(writer, "Save").click()
    writer.locator(".messagelist").wait_for()
    button(writer, "Submit for review…").click()
    writer.get_by_label("Comment").fill("The figures are fresh.")
    press(writer, "Submit for review")
    assert site.get("/articles/long-sea-lines/").status == 404

    # The editor: return it; the writer: mend it; the editor: approve.
    from_the_inbox(chief, live_server, "Waiting for you", "Long sea lines")
    assert "The figures are fresh." in chief.locator(".desk-comments").inner_text()
    chief.get_by_role("link", name="Return with a comment…").click()
    chief.get_by_label("What is to be done?").fill("Say who counted.")
    press(chief, "Return it")
    from_the_inbox(writer, live_server, "Waiting for you", "Long sea lines")
    writer.get_by_label("Standfirst").fill("Why patience is a policy, counted.")
    button(writer, "Submit for review…").click()
    press(writer, "Submit for review")
    from_the_inbox(chief, live_server, "Waiting for you", "Long sea lines")
    button(chief, "Approve…").click()
    press(chief, "Approve")

    # The publisher: schedule. Readers find it at its hour, not before.
    from_the_inbox(publisher, live_server, "Waiting for you", "Long sea lines")
    button(publisher, "Schedule…").click()
    assert "Scheduled: readers see version 1" in press(publisher, "Schedule")
    assert site.get("/articles/long-sea-lines/").status == 404
    assert not Article.objects.get().versions.public(clock.now()).exists()
    later(datetime.timedelta(days=2))
    assert site.says("/articles/long-sea-lines/", "Why patience is a policy, counted.")
    assert site.page.get_by_text("Counted by the author.").first.is_visible()
    shown = site.page.locator("article .body figure img")
    shown.scroll_into_view_if_needed()
    until(site.page, "() => document.querySelector('.body figure img').naturalWidth > 0")
    assert site.says("/topics/ports/", "Long sea lines")


def test_a_correction_while_a_change_waits(people, site, records, later, live_server):
    publisher = people["Publisher"]
    piece = make_change(make_live_article("Slow harbours"), body="<p>The text for Friday.</p>")

    open_article(publisher, live_server, piece)
    button(publisher, "Schedule…").click()
    publisher.get_by_role("radio", name="Update").check()
    publisher.get_by_label("Publish it without an editor’s approval").check()
    press(publisher, "Schedule")

    # What is wrong in the live text cannot wait until then.
    publisher.get_by_role("link", name="Correct the live text…").click()
    press(publisher, "Start the correction")
    editor(publisher).wait_for()
    publisher.get_by_label("Standfirst").fill("Why the waterfront forgets little.")
    button(publisher, "Publish…").click()
    publisher.get_by_role("radio", name="Correction").check()
    publisher.get_by_label("Note for readers").fill("It forgets some things.")
    publisher.get_by_label("Publish it without an editor’s approval").check()
    said = press(publisher, "Publish now")
    assert "was cancelled" in said
    assert site.says("/articles/slow-harbours/", "Why the waterfront forgets little.")
    assert site.says("/corrections/", "It forgets some things.")
    assert not site.says("/articles/slow-harbours/", "The text for Friday.")

    # The text for Friday was kept: it is put back and scheduled again.
    publisher.get_by_role("link", name="put it back").first.click()
    press(publisher, "Put this text back")
    editor(publisher).wait_for()
    button(publisher, "Schedule…").click()
    publisher.get_by_role("radio", name="Update").check()
    publisher.get_by_label("Publish it without an editor’s approval").check()
    press(publisher, "Schedule")
    later(datetime.timedelta(days=2))
    assert site.says("/articles/slow-harbours/", "The text for Friday.")


def test_a_withdrawal_and_two_topics_made_one(people, site, records, live_server):
    publisher, chief = people["Publisher"], people["Editor"]
    _ports, harbours = records
    make_live_article("Lost figures", topics=[harbours])
    kept = make_live_article("Found figures", topics=[harbours])
    lost = Article.objects.get(title="Lost figures")

    open_article(publisher, live_server, lost)
    publisher.get_by_role("link", name="Withdraw…").click()
    publisher.get_by_label("Reason").fill("The figures did not hold.")
    publisher.get_by_role("radio", name="By the editors").check()
    box = publisher.get_by_role("combobox", name="Article that takes its place")
    choose(publisher, box, "found", "Found figures")
    press(publisher, "Withdraw")
    assert site.get("/articles/lost-figures/").status == 410
    tombstone = site.page.locator("main")
    assert "The figures did not hold." in tombstone.inner_text()
    tombstone.get_by_role("link", name="Found figures").click()
    assert site.page.url.endswith(kept.get_absolute_url())
    assert site.says("/corrections/", "Lost figures")

    chief.goto(f"{live_server.url}/admin/articles/topic/{harbours.pk}/change/")
    chief.get_by_role("link", name="Merge into…").click()
    choose(chief, chief.get_by_role("combobox", name="Merge into"), "ports", "Ports")
    button(chief, "Show what would move").click()
    press(chief, "Merge into “Ports”")
    assert site.says("/topics/harbours/", "Found figures")
    assert site.page.url.endswith("/topics/ports/")
