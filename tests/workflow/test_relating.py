"""One piece takes up another: at once, once, and never in a circle."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles.models import Event, Relation, clock
from articles.workflow import COMMAND_LINE, relate, withdraw
from tests.makers import make_draft, make_live_article, make_scheduled_article, make_writer, utc
from tests.workflow.rows import every_row, refusal_of

pytestmark = pytest.mark.django_db


def say(article, *pairs):
    article.refresh_from_db()
    relate(article, pairs, by=COMMAND_LINE)


def said(article):
    return {(row.type, row.target.title) for row in article.relations.all()}


@pytest.fixture
def a():
    return make_live_article("A")


@pytest.fixture
def b():
    return make_live_article("B")


@pytest.fixture
def c():
    return make_live_article("C")


def test_it_is_replaced_as_a_whole_and_logged(a, b, c):
    say(a, ("replies", b), ("disagrees", b))
    assert said(a) == {("replies", "B"), ("disagrees", "B")}
    kept = a.relations.get(type="disagrees").pk
    say(a, ("disagrees", b), ("updates", c))
    assert said(a) == {("disagrees", "B"), ("updates", "C")}
    assert a.relations.get(type="disagrees").pk == kept
    events = Event.objects.filter(article=a, action="related").order_by("number")
    assert [event.detail for event in events] == [
        "Replies to “B”; Disagrees with “B”",
        "Disagrees with “B”; Updates “C”",
    ]
    say(a)
    assert said(a) == set()
    assert events.last().detail == "none any more"


def test_what_changes_nothing_writes_nothing(a, b):
    say(a, ("replies", b))
    before = every_row()
    say(a, ("replies", b), ("replies", b))
    assert every_row() == before


def test_a_draft_can_take_up_a_live_piece(b):
    draft = make_draft("Draft")
    say(draft, ("continues", b))
    assert said(draft) == {("continues", "B")}


def test_what_readers_do_not_find_cannot_come_and_can_stay(a, b):
    draft = make_draft("Hidden")
    later = make_scheduled_article("Later", at=utc(2036, 5, 2))
    assert refusal_of(lambda: say(a, ("replies", draft), ("updates", later))) == ["hidden", "hidden"]
    say(a, ("replies", b))
    withdraw(b, by=COMMAND_LINE, note="Wrong.")
    say(a, ("replies", b))
    assert said(a) == {("replies", "B")}


def test_not_itself(a):
    assert refusal_of(lambda: say(a, ("disagrees", a))) == ["itself"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(source=a, type="replies", target=a)


@pytest.mark.parametrize("way", ["replies", "updates", "continues"])
def test_no_circle(a, b, c, way):
    say(b, ("replies", a))
    say(c, (way, b))
    assert refusal_of(lambda: say(a, (way, c))) == ["circle"]
    say(a, ("disagrees", c))


def test_a_chain_that_was_cut_is_no_circle(a, b, c):
    say(b, ("replies", a))
    say(c, ("replies", b))
    say(b)
    say(a, ("replies", c))
    assert said(a) == {("replies", "C")}


def test_two_disagree_once(a, b):
    say(a, ("disagrees", b))
    assert refusal_of(lambda: say(b, ("disagrees", a))) == ["turned"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(source=b, type="disagrees", target=a)


def test_a_page_opened_before_anothers_change_is_stale(a, b, c):
    copy = type(a).objects.get(pk=a.pk)
    say(a, ("replies", b))
    assert refusal_of(lambda: relate(copy, [("replies", c)], by=COMMAND_LINE)) == ["stale"]


def test_too_many(a):
    others = [make_live_article(f"Nr {n}") for n in range(21)]
    assert refusal_of(lambda: say(a, *(("replies", other) for other in others))) == ["many"]


def test_a_writer_may_not_write_on_the_pages_of_others(b):
    writer = make_writer()
    with pytest.raises(PermissionDenied, match="Ask an editor"):
        relate(make_draft(by=writer), [("replies", b)], by=writer)


def test_a_deleted_draft_takes_its_relations_along(b):
    draft = make_draft("Draft")
    say(draft, ("replies", b))
    draft.delete()
    assert not Relation.objects.exists()
    assert b.versions.live(clock.now()).exists()
