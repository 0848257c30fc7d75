"""When readers see what: by the clock alone, in whole seconds."""

import datetime

import pytest

from articles.models import Version, clock
from articles.models.clock import OPEN_END
from articles.workflow import COMMAND_LINE, publish
from tests.makers import NOON, make_change, make_draft, make_live_article, make_scheduled_article, utc
from tests.workflow.rows import every_row, refusal_of

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)
SECOND = datetime.timedelta(seconds=1)


def test_nothing_runs_at_the_hour():
    article = make_scheduled_article(at=FRIDAY)
    assert not Version.objects.live(FRIDAY - SECOND).exists()
    assert Version.objects.live(FRIDAY).get().article == article
    change = make_change(article)
    with clock.fixed(FRIDAY):
        publish(change, by=COMMAND_LINE, reason="update", at=FRIDAY + 9 * SECOND)
    assert Version.objects.live(FRIDAY + 8 * SECOND).get().number == 1
    assert Version.objects.live(FRIDAY + 9 * SECOND).get().number == 2


def test_twice_in_the_same_second_the_second_stands():
    with clock.fixed(NOON):
        article = make_live_article()
        publish(make_change(article), by=COMMAND_LINE, reason="minor")
        publish(make_change(article, body="<p>Third.</p>"), by=COMMAND_LINE, reason="update")
    assert article.versions.in_force(NOON).get().number == 3
    assert article.versions.in_force(NOON + SECOND).get().number == 3
    assert not article.versions.in_force(NOON - SECOND).exists()


@pytest.mark.parametrize(
    "at", [NOON - SECOND, utc(1, 1, 1), OPEN_END, utc(9999, 12, 31), FRIDAY.replace(tzinfo=None)]
)
def test_an_impossible_time_is_refused_in_words(at):
    article = make_draft()
    with clock.fixed(NOON):
        assert refusal_of(lambda: publish(article, by=COMMAND_LINE, at=at)) == ["time"]


def test_a_time_without_a_zone_is_named_beside_all_else():
    article = make_draft(title="")
    act = lambda: publish(article, by=COMMAND_LINE, at=datetime.datetime(2036, 5, 2, 9))  # noqa: E731
    assert refusal_of(act) == ["title", "time"]


def test_times_are_whole_seconds():
    ragged = datetime.timedelta(microseconds=987_654)
    with clock.fixed(NOON + ragged):
        article = make_draft()
        version = publish(article, by=COMMAND_LINE, at=FRIDAY + ragged)
        assert version.published_at == version.first_published_at == FRIDAY
        assert publish(article, by=COMMAND_LINE, at=NOON + ragged / 2).published_at == NOON
    for table, rows in every_row().items():
        for row in rows:
            for column, value in row.items():
                if isinstance(value, datetime.datetime):
                    assert value.microsecond == 0, (table, column)


def test_a_time_in_another_zone_is_the_same_moment():
    at = FRIDAY.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    assert make_scheduled_article(at=at).versions.get().published_at == FRIDAY
