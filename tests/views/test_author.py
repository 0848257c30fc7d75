"""An author's page: now and then, the years, the topics, and what search engines are told."""

import json
import re

import pytest

from articles.models import Author, clock
from articles.views import lists
from articles.workflow import COMMAND_LINE, publish
from tests.makers import make_author, make_draft, make_live_article, make_topic, make_withdrawn_article, utc

pytestmark = pytest.mark.django_db

PATH = "/authors/leyla-arslan/"
NOW = utc(2026, 6, 1)


@pytest.fixture
def leyla(db):
    """Signed for two houses before the present one; once together with another."""
    author = make_author(
        affiliation="Quay Review",
        honorific="Dr.",
        orcid="0000-0002-1825-0097",
        bio="Studies </script> ports.",
    )
    sea, trade = make_topic("Sea"), make_topic("Trade")
    make_live_article("First", at=utc(2019, 5, 1), author=author, topics=[sea])
    make_live_article("Second", at=utc(2021, 5, 1), author=author, topics=[sea, trade])
    Author.objects.filter(pk=author.pk).update(affiliation="Tide Table")
    author.refresh_from_db()
    make_live_article("Üçüncü", at=utc(2021, 6, 1), author=author, topics=[sea], language="tr")
    Author.objects.filter(pk=author.pk).update(affiliation="Harbour Institute")
    author.refresh_from_db()
    with clock.fixed(utc(2026, 2, 1)):
        draft = make_draft("Fourth", author=author, topics=[trade])
        draft.bylines.create(author=make_author("Jun Park"), position=2, name="Jun Park")
        publish(draft, by=COMMAND_LINE)
    return author


def page(client, query="", path=PATH):
    with clock.fixed(NOW):
        response = client.get(f"{path}{query}")
    assert response.status_code == 200
    return response.content.decode()


def text(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def years(html):
    """[(year, how many, titles)] as they stand on the page."""
    found = []
    for section in re.findall(r'<section class="band year".*?</section>', html, re.S):
        year, number = re.search(r">(\d{4})</h2>\s*<p class=\"count\">(\d+) piece", section).groups()
        found.append((int(year), int(number), re.findall(r'class="card-title"><a [^>]*>([^<]*)<', section)))
    return found


def test_pieces_stand_under_their_year_with_the_affiliation_printed_then(client, leyla):
    html = page(client)
    assert years(html) == [(2026, 1, ["Fourth"]), (2021, 2, ["Üçüncü", "Second"]), (2019, 1, ["First"])]
    then = re.findall(r'class="card-title"><a [^>]*>([^<]*)<|class="card-then">([^<]*)<', html)
    assert [title or words.strip() for title, words in then] == [
        *("Fourth", "Üçüncü", "Affiliation then: Tide Table"),
        *("Second", "Affiliation then: Quay Review", "First", "Affiliation then: Quay Review"),
    ]


def test_now_and_then_stand_side_by_side(client, leyla):
    facts = re.search(r'<dl class="record">.*?</dl>', page(client), re.S)[0]
    assert "Now Senior fellow Harbour Institute Then Tide Table, 2021 Quay Review, 2019–2021" in text(facts)
    assert 'href="https://orcid.org/0000-0002-1825-0097"' in facts
    assert "4 pieces" in facts
    assert f'href="{PATH}feed.atom"' in facts


def test_who_has_always_signed_for_one_house_has_no_then(client):
    make_live_article(at=utc(2026, 1, 1), author=make_author())
    assert "Then" not in text(page(client))
    assert "Affiliation then" not in page(client)


def test_the_present_house_in_the_words_of_another_language_is_no_former_one(client):
    leyla = make_author()
    for title, at, language, affiliation in (
        ("First", utc(2025, 1, 1), "en", "Quay Review"),
        ("항구", utc(2025, 2, 1), "ko", "부두 평론"),
        ("Liman", utc(2026, 1, 1), "tr", "Liman Enstitüsü"),
        ("A guest", utc(2026, 2, 1), "en", "Tide Table"),
        ("Second", utc(2026, 3, 1), "en", "Harbour Institute"),
    ):
        leyla.affiliation = affiliation
        leyla.save()
        make_live_article(title, at=at, language=language, author=leyla)
    facts = re.search(r'<dl class="record">.*?</dl>', page(client), re.S)[0]
    assert "Then Tide Table, 2026 부두 평론, 2025 Quay Review, 2025 Published" in text(facts)


def test_topics_are_counted_and_lead_to_the_authors_pieces_on_them(client, leyla):
    with clock.fixed(utc(2024, 3, 3)):
        make_withdrawn_article("Gone", author=leyla, topics=[make_topic("Trade"), make_topic("Secrets")])
    html = page(client)
    run = re.search(r'<ul class="topic-run">.*?</ul>', html, re.S)[0]
    links = re.findall(r'<a href="([^"]*)">([^<]*)<sup aria-hidden="true">(\d+)<', run)
    assert links == [
        ("/topics/sea/?author=leyla-arslan", "Sea", "3"),
        ("/topics/trade/?author=leyla-arslan", "Trade", "2"),
    ]
    for address, _name, count in links:
        assert page(client, path=address).count('class="card"') == int(count)


def test_who_signed_too_and_a_piece_in_another_language_are_marked(client, leyla):
    html = page(client)
    assert "Also signed by Jun Park" in text(html)
    assert html.count("Also signed by") == 1
    assert '<span lang="tr">Türkçe</span>' in html
    assert '<span lang="en">English</span>' not in html
    assert '<span lang="en">English</span>' in page(client, path=f"/tr{PATH}")


def test_a_year_alone(client, leyla):
    html = page(client, "?year=2021")
    assert years(html) == [(2021, 2, ["Üçüncü", "Second"])]
    assert re.search(r'href="[^"]*\?year=2021" aria-current="true"', html)
    assert 'rel="canonical" href="http://127.0.0.1:8000/authors/leyla-arslan/?year=2021"' in html
    assert "noindex" not in html
    for query in ("?year=2020", "?year=soon", "?year=2021&page=2"):
        with clock.fixed(NOW):
            assert client.get(f"{PATH}{query}").status_code == 404


def test_a_year_that_runs_over_two_pages_says_on_both_how_many_it_has(client, leyla, monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    assert years(page(client)) == [(2026, 1, ["Fourth"]), (2021, 2, ["Üçüncü"])]
    second = page(client, "?page=2")
    assert years(second) == [(2021, 2, ["Second"]), (2019, 1, ["First"])]
    assert "topic-run" not in second


def json_ld(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])


def test_search_engines_are_told_who_it_is(client, leyla):
    profile = json_ld(page(client))
    assert profile["@type"] == "ProfilePage"
    assert profile["mainEntity"] == {
        "@type": "Person",
        "name": "Leyla Arslan",
        "familyName": "Arslan",
        "givenName": "Leyla",
        "honorificPrefix": "Dr.",
        "jobTitle": "Senior fellow",
        "affiliation": {"@type": "Organization", "name": "Harbour Institute"},
        "url": "http://127.0.0.1:8000/authors/leyla-arslan/",
        "description": "Studies </script> ports.",
        "sameAs": ["https://orcid.org/0000-0002-1825-0097"],
    }


def test_a_body_is_an_organisation(client):
    board = make_author(
        "Editorial Board", is_body=True, role="", affiliation="", website="https://example.org/"
    )
    make_live_article(at=utc(2026, 1, 1), author=board)
    assert json_ld(page(client, path="/authors/editorial-board/"))["mainEntity"] == {
        "@type": "Organization",
        "name": "Editorial Board",
        "url": "http://127.0.0.1:8000/authors/editorial-board/",
        "sameAs": ["https://example.org/"],
    }
