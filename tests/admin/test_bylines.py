"""Whom a byline names, and which of their descriptions it prints."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.workflow import COMMAND_LINE, BylineEntry, merge_authors, publish, save_revision
from tests.admin.forms import words_of
from tests.makers import make_author, make_draft, make_live_article, make_scheduled_article, utc

SUGGEST = "/admin/articles/article/authors/"


def suggested(client, name):
    (found,) = client.get(SUGGEST, {"q": name}).json()["suggestions"]
    return found


@pytest.fixture
def leyla(db):
    return make_author("Leyla Arslan", honorific="Dr.")


def test_a_record_that_changed_since_it_was_printed_asks_which_to_print(as_editor, leyla):
    make_live_article(at=utc(2026, 5, 3), author=leyla)
    assert "which" not in suggested(as_editor, "leyla")
    leyla.role, leyla.affiliation = "Director", "Port Authority"
    leyla.save()
    record, printed = suggested(as_editor, "leyla")["which"]
    assert record == {
        "words": "As on record: Dr. Leyla Arslan, Director, Port Authority",
        "name": "Leyla Arslan",
        "honorific": "Dr.",
        "role": "Director",
        "affiliation": "Port Authority",
    }
    assert printed["words"] == (
        "As last printed (3 May 2026): Dr. Leyla Arslan, Senior fellow, Harbour Institute"
    )
    assert (printed["role"], printed["affiliation"]) == ("Senior fellow", "Harbour Institute")


def test_last_is_the_newest_that_readers_have_seen(as_editor, leyla):
    for day, affiliation in ((1, "First"), (3, "Third"), (2, "Second")):
        draft = make_draft(f"Piece {day}", author=leyla)
        save_revision(draft, by=COMMAND_LINE, bylines=[BylineEntry(leyla, affiliation=affiliation)])
        draft.originally_published_at = utc(2020, 1, day)
        save_revision(draft, by=COMMAND_LINE)
        publish(draft, by=COMMAND_LINE)
    later = make_draft("Later", author=leyla)
    save_revision(later, by=COMMAND_LINE, bylines=[BylineEntry(leyla, affiliation="Fourth")])
    publish(later, by=COMMAND_LINE, at=utc(2090, 1, 1))
    assert suggested(as_editor, "leyla")["which"][1]["affiliation"] == "Third"


def test_what_a_merged_record_printed_counts_too(as_editor, leyla):
    short = make_author("L. Arslan", affiliation="Elsewhere")
    make_live_article(author=short)
    merge_authors(short, leyla, by=COMMAND_LINE)
    assert suggested(as_editor, "leyla")["which"][1]["name"] == "L. Arslan"


def test_a_new_author_and_one_only_scheduled_ask_nothing(as_editor, leyla):
    assert "which" not in suggested(as_editor, "leyla")
    make_scheduled_article(at=utc(2090, 1, 1), author=leyla)
    leyla.role = "Director"
    leyla.save()
    assert "which" not in suggested(as_editor, "leyla")


@pytest.mark.parametrize("number", [1, 3, 12])
def test_as_many_queries_for_many_authors(as_editor, number):
    for n in range(number):
        author = make_author(f"Leyla {n}")
        make_live_article(f"Piece {n}", author=author)
    with CaptureQueriesContext(connection) as queries:
        as_editor.get(SUGGEST, {"q": "leyla"})
    assert len(queries) == 7


def pieces(client, author, page=""):
    return client.get(f"/admin/articles/author/{author.pk}/pieces/{page}")


def test_every_piece_with_what_was_printed_then(as_editor, leyla):
    old = make_live_article("Old", at=utc(2020, 1, 1), author=leyla)
    leyla.affiliation = "Port Authority"
    leyla.save()
    make_live_article("New", at=utc(2024, 1, 1), author=leyla)
    make_scheduled_article("Later", at=utc(2090, 1, 1), author=leyla)
    make_draft("Draft", author=leyla)
    save_revision(old, by=COMMAND_LINE, bylines=[BylineEntry(make_author("Jun Park"))])
    publish(old, by=COMMAND_LINE, reason="update")
    rows = pieces(as_editor, leyla).context["pieces"]
    assert [(v.title, v.line["affiliation"], v.standing) for v in rows] == [
        ("Later", "Port Authority", "scheduled"),
        ("New", "Port Authority", ""),
        ("Old", "Harbour Institute", "version 1, no longer in force"),
    ]
    form = words_of(as_editor.get(f"/admin/articles/author/{leyla.pk}/change/"))
    for part in ("Pieces, as printed then", "Harbour Institute", "Later"):
        assert part in form


def test_what_is_not_public_yet_is_told_to_who_may_see_it(as_writer, writer, leyla):
    soon = utc(2090, 1, 1)
    make_scheduled_article("Secret of another", at=soon, author=leyla)
    make_scheduled_article("My own, scheduled", at=soon, author=leyla, by=writer)
    make_live_article("Public", author=leyla)
    assert [v.title for v in pieces(as_writer, leyla).context["pieces"]] == ["My own, scheduled", "Public"]
    assert "Secret" not in words_of(as_writer.get(f"/admin/articles/author/{leyla.pk}/change/"))


def test_each_piece_once_and_as_it_was_last_printed(as_editor, leyla):
    article = make_live_article(author=leyla)
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(leyla, affiliation="Port Authority")])
    publish(article, by=COMMAND_LINE, reason="update")
    (row,) = pieces(as_editor, leyla).context["pieces"]
    assert (row.number, row.line["affiliation"], row.standing) == (2, "Port Authority", "")


def test_pages_of_pieces(as_editor, leyla):
    for n in range(52):
        make_live_article(f"Piece {n}", at=utc(2024, 1, 1, 0, n), author=leyla)
    first, second = pieces(as_editor, leyla), pieces(as_editor, leyla, "?page=2")
    assert [v.title for v in second.context["pieces"]] == ["Piece 1", "Piece 0"]
    assert (first.context["more"], second.context["more"]) == (True, False)
    for bent in ("0", "x", "-1", "9" * 30, "99"):
        assert pieces(as_editor, leyla, f"?page={bent}").status_code == 200


def test_a_writer_reads_titles_and_opens_their_own(as_writer, writer, leyla):
    make_live_article("Another’s", author=leyla)
    mine = make_live_article("Mine", author=leyla, by=writer)
    linked = {v.title: v.linked for v in pieces(as_writer, leyla).context["pieces"]}
    assert linked == {"Another’s": False, "Mine": True}
    assert f"/admin/articles/article/{mine.pk}/change/" in pieces(as_writer, leyla).content.decode()


@pytest.mark.parametrize("number", [1, 3, 60])
def test_as_many_queries_for_many_pieces(as_editor, leyla, number):
    for n in range(number):
        make_live_article(f"Piece {n}", author=leyla)
    with CaptureQueriesContext(connection) as queries:
        pieces(as_editor, leyla)
    assert len(queries) == 8
