"""An article saved by two: nothing typed, and nothing saved, is lost on any way out."""

import re

import pytest

from articles.models import Article, clock
from articles.workflow import COMMAND_LINE, BylineEntry, classify, publish, save_revision
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import (
    make_author,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_topic,
    make_user,
    utc,
)

pytestmark = pytest.mark.django_db

BODY = "<p>Ports are slow.</p><p>They remember storms.</p><p>Cranes stand idle today.</p>"


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


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


def theirs(article, by, **fields):
    """Another saves meanwhile."""
    article = Article.objects.get(pk=article.pk)
    parts = {name: fields.pop(name) for name in ("bylines", "topics") if name in fields}
    for name, value in fields.items():
        setattr(article, name, value)
    save_revision(article, by=by, **parts)
    return article


def press(client, article, page, button="_save", **changes):
    """Press a button of `page`, after typing `changes` into it."""
    named = re.search(rf'name="{button}" value="([^"]*)"', page.content.decode())
    data = data_of(page, **changes) | {button: [named[1] if named else "1"]}
    return client.post(address(article), data, follow=True)


def answers(page, answer):
    names = set(re.findall(r'type="radio" name="(merge-[0-9a-f]+)"', page.content.decode()))
    return dict.fromkeys(names, answer)


def texts(article):
    return [(revision.data["title"], revision.data["body"]) for revision in article.revisions.all()]


def test_a_stale_save_is_refused_naming_who_did_what_and_keeps_the_text(as_editor, draft, fatma, opened):
    with clock.fixed(utc(2026, 5, 3, 11, 2)):
        theirs(draft, fatma, title="Theirs", body=BODY.replace("slow", "late"))
    response = press(as_editor, draft, opened, title="Mine, long in the typing")
    assert response.status_code == 409
    words = words_of(response)
    assert "Not saved: this article was saved after you opened it" in words
    assert "Fatma Kaya saved on 3 May 2026, 14:02: title, text." in words
    assert "What you typed stands below and is not saved yet." in words
    assert "Please correct" not in words
    assert "this is in the way" not in words
    assert fields_of(response)["title"] == "Mine, long in the typing"
    draft.refresh_from_db()
    assert draft.title == "Theirs"


def test_all_who_saved_since_are_named_and_nobody_from_before(as_editor, draft, fatma):
    theirs(draft, fatma, standfirst="Before it was opened.")
    page = as_editor.get(address(draft))
    theirs(draft, fatma, standfirst="First.")
    theirs(draft, make_user("can", role="Editor"), title="Second")
    words = words_of(press(as_editor, draft, page, title="Mine"))
    assert words.count("Fatma Kaya saved on") == 1
    assert words.index("Fatma Kaya saved on") < words.index("can saved on")


def test_a_stale_save_of_ones_own_says_so(as_editor, draft, opened):
    press(as_editor, draft, as_editor.get(address(draft)), title="Here")
    response = press(as_editor, draft, opened, title="There")
    assert "In another window you saved on" in words_of(response)


def test_the_two_texts_are_compared_in_every_field(as_editor, draft, fatma):
    make_author("Deniz Aydın")
    disclaimer = make_disclaimer("House view", is_approved=True)
    opened = as_editor.get(address(draft))
    other = make_author("Baran Ekin", role="", affiliation="")
    theirs(
        draft,
        fatma,
        title="Late harbours",
        standfirst="Their words.",
        body=BODY.replace("slow", "late"),
        kind="report",
        language="tr",
        slug="late-harbours",
        originally_at="Their Paper",
        originally_published_at=utc(2020, 1, 1),
        bylines=[BylineEntry(other)],
        topics=[make_topic("Law")],
    )
    page = press(
        as_editor,
        draft,
        opened,
        title="Slow old harbours",
        disclaimer=str(disclaimer.pk),
        body=BODY.replace("idle today", "idle"),
    ).content.decode()
    shown = page[page.index('class="desk-changes"') : page.index("</section>", page.index("desk-changes"))]
    for label in (
        "Title",
        "Standfirst",
        "Authors",
        "Topics",
        "Disclaimer",
        "Kind",
        "Language",
        "Address",
        "Originally published at",
        "Date of first publication elsewhere",
        "Text",
    ):
        assert f"<h3>{label}</h3>" in shown, label
    assert "<del>Late</del><ins>Slow old</ins> harbours" in shown
    assert "Ports are <del>late</del><ins>slow</ins>." in shown
    assert "Cranes stand idle<del> today</del>." in shown
    assert "<del>Baran Ekin</del>" in shown
    assert "House view (English)" in shown
    assert "<del>Report</del><ins>Commentary</ins>" in shown


def test_keep_mine_saves_over_theirs_which_stays_as_a_revision(as_editor, draft, fatma, opened):
    theirs(draft, fatma, title="Theirs")
    refused = press(as_editor, draft, opened, title="Mine")
    saved = press(as_editor, draft, refused, "_keep_mine")
    assert "Saved, over the text of Fatma Kaya. That one is kept as revision 2: put it back" in words_of(
        saved
    )
    assert [title for title, _body in texts(draft)] == ["Mine", "Theirs", "Slow harbours"]
    draft.refresh_from_db()
    assert draft.title == "Mine"


def test_take_theirs_keeps_mine_as_a_revision(as_editor, draft, fatma, opened):
    theirs(draft, fatma, title="Theirs")
    refused = press(as_editor, draft, opened, title="Mine", body="<p>My long text.</p>")
    before = Article.objects.values().get(pk=draft.pk)
    taken = press(as_editor, draft, refused, "_take_theirs")
    assert "This is the text as it was saved last. Yours is kept as revision 3: put it back" in words_of(
        taken
    )
    assert fields_of(taken)["title"] == "Theirs"
    assert texts(draft) == [
        ("Theirs", BODY),
        ("Mine", "<p>My long text.</p>"),
        ("Theirs", BODY),
        ("Slow harbours", BODY),
    ]
    assert Article.objects.values().get(pk=draft.pk) == before
    assert draft.topics.count() == draft.bylines.count() == 1


def test_take_theirs_where_mine_says_the_same_keeps_nothing_twice(as_editor, draft, fatma, opened):
    theirs(draft, fatma, title="Theirs")
    refused = press(as_editor, draft, opened, title="Theirs")
    assert "Both say the same, word for word." in words_of(refused)
    assert "Yours is kept" not in words_of(press(as_editor, draft, refused, "_take_theirs"))
    assert draft.revisions.count() == 2


@pytest.mark.parametrize("button", ["_keep_mine", "_take_theirs", "_merge"])
def test_a_third_person_s_save_in_between_is_refused_again(as_editor, draft, fatma, opened, button):
    theirs(draft, fatma, title="Theirs")
    page = press(as_editor, draft, opened, standfirst="Mine")
    if button == "_merge":
        page, button = press(as_editor, draft, page, "_merge"), "_save"
        assert fields_of(page)["title"] == "Theirs"
    theirs(draft, make_user("can", role="Editor"), title="The third")
    refused = press(as_editor, draft, page, button)
    assert refused.status_code == 409
    assert "can saved on" in words_of(refused)
    assert fields_of(refused)["standfirst"] == "Mine"
    assert [title for title, _body in texts(draft)] == ["The third", "Theirs", "Slow harbours"]


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (lambda a: publish(a, by=COMMAND_LINE), "command line published on"),
        (lambda a: publish(a, by=COMMAND_LINE, at=utc(2036, 5, 2)), "command line scheduled on"),
    ],
)
def test_where_only_publishing_moved_the_row_it_says_so(as_editor, draft, opened, move, said):
    move(Article.objects.get(pk=draft.pk))
    refused = press(as_editor, draft, opened, title="Mine")
    words = words_of(refused)
    assert "this article has moved since you opened it" in words
    assert said in words
    assert "Its text is as you opened it." in words
    assert 'name="_merge"' not in refused.content.decode()
    press(as_editor, draft, refused, "_keep_mine")
    draft.refresh_from_db()
    assert draft.title == "Mine"


def test_where_only_topics_moved_it_says_which(as_editor):
    live = make_live_article()
    opened = as_editor.get(address(live))
    classify(Article.objects.get(), [make_topic("Law")], by=COMMAND_LINE)
    refused = press(as_editor, live, opened, title="Mine")
    assert "command line changed the topics on" in words_of(refused)
    assert ": Law." in words_of(refused)
    press(as_editor, live, refused, "_keep_mine")
    live.refresh_from_db()
    assert live.title == "Mine"
    assert [topic.name for topic in live.topics.all()] == ["Law"]


def test_what_is_wrong_in_a_stale_form_is_said_beside_the_conflict(as_editor, draft, fatma, opened):
    theirs(draft, fatma, title="Theirs")
    refused = press(as_editor, draft, opened, bylines__author="Nobody Known", bylines__author_id="")
    assert refused.status_code == 409
    assert "Fatma Kaya saved on" in words_of(refused)
    assert "there is no author “Nobody Known”" in words_of(refused)
    again = press(as_editor, draft, refused, "_take_theirs")
    assert "there is no author “Nobody Known”" in words_of(again)
    assert fields_of(again)["bylines-author"] == "Nobody Known"


def test_hostile_words_stay_words_in_the_panel(as_editor, draft, fatma, opened):
    evil = "<script>alert(1)</script>"
    theirs(draft, fatma, title=evil, body=f"<p>{evil.replace('<', '&lt;')}</p>")
    refused = press(as_editor, draft, opened, title=evil + "2", body="<p>&lt;img src=x onerror=y&gt;</p>")
    asked = press(as_editor, draft, refused, "_merge")
    for page in (refused, asked):
        assert "<script>alert" not in page.content.decode()
        assert "<img" not in page.content.decode()


@pytest.mark.parametrize("seen", ["", "x", "-1", "0", "999999999999999999999"])
def test_a_forged_row_version_does_not_save(as_editor, draft, seen):
    page = as_editor.get(address(draft))
    assert press(as_editor, draft, page, title="Other", seen_version=seen).status_code == 409
    for button in ("_keep_mine", "_take_theirs"):
        data = data_of(page, title="Other") | {button: [seen or "y"]}
        assert as_editor.post(address(draft), data).status_code == 409
    draft.refresh_from_db()
    assert draft.title == "Slow harbours"
    assert draft.revisions.count() == 1


def test_a_writer_settles_nothing_in_another_s_article(as_writer, draft):
    for button in ("_keep_mine", "_take_theirs", "_merge"):
        response = as_writer.post(address(draft), {button: "1", "title": "Mine"})
        assert "no such article among yours: it is another’s, or it is gone" in words_of(response)
        assert fields_of(response)["title"] == "Mine"
    assert draft.revisions.count() == 1


def test_what_was_typed_into_an_article_deleted_meanwhile_can_be_saved_anew(as_editor, draft, opened):
    page = f"/admin/articles/article/{draft.pk}/delete/"
    as_editor.post(page, data_of(as_editor.get(page)))
    refused = press(as_editor, draft, opened, title="Mine, long in the typing")
    assert refused.status_code == 409
    assert "In another window you deleted it on" in words_of(refused)
    assert fields_of(refused)["title"] == "Mine, long in the typing"
    assert 'action="/admin/articles/article/add/"' in refused.content.decode()
    as_editor.post("/admin/articles/article/add/", data_of(refused, _save="1"))
    article = Article.objects.get()
    assert (article.title, article.body) == ("Mine, long in the typing", BODY)
    assert article.topics.count() == article.bylines.count() == 1


def test_setting_aside_leaves_the_other_s_open_form_good(as_editor, draft, fatma, opened, client):
    theirs(draft, fatma, title="Theirs")
    their_page = as_editor.get(address(draft))
    refused = press(as_editor, draft, opened, title="Mine")
    press(as_editor, draft, refused, "_take_theirs")
    assert press(as_editor, draft, their_page, title="Theirs, and more").status_code == 200
    draft.refresh_from_db()
    assert draft.title == "Theirs, and more"


def test_what_the_form_of_a_live_article_does_not_carry_is_no_difference(as_editor, fatma):
    live = make_live_article(topics=[make_topic("Black Sea")])
    opened = as_editor.get(address(live))
    theirs(live, fatma, standfirst="Theirs.")
    refused = press(as_editor, live, opened, title="Mine")
    assert refused.status_code == 409
    assert "How your text differs" in words_of(refused)
    compared = refused.content.decode().split("How your text differs")[1].split("</section>")[0]
    assert "Topics" not in compared
    assert "Black Sea" not in compared
