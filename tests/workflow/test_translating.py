"""One piece is the translation of another: one for each language, and never a chain."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles.models import Event, Translation
from articles.workflow import COMMAND_LINE, translate, withdraw
from tests.makers import make_draft, make_live_article, make_scheduled_article, make_writer, utc
from tests.workflow.rows import every_row, refusal_of

pytestmark = pytest.mark.django_db


def say(article, original):
    article.refresh_from_db()
    translate(article, original, by=COMMAND_LINE)


@pytest.fixture
def original():
    return make_live_article("Slow harbours")


@pytest.fixture
def turkish():
    return make_live_article("Yavaş limanlar", language="tr")


def test_it_is_set_changed_taken_away_and_logged(original, turkish):
    other = make_live_article("Quick harbours")
    say(turkish, original)
    say(turkish, other)
    assert Translation.objects.get().original == other
    say(turkish, None)
    assert not Translation.objects.exists()
    events = Event.objects.filter(article=turkish, action="translated").order_by("number")
    assert [event.detail for event in events] == ["of “Slow harbours”", "of “Quick harbours”", "of none"]


def test_what_changes_nothing_writes_nothing(original, turkish):
    say(turkish, original)
    before = every_row()
    say(turkish, original)
    assert every_row() == before


def test_a_draft_can_be_a_translation(original):
    draft = make_draft("Taslak", language="tr")
    say(draft, original)
    assert draft.translation.original == original
    draft.delete()
    assert not Translation.objects.exists()


def test_what_readers_do_not_find_cannot_come_and_can_stay(original, turkish):
    later = make_scheduled_article("Later", at=utc(2036, 5, 2))
    for hidden in (make_draft("Hidden"), later):
        assert refusal_of(lambda hidden=hidden: say(turkish, hidden)) == ["hidden"]
    say(turkish, original)
    original.refresh_from_db()
    withdraw(original, by=COMMAND_LINE, note="Wrong.")
    say(turkish, original)
    assert Translation.objects.get().original == original


def test_not_of_itself(original):
    assert refusal_of(lambda: say(original, original)) == ["itself"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.create(article=original, original=original)


def test_no_chains(original, turkish):
    korean = make_live_article("느린 항구", language="ko")
    say(turkish, original)
    assert refusal_of(lambda: say(korean, turkish)) == ["chain"]
    assert refusal_of(lambda: say(original, korean)) == ["original"]


def test_one_for_each_language(original, turkish):
    say(turkish, original)
    again = make_draft("Bir daha", language="tr")
    assert refusal_of(lambda: say(again, original)) == ["taken"]
    same = make_draft("English")
    assert refusal_of(lambda: say(same, original)) == ["language"]


def test_a_page_opened_before_anothers_change_is_stale(original, turkish):
    copy = type(turkish).objects.get(pk=turkish.pk)
    say(turkish, original)
    assert refusal_of(lambda: translate(copy, None, by=COMMAND_LINE)) == ["stale"]


def test_a_writer_may_not_write_on_the_pages_of_others(original):
    writer = make_writer()
    with pytest.raises(PermissionDenied, match="Ask an editor"):
        translate(make_draft(by=writer, language="tr"), original, by=writer)
