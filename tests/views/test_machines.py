import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.utils import translation
from django.views.csrf import csrf_failure

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "10.0.0.5:8000", "internal"])
def test_a_probe_asks_by_any_name(client, host):
    response = client.get("/healthz", headers={"Host": host})
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert client.get("/", headers={"Host": host}).status_code == (200 if host.startswith("127") else 400)


def test_a_probe_is_told_when_the_database_is_silent(client, monkeypatch):
    def silent(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", silent)
    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize("path", ["/", "/feed.atom", "/topics/"])
def test_a_form_sent_to_a_page_is_told_that_it_cannot_be(path):
    assert Client(enforce_csrf_checks=True).post(path, {"q": "x"}).status_code == 405


def test_a_form_without_its_token_is_told_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "Please send that once more" in response.content.decode()


def test_it_is_told_in_the_language_of_the_desk():
    with translation.override("tr"):
        response = csrf_failure(RequestFactory().post("/admin/login/"))
    said = response.content.decode()
    assert '<html lang="tr">' in said
    assert "Lütfen bir kez daha gönderin" in said
    assert "yazdıklarınızı size sunar" in said


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("/favicon.ico", "image/x-icon"), ("/apple-touch-icon.png", "image/png")],
)
def test_the_icon_answers_where_browsers_look_for_it(client, path, media_type):
    response = client.get(path)
    assert response["Content-Type"] in (media_type, "image/vnd.microsoft.icon")
    assert len(b"".join(response.streaming_content)) < 5000
