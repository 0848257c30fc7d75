"""The pages that show two texts, in a browser: no fault for axe, sent by keyboard, and of use without a script."""

import pytest

from articles.models import Article, Author
from tests.browser.axe import violations
from tests.browser.desk import button, editor, messages, open_article, sign_in
from tests.makers import make_author, make_change, make_draft

BODY = "<p>Ports are slow.</p><p>They remember.</p>"


@pytest.fixture
def desk(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    sign_in(page, live_server)
    yield page
    open_page.complaints.clear()  # of the 409 that each of these pages is


def test_axe_finds_nothing_in_the_conflict_the_questions_and_the_drafts(desk, live_server):
    draft = make_draft(body=BODY)
    open_article(desk, live_server, draft)
    make_change(Article.objects.get(), title="Theirs", body=BODY.replace("slow", "late"))
    desk.locator("[name=title]").fill("Mine")
    button(desk, "Save").press("Enter")
    desk.get_by_text("Not saved: this article was saved after you opened it").wait_for()
    found = list(violations(desk))
    button(desk, "Merge").press("Enter")
    desk.get_by_text("You both changed this: which should it be?").wait_for()
    found += violations(desk)
    desk.get_by_label("As you typed it").press("Space")
    button(desk, "Put together").press("Enter")
    desk.get_by_text("Both texts are in the form now").wait_for()
    editor(desk).wait_for()
    found += violations(desk)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto(f"{live_server.url}/admin/")
    desk.locator(".desk-draft").wait_for()
    found += violations(desk)
    button(desk, "Log out").press("Enter")
    desk.get_by_role("dialog").wait_for()
    found += violations(desk)
    button(desk, "Stay").press("Enter")
    assert found == []


def test_axe_finds_nothing_in_the_conflict_of_a_record(desk, live_server):
    author = make_author()
    desk.goto(f"{live_server.url}/admin/articles/author/{author.pk}/change/")
    Author.objects.update(bio="Theirs.", role="Director")
    desk.get_by_label("Biography").fill("Mine.")
    button(desk, "Save").press("Enter")
    desk.get_by_text("Not saved: this was changed after you opened it").wait_for()
    assert list(violations(desk)) == []
    button(desk, "Keep mine").press("Enter")
    desk.locator(".messagelist").wait_for()
    author.refresh_from_db()
    assert (author.bio, author.role) == ("Mine.", "Director")


def test_without_a_script_two_texts_are_merged(open_page, live_server):
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server)
    draft = make_draft(body=BODY)
    page.goto(f"{live_server.url}/admin/articles/article/{draft.pk}/change/")
    make_change(Article.objects.get(), body=BODY.replace("slow", "late"))
    page.locator("textarea[name=body]").fill(BODY.replace("slow", "quick").replace("remember", "forget"))
    button(page, "Save").click()
    button(page, "Merge").click()
    page.get_by_label("As command line saved it").check()
    button(page, "Put together").click()
    button(page, "Save").click()
    assert "Saved" in messages(page)
    draft.refresh_from_db()
    assert draft.body == BODY.replace("slow", "late").replace("remember", "forget")
    open_page.complaints.clear()
