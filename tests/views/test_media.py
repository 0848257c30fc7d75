"""Files of the library, as readers get them."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.makers import make_draft, make_image

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "media_type"), [("avif", "image/avif"), ("webp", "image/webp"), ("png", "image/png")]
)
def test_a_file_and_what_is_said_of_it(client, name, media_type, django_assert_num_queries):
    image = make_image()
    with django_assert_num_queries(0):
        response = client.get(image.url(name, 64), headers={"accept-encoding": "gzip"})
    content = b"".join(response.streaming_content)
    assert response.status_code == 200
    assert response["Content-Type"] == media_type
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == f'inline; filename="{image.sha256[:16]}-64.{name}"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert int(response["Content-Length"]) == len(content) > 20
    assert not {"Content-Encoding", "Set-Cookie"} & set(response.headers)


def test_who_has_it_is_not_sent_it_again(client):
    address = make_image().url("png", 64)
    again = client.get(address, headers={"if-none-match": client.get(address)["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "",
        "images/",
        "notes.txt",
        "images/notes.txt",
        "../db.sqlite3",
        "images/../notes.txt",
        "images/%2e%2e/notes.txt",
        f"images/{'0' * 32}/{'0' * 16}-480.svg",
        f"images/{'0' * 32}/{'0' * 16}-480.png/",
        f"images/{'0' * 32}/{'0' * 16}-480.png",
        f"images/{'A' * 32}/{'0' * 16}-480.png",
    ],
)
def test_nothing_else_is_served(client, path):
    default_storage.delete("images/notes.txt")
    default_storage.save("images/notes.txt", ContentFile(b"Secret"))
    response = client.get(f"/media/{path}")
    assert response.status_code in (400, 404)
    assert b"Secret" not in response.getvalue()


def test_names_cannot_be_guessed_from_the_file():
    """Two publications, one file: what one of them publishes does not lead to what the other prepares."""
    image = make_image()
    path = image.url("png", 64)
    image.delete()
    assert make_image().url("png", 64).split("/")[-1] == path.split("/")[-1]
    assert make_image("Other").uid.version == 4
    assert path.split("/")[-2] not in str(make_draft(lead_image=None).uid)


def test_a_file_is_never_replaced(client):
    image = make_image()
    (_name, _width, path), *_rest = image.files()
    with default_storage.open(path) as file:
        before = file.read()
    assert default_storage.save(path, ContentFile(b"Other")) != path
    assert b"".join(client.get(f"/media/{path}").streaming_content) == before


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_read_only(client, method):
    assert getattr(client, method)(make_image().url("png", 64)).status_code == 405
