"""Where an article stands for readers, read in one query for any number of articles."""

import pytest

from articles.models import Article, clock, status_of
from articles.workflow import COMMAND_LINE, publish
from tests.makers import (
    make_change,
    make_draft,
    make_live_article,
    make_reinstated_article,
    make_scheduled_article,
    make_superseded_article,
    make_withdrawn_article,
    utc,
)

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)


def status(article, at=None):
    return status_of(Article.objects.with_status(at or clock.now()).get(pk=article.pk))


def test_a_draft():
    found = status(make_draft())
    assert (found.code, found.ever_public, found.changed, found.live_number) == ("draft", False, False, None)


def test_scheduled_then_live_by_the_clock_alone():
    article = make_scheduled_article(at=FRIDAY)
    before, after = status(article, utc(2036, 5, 1)), status(article, FRIDAY)
    assert (before.code, before.waiting_number, before.waiting_at) == ("scheduled", 1, FRIDAY)
    assert not before.ever_public
    assert (after.code, after.live_number, after.live_since) == ("live", 1, FRIDAY)
    assert after.ever_public
    assert (after.waiting_number, after.waiting_lacks_changes) == (None, False)


def test_live_with_and_without_changes():
    article = make_live_article()
    assert (status(article).code, status(article).changed) == ("live", False)
    make_change(article)
    assert status(article).changed
    publish(article, by=COMMAND_LINE, reason="minor")
    assert (status(article).live_number, status(article).changed) == (2, False)


def test_topics_and_address_are_no_unpublished_change():
    article = make_live_article()
    article.topics.add("Sea lanes")
    make_change(article, body=article.body, slug="elsewhere")
    assert not status(article).changed


def test_live_while_a_change_waits():
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    found = status(article)
    assert (found.code, found.live_number, found.waiting_number) == ("live", 1, 2)
    assert found.changed
    assert not found.waiting_lacks_changes
    make_change(article, body="<p>Third.</p>")
    assert status(article).waiting_lacks_changes
    assert status(article, FRIDAY).live_number == 2


def test_withdrawn_and_reinstated():
    withdrawn, back = make_withdrawn_article(), make_reinstated_article("Back again")
    found = status(withdrawn)
    assert (found.code, found.live_number, found.changed) == ("withdrawn", None, False)
    assert found.withdrawn_since == withdrawn.versions.get(number=2).published_at
    assert found.ever_public
    assert (status(back).code, status(back).live_number, status(back).changed) == ("live", 3, False)


@pytest.mark.parametrize("count", [1, 3, 300])
def test_one_query_for_any_number(count, django_assert_num_queries):
    makers = (make_superseded_article, make_withdrawn_article, make_draft)
    for number, make in enumerate(makers[:count]):
        make(f"Piece {number}")
    Article.objects.bulk_create(Article(title=f"Row {n}") for n in range(count - 3))
    with django_assert_num_queries(1):
        codes = [status_of(article).code for article in Article.objects.with_status(clock.now())]
    assert len(codes) == count
    assert "live" in codes
