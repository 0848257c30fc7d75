"""The server's part of what the browser keeps: which draft is saved, and showing one without saving it."""

import pytest

from articles.models import Article
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import make_author, make_draft

pytestmark = pytest.mark.django_db
NUMBER = "0123456789abcdef"


def address(record, act="change"):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/{act}/"


def post(client, where, **changes):
    return client.post(where, data_of(client.get(where), _draft=NUMBER, **changes))


@pytest.mark.parametrize("make", [make_draft, make_author])
def test_a_draft_is_done_with_after_a_save_only(as_publisher, make):
    record = make()
    refused = post(as_publisher, address(record), slug="No Address", _save="1", seen_version="0")
    assert refused.status_code in (200, 409)
    assert "desk-saved" not in refused.cookies
    # The form of comments beneath an article has a draft of its own.
    assert fields_of(refused).getlist("_draft")[0] == NUMBER
    saved = post(as_publisher, address(record), _save="1")
    assert saved.cookies["desk-saved"].value == NUMBER
    assert saved.cookies["desk-saved"]["path"] == "/admin/"


def test_so_it_is_with_a_new_article_and_an_act(as_publisher):
    added = post(as_publisher, "/admin/articles/article/add/", title="New", _save="1")
    assert added.cookies["desk-saved"].value == NUMBER
    done = post(as_publisher, address(make_draft(), "publish"), unapproved="on")
    assert done.status_code == 302
    assert done.cookies["desk-saved"].value.endswith(NUMBER)


def test_several_windows_are_acknowledged_and_no_endless_list(as_publisher):
    author = make_author()
    for number in range(12):
        where = address(author)
        sent = data_of(as_publisher.get(where), _draft=f"{number:08x}", bio=str(number), _save="1")
        as_publisher.post(where, sent)
    assert as_publisher.cookies["desk-saved"].value.split(".") == [f"{n:08x}" for n in range(4, 12)]


@pytest.mark.parametrize("forged", ["", "x; Path=/", "<script>", "a" * 500])
def test_a_forged_number_sets_no_cookie(as_publisher, forged):
    where = address(make_author())
    saved = as_publisher.post(where, data_of(as_publisher.get(where), _draft=forged, _save="1"))
    assert saved.status_code == 302
    assert "desk-saved" not in saved.cookies


def test_put_back_it_is_shown_and_not_saved(as_publisher):
    draft = make_draft()
    before = Article.objects.values().get()
    shown = post(as_publisher, address(draft), title="Typed", _put_back="1")
    assert shown.status_code == 200
    assert "This is what you typed. It is not saved yet." in words_of(shown)
    assert "this is in the way" not in words_of(shown)
    assert fields_of(shown)["title"] == "Typed"
    assert Article.objects.values().get() == before
    assert as_publisher.post(address(draft), data_of(shown, _save="1")).status_code == 302
    assert Article.objects.get().title == "Typed"


def test_an_act_put_back_does_nothing(as_publisher):
    draft = make_draft()
    shown = post(as_publisher, address(draft, "schedule"), at="2090-05-02T10:00", _put_back="1")
    assert "This is what you typed." in words_of(shown)
    assert fields_of(shown)["at"] == "2090-05-02T10:00"
    assert not draft.versions.exists()


def test_a_new_record_put_back_is_not_made(as_publisher):
    shown = post(as_publisher, "/admin/articles/article/add/", title="Typed", _put_back="1")
    assert fields_of(shown)["title"] == "Typed"
    assert not Article.objects.exists()


def test_after_an_expired_session_the_way_leads_back(as_publisher, client):
    draft = make_draft()
    sent = data_of(as_publisher.get(address(draft)), title="Typed", _save="1")
    as_publisher.logout()
    response = client.post(address(draft), sent)
    assert response.status_code == 302
    assert response.url == f"/admin/login/?next={address(draft)}"
