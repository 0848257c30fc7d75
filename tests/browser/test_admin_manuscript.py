"""The review of a manuscript: what was answered and typed there is the editor's work, and is not lost."""

import pytest

from articles.models import Article
from articles.workflow import take_manuscript
from tests.browser.desk import button, sign_in, until

TEXT = """\
By Dr. Mira Solheim

Harbours close in winter because nobody has paid for the icebreaker. That is the whole of the matter.

What it costs

The ministry has the figures, and has had them since the last hard frost. Nobody has asked for them.
"""
KEPT = "count => Object.keys(localStorage).filter(key => key.startsWith('desk-draft:')).length === count"


@pytest.fixture
def desk(page, live_server):
    sign_in(page, live_server, role="Editor", username="emre")
    return page


@pytest.fixture
def review(desk, live_server, django_user_model):
    by = django_user_model.objects.get(username="emre")
    file = take_manuscript(TEXT.encode(), by=by, name="ice.txt")
    return f"{live_server.url}/admin/articles/article/manuscript/{file.pk}/"


def title(page):
    return page.get_by_label("Title", exact=True)


def opened_again(page, address):
    """The tab is closed as a crash closes it, and another one opened."""
    other = page.context.new_page()
    page.close()
    other.goto(address)
    button(other, "Put it back").click()
    other.get_by_text("This is what you typed.").wait_for()
    return other


def test_answers_survive_a_closed_tab_before_and_after_reading_again(desk, review):
    desk.goto(review)
    title(desk).fill("Ice on the Strait")
    desk.get_by_label("Block 3 is").select_option("Paragraph")
    until(desk, KEPT, 1)
    page = opened_again(desk, review)
    assert title(page).input_value() == "Ice on the Strait"
    assert page.get_by_label("Block 3 is").input_value() == "paragraph"
    button(page, "Read again").click()
    page.get_by_text("As you said.").wait_for()
    # Typed and taken back: what was answered before is not saved by that.
    title(page).fill("Ice")
    page.wait_for_timeout(700)
    title(page).fill("Ice on the Strait")
    page.wait_for_timeout(700)
    page = opened_again(page, review)
    assert page.get_by_label("Block 3 is").input_value() == "paragraph"
    page.get_by_label("A new author, who waits for approval: Dr. Mira Solheim").check()
    button(page, "Make the draft").click()
    page.get_by_text("The draft is made.").wait_for()
    until(page, KEPT, 0)
    article = Article.objects.get()
    assert (article.title, "<h2>" in article.body) == ("Ice on the Strait", False)


def test_pasted_words_survive_too(desk, live_server):
    address = f"{live_server.url}/admin/articles/article/manuscript/"
    desk.goto(address)
    desk.get_by_label("Or its words, pasted").fill(TEXT)
    until(desk, KEPT, 1)
    page = opened_again(desk, address)
    assert page.get_by_label("Or its words, pasted").input_value() == TEXT
    button(page, "Read it").click()
    page.get_by_role("heading", name="What was understood").wait_for()
    until(page, KEPT, 0)
