"""The archive by year and kind: what it counts is what it shows, and no page of it is passed over."""

import re

import pytest

from articles.models import clock
from articles.views import lists
from tests.makers import make_live_article, make_scheduled_article, make_withdrawn_article, utc

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
NOW = utc(2026, 6, 1)


@pytest.fixture
def pieces(db):
    """2026: two; 2024: three; 2021: one. Reports: one each in 2026 and 2024."""
    kinds = {"Five": "report", "Three": "report"}
    days = {
        "Six": utc(2026, 2, 1),
        "Five": utc(2026, 1, 1),
        "Four": utc(2024, 12, 31),
        "Three": utc(2024, 6, 1),
        "Two": utc(2024, 1, 1, 0),
        "One": utc(2021, 5, 5),
    }
    for title, day in days.items():
        make_live_article(title, at=day, kind=kinds.get(title, "commentary"))


def asked(client, query="", at=NOW, path="/articles/"):
    with clock.fixed(at):
        response = client.get(f"{path}{query}")
    assert response.status_code == 200
    return response.content.decode()


def titles(html):
    return re.findall(r'class="card-title"><a [^>]*>([^<]*)<', html)


def choices(html):
    """{label: (address, count, chosen)} of the two filters."""
    links = re.findall(
        r'<li><a href="([^"]*)"( aria-current="true")?>([^<]*)</a> <span class="filter-count">(\d+)<', html
    )
    return {
        label: (address.replace("&amp;", "&"), int(count), bool(chosen))
        for address, chosen, label, count in links
    }


def test_each_choice_says_how_many_pieces_it_leads_to(client, pieces):
    found = choices(asked(client))
    assert found == {
        "All kinds": ("/articles/", 6, True),
        "Commentary": ("/articles/?kind=commentary", 4, False),
        "Report": ("/articles/?kind=report", 2, False),
        "All years": ("/articles/", 6, True),
        "2026": ("/articles/?year=2026", 2, False),
        "2024": ("/articles/?year=2024", 3, False),
        "2021": ("/articles/?year=2021", 1, False),
    }
    for address, count, _chosen in found.values():
        assert len(titles(asked(client, path=address))) == count


def test_under_a_year_kinds_are_counted_in_it_and_the_other_way_round(client, pieces):
    found = choices(asked(client, "?year=2024"))
    assert found["All kinds"] == ("/articles/?year=2024", 3, True)
    assert found["Report"] == ("/articles/?year=2024&kind=report", 1, False)
    assert found["2024"] == ("/articles/?year=2024", 3, True)
    assert choices(asked(client, "?kind=report"))["2026"] == ("/articles/?year=2026&kind=report", 1, False)
    both = asked(client, "?kind=report&year=2021")
    assert "No piece of this kind and year has been published." in both
    assert choices(both)["2021"] == ("/articles/?year=2021&kind=report", 0, True)


def test_what_is_hidden_is_not_counted(client, pieces):
    with clock.fixed(utc(2024, 3, 3)):
        make_withdrawn_article("Gone", kind="report")
    with clock.fixed(NOW):
        make_scheduled_article("Waits", at=utc(2026, 7, 1), kind="brief")
    before = choices(asked(client))
    assert before["2024"][1] == 3
    assert before["2026"][1] == 2
    assert "Policy brief" not in before
    after = choices(asked(client, at=utc(2026, 7, 2)))
    assert after["2026"][1] == 3
    assert after["Policy brief"][1] == 1


@pytest.mark.parametrize("per_page", [1, 2, 4, 5])
def test_pages_that_fall_into_two_years_or_three_lose_no_piece(client, pieces, monkeypatch, per_page):
    monkeypatch.setattr(lists, "PER_PAGE", per_page)
    last = -(-6 // per_page)
    found = [title for n in range(1, last + 1) for title in titles(asked(client, f"?page={n}"))]
    assert found == ["Six", "Five", "Four", "Three", "Two", "One"]
    reports = [
        title
        for n in range(1, -(-2 // per_page) + 1)
        for title in titles(asked(client, f"?kind=report&page={n}"))
    ]
    assert reports == ["Five", "Three"]


def test_a_deep_page_is_asked_of_its_own_years_alone(client, pieces, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(lists, "PER_PAGE", 1)
    with django_assert_num_queries(5) as asked_for:
        asked(client, "?page=4")
    page = asked_for.captured_queries[-1]["sql"]
    assert "LIMIT 1 OFFSET 1" in page
    assert re.findall(r'"first_published_at" (>=|<) ', page) == [">=", "<"]


def test_one_choice_is_an_address_of_its_own_two_are_no_matter_for_a_search_engine(
    client, pieces, monkeypatch
):
    monkeypatch.setattr(lists, "PER_PAGE", 1)

    def head(query):
        html = asked(client, query)
        return re.search(r'rel="canonical" href="([^"]*)"', html)[1].replace("&amp;", "&"), "noindex" in html

    assert head("") == (f"{SITE}/articles/", False)
    assert head("?utm_source=letter&page=1") == (f"{SITE}/articles/", False)
    assert head("?page=2&year=2024&from=x") == (f"{SITE}/articles/?year=2024&page=2", False)
    assert head("?kind=report&year=2024") == (f"{SITE}/articles/?year=2024&kind=report", True)


def test_what_is_chosen_is_the_title_in_each_language(client, pieces):
    assert "<h1>Report, 2024</h1>" in asked(client, "?kind=report&year=2024")
    turkish = asked(client, "?kind=report", path="/tr/articles/")
    assert "<h1>Rapor</h1>" in turkish
    assert choices(turkish)["2024"][0] == "/tr/articles/?year=2024&kind=report"
    assert f'rel="canonical" href="{SITE}/tr/articles/?kind=report"' in turkish


@pytest.mark.parametrize(
    "query", ["?year=2023", "?year=soon", "?year=20240", "?kind=poem", "?year=2024&page=2"]
)
def test_what_is_not_there(client, pieces, query):
    with clock.fixed(NOW):
        assert client.get(f"/articles/{query}").status_code == 404


def test_an_empty_archive_has_no_year(client):
    assert choices(asked(client)) == {
        "All kinds": ("/articles/", 0, True),
        "All years": ("/articles/", 0, True),
    }
    assert client.get("/articles/?year=2024").status_code == 404


def test_a_piece_in_another_language_says_which(client):
    make_live_article("Yavaş limanlar", language="tr", at=utc(2024, 1, 1))
    turkish = '<span lang="tr">Türkçe</span>'
    assert turkish in client.get("/articles/").content.decode()
    assert turkish not in client.get("/tr/articles/").content.decode()
