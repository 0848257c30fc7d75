"""Stages and comments on the desk: what the form and the list say, and the pages that move a text on."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Stage
from articles.workflow import COMMAND_LINE, comment_on, notifying, return_to_author
from tests.admin.forms import data_of, words_of
from tests.admin.test_acts import address, do
from tests.makers import (
    make_approved_article,
    make_article_in_review,
    make_change,
    make_draft,
    make_editor,
    make_live_article,
    make_publisher,
    make_withdrawn_article,
)
from tests.workflow.test_notifying import Broken

pytestmark = pytest.mark.django_db


def buttons(client, article):
    page = client.get(address(article)).content.decode()
    return {name for name in ("submit", "approve", "publish") if f'name="_{name}"' in page} | (
        {"return"} if address(article, "return") in page else set()
    )


def test_what_is_offered_follows_stage_and_role(client, writer, signed_in):
    wanda, emre, priya = writer, make_editor(), make_publisher()
    drafting = make_draft("Drafting", by=wanda)
    in_review = make_article_in_review("In review", by=wanda)
    approved = make_approved_article("Approved", by=wanda)
    live = make_live_article("Live", by=wanda)
    signed_in(wanda)
    assert buttons(client, drafting) == {"submit"}
    assert [buttons(client, one) for one in (in_review, approved, live)] == [set(), set(), set()]
    signed_in(emre)
    assert buttons(client, drafting) == {"submit", "approve"}
    assert buttons(client, in_review) == {"approve", "return"}
    assert buttons(client, approved) == {"return"}
    assert buttons(client, live) == set()
    assert buttons(client, make_change(live)) == {"submit", "approve"}
    signed_in(priya)
    assert buttons(client, in_review) == {"approve", "return", "publish"}
    assert buttons(client, make_withdrawn_article("Gone")) == set()


def test_submit_saves_the_form_then_asks(as_writer, writer):
    draft = make_draft(by=writer)
    form = data_of(as_writer.get(address(draft)), title="Quick harbours", _submit="1")
    page = as_writer.post(address(draft), form, follow=True)
    assert page.redirect_chain[-1][0] == address(draft, "submit")
    done = as_writer.post(address(draft, "submit"), data_of(page, comment="Too long?"), follow=True)
    assert "Submitted: it waits for an editor now." in words_of(done)
    draft.refresh_from_db()
    assert (draft.title, draft.stage) == ("Quick harbours", Stage.IN_REVIEW)
    assert "wanda submitted it for review" in words_of(done)
    assert "Too long?" in words_of(done)


def test_a_new_article_can_be_submitted_from_its_form(as_writer):
    add = "/admin/articles/article/add/"
    page = as_writer.post(add, data_of(as_writer.get(add), title="New", _submit="1"), follow=True)
    assert page.redirect_chain[-1][0].endswith("/submit/")


def test_what_readiness_finds_is_shown_and_stops_no_submission(as_writer, writer):
    draft = make_draft(by=writer, topics=[])
    page = as_writer.get(address(draft, "submit"))
    assert "Before it can be published: It has no topic" in words_of(page)
    assert "<li>It has no topic" in page.content.decode()
    assert "Submitted" in words_of(do(as_writer, draft, "submit"))


def test_return_needs_words_and_keeps_what_was_typed(as_editor):
    article = make_article_in_review()
    page = do(as_editor, article, "return", comment=" ")
    assert "Say what is to be done: the writer sees it." in words_of(page)
    long = do(as_editor, article, "return", comment="x" * 5001)
    assert "at most 5000 characters" in words_of(long)
    assert "x" * 5001 in long.content.decode()
    page = do(as_editor, article, "return", comment="Shorter.")
    assert "Returned: it is a draft again, with your comment." in words_of(page)


class TestWords:
    def test_in_review(self, as_editor, as_writer, client, writer, signed_in):
        article = make_article_in_review(by=writer)
        signed_in(writer)
        assert "In review: waiting for an editor since" in words_of(client.get(address(article)))
        assert "Submit it for review when" not in words_of(client.get(address(article)))

    def test_an_editor_is_told_what_to_do(self, as_editor):
        page = words_of(as_editor.get(address(make_article_in_review())))
        assert "In review: command line submitted it on" in page
        assert "Return or approve it." in page

    def test_returned(self, as_writer, writer):
        article = make_article_in_review(by=writer)
        return_to_author(article, by=make_editor(), comment="Shorter.")
        page = as_writer.get(address(article))
        assert "emre returned it on" in words_of(page)
        assert '#desk-comments">see the comments</a>' in page.content.decode()

    def test_approved_and_changed_since(self, as_writer, writer):
        article = make_approved_article(by=writer)
        assert "command line approved it on" in words_of(as_writer.get(address(article)))
        assert "It waits for a publisher." in words_of(as_writer.get(address(article)))
        form = data_of(as_writer.get(address(article)), standfirst="Other.", _save="1")
        page = words_of(as_writer.post(address(article), form, follow=True))
        assert "It was approved, and has been changed since: it needs approval again." in page

    def test_a_live_text_waits_for_nobody(self, as_editor):
        page = words_of(as_editor.get(address(make_live_article())))
        assert "approved it" not in page

    def test_the_list_says_it_and_finds_it(self, as_editor):
        make_article_in_review("One")
        make_draft("Two")
        make_live_article("Three")
        page = words_of(as_editor.get("/admin/articles/article/"))
        assert "In review since" in page
        assert "Approved Commentary" not in page
        found = words_of(as_editor.get("/admin/articles/article/?stage__exact=in_review"))
        assert "One" in found
        assert "Two" not in found

    def test_the_confirmation_stands_only_where_nobody_approved(self, as_publisher):
        asked = as_publisher.get(address(make_draft(), "publish")).content.decode()
        assert "Publish it without an editor’s approval" in asked
        approved = as_publisher.get(address(make_approved_article(), "publish")).content.decode()
        assert "without an editor’s approval" not in approved

    def test_without_the_tick_nothing_is_published_and_it_is_said(self, as_publisher):
        draft = make_draft()
        page = do(as_publisher, draft, "publish", unapproved=None)
        assert "No editor has approved this text" in words_of(page)
        assert not draft.versions.exists()
        done = do(as_publisher, draft, "publish")
        assert "Published" in words_of(done)
        assert "without approval" in words_of(as_publisher.get(address(draft, "log")))


class TestComments:
    def test_they_stand_in_order_with_their_lines(self, as_editor):
        article = make_draft()
        comment_on(article, by=COMMAND_LINE, text="First.\nSecond line. <b>Not bold</b>")
        page = as_editor.get(address(article))
        assert "First.\nSecond line. &lt;b&gt;Not bold&lt;/b&gt;" in page.content.decode()
        assert "command line" in words_of(page).partition("First.")[0]

    def test_one_is_added_on_the_page_of_all(self, as_editor):
        article = make_draft()
        page = as_editor.get(address(article, "comments"))
        done = as_editor.post(address(article, "comments"), data_of(page, text="Why?"), follow=True)
        assert "Your comment was added." in words_of(done)
        assert done.redirect_chain[-1][0] == address(article, "comments") + "#desk-comments"
        refused = as_editor.post(address(article, "comments"), {"text": " "})
        assert refused.status_code == 400
        assert "write your comment" in words_of(refused)

    def test_the_script_gets_the_comment_or_a_sentence(self, as_editor):
        article = make_draft()
        script = {"headers": {"accept": "application/json"}}
        added = as_editor.post(address(article, "comments"), {"text": "Why <i>so</i>?"}, **script)
        assert added.status_code == 201
        assert "Why &lt;i&gt;so&lt;/i&gt;?" in added.json()["html"]
        refused = as_editor.post(address(article, "comments"), {"text": ""}, **script)
        assert (refused.status_code, list(refused.json())) == (400, ["problem"])

    def test_the_form_of_a_published_piece_has_them_for_its_writer(self, as_writer, writer):
        article = make_live_article(by=writer)
        assert "Add the comment" in words_of(as_writer.get(address(article)))
        done = as_writer.post(address(article, "comments"), {"text": "A slip."}, follow=True)
        assert "A slip." in words_of(done)

    @pytest.mark.django_db(transaction=True)
    def test_a_mail_server_that_fails_is_told(self, as_editor, writer, monkeypatch):
        monkeypatch.setattr(notifying, "get_connection", Broken)
        article = make_draft(by=writer)
        page = as_editor.post(address(article, "comments"), {"text": "Why?"}, follow=True)
        assert "the mail server did not take it. Tell them." in words_of(page)
        assert article.comments.exists()
        page = do(as_editor, article, "submit", comment="Ready.")
        assert "not everyone could be told" not in words_of(page)  # there is nobody else to tell

    @pytest.mark.parametrize("number", [1, 3, 300])
    def test_as_many_queries_for_any_number(self, as_editor, number, django_assert_num_queries):
        article = make_draft()
        as_editor.get(address(article))
        with CaptureQueriesContext(connection) as without:
            as_editor.get(address(article))
        for text in range(number):
            comment_on(article, by=COMMAND_LINE, text=f"Comment {text}.")
        with django_assert_num_queries(len(without)):
            page = as_editor.get(address(article))
        assert page.content.decode().count('class="desk-comment"') == min(number, 20)
        assert ("Earlier comments" in words_of(page)) is (number > 20)
        # Session, user, permissions of user and groups, the article with its status, publication, comments.
        with django_assert_num_queries(7):
            page = as_editor.get(address(article, "comments"))
        assert page.content.decode().count('class="desk-comment"') == number
