"""Texts that are kept: offered back where they were put aside, and put back from the log."""

import pytest

from articles.workflow import COMMAND_LINE, publish, save_revision
from tests.admin.forms import data_of, fields_of, words_of
from tests.admin.test_acts import address, do, in_days
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_scheduled_article,
)


def offered(response, article, number):
    return f'href="{address(article, "restore")}?revision={number}"' in response.content.decode()


@pytest.fixture
def next_waits(db):
    """Live with version 1 (revision 1); version 2 waits (revision 2); the working copy holds revision 3."""
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, at=in_days(5), reason="update")
    return make_change(article, body="<p>Later words.</p>")


def test_the_text_a_correction_puts_aside_is_offered_and_put_back(as_publisher):
    article = make_change(make_live_article())
    page = do(as_publisher, article, "correct")
    assert "Your unpublished text is kept as revision 2: put it back" in words_of(page)
    assert offered(page, article, 2)
    question = as_publisher.get(address(article, "restore") + "?revision=2")
    assert fields_of(question)["revision"] == "2"
    assert "Slow harbours" in words_of(question)
    page = as_publisher.post(address(article, "restore"), data_of(question), follow=True)
    assert "This is the text of revision 2." in words_of(page)
    assert "You are correcting" not in words_of(page)
    article.refresh_from_db()
    assert "quick institutions" in article.body


def test_the_list_of_texts_says_who_and_when_and_leaves_out_what_the_form_holds(as_publisher):
    article = make_draft("First title")
    article.title = "Second title"
    save_revision(article, by=COMMAND_LINE, comment="Proofread")
    make_change(article, title="Third title")
    said = words_of(as_publisher.get(address(article, "restore")))
    assert "Revision 1, " in said
    assert ", command line: Proofread" in said
    assert "Second title" in said
    assert "Revision 3" not in said


@pytest.mark.parametrize(("number", "said"), [("", "Choose the text"), ("99", "no earlier text with this")])
def test_a_text_that_is_not_there_is_told(as_publisher, number, said):
    article = make_change(make_draft())
    assert said in words_of(do(as_publisher, article, "restore", revision=number))


def test_with_one_text_there_is_nothing_to_put_back(as_publisher):
    draft = make_draft()
    assert "Put back an earlier text" not in words_of(as_publisher.get(address(draft)))
    assert "no earlier text of this article" in words_of(as_publisher.get(address(draft, "restore")))
    assert "Put back an earlier text…" in words_of(as_publisher.get(address(make_change(draft))))


def test_what_is_no_longer_there_is_said(as_publisher):
    disclaimer = make_disclaimer("Old wording")
    draft = make_draft(author=make_author("Zoë Ünal"), disclaimer=disclaimer)
    draft.disclaimer = None
    make_change(draft)
    disclaimer.delete()
    page = do(as_publisher, draft, "restore", revision="1")
    assert "No longer there, and left out: “Old wording”." in words_of(page)


def test_while_correcting_the_status_says_what_waits_and_where_the_text_is(as_publisher, next_waits):
    said = words_of(do(as_publisher, next_waits, "correct"))
    assert "You are correcting the live text. Version 2 still waits for" in said
    assert "your text for it is revision 3: put it back." in said
    assert "schedule it again" not in said
    assert "Schedule again…" not in said
    assert "version 2 still waits" not in words_of(do(as_publisher, next_waits, "restore", revision="3"))


def test_publishing_over_a_version_that_waited_offers_its_text(as_publisher, next_waits):
    do(as_publisher, next_waits, "correct")
    page = do(as_publisher, next_waits, "publish", reason="correction", note="The year was wrong.")
    said = words_of(page)
    assert "was cancelled; its text is kept as revision 2: put it back." in said
    assert offered(page, next_waits, 2)
    assert "You are correcting" not in said


@pytest.mark.parametrize(
    ("act", "values"),
    [("cancel-scheduled", {}), ("withdraw", {"note": "Why."}), ("schedule", {"reason": "minor"})],
)
def test_whatever_cancels_a_version_offers_its_text(as_publisher, next_waits, act, values):
    assert offered(do(as_publisher, next_waits, act, **values), next_waits, 2)


def test_a_text_the_form_still_holds_is_not_offered(as_publisher):
    article = make_scheduled_article(at=in_days(3))
    page = do(as_publisher, article, "publish")
    assert "was cancelled." in words_of(page)
    assert not offered(page, article, 1)


def test_the_log_leads_to_each_kept_text(as_publisher, next_waits):
    log = as_publisher.get(address(next_waits, "history"))
    assert offered(log, next_waits, 2)
    assert not offered(log, next_waits, 3)


def test_the_log_offers_nothing_to_who_may_not_change_it(as_writer, writer):
    article = make_change(make_draft(by=writer))
    make_change(article, body="<p>Third.</p>")
    assert offered(as_writer.get(address(article, "history")), article, 2)
    publish(article, by=COMMAND_LINE)
    assert not offered(as_writer.get(address(article, "history")), article, 2)


def test_a_save_while_a_version_waits_says_until_when(as_publisher, next_waits):
    page = as_publisher.get(address(next_waits))
    saved = as_publisher.post(address(next_waits), data_of(page, title="Other", _save="1"), follow=True)
    assert "Saved. Readers see version 1 until you publish, or until" in words_of(saved)
    assert "then version 2, which lacks these changes." in words_of(saved)


def test_after_publishing_the_page_starts_at_what_was_said(as_publisher):
    draft = make_draft()
    page = do(as_publisher, draft, "publish")
    assert page.redirect_chain[-1][0] == address(draft) + "#content-start"
    message = page.content.decode().split('<ul class="messagelist">')[1].split("</ul>")[0]
    assert f'<a href="{draft.get_absolute_url()}">View on site</a>' in message
