"""A page of one question, confirmed after somebody changed the article: told who did what, and asked anew."""

import datetime

import pytest

from articles.models import Article, clock
from articles.workflow import COMMAND_LINE, cancel_scheduled, classify, publish, save_revision, withdraw
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import (
    make_article_in_review,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_user,
    make_withdrawn_article,
    utc,
)

pytestmark = pytest.mark.django_db
FRIDAY = utc(2036, 5, 2)


def scheduled():
    return make_scheduled_article(at=clock.now() + datetime.timedelta(days=30))


def changed():
    return make_change(make_live_article())


REASON = {"note": "My reason.", "withdrawn_by": "editors"}
# What each act is tried on, and what is typed on its page.
TRIED = {
    "submit": (make_draft, {"comment": "My comment."}),
    "approve": (make_article_in_review, {"comment": "My comment."}),
    "return": (make_article_in_review, {"comment": "My comment."}),
    "publish": (make_draft, {"unapproved": "on"}),
    "schedule": (make_draft, {"at": "2036-05-02T10:00", "unapproved": "on"}),
    "cancel-scheduled": (scheduled, {}),
    "correct": (changed, {}),
    "withdraw": (make_live_article, REASON),
    "reinstate": (make_withdrawn_article, {"note": "My reason."}),
    "classify": (make_live_article, {"topics": "Law"}),
    "address": (make_live_article, {"slug": "moved"}),
    "restore": (changed, {"revision": "1"}),
}


def page_of(client, article, act):
    return client.get(f"/admin/articles/article/{article.pk}/{act}/")


def send(client, article, act, page, **typed):
    return client.post(f"/admin/articles/article/{article.pk}/{act}/", data_of(page, **typed))


def state(article):
    return (
        Article.objects.values().get(pk=article.pk),
        list(article.versions.values()),
        list(article.topics.values_list("name")),
    )


@pytest.fixture
def fatma():
    return make_user("fatma", role="Publisher", first_name="Fatma", last_name="Kaya")


@pytest.mark.parametrize("act", TRIED)
def test_who_did_what_is_told_and_what_was_typed_stands(as_publisher, fatma, act):
    make, typed = TRIED[act]
    make_topic("Law")
    article = make()
    page = page_of(as_publisher, article, act)
    other = Article.objects.get(pk=article.pk)
    other.standfirst = "Theirs."
    save_revision(other, by=fatma)
    before = state(article)
    refused = send(as_publisher, article, act, page, **typed)
    assert refused.status_code == 409
    assert "Not done: this article was changed after you opened this page" in words_of(refused)
    assert "Fatma Kaya saved on" in words_of(refused)
    assert ": standfirst." in words_of(refused)
    assert state(article) == before
    for name, value in typed.items():
        if name not in ("revision", "withdrawn_by"):
            assert fields_of(refused)[name] == value
    assert send(as_publisher, article, act, refused).status_code == 302
    assert state(article) != before


def test_a_choice_that_is_none_any_more_is_told_as_moved_not_as_wrong(as_publisher, fatma):
    article = changed()
    page = page_of(as_publisher, article, "schedule")
    publish(Article.objects.get(), by=fatma, reason="minor", unapproved=True)
    typed = {"reason": "update", "note": "Mine.", "at": "2036-05-02T10:00", "unapproved": "on"}
    refused = send(as_publisher, article, "schedule", page, **typed)
    assert refused.status_code == 409
    assert "Fatma Kaya published on" in words_of(refused)
    assert "Select a valid choice" not in words_of(refused)
    assert fields_of(refused)["note"] == "Mine."


def test_the_page_shows_the_article_as_it_is_now(as_publisher, fatma):
    live = changed()
    page = page_of(as_publisher, live, "publish")
    save_revision(
        Article.objects.get(pk=live.pk), by=fatma, bylines=None, topics=None
    )  # saved without a change
    make_change(Article.objects.get(pk=live.pk), body="<p>Ports are theirs now.</p>")
    refused = send(as_publisher, live, "publish", page, reason="minor")
    assert "theirs now" in words_of(refused)


def test_a_move_without_a_save_is_told_too(as_publisher):
    live = make_live_article()
    page = page_of(as_publisher, live, "withdraw")
    classify(Article.objects.get(), [make_topic("Law")], by=COMMAND_LINE)
    refused = send(as_publisher, live, "withdraw", page, **REASON)
    assert "command line changed the topics on" in words_of(refused)


@pytest.mark.parametrize(
    ("make", "act", "meanwhile"),
    [
        (scheduled, "cancel-scheduled", lambda a: cancel_scheduled(a, by=COMMAND_LINE)),
        (make_live_article, "withdraw", lambda a: withdraw(a, by=COMMAND_LINE, note="Theirs.")),
        (changed, "correct", lambda a: withdraw(a, by=COMMAND_LINE, note="Theirs.")),
    ],
)
def test_what_another_has_done_already_is_not_asked_again(as_publisher, make, act, meanwhile):
    article = make()
    page = page_of(as_publisher, article, act)
    meanwhile(Article.objects.get(pk=article.pk))
    refused = send(as_publisher, article, act, page, **REASON)
    assert refused.status_code == 409
    assert "There is nothing left to confirm here." in words_of(refused)
    assert "command line " in words_of(refused)


def test_a_second_change_in_between_is_refused_again(as_publisher):
    live = make_live_article()
    page = page_of(as_publisher, live, "withdraw")
    for _ in range(2):
        make_change(Article.objects.get(), body=f"<p>{clock.now()} {_}</p>")
        page = send(as_publisher, live, "withdraw", page, **REASON)
        assert page.status_code == 409


def test_an_article_deleted_meanwhile(as_publisher):
    draft = make_draft()
    page = page_of(as_publisher, draft, "publish")
    Article.objects.all().delete()
    assert send(as_publisher, draft, "publish", page).status_code == 302
