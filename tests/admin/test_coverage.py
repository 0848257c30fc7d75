"""A disclaimer on the desk: what carries which of its wordings, and what carries none."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Disclaimer, FormerWording, Version, clock
from articles.models.version import version_uid
from articles.workflow import COMMAND_LINE, publish, save_revision, withdraw
from tests.admin.forms import data_of, words_of
from tests.makers import NOON, make_disclaimer, make_draft, make_live_article, make_writer

COVERAGE = "/admin/articles/disclaimer/coverage/"
OLD, NEW = "Views are the author’s own.", "Views are the author’s alone."


def address(disclaimer, act="change"):
    return f"/admin/articles/disclaimer/{disclaimer.pk}/{act}/"


def reword(client, disclaimer, wording):
    page = client.get(address(disclaimer))
    return client.post(address(disclaimer), data_of(page, wording=wording), follow=True)


@pytest.fixture
def views(db):
    return make_disclaimer(wording=OLD)


def test_a_new_wording_lists_what_carries_the_old_one_and_touches_none(as_editor, views):
    one = make_live_article("One", disclaimer=views)
    make_live_article("Two", disclaimer=views)
    make_draft("Draft", disclaimer=views)
    before = list(Version.objects.order_by("uid").values())
    assert "The wording above stands on 2 live pieces." in words_of(as_editor.get(address(views)))
    carrying = as_editor.get(COVERAGE, {"wording": f"now-{views.pk}"}).context["pieces"]
    assert {version.title for version, _linked, _said in carrying} == {"One", "Two"}
    said = words_of(reword(as_editor, views, NEW))
    assert "What was published keeps the wording it was printed with: 2 live pieces." in said
    page = words_of(as_editor.get(address(views)))
    assert "The wording above stands on 0 live pieces." in page
    assert OLD in page
    assert list(Version.objects.order_by("uid").values()) == before
    listed = words_of(as_editor.get(COVERAGE, {"wording": FormerWording.objects.get().pk}))
    assert "One" in listed
    assert "Two" in listed
    assert "Draft" not in listed
    one.refresh_from_db()
    save_revision(one, by=COMMAND_LINE)
    publish(one, by=COMMAND_LINE, reason="minor")
    assert "1 live piece" in words_of(as_editor.get(COVERAGE))


def test_a_writer_learns_nothing_of_others_working_copies(as_editor, views):
    one = make_live_article("One", disclaimer=views)
    one.disclaimer = make_disclaimer("Not yet published")
    save_revision(one, by=COMMAND_LINE)
    query = {"wording": f"now-{views.pk}"}
    assert "Not yet published" in words_of(as_editor.get(COVERAGE, query))
    as_editor.force_login(make_writer("walid"))
    page = words_of(as_editor.get(COVERAGE, query))
    assert "One" in page
    assert "Not yet published" not in page


def test_very_many_are_not_counted_to_the_end(as_editor, views):
    make_many(1002, views)
    assert "Without a disclaimer more than 1000 live pieces" in words_of(as_editor.get(COVERAGE))


def test_respacing_is_no_new_wording_and_going_back_leaves_none(as_editor, views):
    make_live_article("One", disclaimer=views)
    assert (
        "What was published keeps"
        not in words_of(reword(as_editor, views, OLD.replace(" ", "  "))).split("On live pieces")[0]
    )
    assert not FormerWording.objects.exists()
    reword(as_editor, views, NEW)
    reword(as_editor, views, OLD)
    assert [row.wording for row in FormerWording.objects.all()] == [NEW]
    assert "With an earlier wording None." in words_of(as_editor.get(COVERAGE))


def test_what_another_record_says_is_no_earlier_wording(as_editor, views):
    make_live_article("One", disclaimer=views)
    make_disclaimer("The same", wording=OLD)
    reword(as_editor, views, NEW)
    assert "With an earlier wording None." in words_of(as_editor.get(COVERAGE))


def test_live_pieces_without_one_say_whether_that_was_a_choice(as_editor, views):
    make_live_article("By choice", no_disclaimer=True)
    later = make_live_article("Decided since", no_disclaimer=True)
    later.no_disclaimer, later.disclaimer = False, views
    save_revision(later, by=COMMAND_LINE)
    withdraw(make_live_article("Withdrawn"), by=COMMAND_LINE, note="Wrong.")
    make_live_article("With one", disclaimer=views)
    assert "Without a disclaimer 2 live pieces" in words_of(as_editor.get(COVERAGE))
    page = as_editor.get(COVERAGE, {"wording": "none"})
    told = {version.title: said for version, _linked, said in page.context["pieces"]}
    assert told == {"By choice": "none needed, by choice", "Decided since": "Views of the author (English)"}
    assert COVERAGE in as_editor.get("/admin/articles/disclaimer/").content.decode()


@pytest.mark.parametrize(
    "asked", ["", "0", "x", "now-", "now-0", "now-x", "999999999999999999999", "\u0661", "none\x00"]
)
def test_a_wording_that_is_not_there(as_editor, views, asked):
    assert as_editor.get(COVERAGE, {"wording": asked}).status_code in (400, 404)


@pytest.mark.parametrize("number", ["0", "x", "99999999999999999999", "2"])
def test_a_page_that_is_not_there(as_editor, views, number):
    assert as_editor.get(COVERAGE, {"wording": "none", "page": number}).status_code == 200


def test_a_writer_sees_titles_and_no_door_to_the_articles_of_others(as_writer, views):
    make_live_article("Another’s")
    page = as_writer.get(COVERAGE, {"wording": "none"})
    assert "Another’s" in words_of(page)
    assert b"/admin/articles/article/" not in page.content.partition(b'id="content"')[2]


def test_a_disclaimer_that_readers_see_is_not_deleted(as_editor, views):
    article = make_live_article("Printed", disclaimer=views)
    article.disclaimer, article.no_disclaimer = None, True
    save_revision(article, by=COMMAND_LINE)
    views.wording = NEW
    views.save()
    for _try in range(2):
        said = words_of(as_editor.post(address(views, "delete"), {"post": "yes"}))
        assert "is in use and cannot be deleted: Printed" in said
    publish(article, by=COMMAND_LINE, reason="minor")
    as_editor.post(address(views, "delete"), data_of(as_editor.get(address(views, "delete"))))
    assert not Disclaimer.objects.exists()


def make_many(number, disclaimer):
    now = clock.now()
    articles = Article.objects.bulk_create(
        Article(title=f"P {n}", slug=f"p-{n}", disclaimer=disclaimer) for n in range(number)
    )
    Version.objects.bulk_create(
        Version(
            uid=version_uid(article.uid, 1),
            article=article,
            number=1,
            reason="first",
            published_at=now,
            first_published_at=NOON,
            kind="commentary",
            language="en",
            title=article.title,
            revision_number=1,
            content_hash="",
        )
        for article in articles
    )


@pytest.mark.parametrize("number", [1, 3, 300])
def test_as_many_queries_for_many_pieces(as_editor, views, number):
    make_many(number, views)
    for n in range(min(number, 3)):
        reword(as_editor, views, f"Wording {n}")
    expected = {COVERAGE: 8, f"{COVERAGE}?wording=none": 7, address(views): 9}
    found = {}
    for where in expected:
        with CaptureQueriesContext(connection) as queries:
            assert as_editor.get(where).status_code == 200
        found[where] = len(queries)
    assert found == expected
