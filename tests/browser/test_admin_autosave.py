"""What was typed survives a closed tab, an expired session and a save by another; nobody else ever sees it."""

import pytest
from django.contrib.sessions.models import Session

from articles.models import Article
from tests.browser.desk import PASSWORD, button, editor, messages, open_article, sign_in
from tests.makers import make_author, make_change, make_draft, make_topic, make_user

OFFER = "You typed this at"
FULL = """
    const set = Storage.prototype.setItem
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith("desk-draft:")) throw new DOMException("", "QuotaExceededError")
      set.call(this, key, value)
    }
"""


@pytest.fixture
def desk(page, live_server):
    sign_in(page, live_server)
    return page


def type_in(page, text=" And more."):
    editor(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def kept(page):
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('desk-draft:')).length")


def wait_until_kept(page, count=1):
    page.wait_for_function(
        "(count) => Object.keys(localStorage).filter((key) => key.startsWith('desk-draft:')).length === count",
        arg=count,
    )


def log_in(page, username="priya"):
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    button(page, "Log in").click()


def close_and_open(page, live_server, article):
    """The tab is closed as a crash closes it, and another one opened."""
    other = page.context.new_page()
    page.close()
    open_article(other, live_server, article)
    return other


def test_after_a_closed_tab_everything_is_put_back(desk, live_server):
    make_topic("Energy")
    draft = make_draft(body="<p>Start.</p>")
    make_author("Zoë Ünal")
    open_article(desk, live_server, draft)
    desk.locator("[name=title]").fill("Typed and not saved")
    type_in(desk)
    topics = desk.get_by_role("combobox", name="Topics")
    topics.fill("energy")
    desk.get_by_role("option", name="Energy").click()
    button(desk, "Add an author").click()
    desk.keyboard.type("zoe")
    desk.get_by_role("option", name="Zoë Ünal").click()
    wait_until_kept(desk)
    desk.wait_for_timeout(700)
    page = close_and_open(desk, live_server, draft)
    assert OFFER in page.locator(".desk-draft").inner_text()
    assert "saved since" not in page.locator(".desk-draft").inner_text()
    button(page, "Put it back").click()
    page.get_by_text("This is what you typed. It is not saved yet.").wait_for()
    editor(page).wait_for()
    button(page, "Save").click()
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    assert (draft.title, draft.body) == ("Typed and not saved", "<p>Start. And more.</p>")
    assert {topic.name for topic in draft.topics.all()} == {"Maritime security", "Energy"}
    assert [line.name for line in draft.bylines.all()] == ["Leyla Arslan", "Zoë Ünal"]
    wait_until_kept(page, 0)
    page.reload()
    editor(page).wait_for()
    assert page.locator(".desk-draft").count() == 0


def test_an_expired_session_leads_back_to_the_text(desk, live_server):
    draft = make_draft(body="<p>Start.</p>")
    open_article(desk, live_server, draft)
    type_in(desk)
    Session.objects.all().delete()
    button(desk, "Save").click()
    log_in(desk)
    assert f"/article/{draft.pk}/change/" in desk.url
    button(desk, "Put it back").click()
    desk.get_by_text("This is what you typed.").wait_for()
    editor(desk).wait_for()
    button(desk, "Save").click()
    assert "Saved" in messages(desk)
    draft.refresh_from_db()
    assert draft.body == "<p>Start. And more.</p>"


def test_saved_by_another_meanwhile_it_says_so_and_compares(desk, live_server, open_page):
    draft = make_draft(body="<p>Start.</p><p>End.</p>")
    open_article(desk, live_server, draft)
    type_in(desk)
    wait_until_kept(desk)
    make_change(Article.objects.get(), body="<p>Their start.</p><p>End.</p>")
    page = close_and_open(desk, live_server, draft)
    assert "It has been saved since" in page.locator(".desk-draft").inner_text()
    button(page, "Put it back").click()
    page.get_by_text("Not saved: this article was saved after you opened it").wait_for()
    editor(page).wait_for()
    button(page, "Merge").click()
    page.get_by_text("Both texts are in the form now").wait_for()
    editor(page).wait_for()
    button(page, "Save").click()
    draft.refresh_from_db()
    assert draft.body == "<p>Their start.</p><p>End. And more.</p>"
    wait_until_kept(page, 0)
    open_page.complaints.clear()  # the 409


def test_nothing_is_shown_to_another_user(desk, live_server):
    make_user("fatma", "Publisher", password=PASSWORD)
    draft = make_draft(body="<p>Start.</p>")
    open_article(desk, live_server, draft)
    type_in(desk, " SECRET")
    wait_until_kept(desk)
    Session.objects.all().delete()
    desk.goto(f"{live_server.url}/admin/login/?next=/admin/articles/article/{draft.pk}/change/")
    log_in(desk, "fatma")
    editor(desk).wait_for()
    assert desk.locator(".desk-draft").count() == 0
    assert desk.evaluate("JSON.stringify(localStorage)").count("SECRET") == 0


def test_thrown_away_it_is_gone_and_the_first_page_lists_what_is_left(desk, live_server):
    draft = make_draft("Slow harbours", body="<p>Start.</p>")
    open_article(desk, live_server, draft)
    type_in(desk)
    wait_until_kept(desk)
    desk.goto(f"{live_server.url}/admin/")
    desk.locator(".desk-draft").get_by_role("link", name="Slow harbours").click()
    editor(desk).wait_for()
    button(desk, "Throw it away").click()
    assert desk.locator(".desk-draft").inner_text() == "Thrown away."
    assert kept(desk) == 0


def test_typing_it_back_keeps_nothing(desk, live_server):
    draft = make_draft(body="<p>Start.</p>")
    open_article(desk, live_server, draft)
    title = desk.locator("[name=title]")
    before = title.input_value()
    title.fill("Other")
    wait_until_kept(desk)
    title.fill(before)
    wait_until_kept(desk, 0)


@pytest.mark.parametrize(("answer", "left"), [("Log out and keep it", 1), ("Log out and throw it away", 0)])
def test_on_leaving_it_asks(desk, live_server, answer, left):
    open_article(desk, live_server, make_draft())
    type_in(desk)
    wait_until_kept(desk)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto(f"{live_server.url}/admin/")
    button(desk, "Log out").click()
    desk.get_by_role("dialog", name="Not everything you typed is saved").wait_for()
    button(desk, answer).click()
    desk.get_by_text("Logged out").first.wait_for()
    assert kept(desk) == left


def test_a_full_or_forbidden_store_is_harmless(desk, live_server):
    draft = make_draft(body="<p>Start.</p>")
    desk.add_init_script(FULL)
    open_article(desk, live_server, draft)
    type_in(desk)
    button(desk, "Save").click()
    assert "Saved" in messages(desk)


def test_a_record_and_the_note_of_an_act_are_kept_too(desk, live_server):
    author = make_author("Zoë Ünal")
    draft = make_draft(body="<p>Start.</p>")
    address = f"{live_server.url}/admin/articles/author/{author.pk}/change/"
    desk.goto(address)
    desk.get_by_label("Biography").fill("Long in the typing.")
    wait_until_kept(desk)
    desk.goto(address)
    button(desk, "Put it back").click()
    desk.get_by_text("This is what you typed.").wait_for()
    assert desk.get_by_label("Biography").input_value() == "Long in the typing."
    button(desk, "Save").click()
    wait_until_kept(desk, 0)
    author.refresh_from_db()
    assert author.bio == "Long in the typing."
    address = f"{live_server.url}/admin/articles/article/{draft.pk}/schedule/"
    desk.goto(address)
    desk.get_by_label("Date and time").fill("2090-05-02T10:00")
    wait_until_kept(desk)
    desk.goto(address)
    button(desk, "Put it back").click()
    desk.get_by_text("This is what you typed.").wait_for()
    assert desk.get_by_label("Date and time").input_value() == "2090-05-02T10:00"
    assert not draft.versions.exists()


def test_an_answered_question_leaves_no_earlier_attempt_behind(desk, live_server):
    draft = make_draft()
    for attempt in ("First try", "Second try"):
        open_article(desk, live_server, draft, "submit")
        desk.get_by_label("Comment").fill(attempt)
        desk.goto(f"{live_server.url}/admin/")
    items = desk.locator(".desk-draft li")
    assert items.count() == 1
    open_article(desk, live_server, draft, "submit")
    desk.get_by_label("Comment").fill("Third try")
    button(desk, "Submit for review").click()
    desk.locator(".messagelist").wait_for()
    wait_until_kept(desk, 0)


def test_what_is_listed_on_the_first_page_can_be_thrown_away_there(desk, live_server):
    open_article(desk, live_server, make_draft(), "submit")
    desk.get_by_label("Comment").fill("Not meant")
    desk.goto(f"{live_server.url}/admin/")
    button(desk, "Throw it away").click()
    assert desk.locator(".desk-draft li").inner_text() == "Thrown away."
    wait_until_kept(desk, 0)
