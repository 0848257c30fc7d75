"""A version that waits: at most one, and each form that touches it says what becomes of it."""

import pytest
from django.utils.timezone import localtime

from articles.workflow import COMMAND_LINE, publish
from tests.admin.forms import data_of, words_of
from tests.admin.test_acts import address, do, in_days
from tests.makers import make_change, make_live_article, make_scheduled_article


@pytest.fixture
def next_waits(db):
    """Live with version 1; version 2 waits; the working copy holds what version 2 lacks."""
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, at=in_days(5), reason="update")
    return make_change(article, body="<p>Later words.</p>")


def save(client, article, **changes):
    return client.post(address(article), data_of(client.get(address(article)), **changes), follow=True)


def test_a_save_names_the_hour_that_lacks_it_and_leads_to_scheduling_again(as_publisher):
    article = make_scheduled_article(at=in_days(5))
    page = save(as_publisher, article, standfirst="Another line.")
    waiting_at = article.versions.get().published_at
    assert f"{localtime(waiting_at):%A}" in words_of(page)
    assert "lacks these changes. Schedule again…" in words_of(page)
    link = f'<a href="{address(article, "schedule")}">Schedule again…</a>'
    assert link in page.content.decode().split('class="messagelist"')[1]


def test_who_may_not_schedule_is_told_and_not_led(as_editor):
    page = save(as_editor, make_scheduled_article(at=in_days(5)), standfirst="Another line.")
    assert "lacks these changes." in words_of(page)
    assert "Schedule again…" not in words_of(page)


def test_a_save_that_the_waiting_version_has_already_says_so(as_publisher):
    page = save(as_publisher, make_scheduled_article(at=in_days(5)))
    assert "The scheduled version has the same text." in words_of(page)
    assert "Schedule again…" not in words_of(page)


def test_scheduling_again_is_called_that_and_takes_the_place(as_publisher, next_waits):
    page = as_publisher.get(address(next_waits, "schedule"))
    assert "is cancelled: this one takes its place" in words_of(page)
    assert ">Schedule again</button>" in page.content.decode()
    do(as_publisher, next_waits, "schedule", reason="update")
    waiting = next_waits.versions.get(number=2)
    assert "Later words." in waiting.body
    assert next_waits.versions.count() == 2


def test_publishing_now_says_what_is_cancelled_and_that_its_text_is_kept(as_publisher, next_waits):
    said = words_of(as_publisher.get(address(next_waits, "publish")))
    assert "is cancelled: this one takes its place." in said
    assert "The text of that version is kept, and offered to you afterwards." in said
    done = do(as_publisher, next_waits, "publish", reason="minor")
    assert "its text is kept as revision 2: put it back" in words_of(done)
    assert list(next_waits.events.values_list("action", flat=True))[:2] == ["published", "cancelled"]


def test_a_correction_says_that_the_waiting_version_lacks_it_and_what_publishing_does(
    as_publisher, next_waits
):
    said = words_of(as_publisher.get(address(next_waits, "correct")))
    assert "lacks the correction. It stays scheduled until you publish the correction" in said
    do(as_publisher, next_waits, "correct")
    assert next_waits.versions.count() == 2
    next_waits.refresh_from_db()
    make_change(next_waits, body="<p>Ports were slow.</p>")
    do(as_publisher, next_waits, "publish", reason="correction", note="They were.")
    assert [version.reason for version in next_waits.versions.order_by("number")] == ["first", "correction"]


def test_without_a_waiting_version_nobody_speaks_of_one(as_publisher):
    article = make_change(make_live_article())
    for act in ("publish", "schedule", "correct", "withdraw"):
        page = as_publisher.get(address(article, act))
        assert "version scheduled for" not in words_of(page), act
    assert ">Schedule</button>" in as_publisher.get(address(article, "schedule")).content.decode()


def test_an_unchanged_text_leaves_one_thing_to_publish(as_publisher):
    article = make_live_article()
    page = as_publisher.get(address(article, "publish"))
    assert "There is nothing to publish, unless you correct by a note alone." in words_of(page)
    assert 'value="update"' not in page.content.decode()
    refused = do(as_publisher, article, "publish", reason="correction", note="The year was put right.")
    assert "Tick the box if that is what you want." in words_of(refused)
    assert article.versions.count() == 1
    do(as_publisher, article, "publish", reason="correction", note="The year was put right.", same_text="on")
    assert article.versions.get(number=2).note == "The year was put right."


def test_a_forged_update_of_an_unchanged_text_is_refused(as_publisher):
    article = make_live_article()
    do(as_publisher, article, "publish", reason="update", same_text="on", note="x")
    assert article.versions.count() == 1
