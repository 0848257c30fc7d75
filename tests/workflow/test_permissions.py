"""Who may do what: each verb, by everyone, with its line in the log."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from articles.models import Article, Event, clock
from articles.workflow import (
    approve,
    cancel_scheduled,
    change_address,
    classify,
    comment_on,
    correct,
    create_draft,
    publish,
    reinstate,
    relate,
    restore_revision,
    return_to_author,
    save_revision,
    submit,
    withdraw,
)
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
from tests.workflow.rows import every_row

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)
ROLES = [None, "Writer", "Editor", "Publisher"]


class Verb(NamedTuple):
    make: Callable
    act: Callable
    least: str
    action: str


def save(article, by):
    article.title = "Quick harbours"
    save_revision(article, by=by)


VERBS = {
    "create_draft": Verb(make_draft, lambda a, by: create_draft(by=by, title="New"), "Writer", "created"),
    "save_revision": Verb(make_draft, save, "Editor", "saved"),
    "save_revision, live": Verb(make_live_article, save, "Editor", "saved"),
    "restore_revision": Verb(
        lambda: make_change(make_draft()), lambda a, by: restore_revision(a, 1, by=by), "Editor", "restored"
    ),
    "correct": Verb(
        lambda: make_change(make_live_article()), lambda a, by: correct(a, by=by), "Editor", "correcting"
    ),
    "submit": Verb(make_draft, lambda a, by: submit(a, by=by), "Editor", "submitted"),
    "return_to_author": Verb(
        make_article_in_review,
        lambda a, by: return_to_author(a, by=by, comment="Shorter."),
        "Editor",
        "returned",
    ),
    "approve": Verb(make_article_in_review, lambda a, by: approve(a, by=by), "Editor", "approved"),
    "comment_on": Verb(make_draft, lambda a, by: comment_on(a, by=by, text="Why?"), "Editor", "commented"),
    "publish": Verb(make_draft, lambda a, by: publish(a, by=by, unapproved=True), "Publisher", "published"),
    "schedule": Verb(
        make_draft, lambda a, by: publish(a, by=by, at=FRIDAY, unapproved=True), "Publisher", "scheduled"
    ),
    "cancel_scheduled": Verb(
        lambda: make_scheduled_article(at=FRIDAY),
        lambda a, by: cancel_scheduled(a, by=by),
        "Publisher",
        "cancelled",
    ),
    "withdraw": Verb(
        make_live_article, lambda a, by: withdraw(a, by=by, note="Wrong."), "Publisher", "withdrawn"
    ),
    "reinstate": Verb(make_withdrawn_article, lambda a, by: reinstate(a, by=by), "Publisher", "reinstated"),
    "classify": Verb(
        make_live_article, lambda a, by: classify(a, [make_topic("Ports")], by=by), "Editor", "classified"
    ),
    "relate": Verb(
        lambda: make_live_article("Quick ports") and make_draft(),
        lambda a, by: relate(a, [("replies", Article.objects.get(slug="quick-ports"))], by=by),
        "Editor",
        "related",
    ),
    "change_address": Verb(
        make_live_article, lambda a, by: change_address(a, "new-address", by=by), "Editor", "addressed"
    ),
}


@pytest.fixture(params=VERBS.values(), ids=VERBS)
def verb(request):
    return request.param


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_or_may_not(verb, role):
    article, user = verb.make(), make_user(role=role)
    make_topic("Ports")
    before = every_row()
    if ROLES.index(role) < ROLES.index(verb.least):
        with pytest.raises(PermissionDenied, match=r".+"):
            verb.act(article, user)
        assert every_row() == before
    else:
        verb.act(article, user)
        entry = Event.objects.order_by("-pk").first()
        assert (entry.action, entry.by, entry.by_name) == (verb.action, user, "defne")
        assert entry.at.microsecond == 0
        assert abs((clock.now() - entry.at).total_seconds()) < 60


@pytest.mark.parametrize("superuser", [False, True])
def test_a_closed_account_may_do_nothing(verb, superuser):
    article = verb.make()
    user = make_user(role="Publisher", is_active=False, is_superuser=superuser)
    user.has_perm = lambda permission, obj=None: True  # whatever a backend of another login may say
    make_topic("Ports")
    before = every_row()
    with pytest.raises(PermissionDenied):
        verb.act(article, user)
    assert every_row() == before


def test_a_visitor_may_do_nothing(verb):
    article = verb.make()
    make_topic("Ports")
    before = every_row()
    with pytest.raises(PermissionDenied):
        verb.act(article, AnonymousUser())
    assert every_row() == before


def test_a_superuser_may_do_everything(verb, superuser):
    verb.act(verb.make(), superuser)
    assert Event.objects.order_by("-pk").first().by == superuser


def test_each_act_writes_one_line_more_numbered_in_order(verb, superuser):
    article = verb.make()
    before = article.events.count()
    verb.act(article, superuser)
    numbers = list(article.events.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > before or verb.action == "created"


def test_a_name_in_the_log_is_the_persons_where_there_is_one():
    user = make_user(role="Writer", first_name="Defne", last_name="Aydın")
    assert create_draft(by=user, title="New").events.get().by_name == "Defne Aydın"


def test_a_writer_saves_the_own_draft_until_it_is_public():
    writer = make_user(role="Writer")
    article = make_draft(by=writer)
    save(article, writer)
    publish(article, by=make_user("priya", "Publisher"), at=FRIDAY, unapproved=True)
    article.standfirst = "While it waits."
    save_revision(article, by=writer)
    with clock.fixed(FRIDAY), pytest.raises(PermissionDenied, match="editor"):
        save_revision(article, by=writer)


def test_a_writer_does_not_save_a_withdrawn_piece():
    writer = make_user(role="Writer")
    article = make_withdrawn_article(by=writer)
    with pytest.raises(PermissionDenied):
        save(article, writer)


def test_a_draft_nobody_owns_is_no_writers():
    article = make_draft()
    assert article.owner is None
    with pytest.raises(PermissionDenied):
        save(article, make_user(role="Writer"))
