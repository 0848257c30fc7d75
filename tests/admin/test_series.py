"""Series on the desk: lines of a place and a piece."""

import re

import pytest

from articles.models import Series
from tests.admin.forms import data_of, words_of
from tests.makers import make_draft, make_live_article, make_series

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/series/add/"


def address(series):
    return f"/admin/articles/series/{series.pk}/change/"


def save(client, path, **sent):
    return client.post(path, data_of(client.get(path), _save="1", **sent), follow=True)


def order(series):
    return [part.article.title for part in series.parts.all()]


@pytest.fixture
def pieces():
    return [
        make_live_article("One"),
        make_draft("Two"),
        make_live_article("Three"),
        make_live_article("Four"),
    ]


def test_an_editor_makes_a_series_and_readers_find_it(as_editor, client, pieces):
    parts = ["Two", "/articles/one/", "three"]
    save(as_editor, ADD, title="Harbours", description="<p>Why.<script>x()</script></p>", parts=parts)
    series = Series.objects.get()
    assert (series.slug, series.description, order(series)) == (
        "harbours",
        "<p>Why.</p>",
        ["Two", "One", "Three"],
    )
    assert "Part 1 of 2" in client.get("/articles/one/").content.decode()
    assert 'href="/series/harbours/"' in as_editor.get(address(series)).content.decode()


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["1", "2", "3", "4"], ["One", "Two", "Three", "Four"]),
        (["1", "2", "3", "1"], ["Four", "One", "Two", "Three"]),
        (["3", "2", "3", "4"], ["Two", "Three", "One", "Four"]),
        (["1", "4", "3", "2"], ["One", "Four", "Three", "Two"]),
        (["9", "x", "", "4"], ["Two", "Three", "Four", "One"]),
    ],
)
def test_a_piece_moves_to_the_number_it_is_given(as_editor, pieces, places, expected):
    series = make_series(articles=pieces)
    sent = {"parts": ["one", "two", "three", "four", "", "", ""], "parts_place": [*places, "5", "6", "7"]}
    save(as_editor, address(series), **sent)
    assert order(series) == expected


def test_an_emptied_line_takes_the_piece_out(as_editor, pieces):
    series = make_series(articles=pieces)
    save(as_editor, address(series), parts=["one", "", "three", "four"], parts_place=["1", "2", "3", "4"])
    assert order(series) == ["One", "Three", "Four"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Never written", "There is no piece with the title or address “Never written”."),
        ("Twice", "Several pieces are called “Twice”."),
        ("taken", "“Taken” is a part of “Other”: a piece belongs to one series."),
        ("\x00", "There is no piece with the title or address “”."),
    ],
)
def test_what_is_refused_is_given_back(as_editor, pieces, typed, said):
    for slug in ("twice-a", "twice-b"):
        make_draft("Twice", slug=slug)
    make_series("Other", [make_draft("Taken")])
    series = make_series(articles=pieces[:1])
    page = save(as_editor, address(series), parts=["one", typed])
    assert said in words_of(page)
    assert order(series) == ["One"]
    assert data_of(page)["parts"][:2] == ["one", typed.replace("\x00", "")] or typed == "\x00"


def test_the_address_stays(as_editor):
    series = make_series("Harbours")
    save(as_editor, address(series), slug="moved", title="Ports")
    series.refresh_from_db()
    assert (series.slug, series.title) == ("harbours", "Ports")


def test_a_writer_reads_no_title_of_a_draft_there(as_writer):
    series = make_series(articles=[make_draft("Not for others")])
    page = as_writer.get(address(series))
    assert page.status_code == 200
    assert "Not for others" not in page.content.decode()
    assert "not-for-others" not in page.content.decode()


def test_pieces_are_suggested_with_where_they_stand(as_editor, pieces):
    found = as_editor.get("/admin/articles/series/pieces/", {"q": "t"}).json()["suggestions"]
    assert {(piece["address"], piece["hint"]) for piece in found} >= {
        ("two", "Draft"),
        ("three", "Live, version 1"),
    }


def test_a_stale_order_is_not_saved_over_anothers(as_editor, pieces):
    series = make_series(articles=pieces[:2])
    sent = data_of(as_editor.get(address(series)), _save="1", title="Mine", parts=["two", "one"])
    save(as_editor, address(series), parts=["one", "two", "three"])
    answer = as_editor.post(address(series), sent)
    assert answer.status_code == 409
    assert order(series) == ["One", "Two", "Three"]


def test_what_another_saved_is_kept_where_only_the_title_is_mine(as_editor, pieces):
    series = make_series(articles=pieces[:2])
    sent = data_of(as_editor.get(address(series)), _save="1", title="Mine")
    save(as_editor, address(series), parts=["three", "one", "two"])
    answer = as_editor.post(address(series), sent)
    shown = data_of(answer)
    assert [line for line in shown["parts"] if line] == ["three", "one", "two"]
    keep = re.search(r'name="_keep_mine" value="([^"]*)"', answer.content.decode())[1]
    as_editor.post(address(series), shown | {"_keep_mine": keep})
    series.refresh_from_db()
    assert (series.title, order(series)) == ("Mine", ["Three", "One", "Two"])


def test_with_parts_it_is_not_deleted(as_editor, pieces):
    series = make_series(articles=pieces[:2])
    page = f"/admin/articles/series/{series.pk}/delete/"
    said = words_of(as_editor.get(page))
    assert "“Harbours in order” is in use and cannot be deleted: One Two" in said
    as_editor.post(page, {"post": "yes"} | data_of(as_editor.get(address(series))))
    assert order(series) == ["One", "Two"]
    save(as_editor, address(series), parts=["", ""])
    as_editor.post(page, data_of(as_editor.get(page)))
    assert not Series.objects.exists()
