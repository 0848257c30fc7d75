"""What readers, robots and scanners send: a 4xx, never a 500."""

import pytest

from tests.makers import make_live_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _piece(db):
    make_live_article()


@pytest.mark.parametrize(
    "path",
    [
        "/articles/?page=0",
        "/articles/?page=-1",
        "/articles/?page=1000000000",
        "/articles/?page=99999999999999999999999999",
        "/articles/?page=two",
        "/articles/?page=%00",
        "/articles/?page=1%00",
        "/articles/?year=1066",
        "/articles/?year=twenty",
        "/articles/?year=%D9%A2%D9%A0%D9%A2%D9%A6",
        "/articles/?year=99999999",
        "/articles/?kind=sermon",
        "/articles/?kind=%00",
        "/articles/" + "a" * 5000 + "/",
        "/articles/nothing/",
        "/articles/slow-harbours/v/0/",
        "/articles/slow-harbours/v/99999999999999999999999999/",
        "/articles/slow-harbours/v/two/",
        "/articles/slow-harbours/cite.doc",
        "/articles/slow-harbours/cite.",
        "/topics/" + "a" * 5000 + "/",
        "/topics/nothing/",
        "/topics/nothing/feed.atom",
        "/topics/maritime-security/?page=2",
        "/authors/nobody/",
        "/authors/nobody/feed.atom",
        "/authors/?page=2",
        "/%00/",
        "/articles/%00/",
        "/articles/%ff%fe/",
        "/sitemap/lists.xml?p=%00",
        "/sitemap/lists.xml?p=77",
        "/sitemap/1999.xml",
        "/sitemap/99999999999999999999.xml",
    ],
)
def test_refused_in_words(client, path):
    response = client.get(path)
    assert 400 <= response.status_code < 500, path
    if response.status_code == 404:
        assert "<h1" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/articles/slow-harbours/", "/feed.atom"])
def test_methods_that_change_things_are_refused(client, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/", "/articles/slow-harbours/", "/feed.atom", "/robots.txt"])
def test_head_answers_like_get(client, path):
    assert client.head(path).status_code == client.get(path).status_code == 200


def test_an_unused_topic_and_author_do_not_exist_for_readers(client):
    from tests.makers import make_author, make_topic

    topic, author = make_topic("Empty"), make_author("Nobody Yet")
    for path in (topic.get_absolute_url(), author.get_absolute_url()):
        assert client.get(path).status_code == 404
        assert client.get(f"{path}feed.atom").status_code == 404
