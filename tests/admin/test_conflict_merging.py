"""Two texts of one article put together: what only one changed is taken, what both changed is asked."""

import pytest

from articles.models import Article
from tests.admin.forms import fields_of, words_of
from tests.admin.test_conflicts import BODY, address, answers, press, theirs
from tests.makers import make_author, make_change, make_draft, make_live_article, make_topic, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("Slow harbours", body=BODY)


@pytest.fixture
def fatma():
    return make_user("fatma", role="Editor", first_name="Fatma", last_name="Kaya")


@pytest.fixture
def opened(as_editor, draft):
    """The form as it stood before the other saved."""
    return as_editor.get(address(draft))


def test_merge_takes_what_only_one_has_changed(as_editor, draft, fatma, opened):
    make_author("Deniz Aydın")
    theirs(
        draft,
        fatma,
        title="Theirs",
        body=BODY.replace("slow", "late"),
        topics=[make_topic("Law"), make_topic("Maritime security")],
    )
    make_topic("Energy")
    refused = press(
        as_editor,
        draft,
        opened,
        body=BODY.replace("storms", "every storm"),
        standfirst="Mine.",
        topics=["Maritime security", "Energy"],
        bylines__author="Deniz Aydın",
        bylines__author_id="",
        bylines__name="",
    )
    merged = press(as_editor, draft, refused, "_merge")
    assert merged.status_code == 200
    assert '<section class="desk-conflict is-merged" role="status"' in merged.content.decode()
    assert "Both texts are in the form now Nothing is saved yet. Read it through" in words_of(merged)
    fields = fields_of(merged)
    assert fields["title"] == "Theirs"
    assert fields["standfirst"] == "Mine."
    assert fields["body"] == BODY.replace("slow", "late").replace("storms", "every storm")
    assert fields["bylines-author"] == "Deniz Aydın"
    assert set(fields["topics"].splitlines()) == {"Law", "Maritime security", "Energy"}
    assert draft.revisions.count() == 2
    saved = press(as_editor, draft, merged)
    assert "Saved as a draft." in words_of(saved)
    draft.refresh_from_db()
    assert (draft.title, draft.body) == ("Theirs", fields["body"])
    assert [line.name for line in draft.bylines.all()] == ["Deniz Aydın"]


def collision(as_editor, draft, fatma, opened):
    theirs(draft, fatma, title="Theirs", standfirst="Their words.", body=BODY.replace("slow", "late"))
    refused = press(
        as_editor, draft, opened, title="Mine", standfirst="My words.", body=BODY.replace("slow", "quick")
    )
    return press(as_editor, draft, refused, "_merge")


@pytest.mark.parametrize(
    ("answer", "standfirst", "word"),
    [("mine", "My words.", "quick"), ("theirs", "Their words.", "late")],
)
def test_where_both_changed_one_place_the_editor_chooses(
    as_editor, draft, fatma, opened, answer, standfirst, word
):
    asked = collision(as_editor, draft, fatma, opened)
    assert asked.status_code == 409
    assert "You both changed this: which should it be?" in words_of(asked)
    assert "As Fatma Kaya saved it Ports are late." in words_of(asked)
    assert "As you typed it Ports are quick." in words_of(asked)
    assert len(answers(asked, answer)) == 3
    merged = press(as_editor, draft, asked, "_merge", **answers(asked, answer))
    fields = fields_of(merged)
    assert fields["title"] == {"mine": "Mine", "theirs": "Theirs"}[answer]
    assert (fields["standfirst"], fields["body"]) == (standfirst, BODY.replace("slow", word))


def test_put_together_without_a_choice_says_in_each_place_what_to_choose(as_editor, draft, fatma, opened):
    asked = collision(as_editor, draft, fatma, opened)
    assert "Choose" not in words_of(asked)
    again = press(as_editor, draft, asked, "_merge")
    assert again.status_code == 409
    assert "Not put together yet: choose in each place." in words_of(again)
    assert words_of(again).count("Choose which it should be.") == 3
    for name in answers(again, ""):
        assert f'href="#{name}-theirs"' in again.content.decode()
    one = dict.fromkeys(list(answers(again, ""))[:1], "mine")
    assert words_of(press(as_editor, draft, again, "_merge", **one)).count("Choose which it") == 2


def test_both_where_that_makes_sense(as_editor, draft, fatma, opened):
    asked = collision(as_editor, draft, fatma, opened)
    chosen = answers(asked, "both")
    again = press(as_editor, draft, asked, "_merge", **chosen)
    assert "choose in each place." in words_of(again)  # two titles are no title
    title = next(name for name in chosen if f'value="both" id="{name}-both"' not in asked.content.decode())
    merged = press(as_editor, draft, asked, "_merge", **(chosen | {title: "mine"}))
    fields = fields_of(merged)
    assert fields["standfirst"] == "My words. Their words."
    assert fields["body"].startswith("<p>Ports are late.</p><p>Ports are quick.</p><p>They")


def test_an_answer_counts_for_the_words_it_was_given_to(as_editor, draft, fatma, opened):
    asked = collision(as_editor, draft, fatma, opened)
    theirs(draft, fatma, body=BODY.replace("slow", "even later"))
    again = press(as_editor, draft, asked, "_merge", **answers(asked, "theirs"))
    assert "even later" in words_of(again)
    assert "choose in each place." in words_of(again)
    assert fields_of(again)["body"] == BODY.replace("slow", "quick")


def test_a_base_that_is_not_there_leaves_every_difference_to_the_editor(as_editor, draft, fatma, opened):
    theirs(draft, fatma, title="Theirs")
    for forged in ("", "99", "x", "-1", "9" * 30):
        refused = press(as_editor, draft, opened, title="Mine", seen_revision=forged, seen_event=forged)
        assert refused.status_code == 409
        asked = press(as_editor, draft, refused, "_merge")
        assert "You both changed this" in words_of(asked)


def test_the_change_of_a_live_article_conflicts_like_any_other(as_editor, fatma):
    live = make_live_article(body=BODY)
    opened = as_editor.get(address(live))
    make_change(Article.objects.get(), body=BODY.replace("slow", "late"))
    refused = press(as_editor, live, opened, body=BODY.replace("idle today", "idle"))
    saved = press(as_editor, live, press(as_editor, live, refused, "_merge"))
    assert "Readers still see version 1" in words_of(saved)
    live.refresh_from_db()
    assert live.body == BODY.replace("slow", "late").replace("idle today", "idle")
    assert live.versions.get().source == BODY
