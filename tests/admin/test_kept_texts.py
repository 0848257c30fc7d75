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
    make_topic,
)


def offered(response, article, number):
    return f'href="{address(article, "restore")}?revision={number}"' in response.content.decode()


def put_back(client, article, number):
    """As a forger would, where there is no page to confirm."""
    page = client.get(address(article, "restore"), {"revision": number})
    seen = {"seen_version": article.row_version, "revision": number}
    return client.post(address(article, "restore"), seen | data_of(page), follow=True)


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
    assert "The form takes the text of revision 2, saved on" in words_of(question)
    assert "<ins>quick</ins>" in question.content.decode()
    page = as_publisher.post(address(article, "restore"), data_of(question), follow=True)
    assert "This is the text of revision 2." in words_of(page)
    assert "You are correcting" not in words_of(page)
    article.refresh_from_db()
    assert "quick institutions" in article.body


@pytest.mark.parametrize("number", ["", "99", "-1", "x", "9" * 30, "٣"])
def test_a_text_that_is_not_there_is_told(as_publisher, number):
    article = make_change(make_draft())
    for page in (
        as_publisher.get(address(article, "restore"), {"revision": number}),
        put_back(as_publisher, article, number),
    ):
        assert "There is no such earlier text. Choose one in the history." in words_of(page)
        assert f'href="{address(article, "history")}"' in page.content.decode()
    assert article.revisions.count() == 2


def test_what_putting_back_changes_is_shown_first(as_publisher):
    article = make_draft(topics=[make_topic("Ports")])
    article.title, article.standfirst = "Quick harbours", "Other words."
    save_revision(article, by=COMMAND_LINE, topics=[make_topic("Energy")])
    page = as_publisher.get(address(article, "restore"), {"revision": "1"}).content.decode()
    assert "What changes in the form" in page
    assert "<del>Quick</del><ins>Slow</ins> harbours" in page
    assert "<del>Energy</del><ins>Ports</ins>" in page
    same = words_of(as_publisher.get(address(article, "restore"), {"revision": "2"}))
    assert "It is the text the form holds now: nothing changes." in same


def test_what_is_no_longer_there_is_said(as_publisher):
    disclaimer = make_disclaimer("Old wording")
    draft = make_draft(author=make_author("Zoë Ünal"), disclaimer=disclaimer)
    draft.disclaimer = None
    make_change(draft)
    disclaimer.delete()
    page = put_back(as_publisher, draft, "1")
    assert "No longer there, and left out: “Old wording”." in words_of(page)


def test_while_correcting_the_status_says_what_waits_and_where_the_text_is(as_publisher, next_waits):
    said = words_of(do(as_publisher, next_waits, "correct"))
    assert "You are correcting the live text. Version 2 still waits for" in said
    assert "your text for it is revision 3: put it back." in said
    assert "schedule it again" not in said
    assert "Schedule again…" not in said
    assert "version 2 still waits" not in words_of(put_back(as_publisher, next_waits, "3"))


def test_publishing_over_a_version_that_waited_offers_its_text(as_publisher, next_waits):
    do(as_publisher, next_waits, "correct")
    page = do(
        as_publisher, next_waits, "publish", reason="correction", note="The year was wrong.", same_text="on"
    )
    said = words_of(page)
    assert "was cancelled; its text is kept as revision 2: put it back." in said
    assert offered(page, next_waits, 2)
    assert "You are correcting" not in said


@pytest.mark.parametrize(
    ("act", "values"),
    [
        ("cancel-scheduled", {}),
        ("withdraw", {"note": "Why.", "withdrawn_by": "editors"}),
        ("schedule", {"reason": "minor"}),
    ],
)
def test_whatever_cancels_a_version_offers_its_text(as_publisher, next_waits, act, values):
    assert offered(do(as_publisher, next_waits, act, **values), next_waits, 2)


def test_a_text_the_form_still_holds_is_not_offered(as_publisher):
    article = make_scheduled_article(at=in_days(3))
    page = do(as_publisher, article, "publish")
    assert "was cancelled." in words_of(page)
    assert not offered(page, article, 1)


def test_the_log_leads_to_each_kept_text(as_publisher, next_waits):
    log = as_publisher.get(address(next_waits, "log"))
    assert offered(log, next_waits, 2)
    assert not offered(log, next_waits, 3)


def test_the_log_offers_nothing_to_who_may_not_change_it(as_writer, writer):
    article = make_change(make_draft(by=writer))
    make_change(article, body="<p>Third.</p>")
    assert offered(as_writer.get(address(article, "log")), article, 2)
    publish(article, by=COMMAND_LINE)
    assert not offered(as_writer.get(address(article, "log")), article, 2)


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
