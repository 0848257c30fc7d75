"""The kept texts of an article as a list, and its log: paged by number, the same few queries for any number of rows."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Event, Revision, clock
from articles.workflow import COMMAND_LINE, BylineEntry, classify, publish, save_revision
from tests.admin.forms import fields_of, words_of
from tests.makers import (
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_topic,
    make_withdrawn_article,
    utc,
)

# The session, the user, what the user and the groups may do (two), the article; the newest number, the page of texts,
# the versions made of them, whether any is live; the publication, whether it is there and its name. The log: the newest
# number, the page of lines, the newest text.
HISTORY, LOG = 11, 10


def address(article, page="history"):
    return f"/admin/articles/article/{article.pk}/{page}/"


def numbers(response):
    return [
        int(number) for number in re.findall(r"<strong>Revision (\d+)</strong>", response.content.decode())
    ]


def fill(article, count):
    """So many more texts, and as many lines of the log."""
    first = article.revisions.get()
    times = [utc(2030, 1, 1) + datetime.timedelta(minutes=n) for n in range(count + 2)]
    Revision.objects.bulk_create(
        Revision(
            article=article,
            number=n,
            created_at=times[n],
            by_name="Ece",
            data=first.data,
            changed=["title"],
            content_hash=first.content_hash,
        )
        for n in range(2, count + 2)
    )
    start = article.events.count() + 1
    Event.objects.bulk_create(
        Event(article=article, number=start + n, at=times[n], by_name="Ece", action="saved", revision=n + 2)
        for n in range(count)
    )


def test_each_text_says_who_when_why_and_what_changed(as_publisher):
    with clock.fixed(utc(2030, 5, 3, 9, 30)):
        article = make_draft("First title")
        article.title, article.standfirst = "Second title", "Other words."
        save_revision(
            article, by=COMMAND_LINE, comment="Proofread", bylines=[BylineEntry(make_author("Mina Kaya"))]
        )
    said = words_of(as_publisher.get(address(article)))
    assert "Revision 2 3 May 2030, 12:30, command line Title, Standfirst, Authors · Proofread" in said
    assert "Revision 1 3 May 2030, 12:30, command line The first text" in said
    assert "Times: Europe/Istanbul" in said


def test_topics_and_address_are_named_too(as_publisher):
    article = make_live_article()
    classify(article, [make_topic("Energy")], by=COMMAND_LINE)
    assert "command line Topics · Topics" in words_of(as_publisher.get(address(article)))


def test_what_was_published_and_where_it_stands(as_publisher):
    article = make_live_article()
    make_change(article)
    publish(article, by=COMMAND_LINE, reason="update")
    make_change(article, body="<p>Third.</p>")
    publish(article, by=COMMAND_LINE, reason="minor", at=clock.now() + datetime.timedelta(days=3))
    said = words_of(as_publisher.get(address(article)))
    three, two, one = said.split("Revision ")[1:4]
    assert "Version 3 · Minor change, waits for" in three
    assert "Version 2 · Update, readers see it now" in two
    assert "Version 1 · First publication, until" in one


def test_a_withdrawn_text_is_not_called_what_readers_see(as_publisher):
    said = words_of(as_publisher.get(address(make_withdrawn_article())))
    assert "Version 1 · First publication, until" in said
    assert "readers see it now" not in said


def test_the_text_readers_see_is_said(as_publisher):
    article = make_change(make_live_article())
    said = words_of(as_publisher.get(address(article)))
    assert "Version 1 · First publication, readers see it now" in said
    assert "Against what readers see" in said
    assert "Against what readers see" not in words_of(as_publisher.get(address(make_draft("Draft"))))


def test_the_two_newest_are_chosen_for_comparison(as_publisher):
    article = make_change(make_change(make_draft()), body="<p>Third.</p>")
    assert fields_of(as_publisher.get(address(article))).getlist("to") == ["3"]
    assert fields_of(as_publisher.get(address(article))).getlist("from")[-1] == "2"


def test_every_text_but_the_newest_is_put_back_from_here(as_publisher):
    article = make_change(make_draft())
    page = as_publisher.get(address(article)).content.decode()
    assert f'{address(article, "restore")}?revision=1"' in page
    assert f'{address(article, "restore")}?revision=2"' not in page


def test_who_may_not_change_it_is_offered_nothing(as_writer, writer):
    article = make_change(make_draft(by=writer))
    assert "Put this text back" in words_of(as_writer.get(address(article)))
    publish(article, by=COMMAND_LINE)
    assert "Put this text back" not in words_of(as_writer.get(address(article)))


@pytest.mark.parametrize("count", [0, 2, 299])
def test_queries_are_the_same_for_any_number_of_texts(as_publisher, count):
    article = make_live_article()
    fill(article, count)
    for page, expected in (("history", HISTORY), ("log", LOG)):
        with CaptureQueriesContext(connection) as captured:
            assert as_publisher.get(address(article, page)).status_code == 200
        assert len(captured) == expected, page
        asked = " ".join(query["sql"] for query in captured)
        assert "COUNT(" not in asked
        assert '"articles_revision"."data"' not in asked


def test_pages_lead_through_all_texts_and_back(as_publisher):
    article = make_draft()
    fill(article, 120)
    first = as_publisher.get(address(article))
    second = as_publisher.get(address(article), {"before": "72"})
    third = as_publisher.get(address(article), {"before": "22"})
    assert [*numbers(first), *numbers(second), *numbers(third)] == list(range(121, 0, -1))
    assert 'href="?before=72" rel="next"' in first.content.decode()
    assert 'rel="prev"' not in first.content.decode()
    assert 'href="?before=122" rel="prev"' in second.content.decode()
    assert 'href="?before=22" rel="next"' in second.content.decode()
    assert 'rel="next"' not in third.content.decode()
    assert f'{address(article, "restore")}?revision=71"' in second.content.decode()


@pytest.mark.parametrize("before", ["0", "-5", "x", "9" * 40, "٣", "1"])
def test_a_bent_address_shows_a_page_all_the_same(as_publisher, before):
    article = make_change(make_draft())
    for page in ("history", "log"):
        assert as_publisher.get(address(article, page), {"before": before}).status_code == 200


def test_the_log_is_paged_and_stands_beside_the_texts(as_publisher):
    article = make_draft()
    fill(article, 120)
    log = as_publisher.get(address(article, "log")).content.decode()
    assert log.count("<time") == 50
    assert 'rel="next"' in log
    assert f'href="{address(article, "log")}"' in as_publisher.get(address(article)).content.decode()
    assert f'href="{address(article)}"' in log


def test_an_article_that_is_not_there_is_told(as_publisher):
    for page in ("history", "log", "compare"):
        answer = as_publisher.get(f"/admin/articles/article/999/{page}/", follow=True)
        assert "There is no such article. Perhaps it was deleted." in words_of(answer)
