import pytest
from django.db import connection, models, transaction

from articles.models import PrintedByline, Version, WithdrawnBy, clock
from articles.models.immutability import lifted
from articles.workflow import COMMAND_LINE, publish, reinstate, withdraw
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_reinstated_article,
    make_scheduled_article,
    make_superseded_article,
    make_withdrawn_article,
    utc,
)
from tests.workflow.rows import every_row, refusal_of

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)
TEXT = (
    *("kind", "language", "title", "standfirst", "originally_at", "source", "body", "outline", "endnotes"),
    *("bylines", "disclaimer", "words", "text_hash", "first_published_at", "content_hash", "revision_number"),
)


def text_of(version):
    return {column: getattr(version, column) for column in TEXT}


def test_a_withdrawal_is_a_version_without_the_text():
    with clock.fixed(NOON):
        article = make_live_article(body="<h2>Quays</h2><p>Ports.</p>", originally_at="Daily Example")
    version = withdraw(article, by=COMMAND_LINE, note=" The figures\ndid not hold. ")
    version.refresh_from_db()
    assert (version.number, version.reason, version.note) == (2, "withdrawal", "The figures did not hold.")
    assert (version.title, version.originally_at) == ("Slow harbours", "Daily Example")
    assert [line["name"] for line in version.bylines] == ["Leyla Arslan"]
    assert (version.source, version.body, version.standfirst, version.disclaimer) == ("", "", "", "")
    assert (version.outline, version.endnotes, version.words, version.text_hash) == ([], [], 0, "")
    assert version.first_published_at == NOON
    assert not Version.objects.live(clock.now()).exists()
    assert Version.objects.in_force(clock.now()).get() == version
    assert "Ports." in article.versions.get(number=1).body


@pytest.mark.parametrize("whose", WithdrawnBy.values)
def test_a_withdrawal_says_at_whose_wish_and_the_log_in_words(whose):
    article = make_live_article()
    version = withdraw(article, by=COMMAND_LINE, note="So.", withdrawn_by=whose)
    version.refresh_from_db()
    assert (version.withdrawn_by, version.successor) == (whose, None)
    assert article.events.first().detail == f"{WithdrawnBy(whose).label}: So."


def test_a_withdrawal_names_the_article_that_takes_its_place():
    article, other = make_live_article(), make_live_article("Quick harbours")
    version = withdraw(article, by=COMMAND_LINE, note="So.", successor=other)
    version.refresh_from_db()
    assert version.successor == other
    assert article.events.first().detail == "in favour of “Quick harbours”, by the editors: So."


def test_the_log_names_the_article_in_its_place_however_long_the_reason():
    article, other = make_live_article(), make_live_article("Quick harbours")
    withdraw(article, by=COMMAND_LINE, note="So. " * 300, successor=other)
    assert "Quick harbours" in article.events.first().detail


@pytest.mark.parametrize(
    "make", [make_draft, make_withdrawn_article, lambda t: make_scheduled_article(t, at=FRIDAY)]
)
def test_what_readers_cannot_see_takes_no_place(make):
    article, other = make_live_article(), make("Quick harbours")
    act = lambda: withdraw(article, by=COMMAND_LINE, note="So.", successor=other)  # noqa: E731
    assert refusal_of(act) == ["successor"]


def test_an_article_does_not_take_its_own_place():
    article = make_live_article()
    act = lambda: withdraw(article, by=COMMAND_LINE, note="So.", successor=article)  # noqa: E731
    assert refusal_of(act) == ["successor"]


@pytest.mark.parametrize("whose", ["", "nobody"])
def test_a_withdrawal_at_nobodys_wish_is_refused(whose):
    article = make_live_article()
    act = lambda: withdraw(article, by=COMMAND_LINE, note="So.", withdrawn_by=whose)  # noqa: E731
    assert refusal_of(act) == ["by-whom"]


def test_the_replacement_is_what_stands_in_the_end():
    """A gives way to B, B to C: who comes for A is led to C, and to nothing once C is gone."""
    a, b, c = (make_live_article(title) for title in ("A", "B", "C"))
    tombstone = withdraw(a, by=COMMAND_LINE, note="So.", successor=b)
    assert tombstone.replacement(clock.now()).article == b
    withdraw(b, by=COMMAND_LINE, note="So.", successor=c)
    assert tombstone.replacement(clock.now()).article == c
    withdraw(c, by=COMMAND_LINE, note="So.")
    assert tombstone.replacement(clock.now()) is None
    reinstate(b, by=COMMAND_LINE)
    assert tombstone.replacement(clock.now()).article == b


def test_a_ring_of_replacements_leads_nowhere():
    """The workflow makes none, a fixture edited by hand might: a reader's page must not go round in it."""
    a, b = make_live_article("A"), make_live_article("B")
    tombstone = withdraw(a, by=COMMAND_LINE, note="So.", successor=b)
    other = withdraw(b, by=COMMAND_LINE, note="So.")
    with transaction.atomic(), lifted(connection):
        models.QuerySet(Version).filter(pk=other.pk).update(successor=a)
    assert tombstone.replacement(clock.now()) is None


@pytest.mark.parametrize("note", ["", " \n"])
def test_a_withdrawal_gives_its_reason(note):
    article = make_live_article()
    assert refusal_of(lambda: withdraw(article, by=COMMAND_LINE, note=note)) == ["note"]


def test_all_that_is_in_the_way_of_a_withdrawal_is_named_at_once():
    article = make_draft()
    assert refusal_of(lambda: withdraw(article, by=COMMAND_LINE, note="")) == ["not-live", "note"]


@pytest.mark.parametrize(
    "make", [make_draft, make_withdrawn_article, lambda: make_scheduled_article(at=FRIDAY)]
)
def test_what_readers_cannot_see_is_not_withdrawn(make):
    article = make()
    assert refusal_of(lambda: withdraw(article, by=COMMAND_LINE, note="So.")) == ["not-live"]


@pytest.mark.parametrize(
    "make",
    [make_draft, make_live_article, make_reinstated_article, lambda: make_scheduled_article(at=FRIDAY)],
)
def test_what_is_not_withdrawn_is_not_reinstated(make):
    article = make()
    assert refusal_of(lambda: reinstate(article, by=COMMAND_LINE)) == ["not-withdrawn"]


def test_a_withdrawal_cancels_what_waits():
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    withdraw(article, by=COMMAND_LINE, note="So.")
    assert [v.reason for v in article.versions.order_by("number")] == ["first", "withdrawal"]
    actions = list(article.events.order_by("number").values_list("action", flat=True))
    assert actions[-3:] == ["scheduled", "cancelled", "withdrawn"]
    assert Version.objects.in_force(FRIDAY).get().reason == "withdrawal"


def test_reinstated_is_the_text_that_was_live_before():
    article = make_superseded_article(body="<p>Second.</p>")
    make_change(article, body="<p>Never published.</p>")
    withdraw(article, by=COMMAND_LINE, note="So.")
    make_change(article, body="<p>Nor this.</p>", title="Quick harbours")
    version = reinstate(article, by=COMMAND_LINE, note=" It  held. ")
    version.refresh_from_db()
    assert (version.number, version.reason, version.note) == (4, "reinstatement", "It held.")
    assert text_of(version) == text_of(article.versions.get(number=2))
    article.refresh_from_db()
    assert (article.title, article.body) == ("Quick harbours", "<p>Nor this.</p>")


def test_a_text_withdrawn_twice_comes_back_whole():
    article = make_reinstated_article()
    withdraw(article, by=COMMAND_LINE, note="Again.")
    reinstate(article, by=COMMAND_LINE)
    assert text_of(article.versions.get(number=5)) == text_of(article.versions.get(number=1))


def test_withdrawing_and_reinstating_declare_no_update():
    article = make_change(make_live_article())
    with clock.fixed(utc(2036, 1, 1)):
        updated = publish(article, by=COMMAND_LINE, reason="update").updated_at
    with clock.fixed(utc(2036, 1, 2)):
        assert withdraw(article, by=COMMAND_LINE, note="So.").updated_at == updated
    with clock.fixed(utc(2036, 1, 3)):
        assert reinstate(article, by=COMMAND_LINE).updated_at == updated
    assert updated == utc(2036, 1, 1)


def test_who_was_printed_is_found_again_in_the_same_order():
    article = make_live_article()
    line = article.versions.get().printed_bylines.get()
    printed = [(line.author_id, line.position, line.first_published_at)]
    make_change(article)
    withdraw(article, by=COMMAND_LINE, note="So.")
    article.bylines.update(author=make_author("Mina Kaya"))
    reinstate(article, by=COMMAND_LINE)
    for number in (1, 2, 3):
        rows = PrintedByline.objects.filter(version__article=article, version__number=number)
        assert list(rows.values_list("author_id", "position", "first_published_at")) == printed


def test_a_second_withdrawal_in_the_same_second_is_refused():
    with clock.fixed(NOON):
        article = make_withdrawn_article()
        assert refusal_of(lambda: withdraw(article, by=COMMAND_LINE, note="So.")) == ["not-live"]
        reinstate(article, by=COMMAND_LINE)
        assert Version.objects.live(NOON).get().number == 3


def test_reinstating_asks_nothing_of_the_working_copy():
    """What was printed was ready then; an author's approval or an emptied draft have no say in it."""
    article = make_withdrawn_article()
    make_change(article, body="", title="")
    version = reinstate(article, by=COMMAND_LINE)
    assert version.title == "Slow harbours"


def test_typed_but_unsaved_words_go_nowhere():
    article = make_live_article()
    before = every_row()["articles.Revision"]
    article.title = article.body = "Typed"
    withdraw(article, by=COMMAND_LINE, note="So.")
    reinstate(article, by=COMMAND_LINE)
    assert every_row()["articles.Revision"] == before
    assert {v.title for v in article.versions.all()} == {"Slow harbours"}
