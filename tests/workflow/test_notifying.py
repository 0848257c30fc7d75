"""Letters about a review: to whom, what they say, and that nothing about them stops the step."""

import smtplib

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from articles.models import Stage
from articles.workflow import COMMAND_LINE, approve, comment_on, return_to_author, submit
from tests.makers import (
    make_article_in_review,
    make_draft,
    make_editor,
    make_publisher,
    make_user,
    make_writer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(settings, django_capture_on_commit_callbacks):
    """Take a step, let its transaction end, and give the addresses that got a letter."""

    settings.SITE_URL = "https://tank.example"

    def after(verb, *args, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            notice = verb(*args, **kwargs)
        after.notice = notice[1] if isinstance(notice, tuple) else notice
        return sorted(letter.to[0].partition("@")[0] for letter in mail.outbox)

    return after


def test_a_submission_is_told_to_those_who_may_approve(after):
    wanda = make_writer()
    emre, priya = make_editor(), make_publisher()
    make_user("guest")
    make_writer("wilma")
    make_user("left", "Editor", is_active=False)
    User.objects.filter(pk=make_editor("silent").pk).update(email="")
    User.objects.filter(pk=make_editor("outside").pk).update(is_staff=False)
    article = make_draft(by=wanda)
    assert after(submit, article, by=wanda) == [emre.username, priya.username]


def test_whoever_acts_gets_no_letter_and_one_person_one(after):
    emre = make_editor()
    User.objects.filter(pk=make_publisher().pk).update(email=emre.email.upper())
    article = make_draft(by=emre)
    assert [one.casefold() for one in after(submit, article, by=COMMAND_LINE)] == [emre.username]
    assert after(return_to_author, article, by=emre, comment="Wait.") == []


def test_what_comes_of_it_is_told_to_the_owner_and_to_who_takes_part(after):
    wanda, emre, priya, elif_ = make_writer(), make_editor(), make_publisher(), make_editor("elif")
    article = make_article_in_review(by=wanda)
    assert after(comment_on, article, by=elif_, text="Why?") == ["wanda"]
    assert after(return_to_author, article, by=emre, comment="Shorter.") == ["elif", "wanda"]
    assert after(comment_on, article, by=wanda, text="Done.") == ["elif", "emre"]
    after(submit, article, by=wanda)
    assert after(approve, article, by=priya) == ["elif", "emre", "wanda"]


def test_who_may_no_longer_see_it_is_told_nothing(after):
    emre, article = make_editor(), make_draft()
    comment_on(article, by=emre, text="Mine?")
    emre.groups.clear()
    assert after(comment_on, article, by=make_publisher(), text="No longer.") == []


def test_a_letter_says_what_where_and_why_it_came(after):
    wanda, emre = make_writer(), make_editor()
    article = make_article_in_review("“Slow” & <b>other</b>\r\nBcc: all@example.org", by=wanda)
    after(return_to_author, article, by=emre, comment="Not <yet>.\nSee § 2.")
    (letter,) = mail.outbox
    title = "“Slow” & <b>other</b> Bcc: all@example.org"
    assert letter.subject == f"emre returned “{title}” with a comment"
    assert letter.body.startswith(f"emre returned “{title}” with a comment.\n")
    assert "\n> Not <yet>.\n> See § 2.\n" in letter.body
    assert f"On the desk: https://tank.example/admin/articles/article/{article.pk}/change/\n" in letter.body
    assert "\n-- \nThinktank\nYou get this because it is your article" in letter.body
    assert letter.content_subtype == "plain"
    assert letter.recipients() == [wanda.email]


def test_nothing_leaves_before_the_step_is_written_down(django_capture_on_commit_callbacks):
    make_editor()
    with django_capture_on_commit_callbacks():
        submit(make_draft(), by=COMMAND_LINE)
        assert mail.outbox == []


class Broken(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


class Picky(EmailBackend):
    """Refuses one address; is given the letters one by one."""

    def send_messages(self, messages):
        if messages[0].to[0].startswith("emre"):
            raise smtplib.SMTPRecipientsRefused({})
        return super().send_messages(messages)


class Silent(EmailBackend):
    """Stops answering; counts how often it was asked."""

    asked = 0

    def send_messages(self, messages):
        Silent.asked += 1
        raise TimeoutError


@pytest.mark.parametrize(("backend", "reached"), [(Broken, []), (Picky, ["priya"]), (Silent, [])])
def test_a_mail_server_that_fails_stops_nothing_and_is_told(after, caplog, backend, reached, monkeypatch):
    monkeypatch.setattr("articles.workflow.notifying.get_connection", backend)
    make_editor()
    make_publisher()
    article = make_draft(by=make_writer())
    assert after(submit, article, by=article.owner) == reached
    assert after.notice.failed
    article.refresh_from_db()
    assert article.stage == Stage.IN_REVIEW
    assert "notice" in caplog.text
    assert Silent.asked <= 1


def test_a_mail_server_is_not_waited_for_long(settings):
    assert settings.EMAIL_TIMEOUT <= 5
