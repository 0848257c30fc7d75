"""The page of an article's relations: lines of a type and a piece, given back when they are refused."""

import pytest

from articles.models import Relation
from articles.workflow import COMMAND_LINE, relate, withdraw
from tests.admin.forms import data_of, words_of
from tests.makers import make_draft, make_live_article


def address(article):
    return f"/admin/articles/article/{article.pk}/relate/"


def send(client, article, *lines):
    types, pieces = zip(*lines, strict=True) if lines else ((), ())
    page = client.get(address(article))
    sent = {"relations_type": list(types), "relations_piece": list(pieces)}
    return client.post(address(article), data_of(page, **sent), follow=True)


def said(article):
    return {(row.type, row.target.title) for row in article.relations.all()}


@pytest.fixture
def other(db):
    return make_live_article("Quick harbours")


@pytest.mark.parametrize("typed", ["Quick harbours", "quick-harbours", "/articles/quick-harbours/"])
def test_a_piece_is_found_by_title_or_address(as_editor, other, typed):
    draft = make_draft()
    page = send(as_editor, draft, ("disagrees", typed), ("", ""))
    assert "Relations changed." in words_of(page)
    assert said(draft) == {("disagrees", "Quick harbours")}


def test_the_page_shows_what_there_is_and_what_others_say(as_editor, other):
    draft, answer = make_draft("Draft"), make_live_article("Answer")
    relate(draft, [("updates", other)], by=COMMAND_LINE)
    relate(answer, [("replies", make_live_article("Live"))], by=COMMAND_LINE)
    page = as_editor.get(address(draft))
    assert data_of(page)["relations_piece"] == ["quick-harbours", "", "", ""]
    assert data_of(page)["relations_type"] == ["updates", "", "", ""]
    assert "Answered by “Answer”" not in words_of(page)
    target = as_editor.get(address(answer.relations.get().target))
    assert "Answered by“Answer”" in words_of(target).replace("by “", "by“")


def test_an_emptied_line_takes_the_relation_away(as_editor, other):
    draft = make_draft()
    relate(draft, [("updates", other)], by=COMMAND_LINE)
    send(as_editor, draft, ("updates", " "))
    assert said(draft) == set()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("", "quick-harbours"), "Say how the piece takes up “quick-harbours”."),
        (("replaces", "quick-harbours"), "Say how the piece takes up “quick-harbours”."),
        (("replies", "Never written"), "Readers find no article with the title or address “Never written”."),
        (("replies", "draft"), "Readers find no article with the title or address “draft”."),
        (("replies", "\x00"), "Readers find no article"),
    ],
)
def test_what_is_refused_is_given_back(as_editor, other, line, words):
    draft = make_draft("Draft")
    page = send(as_editor, draft, ("continues", "quick-harbours"), line)
    if line[1].strip("\x00"):
        assert words in words_of(page)
        assert data_of(page)["relations_piece"][:2] == ["quick-harbours", line[1]]
    assert not Relation.objects.filter(type="replies").exists()


def test_the_workflow_says_why_not(as_editor, other):
    live = make_live_article("Live")
    relate(other, [("replies", live)], by=COMMAND_LINE)
    page = send(as_editor, live, ("updates", "quick-harbours"))
    assert "comes after the present piece already" in words_of(page)
    assert data_of(page)["relations_piece"][0] == "quick-harbours"
    assert said(live) == set()


def test_a_piece_that_was_withdrawn_can_stay(as_editor, other):
    draft = make_draft("Draft")
    relate(draft, [("updates", other)], by=COMMAND_LINE)
    withdraw(other, by=COMMAND_LINE, note="Wrong.")
    page = send(as_editor, draft, ("updates", "quick-harbours"), ("replies", ""))
    assert "Relations changed." in words_of(page)
    assert said(draft) == {("updates", "Quick harbours")}
