import re

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache

from articles.admin import password_reset
from tests.admin.forms import words_of
from tests.makers import make_user

pytestmark = pytest.mark.django_db
ASK = "/admin/password_reset/"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch, settings):
    monkeypatch.setattr(password_reset, "send_later", lambda send: send())
    settings.SITE_URL = "https://tank.example"
    cache.clear()


def make_account():
    return make_user("emre", "Editor", password="forgotten since")


def ask(client, email):
    return client.post(ASK, {"email": email}, follow=True)


def link():
    return re.search(r"https://tank\.example(/admin/password_reset/\S+)", mail.outbox[0].body)[1]


def test_the_page_for_signing_in_leads_there(client):
    page = client.get("/admin/login/").content.decode()
    assert f'href="{ASK}"' in page
    assert client.get(ASK).status_code == 200


def test_a_new_password_by_letter(client):
    emre = make_account()
    assert "a letter with a link is on its way" in words_of(ask(client, emre.email))
    assert mail.outbox[0].to == [emre.email]
    assert "You sign in as: emre" in mail.outbox[0].body
    page = client.get(link(), follow=True)
    address = page.redirect_chain[-1][0]
    new = "an unguessed passw0rd"
    refused = client.post(address, {"new_password1": new, "new_password2": "another"})
    assert "didn’t match" in words_of(refused)
    done = client.post(address, {"new_password1": new, "new_password2": new}, follow=True)
    assert "Sign in with it from now on." in words_of(done)
    assert authenticate(username="emre", password=new) == emre
    assert "no longer works" in words_of(client.get(link(), follow=True))


def test_the_answer_is_the_same_whether_there_is_an_account_or_not(client):
    make_account()
    known = ask(client, "emre@example.org")
    unknown = ask(client, "nobody@example.org")
    assert known.content == unknown.content
    assert known.redirect_chain == unknown.redirect_chain
    assert len(mail.outbox) == 1


def test_who_has_no_place_at_the_desk_gets_no_letter(client):
    make_user("left", "Editor", is_active=False, password="pw")
    User.objects.create_user("reader", "reader@example.org", "pw")
    for name in ("left", "reader"):
        ask(client, f"{name}@example.org")
    assert mail.outbox == []


def test_an_account_is_not_flooded(client):
    make_account()
    for _ in range(3):
        ask(client, "emre@example.org")
    assert len(mail.outbox) == 1


def test_the_link_does_not_follow_the_host_of_the_request(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_account()
    client.post(ASK, {"email": "emre@example.org"}, headers={"host": "evil.example"})
    assert "evil" not in mail.outbox[0].body


def test_a_mail_server_that_fails_is_no_error_page(client, settings, caplog):
    settings.EMAIL_BACKEND = "nowhere.Backend"
    make_account()
    assert "on its way" in words_of(ask(client, "emre@example.org"))
    assert "Failed to send password reset email" in caplog.text


@pytest.mark.parametrize("email", ["", "no address", "a\x00@example.org", "a" * 300 + "@example.org"])
def test_what_is_no_address_is_told(client, email):
    page = ask(client, email)
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()


@pytest.mark.parametrize("end", ["", "done/", "MQ/wrong-token/", "complete/"])
def test_its_pages_have_the_desks_policy_and_are_kept_by_nobody(client, end):
    page = client.get(ASK + end)
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert "no-store" in page.headers["Cache-Control"] or end in ("", "done/", "complete/")
    assert page.content.decode().count("<h1") == 1
