"""Submit, return, approve, comment; and what becomes of an approval when the text changes."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Stage, clock
from articles.workflow import (
    COMMAND_LINE,
    Refusal,
    approve,
    cancel_scheduled,
    classify,
    comment_on,
    correct,
    publish,
    restore_revision,
    return_to_author,
    save_revision,
    submit,
)
from tests.makers import (
    NOON,
    make_approved_article,
    make_article_in_review,
    make_change,
    make_draft,
    make_editor,
    make_live_article,
    make_publisher,
    make_topic,
    make_writer,
)

pytestmark = pytest.mark.django_db


def log(article):
    """The words of the log, the newest line first."""
    events = article.events.order_by("-number")
    return [" ".join(filter(None, (e.by_name, e.get_action_display(), e.detail))) for e in events]


def refused(call, *args, **kwargs):
    with pytest.raises(Refusal) as refusal:
        call(*args, **kwargs)
    return [problem.code for problem in refusal.value.problems]


def test_there_and_back_and_approved():
    wanda, emre = make_writer(), make_editor()
    with clock.fixed(NOON):
        article = make_draft(by=wanda)
        submit(article, by=wanda, comment="Is it too long?")
    assert (article.stage, article.stage_since) == (Stage.IN_REVIEW, NOON)
    return_to_author(article, by=emre, comment="Yes.\nBy half.")
    assert article.stage == Stage.DRAFTING
    submit(article, by=wanda)
    approve(article, by=emre, comment="Better.")
    article.refresh_from_db()
    assert article.stage == Stage.APPROVED
    assert [(c.number, c.by_name, c.occasion, c.text) for c in article.comments.all()] == [
        (1, "wanda", "submitted", "Is it too long?"),
        (2, "emre", "returned", "Yes.\nBy half."),
        (3, "emre", "approved", "Better."),
    ]
    assert log(article)[:4] == [
        "emre approved it Better.",
        "wanda submitted it for review",
        "emre returned it with a comment Yes. By half.",
        "wanda submitted it for review Is it too long?",
    ]


def test_what_makes_no_sense_is_refused_in_words():
    draft, in_review, approved = make_draft(), make_article_in_review("Two"), make_approved_article("Three")
    empty = make_draft("", body="")
    assert refused(return_to_author, draft, by=COMMAND_LINE, comment="No.") == ["drafting"]
    assert refused(submit, in_review, by=COMMAND_LINE) == ["in-review"]
    assert refused(return_to_author, in_review, by=COMMAND_LINE, comment=" \n ") == ["comment"]
    assert refused(approve, approved, by=COMMAND_LINE) == ["approved"]
    assert refused(submit, approved, by=COMMAND_LINE) == ["approved"]
    assert refused(submit, empty, by=COMMAND_LINE) == ["title", "body"]
    assert refused(approve, empty, by=COMMAND_LINE) == ["title", "body"]
    assert refused(comment_on, draft, by=COMMAND_LINE, text=" ") == ["comment"]
    assert refused(comment_on, draft, by=COMMAND_LINE, text="x" * 5001) == ["comment"]


def test_what_is_not_ready_can_be_submitted_and_approved_and_not_published():
    article = make_article_in_review(topics=[])
    approve(article, by=COMMAND_LINE)
    assert refused(publish, article, by=COMMAND_LINE) == ["topic"]


def test_a_step_taken_meanwhile_makes_the_copy_stale():
    article = make_article_in_review()
    before = article.row_version
    approve(article, by=COMMAND_LINE)
    article.row_version = before
    assert refused(return_to_author, article, by=COMMAND_LINE, comment="Wait.") == ["stale"]


def test_a_comment_makes_no_open_form_stale():
    article = make_draft()
    opened = article.row_version, article.modified_at
    comment_on(article, by=COMMAND_LINE, text="Why?\r\nSince when?")
    article.refresh_from_db()
    assert (article.row_version, article.modified_at) == opened
    assert article.comments.get().text == "Why?\nSince when?"
    assert log(article)[0] == "command line commented"


def test_a_changed_save_after_the_approval_makes_it_a_draft_again():
    article, wanda = make_approved_article(by=make_writer()), make_writer("wilma")
    article.owner = wanda
    article.save()
    save_revision(article, by=wanda)
    assert article.stage == Stage.APPROVED  # nothing had changed
    article.standfirst = "Something else."
    save_revision(article, by=wanda)
    article.refresh_from_db()
    assert article.stage == Stage.DRAFTING
    assert log(article)[:2] == ["wilma saved revision 2", "wilma undid the approval by changing it"]


def test_a_save_in_review_stays_in_review():
    article = make_change(make_article_in_review())
    article.refresh_from_db()
    assert article.stage == Stage.IN_REVIEW


def test_putting_back_another_text_and_correcting_end_the_approval():
    article = make_change(make_draft())
    approve(article, by=COMMAND_LINE)
    restore_revision(article, 1, by=COMMAND_LINE)
    assert article.stage == Stage.DRAFTING
    live = make_change(make_live_article("Live"))
    approve(live, by=COMMAND_LINE)
    correct(live, by=make_editor())
    live.refresh_from_db()
    assert live.stage == Stage.DRAFTING


def test_topics_of_a_public_piece_are_no_change_of_its_text():
    article = make_live_article()
    classify(article, [make_topic("Ports")], by=make_editor())
    article.refresh_from_db()
    assert article.stage == Stage.APPROVED


class TestPublishing:
    def test_without_approval_only_with_a_yes_to_that(self):
        priya, article = make_publisher(), make_article_in_review()
        assert refused(publish, article, by=priya) == ["unapproved"]
        assert not article.versions.exists()
        publish(article, by=priya, unapproved=True)
        assert article.stage == Stage.APPROVED
        assert log(article)[0] == "priya published version 1, first publication, without approval"

    def test_with_approval_nothing_is_asked_or_said_of_it(self):
        priya, article = make_publisher(), make_approved_article()
        publish(article, by=priya, at=clock.now() + datetime.timedelta(days=1))
        assert "without approval" not in log(article)[0]
        cancel_scheduled(article, by=priya)
        article.refresh_from_db()
        assert article.stage == Stage.APPROVED

    def test_an_approval_of_another_text_is_none(self):
        article = make_change(make_approved_article())
        assert refused(publish, article, by=make_publisher()) == ["unapproved"]

    def test_everything_in_the_way_is_named_with_it(self):
        article = make_draft(topics=[])
        assert refused(publish, article, by=make_publisher()) == ["topic", "unapproved"]


def test_an_editor_may_approve_their_own_and_the_log_says_whose_it_is():
    emre = make_editor()
    article = make_draft(by=emre)
    approve(article, by=emre)
    assert log(article)[0] == "emre approved it their own article"


def test_a_writer_neither_approves_nor_comments_on_anothers():
    wanda = make_writer()
    own, other = make_article_in_review(by=wanda), make_draft("Other")
    with pytest.raises(PermissionDenied):
        approve(own, by=wanda)
    with pytest.raises(PermissionDenied):
        return_to_author(own, by=wanda, comment="To myself.")
    with pytest.raises(PermissionDenied):
        comment_on(other, by=wanda, text="What is this?")
    with pytest.raises(PermissionDenied):
        submit(other, by=wanda)


def test_a_writer_comments_on_their_own_when_it_is_public():
    wanda = make_writer()
    comment, _notice = comment_on(make_live_article(by=wanda), by=wanda, text="A reader found a slip.")
    assert comment.by == wanda
