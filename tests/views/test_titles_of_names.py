"""A Korean title stands after the name wherever a name is printed, also of a version that was kept in the other order."""

import json
import re

import pytest

from articles.models import Publication, Version, byline
from articles.workflow import COMMAND_LINE, publish, withdraw
from tests.makers import make_author, make_change, make_draft, make_live_article, make_topic

pytestmark = pytest.mark.django_db

SLUG = "neurin-hanggu"
PLACES = (
    f"/articles/{SLUG}/",
    f"/articles/{SLUG}/v/1/",
    f"/articles/{SLUG}/republish/",
    f"/articles/{SLUG}/republish.md",
    "/authors/han-seo-yun/",
    "/topics/sea/",
    "/topics/sea/feed.atom",
    "/ko/authors/han-seo-yun/",
    "/feed.atom",
)


@pytest.fixture
def piece(monkeypatch):
    Publication.objects.create(name="부두 연구소", republishing_terms="전문을 실으십시오.")
    author = make_author("한서윤", slug="han-seo-yun", honorific="박사")
    article = make_draft(
        "느린 항구", slug=SLUG, language="ko", author=author, topics=[make_topic("Sea")], note="연구위원."
    )
    with monkeypatch.context() as patched:
        patched.setattr(byline, "titled", lambda name, title: f"{title} {name}")
        publish(article, by=COMMAND_LINE)
    make_change(article, title="빠른 항구")
    publish(article, by=COMMAND_LINE, reason="update")
    return article


def text(client, path):
    return " ".join(re.sub(r"<[^>]*>", " ", client.get(path).content.decode()).split())


def test_everywhere(client, piece):
    assert [line["printed_name"] for v in Version.objects.order_by("number") for line in v.bylines] == [
        *("박사 한서윤", "한서윤 박사")
    ]
    for path in PLACES:
        printed = text(client, path)
        assert "한서윤 박사" in printed, path
        assert "박사 한서윤" not in printed, path


def test_on_a_tombstone_and_where_a_signature_changed(client, piece):
    piece.bylines.update(affiliation="바다 연구소")
    publish(piece, by=COMMAND_LINE, reason="minor")
    assert "한서윤 박사, Senior fellow" in text(client, f"/articles/{SLUG}/changes/2-3/")
    withdraw(piece, by=COMMAND_LINE, note="수치가 맞지 않았습니다.")
    assert "한서윤 박사" in text(client, f"/articles/{SLUG}/")


def test_search_engines_are_told_on_which_side_it_stands(client, piece):
    page = client.get("/authors/han-seo-yun/").content.decode()
    person = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.S)[1])["mainEntity"]
    assert (person["name"], person["honorificSuffix"]) == ("한서윤", "박사")
    assert "honorificPrefix" not in person
    assert (person["familyName"], person["givenName"]) == ("한", "서윤")


def test_a_title_does_not_lead_the_alphabet(client):
    for name, title in (("Zeynep Şahin", "Doç. Dr."), ("Ada Moreau", ""), ("Émile Roux", "Dr.")):
        make_live_article(f"By {name}", author=make_author(name, honorific=title), topics=[make_topic("Sea")])
    people = client.get("/topics/sea/").context["people"]
    assert [person.name for person in people] == ["Ada Moreau", "Dr. Émile Roux", "Doç. Dr. Zeynep Şahin"]
