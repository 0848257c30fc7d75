"""Lists of the desk with the keyboard: choose, look, do; turn the page."""

import re

import pytest

from articles.admin.article import ArticleAdmin
from articles.models import Article
from tests.browser.desk import button, sign_in
from tests.makers import make_approved_article, make_draft, make_live_article, make_topic

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(open_page, live_server, monkeypatch):
    monkeypatch.setattr(ArticleAdmin, "list_per_page", 2)
    page = open_page()
    sign_in(page, live_server)
    return page


def test_all_on_every_page_are_chosen_looked_at_and_published(desk, live_server):
    for title in ("One", "Two", "Three"):
        make_approved_article(title)
    desk.goto(live_server.url + LIST)
    desk.get_by_label("Select all objects on this page for an action").press("Space")
    desk.get_by_role("button", name="Choose those on the other pages too (100 at most)").press("Enter")
    desk.get_by_label("Action:").select_option(label="Publish…")
    button(desk, "Go").press("Enter")
    desk.get_by_text("3 articles are chosen.").wait_for()
    button(desk, "Publish 3 articles now").press("Enter")
    desk.get_by_role("status").get_by_text("Published: 3 articles.").wait_for()
    assert {article.versions.count() for article in Article.objects.all()} == {1}


def test_topics_are_changed_by_their_picker(desk, live_server):
    make_topic("Energy")
    article = make_draft("One", topics=[make_topic("Sea")])
    desk.goto(f"{live_server.url}{LIST}bulk/retag/?of={article.pk}")
    desk.get_by_role("combobox", name="Topics to add").fill("ener")
    desk.get_by_role("option", name="Energy").wait_for()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    button(desk, "Look at what changes").press("Enter")
    desk.get_by_text("gains Energy").wait_for()
    button(desk, "Change the topics of 1 article").press("Enter")
    desk.get_by_text("Topics changed: 1 article.").wait_for()
    assert article.topics.filter(name="Energy").exists()


def test_pages_are_turned_there_and_back(desk, live_server):
    for number in range(5):
        make_draft(f"Draft {number}")
    desk.goto(live_server.url + LIST)
    rows = desk.locator("#result_list tbody tr")
    first = rows.first.inner_text()
    desk.get_by_role("link", name="Next").press("Enter")
    desk.get_by_role("link", name="Last page").press("Enter")
    desk.wait_for_url(re.compile("p=last"))
    assert rows.count() == 2
    for _ in range(2):
        with desk.expect_navigation():
            desk.get_by_role("link", name="Previous").press("Enter")
    assert rows.first.inner_text() == first


def test_the_table_of_the_picture_opens_with_the_keyboard(desk, live_server):
    make_live_article("One")
    desk.goto(f"{live_server.url}/admin/")
    desk.get_by_text("The same as a table").press("Enter")
    assert desk.get_by_role("table", name="Pieces a month by kind").is_visible()
