"""The site's own languages: lists have a form in each, an article one address and its own language."""

import pytest
from django.conf import settings

from tests.makers import make_author, make_live_article, make_topic, utc

pytestmark = pytest.mark.django_db

LISTS = [
    "/",
    "/about/",
    "/articles/",
    "/topics/",
    "/topics/maritime-security/",
    "/corrections/",
    "/authors/",
    "/authors/leyla-arslan/",
]
FIXED = [
    "/articles/slow-harbours/",
    "/articles/slow-harbours/v/1/",
    "/feed.atom",
    "/sitemap.xml",
    "/sitemap/lists.xml",
    "/robots.txt",
]


@pytest.fixture(autouse=True)
def _piece(db):
    make_live_article()


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_a_form_in_each_language(client, path):
    for code, prefix in (("en", ""), ("tr", "/tr"), ("ko", "/ko")):
        page = client.get(prefix + path)
        text = page.content.decode()
        assert page.status_code == 200
        assert f'<html lang="{code}"' in text
        for other, other_prefix in (("en", ""), ("tr", "/tr"), ("ko", "/ko")):
            url = f"{settings.SITE_URL}{other_prefix}{path}"
            assert f'<link rel="alternate" hreflang="{other}" href="{url}">' in text
        assert f'lang="{code}" hreflang="{code}" aria-current="true"' in text


@pytest.mark.parametrize("path", FIXED)
def test_what_has_one_address_has_no_other(client, path):
    assert client.get(path).status_code == 200
    assert client.get(f"/tr{path}").status_code == 404
    assert client.get(f"/en{path}").status_code == 404


def test_the_default_language_has_no_prefix(client):
    assert client.get("/en/topics/").status_code == 404


def test_links_stay_in_the_language(client):
    text = client.get("/tr/topics/").content.decode()
    assert 'href="/tr/topics/maritime-security/"' in text
    assert 'href="/tr/authors/"' in text
    assert 'href="/articles/slow-harbours/"' in client.get("/tr/articles/").content.decode()


def test_a_query_follows_into_the_other_languages(client):
    assert 'href="/ko/articles/?kind=commentary"' in client.get("/articles/?kind=commentary").content.decode()


def test_neither_cookies_nor_headers_choose(client):
    plain = client.get("/topics/")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "tr"
    other = client.get("/topics/", headers={"Accept-Language": "ko"})
    assert other.content == plain.content
    assert "Vary" not in other or "Cookie" not in other["Vary"]


def test_an_article_speaks_its_own_language(client):
    topic, author = make_topic("Limanlar"), make_author("Ece Deniz")
    make_live_article("Yavaş limanlar", language="tr", topics=[topic], author=author)
    make_live_article("موانئ", slug="mawani", language="ar", topics=[topic], author=author)
    turkish = client.get("/articles/yavas-limanlar/").content.decode()
    assert '<html lang="tr"' in turkish
    assert 'href="/tr/topics/limanlar/"' in turkish
    assert "hreflang" not in turkish
    assert '<html lang="en"' in client.get("/articles/mawani/").content.decode()
    assert '<html lang="en"' in client.get("/articles/slow-harbours/").content.decode()


def test_words_dates_and_counts_are_those_of_the_language(client):
    make_live_article("Yavaş", at=utc(2024, 3, 5), language="tr")
    turkish = client.get("/articles/yavas/").content.decode()
    assert ">5 Mart 2024</time>" in turkish
    assert "Okuma süresi" in turkish
    korean = client.get("/ko/topics/maritime-security/").content.decode()
    assert "글 2편" in korean
    assert "2024년 3월 5일</time>" in korean


def test_under_debug_what_is_not_there_is_told_by_djangos_own_page(client, settings):
    settings.DEBUG = True
    for address in ("/nowhere/", "/tr/nowhere/"):
        assert client.get(address).status_code == 404
