"""The first page of the desk: for each user what is theirs to do, and what readers see next and saw last."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Event, Stage, clock
from articles.workflow import comment_on
from articles.workflow.acting import record
from tests.admin.forms import words_of
from tests.makers import (
    make_change,
    make_draft,
    make_editor,
    make_live_article,
    make_publisher,
    make_scheduled_article,
    make_withdrawn_article,
    make_writer,
    utc,
)

pytestmark = pytest.mark.django_db
HOME = "/admin/"


def boxes(client):
    return {box.slug: box for box in client.get(HOME).context["boxes"]}


def titles(client, box):
    return [line.title for line in boxes(client)[box].lines]


def put(article, stage, action, by):
    """Into a stage, with its line in the log."""
    with clock.fixed(clock.now()):
        record(article, action, by=by)
        Article.objects.filter(pk=article.pk).update(stage=stage, stage_since=clock.now())
    return article


def tomorrow(days=1):
    return clock.now() + datetime.timedelta(days=days)


def test_yours_are_the_texts_readers_do_not_have(client):
    wanda = make_writer()
    make_draft("Others’ draft")
    make_draft("Draft", by=wanda)
    make_live_article("Published", by=wanda)
    make_change(make_live_article("Changed", by=wanda))
    make_scheduled_article("Scheduled", by=wanda, at=tomorrow())
    client.force_login(wanda)
    assert set(titles(client, "mine")) == {"Draft", "Changed"}


def test_what_waits_depends_on_what_one_may_do(client):
    wanda, emre, priya = make_writer(), make_editor(), make_publisher()
    put(make_draft("Wanda’s, in review", by=wanda), Stage.IN_REVIEW, "submitted", wanda)
    put(make_draft("Emre’s, in review", by=emre), Stage.IN_REVIEW, "submitted", emre)
    put(make_draft("Approved", by=wanda), Stage.APPROVED, "approved", emre)
    put(make_draft("Returned", by=wanda), Stage.DRAFTING, "returned", emre)
    put(make_live_article("Approved and published", by=wanda), Stage.APPROVED, "approved", emre)
    make_draft("Draft", by=wanda)
    found = {}
    for user in (wanda, emre, priya):
        client.force_login(user)
        found[user.username] = set(titles(client, "waiting"))
        listed = client.get("/admin/articles/article/?waiting=me").context["cl"].result_list
        assert {article.title for article in listed} == found[user.username]
    assert found == {
        "wanda": {"Returned"},
        "emre": {"Wanda’s, in review"},
        "priya": {"Wanda’s, in review", "Emre’s, in review", "Approved"},
    }


def test_what_was_returned_and_submitted_again_waits_for_its_writer_no_more(client):
    wanda = make_writer()
    article = put(make_draft("Again", by=wanda), Stage.DRAFTING, "returned", make_editor())
    later = tomorrow()
    Article.objects.filter(pk=article.pk).update(stage_since=later)
    client.force_login(wanda)
    assert titles(client, "waiting") == []


def test_each_line_says_who_did_what_when_and_leads_to_the_article(as_editor):
    wanda = make_writer()
    with clock.fixed(utc(2026, 3, 2, 12)):
        article = make_draft("Slow harbours", by=wanda)
        put(article, Stage.IN_REVIEW, "submitted", wanda)
        make_live_article("Quick harbours", by=make_publisher("pia"))
    page = as_editor.get(HOME)
    assert "Slow harbours in review · wanda · 2 Mar 2026, 15:00 (12:00 UTC)" in words_of(page)
    assert (
        "Quick harbours version 1, first publication · command line · 2 Mar 2026, 15:00 (12:00 UTC)"
        in words_of(page)
    )
    assert f'href="/admin/articles/article/{article.pk}/change/"' in page.content.decode()


def test_a_line_does_not_say_saved_of_what_was_not(client):
    wanda = make_writer()
    with clock.fixed(utc(2026, 3, 2, 12)):
        article = make_draft("Slow harbours", by=wanda)
    client.force_login(wanda)
    assert "Slow harbours created the draft · wanda · 2 Mar 2026, 15:00" in words_of(client.get(HOME))
    with clock.fixed(utc(2026, 3, 3, 12)):
        comment_on(article, by=make_editor(), text="A source, please.")
    assert "Slow harbours commented · emre · 3 Mar 2026, 15:00" in words_of(client.get(HOME))


def test_scheduled_changed_and_published_in_the_order_one_needs_them(as_publisher):
    make_scheduled_article("Later", at=tomorrow(5))
    make_scheduled_article("Sooner", at=tomorrow(2))
    make_live_article("Old", at=utc(2026, 1, 1))
    make_live_article("New", at=utc(2026, 2, 1))
    make_withdrawn_article("Withdrawn", at=utc(2026, 2, 2))
    make_change(make_live_article("Changed", at=utc(2026, 1, 15)))
    assert titles(as_publisher, "next") == ["Sooner", "Later"]
    assert titles(as_publisher, "published") == ["New", "Changed", "Old"]
    assert titles(as_publisher, "changed") == ["Changed"]


def test_a_writer_finds_only_their_own(client):
    wanda = make_writer()
    for by, name in ((wanda, "Own"), (make_writer("walid"), "Other")):
        make_change(make_live_article(f"{name} changed", by=by))
        make_scheduled_article(f"{name} scheduled", at=tomorrow(), by=by)
        put(make_draft(f"{name} in review", by=by), Stage.IN_REVIEW, "submitted", by)
    Article.objects.filter(title__startswith="Own").update(owner=wanda)
    client.force_login(wanda)
    page = words_of(client.get(HOME))
    assert "Own changed" in page
    assert "Other" not in page


def test_empty_boxes_speak(as_publisher):
    said = words_of(as_publisher.get(HOME))
    for words in (
        "Nothing waits for you.",
        "You have no text in hand",
        "Nothing is scheduled.",
        "Readers have the latest words of every text.",
        "Nothing has been published yet.",
    ):
        assert words in said


def test_a_writers_empty_boxes_do_not_speak_of_the_house(as_writer):
    make_change(make_live_article("Another’s"))
    said = words_of(as_writer.get(HOME))
    for words in (
        "of all that is yours.",
        "Nothing of yours is scheduled.",
        "Nothing of yours has been published",
    ):
        assert words in said
    assert "Nothing has been published yet." not in said


def test_staff_without_a_role_see_no_boxes(as_guest):
    make_live_article("Live")
    page = as_guest.get(HOME)
    assert "Live" not in words_of(page)
    assert "Recently published" not in words_of(page)


@pytest.mark.parametrize(
    ("box", "make"),
    [
        ("mine", lambda user, n: make_draft(f"Draft {n}", by=user)),
        ("changed", lambda user, n: make_change(make_live_article(f"Changed {n}"))),
        ("next", lambda user, n: make_scheduled_article(f"Next {n}", at=tomorrow())),
        ("published", lambda user, n: make_live_article(f"Live {n}")),
        ("waiting", lambda user, n: put(make_draft(f"W {n}"), Stage.IN_REVIEW, "submitted", user)),
    ],
)
def test_more_than_five_lead_to_the_list_of_all_of_them(client, box, make):
    priya = make_publisher()
    client.force_login(priya)
    for number in range(6):
        make(priya, number)
    shown = boxes(client)[box]
    assert (len(shown.lines), shown.has_more) == (5, True)
    page = client.get(HOME).content.decode()
    assert f'href="{shown.address}"' in page
    assert len(client.get(shown.address).context["cl"].result_list) == 6


# The session, the user, what user and groups may do; whether there is a publication, asked twice by Django's list of
# records, and the publication; what waits, in three; the four other boxes; the months and the topics.
PUBLISHERS_HOME = 16


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_first_page_asks_a_constant_number_of_questions(as_publisher, number):
    articles = Article.objects.bulk_create(
        Article(title=f"Draft {n}", content_hash="words", stage=Stage.IN_REVIEW) for n in range(number)
    )
    Event.objects.bulk_create(
        Event(article=article, number=1, at=clock.now(), by_name="wanda", action="submitted")
        for article in articles
    )
    make_live_article("Live")
    with CaptureQueriesContext(connection) as captured:
        as_publisher.get(HOME)
    assert len(captured) == PUBLISHERS_HOME
    counted = [query["sql"] for query in captured if "COUNT(" in query["sql"]]
    assert len(counted) == 1, "the picture counts the months of two years"
    assert "first_published_at" in counted[0]
