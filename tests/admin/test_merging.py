"""Merging by clicking: choose, look, confirm; then the log."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, Merge, Pin, Topic
from articles.workflow import COMMAND_LINE, BylineEntry, merge_authors, save_revision
from tests.admin.forms import data_of, words_of
from tests.makers import make_author, make_draft, make_live_article, make_topic


def page_of(record):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/merge/"


def confirm(client, record, into):
    """Send the form of the preview, as it was drawn."""
    shown = client.get(page_of(record), {"into": into})
    return client.post(page_of(record), data_of(shown, into=shown.context["plan"].target.slug))


@pytest.fixture
def turkey(db):
    topic = make_topic("Turkey", description="The land and its neighbours.")
    topic.names.create(name="Asia Minor")
    return topic


@pytest.fixture
def turkiye(db):
    return make_topic("Türkiye")


@pytest.mark.parametrize("typed", ["Türkiye", " TÜRKİYE ", "turkiye"])
def test_the_preview_shows_what_moves_and_does_nothing(as_editor, turkey, turkiye, typed):
    for n in range(14):
        make_draft(f"Piece {n}", topics=[turkey])
    both = make_live_article("Both", topics=[turkey, turkiye])
    Pin.objects.create(topic=turkey, article=both, position=1)
    said = words_of(as_editor.get(page_of(turkey), {"into": typed}))
    for part in (
        "14 articles: Piece",
        "and 2 more",
        "1 article stays under one",
        "Turkey, Asia Minor",
        "turkey, asia-minor",
        "1 comes after those pinned there",
        "The land and its neighbours.",
        "Merge into “Türkiye”",
    ):
        assert part in said
    assert Topic.objects.count() == 2


def test_confirmed_it_is_done_and_the_log_tells_what(as_editor, turkey, turkiye):
    article = make_live_article("Straits again", topics=[turkey])
    done = confirm(as_editor, turkey, "Türkiye")
    assert done.status_code == 302
    said = words_of(as_editor.get(done.url))
    assert "“Turkey” is part of “Türkiye” now; its address leads there." in said
    merge = Merge.objects.get()
    logged = words_of(as_editor.get(f"/admin/articles/merge/{merge.pk}/change/"))
    for part in (
        "emre",
        "Türkiye",
        "Turkey, Asia Minor",
        "turkey, asia-minor",
        "Straits again",
        "The land and",
    ):
        assert part in logged
    listed = as_editor.get("/admin/articles/merge/")
    assert "Turkey" in words_of(listed)
    assert "merged the topic “Turkey” into “Türkiye”" in words_of(
        as_editor.get(f"/admin/articles/article/{article.pk}/log/")
    )


@pytest.mark.parametrize(
    ("into", "said"),
    [
        ("", "This field is required."),
        ("Nowhere", "There is no topic “Nowhere”."),
        ("???", "There is no topic “???”."),
        ("Turkey", "This is the same record: choose another one."),
    ],
)
def test_what_cannot_be_merged_is_said_and_nothing_moves(as_editor, turkey, turkiye, into, said):
    assert said in words_of(as_editor.get(page_of(turkey), {"into": into}))
    answer = as_editor.post(page_of(turkey), {"into": into})
    assert said in words_of(answer)
    assert Topic.objects.count() == 2


def test_what_changed_meanwhile_is_shown_again_before_it_moves(as_editor, turkey, turkiye):
    shown = as_editor.get(page_of(turkey), {"into": "Türkiye"})
    make_draft("Came meanwhile", topics=[turkey])
    answer = as_editor.post(page_of(turkey), data_of(shown, into="turkiye"))
    assert answer.status_code == 409
    assert "Something has changed since you looked." in words_of(answer)
    assert "Came meanwhile" in words_of(answer)
    assert Topic.objects.count() == 2
    assert as_editor.post(page_of(turkey), data_of(answer, into="turkiye")).status_code == 302


def test_sent_twice_it_is_done_once(as_editor, turkey, turkiye):
    shown = as_editor.get(page_of(turkey), {"into": "Türkiye"})
    sent = data_of(shown, into="turkiye")
    assert as_editor.post(page_of(turkey), sent).status_code == 302
    again = as_editor.post(page_of(turkey), sent, follow=True)
    assert again.status_code == 200
    assert Merge.objects.count() == 1


def test_a_form_of_the_merged_topic_still_open_is_told_and_makes_no_second_one(as_editor, turkey, turkiye):
    address = f"/admin/articles/topic/{turkey.pk}/change/"
    opened = data_of(as_editor.get(address), description="Other words.")
    confirm(as_editor, turkey, "Türkiye")
    answer = as_editor.post(address, opened)
    assert answer.status_code == 409
    assert "deleted" in words_of(answer)
    assert Topic.objects.count() == 1


def test_authors_merge_the_same_way(as_editor):
    short, leyla = make_author("L. Arslan", bio="Studies ports."), make_author("Leyla Arslan")
    article = make_live_article("Slow harbours", author=short)
    said = words_of(as_editor.get(page_of(short), {"into": "leyla arslan"}))
    for part in ("1 article: Slow harbours", "1 version stays as printed", "Studies ports.", "l-arslan"):
        assert part in said
    assert confirm(as_editor, short, "Leyla Arslan").status_code == 302
    logged = words_of(as_editor.get(f"/admin/articles/merge/{Merge.objects.get().pk}/change/"))
    assert "Slow harbours (version 1)" in logged
    assert article.bylines.get().author == leyla


def test_two_who_sign_side_by_side_are_refused_with_the_pieces(as_editor):
    short, leyla = make_author("L. Arslan"), make_author("Leyla Arslan")
    draft = make_draft("Two hands", author=short)
    save_revision(draft, by=COMMAND_LINE, bylines=[BylineEntry(short), BylineEntry(leyla)])
    shown = as_editor.get(page_of(short), {"into": "Leyla Arslan"})
    assert "sign side by side, so they are two: “Two hands”." in words_of(shown)
    assert b'name="token"' not in shown.content
    assert as_editor.post(page_of(short), {"into": "leyla-arslan"}).status_code == 409
    assert Author.objects.count() == 2


def test_of_several_namesakes_one_is_chosen_by_address(as_editor):
    first, second, third = (make_author("Leyla Arslan") for _ in range(3))
    said = words_of(as_editor.get(page_of(first), {"into": "Leyla Arslan"}))
    assert "Several authors are called “Leyla Arslan”." in said
    merge_authors(third, second, by=COMMAND_LINE)
    for address in (second.slug, "leyla-arslan-3"):
        assert as_editor.get(page_of(first), {"into": address}).context["plan"].target == second


def test_the_button_is_there_for_who_may(as_editor, turkey, writer, client):
    address = f"/admin/articles/topic/{turkey.pk}/change/"
    assert "Merge into…" in words_of(as_editor.get(address))
    client.force_login(writer)
    assert "Merge into…" not in words_of(client.get(address))


@pytest.mark.parametrize("number", [1, 3, 300])
def test_as_many_queries_for_many_pieces(as_editor, turkey, turkiye, number):
    articles = Article.objects.bulk_create(Article(title=f"D {n}", slug=f"d-{n}") for n in range(number))
    turkey.taggings.bulk_create(turkey.taggings.model(content_object=a, tag=turkey) for a in articles)
    with CaptureQueriesContext(connection) as queries:
        as_editor.get(page_of(turkey), {"into": "Türkiye"})
    # The session, the user and their permissions; the topic and its names; the other; five of the plan; the titles; the
    # publication.
    assert len(queries) == 14
    confirm(as_editor, turkey, "Türkiye")
    with CaptureQueriesContext(connection) as queries:
        as_editor.get(f"/admin/articles/merge/{Merge.objects.get().pk}/change/")
    assert len(queries) == 9
