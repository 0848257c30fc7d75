"""Dates and times on the desk: in its zone, with UTC beside them, and asked about where the clocks change."""

import datetime
import re

import pytest

from articles.models import clock
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import make_approved_article, make_change, make_live_article, make_scheduled_article, utc

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"


@pytest.fixture(autouse=True)
def _spring(db):
    with clock.fixed(utc(2026, 6, 1)):
        yield


@pytest.fixture(params=[BERLIN])
def zone(request, settings):
    settings.TIME_ZONE = request.param
    return request.param


def address(article, act="schedule"):
    return f"/admin/articles/article/{article.pk}/{act}/"


def sent(client, article, **values):
    return client.post(address(article), data_of(client.get(address(article)), **values), follow=True)


def choices(page):
    return re.findall(r'name="at-choice" value="([^"]*)"', page.content.decode())


@pytest.mark.parametrize(
    ("zone", "typed", "said", "offered"),
    [
        (
            BERLIN,
            "2027-03-28T02:30",
            "from 02:00 to 03:00: there is no 02:30",
            ["01:59:00+01:00", "03:00:00+02:00"],
        ),
        (
            NEW_YORK,
            "2027-03-14T02:30",
            "from 02:00 to 03:00: there is no 02:30",
            ["01:59:00-05:00", "03:00:00-04:00"],
        ),
        (
            LORD_HOWE,
            "2026-10-04T02:10",
            "from 02:00 to 02:30: there is no 02:10",
            ["01:59:00+10:30", "02:30:00+11:00"],
        ),
        (BERLIN, "2026-10-25T02:30", "go back: 02:30 comes twice", ["02:30:00+02:00", "02:30:00+01:00"]),
        (NEW_YORK, "2026-11-01T01:30", "go back: 01:30 comes twice", ["01:30:00-04:00", "01:30:00-05:00"]),
        (LORD_HOWE, "2027-04-04T01:45", "go back: 01:45 comes twice", ["01:45:00+11:00", "01:45:00+10:30"]),
    ],
    indirect=["zone"],
)
@pytest.mark.parametrize("which", [0, 1])
def test_a_skipped_or_doubled_time_is_explained_and_the_choice_accepted(
    as_publisher, zone, typed, said, offered, which
):
    draft = make_approved_article()
    page = sent(as_publisher, draft, at=typed)
    assert said in words_of(page)
    assert zone in words_of(page)
    assert fields_of(page)["at"] == typed
    assert [choice[11:] for choice in choices(page)] == offered
    assert not draft.versions.exists()
    done = as_publisher.post(
        address(draft), data_of(page) | {"at-choice": [choices(page)[which]]}, follow=True
    )
    assert "Scheduled: readers see version 1 from" in words_of(done)
    assert draft.versions.get().published_at == datetime.datetime.fromisoformat(choices(page)[which])


def test_the_words_of_a_choice_name_offset_and_utc(as_publisher, zone):
    page = words_of(sent(as_publisher, make_approved_article(), at="2026-10-25T02:30"))
    assert "02:30 by clocks at UTC+02:00, 00:30 UTC" in page
    assert "02:30 by clocks at UTC+01:00, 01:30 UTC" in page


@pytest.mark.parametrize("choice", ["", "soon", "2026-10-25T02:30:00+09:00", "2027-01-01T09:00:00+01:00"])
def test_a_choice_that_was_not_offered_is_none(as_publisher, zone, choice):
    draft = make_approved_article()
    page = sent(as_publisher, draft, at="2026-10-25T02:30", **{"at-choice": choice})
    assert "comes twice" in words_of(page)
    assert not draft.versions.exists()


def test_a_choice_made_for_another_time_has_no_say(as_publisher, zone):
    draft = make_approved_article()
    sent(as_publisher, draft, at="2026-10-26T02:30", **{"at-choice": "2026-10-25T02:30:00+02:00"})
    assert draft.versions.get().published_at == utc(2026, 10, 26, 1, 30)


def test_the_choice_is_kept_while_something_else_is_in_the_way(as_publisher, zone):
    article = make_change(make_live_article())
    second = "2026-10-25T02:30:00+01:00"
    page = sent(as_publisher, article, at="2026-10-25T02:30", **{"at-choice": second})
    assert "Say what kind of change this is" in words_of(page)
    assert fields_of(page)["at-choice"] == second


def test_scheduling_again_starts_from_the_moment_that_was_chosen(as_publisher, zone):
    waiting = make_scheduled_article(at=utc(2026, 10, 25, 1, 30))
    page = fields_of(as_publisher.get(address(waiting)))
    assert (page["at"], page["at-choice"]) == ("2026-10-25T02:30", "2026-10-25T02:30:00+01:00")


def test_a_plain_time_is_asked_nothing_and_told_in_utc_too(as_publisher, zone):
    draft = make_approved_article()
    page = sent(as_publisher, draft, at="2026-07-03T09:00")
    assert "from Friday 3 July 2026, 09:00 (07:00 UTC) on" in words_of(page)
    assert not choices(page)
    again = as_publisher.get(address(draft))
    assert "That is 07:00 UTC." in words_of(again)
    listed = words_of(as_publisher.get("/admin/articles/article/"))
    assert "Scheduled for 3 Jul 2026, 09:00 (07:00 UTC)" in listed
    assert "waits for 3 Jul 2026, 09:00 (07:00 UTC)" in words_of(as_publisher.get(address(draft, "history")))
    assert draft.events.first().detail == "version 1, first publication, for 3 July 2026, 09:00 (07:00 UTC)"


def test_another_day_in_utc_is_named():
    with clock.fixed(utc(2026, 5, 3)):
        assert clock.in_words(utc(2026, 5, 2, 22)) == "3 May 2026, 01:00 (2 May, 22:00 UTC)"


def test_a_desk_at_utc_is_told_once(settings):
    settings.TIME_ZONE = "UTC"
    assert clock.in_words(utc(2026, 5, 2, 22)) == "2 May 2026, 22:00 UTC"


def test_the_date_of_an_archived_piece_is_asked_about_too(as_publisher, zone):
    draft = make_approved_article()
    page = as_publisher.get(address(draft, "change"))
    page = as_publisher.post(
        address(draft, "change"), data_of(page, originally_published_at="2025-10-26T02:30"), follow=True
    )
    assert "comes twice" in words_of(page)
    choice = {"originally_published_at-choice": ["2025-10-26T02:30:00+01:00"]}
    as_publisher.post(address(draft, "change"), data_of(page) | choice)
    draft.refresh_from_db()
    assert draft.originally_published_at == utc(2025, 10, 26, 1, 30)
