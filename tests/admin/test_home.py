"""The home page on the desk."""

import pytest

from articles.models import HomePage, HomePick, HomeTopic
from articles.workflow import COMMAND_LINE, shape_home, withdraw
from tests.admin.forms import data_of, words_of
from tests.makers import make_author, make_draft, make_live_article, make_topic, utc

ADD = "/admin/articles/homepage/add/"
LOOK = "/admin/articles/homepage/look/"


@pytest.fixture
def pieces(db):
    return [
        make_live_article(f"Piece {n}", at=utc(2026, 1, 1 + n), author=make_author(f"Author {n}"))
        for n in range(4)
    ]


def address():
    return f"/admin/articles/homepage/{HomePage.objects.get().pk}/change/"


def shape(**values):
    return shape_home(by=COMMAND_LINE, **values)


def save(client, url, **values):
    return client.post(url, data_of(client.get(url)) | values, follow=True)


def chosen():
    return list(HomePick.objects.values_list("position", "article__title", "line"))


def test_the_desk_leads_to_the_one_page(as_editor, pieces):
    assert as_editor.get("/admin/articles/homepage/").url == ADD
    shape(picks=[(pieces[0], "")])
    assert as_editor.get("/admin/articles/homepage/").url == address()
    assert "/admin/articles/homepage/" in as_editor.get("/admin/").content.decode()


def test_it_is_shaped_by_titles_and_addresses_with_a_line(as_editor, pieces):
    save(
        as_editor,
        ADD,
        lead_piece=["piece 3"],
        lead_line=["Before  Friday."],
        picks_piece=["", "/articles/piece-1/", "piece-0", "", "", ""],
        picks_line=["", "", "Again.", "", "", ""],
        topics=["maritime security", "", "", ""],
    )
    assert chosen() == [(0, "Piece 3", "Before Friday."), (1, "Piece 1", ""), (2, "Piece 0", "Again.")]
    assert list(HomeTopic.objects.values_list("topic__name", flat=True)) == ["Maritime security"]
    opened = data_of(as_editor.get(address()))
    assert (opened["lead_piece"], opened["lead_line"]) == (["piece-3"], ["Before Friday."])
    assert (opened["picks_piece"][:3], opened["topics"][0]) == (
        ["piece-1", "piece-0", ""],
        "maritime-security",
    )
    save(as_editor, address(), lead_piece=[""], lead_line=[""])
    assert chosen() == [(1, "Piece 1", ""), (2, "Piece 0", "Again.")]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"lead_piece": ["Draft"]}, "Readers find no article with the title or address “Draft”."),
        ({"lead_piece": [""], "lead_line": ["Of what?"]}, "Say of which piece this is: “Of what?”."),
        ({"picks_line": ["x" * 201], "picks_piece": ["piece-0"]}, "at most 200 characters"),
        ({"topics": ["Nowhere"]}, "There is no topic “Nowhere”."),
    ],
)
def test_what_cannot_stand_there_is_refused_and_given_back(as_editor, pieces, values, said):
    make_draft("Draft")
    page = save(as_editor, ADD, **values)
    assert said in words_of(page)
    assert not HomePage.objects.exists()
    [(name, typed), *_] = values.items()
    assert typed[0] in data_of(page)[name]


def test_a_topic_without_a_live_piece_is_told_of(as_editor, pieces):
    make_topic("Empty")
    assert "No live piece is under the topic “Empty”." in words_of(save(as_editor, ADD, topics=["Empty"]))


def test_it_says_what_readers_see_there_and_what_they_do_not(as_editor, pieces):
    shape(lead=(pieces[1], ""), picks=[(pieces[0], "")])
    withdraw(pieces[1], by=COMMAND_LINE, note="Wrong.")
    text = words_of(as_editor.get(address()))
    assert "“Piece 1” is not shown: Withdrawn." in text
    assert "Piece 3 by itselfPiece 0Piece 2 by itself" in text
    save(as_editor, address(), topics=["maritime-security"])
    assert [title for _position, title, _line in chosen()] == ["Piece 1", "Piece 0"]


def test_saved_meanwhile_is_not_saved_over(as_editor, pieces):
    shape(picks=[(pieces[0], "")])
    opened = data_of(as_editor.get(address())) | {"lead_piece": ["piece-2"], "lead_line": [""]}
    save(as_editor, address(), picks_piece=["piece-1"], picks_line=["Theirs."])
    answer = as_editor.post(address(), opened)
    assert answer.status_code == 409
    kept = data_of(answer)
    assert (kept["lead_piece"], kept["picks_piece"][0], kept["picks_line"][0]) == (
        ["piece-2"],
        "piece-1",
        "Theirs.",
    )
    assert chosen() == [(1, "Piece 1", "Theirs.")]


def test_it_is_seen_before_it_is_saved(as_editor, pieces):
    shape(picks=[(pieces[0], "")])
    sent = data_of(as_editor.get(address())) | {
        "lead_piece": ["piece-2"],
        "lead_line": ["Linemark."],
        "topics": ["maritime-security"],
    }
    page = as_editor.post(LOOK, sent)
    text = page.content.decode()
    assert text.index("Linemark.") < text.index("Piece 2</a></h2>") < text.index("Piece 0</a></h2>")
    assert "no-store" in page["Cache-Control"]
    assert chosen() == [(1, "Piece 0", "")]
    assert "Linemark." not in as_editor.get(LOOK).content.decode()
    refused = as_editor.post(LOOK, sent | {"lead_piece": ["Nothing at all"]})
    assert refused.status_code == 422
    assert "Readers find no article" in words_of(refused)


def test_a_hidden_piece_is_not_shown_before_it_is_saved_either(as_editor, pieces):
    shape(lead=(pieces[1], "Gone."))
    withdraw(pieces[1], by=COMMAND_LINE, note="Wrong.")
    text = as_editor.post(LOOK, data_of(as_editor.get(address()))).content.decode()
    assert "Piece 1" not in text
    assert "Gone." not in text
