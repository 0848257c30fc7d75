"""The address that cleans what an editor pastes."""

import pytest
from django.test import Client

from articles.admin.paste import LIMIT

ADDRESS = "/admin/articles/article/paste/"


def paste(client, source):
    return client.post(ADDRESS, source, content_type="text/html; charset=utf-8")


def test_html_comes_back_in_the_stored_form(as_writer):
    source = (
        '<h1>Häfen</h1><p onclick="x()">a <b>b</b><img src=x><img src=y> <a href="javascript:x()">c</a></p>'
    )
    assert paste(as_writer, source).json() == {
        "html": "<h2>Häfen</h2><p>a <strong>b</strong> c</p>",
        "images": 2,
    }


def test_images_in_comments_are_none(as_writer):
    """Word names each picture twice, for old browsers in a comment."""
    answer = paste(
        as_writer, "<p>a</p><!--[if gte vml 1]><img src=x><![endif]--><![if !vml]><img src=x><![endif]>"
    )
    assert answer.json()["images"] == 1


@pytest.mark.parametrize("size", [LIMIT + 1, 2 * LIMIT])
def test_too_much_is_refused_in_words(as_writer, size):
    answer = paste(as_writer, b"a" * size)
    assert answer.status_code == 413
    assert "Paste it in parts" in answer.json()["problem"]


def test_what_just_fits_is_cleaned(as_writer):
    assert paste(as_writer, b"a" * LIMIT).json()["html"] == f"<p>{'a' * LIMIT}</p>"


def test_broken_bytes_are_no_error(as_writer):
    assert paste(as_writer, b"<p>a\xff\x00b</p>").status_code == 200


@pytest.mark.django_db
def test_who_may_not(client, as_guest):
    assert paste(as_guest, "<p>a</p>").status_code == 403
    client.logout()
    assert "/login/" in paste(client, "<p>a</p>").url


def test_only_from_our_own_pages(writer):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(writer)
    assert paste(strict, "<p>a</p>").status_code == 403
