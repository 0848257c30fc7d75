"""The thread beside the form: a comment leaves, and what is typed in the form stays where it is."""

import pytest

from articles.workflow import COMMAND_LINE, comment_on
from tests.browser.desk import button, open_article, sign_in, until
from tests.makers import make_article_in_review


@pytest.fixture
def article(transactional_db):
    article = make_article_in_review()
    comment_on(article, by=COMMAND_LINE, text="First line.\nSecond line.")
    return article


def test_a_comment_takes_nothing_with_it(article, page, live_server):
    sign_in(page, live_server, "Editor", "emre")
    open_article(page, live_server, article)
    title = page.get_by_label("Title:")
    title.fill("Typed, and not saved")
    box = page.get_by_label("Your comment")
    box.fill("Why <b>now</b>?")
    box.press("Control+Enter")
    page.get_by_text("Your comment was added.").wait_for()
    assert title.input_value() == "Typed, and not saved"
    assert box.input_value() == ""
    assert page.locator(".desk-comment-text").all_inner_texts() == [
        "First line.\nSecond line.",
        "Why <b>now</b>?",
    ]
    assert article.comments.count() == 2

    page.context.clear_cookies(name="sessionid")
    box.fill("Still here?")
    button(page, "Add the comment").click()
    page.get_by_text("Not sent: you are signed out.").wait_for()
    assert box.input_value() == "Still here?"
    assert article.comments.count() == 2


def test_a_comment_survives_a_closed_tab(article, page, live_server):
    sign_in(page, live_server, "Editor", "emre")
    kept = "count => Object.keys(localStorage).filter(key => key.startsWith('desk-draft:')).length === count"
    open_article(page, live_server, article)
    page.get_by_label("Your comment").fill("Why now?\nAnd why here?")
    until(page, kept, 1)
    other = page.context.new_page()
    page.close()
    open_article(other, live_server, article)
    button(other, "Put it back").click()
    other.get_by_text("This is what you typed.").wait_for()
    assert other.get_by_label("Your comment").input_value() == "Why now?\nAnd why here?"
    button(other, "Add the comment").click()
    other.get_by_text("Your comment was added.").wait_for()
    until(other, kept, 0)
    open_article(other, live_server, article)
    other.get_by_label("Your comment").fill("One more.")
    until(other, kept, 1)
    button(other, "Add the comment").click()
    other.get_by_text("Your comment was added.").wait_for()
    until(other, kept, 0)
    assert [comment.text for comment in article.comments.order_by("number")][1:] == [
        "Why now?\nAnd why here?",
        "One more.",
    ]
