"""Nobody's work is lost to a copy opened before it."""

import threading

import pytest
from django.db import connection

from articles.models import Article
from articles.workflow import (
    COMMAND_LINE,
    Refusal,
    cancel_scheduled,
    change_address,
    classify,
    correct,
    publish,
    reinstate,
    restore_revision,
    save_revision,
    withdraw,
)
from tests.makers import (
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
    utc,
)
from tests.workflow.rows import refusal_of

FRIDAY = utc(2036, 5, 2)

ACTS = {
    "save_revision": (make_draft, lambda a: make_change(a)),
    "restore_revision": (
        lambda: make_change(make_draft()),
        lambda a: restore_revision(a, 1, by=COMMAND_LINE),
    ),
    "correct": (lambda: make_change(make_live_article()), lambda a: correct(a, by=COMMAND_LINE)),
    "publish": (make_draft, lambda a: publish(a, by=COMMAND_LINE)),
    "schedule": (make_draft, lambda a: publish(a, by=COMMAND_LINE, at=FRIDAY)),
    "cancel_scheduled": (
        lambda: make_scheduled_article(at=FRIDAY),
        lambda a: cancel_scheduled(a, by=COMMAND_LINE),
    ),
    "withdraw": (make_live_article, lambda a: withdraw(a, by=COMMAND_LINE, note="So.")),
    "reinstate": (make_withdrawn_article, lambda a: reinstate(a, by=COMMAND_LINE)),
    "classify": (make_live_article, lambda a: classify(a, [make_topic("Law")], by=COMMAND_LINE)),
    "change_address": (make_live_article, lambda a: change_address(a, "second", by=COMMAND_LINE)),
}


@pytest.fixture(params=ACTS.values(), ids=ACTS)
def case(request):
    return request.param


@pytest.mark.django_db
def test_a_stale_copy_is_refused_by_every_verb(case):
    make, act = case
    stale = Article.objects.get(pk=make().pk)
    make_topic("Law")
    make_change(Article.objects.get(pk=stale.pk), body="<p>In between.</p>")
    assert refusal_of(lambda: act(stale)) == ["stale"]


@pytest.mark.django_db
def test_every_verb_makes_older_copies_stale(case):
    make, act = case
    article = make()
    stale = Article.objects.get(pk=article.pk)
    act(article)
    stale.standfirst = "Typed before."
    assert refusal_of(lambda: save_revision(stale, by=COMMAND_LINE)) == ["stale"]


@pytest.mark.django_db
def test_the_own_copy_stays_good_for_the_next_act(case):
    make, act = case
    article = make()
    act(article)
    article.standfirst = "And so on."
    save_revision(article, by=COMMAND_LINE)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["save_revision", "restore_revision", "publish", "change_address"])
def test_an_article_deleted_in_between_is_told(name):
    article = make_change(make_draft())
    Article.objects.get(pk=article.pk).delete()
    act = ACTS[name][1]
    assert refusal_of(lambda: act(article)) == ["gone"]


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_told():
    article = make_draft()
    both, told = threading.Barrier(2), []

    def save(body):
        try:
            copy = Article.objects.get(pk=article.pk)
            both.wait()
            make_change(copy, body=body)
        except Refusal as refused:
            told.append(refused.problems[0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(f"<p>{name}</p>",)) for name in ("One", "Two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["stale"]
    assert article.revisions.count() == 2
