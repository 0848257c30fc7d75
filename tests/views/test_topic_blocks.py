"""The blocks of a topic's page: what is in them, and that nothing hidden is."""

import datetime

import pytest

from articles.models import clock
from articles.views import narrowing, survey, threads
from articles.workflow import COMMAND_LINE, merge_authors, reinstate, relate, withdraw
from tests.makers import make_author, make_live_article, make_scheduled_article, make_topic, utc

pytestmark = pytest.mark.django_db
PAGE = "/topics/ports/"


@pytest.fixture
def ports():
    return make_topic("Ports")


def live(title, year, topic, *, month=5, author=None, topics=(), **fields):
    author = author or make_author(f"Author of {title}")
    return make_live_article(title, at=utc(year, month, 1), topics=[topic, *topics], author=author, **fields)


def say(article, type, other):
    article.refresh_from_db()
    relate(article, [(type, other)], by=COMMAND_LINE)


def thread_titles(page):
    return [[item.piece.title for item in items] for items in page.context["debate"]]


def offered(page):
    return {name: [choice.label for choice in links] for name, _label, links in page.context["choices"]}


def test_the_debate_is_drawn_from_pieces_of_the_topic(client, ports):
    first, second = live("First", 2023, ports), live("Second", 2024, ports)
    elsewhere = live("Elsewhere", 2024, make_topic("Straits"))
    say(second, "disagrees", first)
    say(elsewhere, "replies", first)
    page = client.get(PAGE)
    assert thread_titles(page) == [["First", "Second"]]
    text = page.content.decode()
    assert '<p class="thread-type">Disagreement</p>' in text
    assert "The debate" not in client.get("/topics/straits/").content.decode()


def hidden(state, article):
    if state == "withdrawn":
        withdraw(article, by=COMMAND_LINE, note="Wrong.")
    return article


@pytest.fixture(params=["withdrawn", "scheduled"])
def one_hidden(request, ports, monkeypatch):
    """Three pieces; the middle one is hidden, and stands alone in all that a block could show."""
    monkeypatch.setattr(narrowing, "FEWEST", 1)
    person, neighbour = (
        make_author("Hidden Person", affiliation="Hidden House"),
        make_topic("Hidden neighbour"),
    )
    first, last = live("First", 2023, ports), live("Last", 2026, ports)
    fields = {"topics": [ports, neighbour], "author": person, "language": "fr", "kind": "brief"}
    if request.param == "withdrawn":
        middle = make_live_article("Hidden title", at=utc(2024, 5, 1), **fields)
        say(middle, "replies", first)
        say(last, "updates", middle)
        hidden("withdrawn", middle)
    else:
        middle = make_scheduled_article("Hidden title", at=utc(2037, 5, 1), **fields)
        with clock.fixed(utc(2038, 1, 1)):
            say(last, "updates", middle)
        middle.refresh_from_db()
        relate(middle, [("replies", first)], by=COMMAND_LINE)
    return first, middle, last


def test_nothing_hidden_is_in_any_block(client, ports, one_hidden):
    first, _middle, last = one_hidden
    page = client.get(PAGE)
    text = page.content.decode()
    assert "Hidden" not in text
    assert page.context["debate"] == []
    assert page.context["years"] == [(2026, 1), (2023, 1)]
    assert page.context["count"] == 2
    assert [person.name for person in page.context["people"]] == ["Author of First", "Author of Last"]
    assert page.context["neighbours"] == []
    assert "kind" not in offered(page)
    assert "language" not in offered(page)
    for article in (first, last):
        text = client.get(article.get_absolute_url()).content.decode()
        assert "Hidden" not in text
        assert "The debate" not in text
    for query in ("year=2024", "year=2037", "kind=brief", "language=fr", "author=hidden-person"):
        assert client.get(f"{PAGE}?{query}").status_code == 404, query


def test_what_was_hidden_is_there_when_it_is_live(client, ports, one_hidden):
    first, middle, last = one_hidden
    if middle.versions.filter(reason="withdrawal").exists():
        reinstate(middle, by=COMMAND_LINE)
    with clock.fixed(utc(2039, 1, 1)):
        page = client.get(PAGE)
        [titles] = thread_titles(page)
        assert set(titles) == {"First", "Hidden title", "Last"}
        assert [topic.name for topic in page.context["neighbours"]] == ["Hidden neighbour"]
        assert "Hidden House" in page.content.decode()
        assert "brief" in str(offered(page)).lower()
        text = client.get(first.get_absolute_url()).content.decode()
        assert "Answered by" in text
        assert "Hidden title" in text
        assert "Updates" in client.get(last.get_absolute_url()).content.decode()


def test_the_article_says_it_in_both_directions(client, ports):
    first, second = live("First", 2023, ports), live("Second", 2024, ports)
    say(second, "continues", first)
    earlier = client.get(first.get_absolute_url()).context["debate"]
    later = client.get(second.get_absolute_url()).context["debate"]
    assert [(v.label, [x.title for x in v.versions]) for v in earlier] == [("Continued by", ["Second"])]
    assert [(v.label, [x.title for x in v.versions]) for v in later] == [("Continues", ["First"])]


def test_people_have_the_affiliation_they_had_then(client, ports):
    leyla = make_author("Leyla Arslan", affiliation="Harbour Institute")
    live("One", 2021, ports, author=leyla)
    live("Two", 2022, ports, author=leyla)
    leyla.affiliation = "Tide Office"
    leyla.save()
    live("Three", 2024, ports, author=leyla)
    [person] = client.get(PAGE).context["people"]
    assert (person.name, person.count) == ("Leyla Arslan", 3)
    assert person.then == (("Tide Office", 2024, 2024), ("Harbour Institute", 2021, 2022))
    text = client.get(PAGE).content.decode()
    assert "Harbour Institute, 2021–2022" in text
    assert "Tide Office, 2024" in text


def test_two_records_that_were_merged_are_one_person(client, ports):
    one, other = make_author("L. Arslan"), make_author("Leyla Arslan")
    live("One", 2021, ports, author=one)
    live("Two", 2022, ports, author=other)
    merge_authors(one, other, by=COMMAND_LINE)
    [person] = client.get(PAGE).context["people"]
    assert (person.slug, person.count) == ("leyla-arslan", 2)
    page = client.get(f"{PAGE}?author=leyla-arslan")
    assert [version.title for version in page.context["page"]] == ["Two", "One"]


def test_neighbours_are_the_topics_of_its_pieces_those_that_share_most_first(client, ports):
    straits, law = make_topic("Straits"), make_topic("Law")
    live("One", 2021, ports, topics=[straits, law])
    live("Two", 2022, ports, topics=[straits])
    live("Three", 2022, law)
    found = [(topic.name, topic.pieces) for topic in client.get(PAGE).context["neighbours"]]
    assert found == [("Straits", 2), ("Law", 1)]


@pytest.fixture
def varied(ports):
    a, b = make_author("Ada"), make_author("Bo")
    live("One", 2023, ports, author=a, kind="analysis")
    live("Two", 2024, ports, author=a, kind="brief", language="tr")
    live("Three", 2024, ports, month=6, author=b, kind="analysis")
    live("Four", 2025, ports, author=b, kind="analysis")


def test_each_choice_keeps_the_others_and_nothing_empty_is_offered(client, varied):
    page = client.get(PAGE)
    assert offered(page) == {
        "year": ["All years", "2025", "2024", "2023"],
        "kind": ["All kinds", "Analysis", "Policy brief"],
        "author": ["All authors", "Ada", "Bo"],
        "language": ["All languages", "English", "Türkçe"],
    }
    page = client.get(f"{PAGE}?year=2024&author=bo")
    assert [version.title for version in page.context["page"]] == ["Three"]
    assert offered(page) == {
        "year": ["All years", "2025", "2024"],
        "author": ["All authors", "Ada", "Bo"],
    }
    urls = {choice.url for _name, _label, links in page.context["choices"] for choice in links}
    assert f"{PAGE}?year=2025&author=bo" in urls
    assert f"{PAGE}?year=2024&author=ada" in urls
    assert f"{PAGE}?author=bo" in urls
    for url in urls:
        assert client.get(url).status_code == 200, url


def test_a_topic_of_few_pieces_is_a_page_and_no_machine(client, ports):
    live("One", 2023, ports)
    live("Two", 2024, ports, kind="brief")
    text = client.get(PAGE).content.decode()
    for word in ("<svg", "Narrow the list", "The debate", "1 people", "2 people", "Neighbouring"):
        assert word not in text
    assert "Who writes on it" in text
    assert "Narrow the list" in client.get(f"{PAGE}?kind=brief").content.decode()


@pytest.mark.parametrize(
    ("query", "noindex"),
    [
        ("", False),
        ("?year=2024", False),
        ("?year=2024&kind=brief", True),
        ("?kind=brief&author=ada&language=tr", True),
    ],
)
def test_combinations_are_kept_from_search_engines(client, varied, query, noindex):
    text = client.get(PAGE + query).content.decode()
    assert ('<meta name="robots" content="noindex">' in text) == noindex


@pytest.mark.parametrize(
    "query",
    [
        "year=1999",
        "year=x",
        "year=٢٠٢٤",
        "year=0000",
        "kind=x",
        "author=x",
        "language=xx",
        "year=2023&kind=brief",
        "year=2024&page=2",
    ],
)
def test_what_is_empty_is_not_found(client, varied, query):
    assert client.get(f"{PAGE}?{query}").status_code == 404


def test_the_pages_of_a_narrowed_list_keep_the_choice(client, ports, monkeypatch):
    author = make_author("Ada")
    for number in range(23):
        live(f"Nr {number}", 2024, ports, author=author)
    live("Other", 2025, ports, author=author)
    text = client.get(f"{PAGE}?year=2024").content.decode()
    assert 'href="?year=2024&amp;page=2"' in text
    page = client.get(f"{PAGE}?year=2024&page=2")
    assert len(page.context["page"]) == 3
    assert "people" not in page.context
    assert "overview" not in page.context


def test_a_topic_larger_than_the_survey_says_so_and_counts_all_its_years(client, varied, monkeypatch):
    monkeypatch.setattr(survey, "SURVEYED", 2)
    page = client.get(PAGE)
    assert page.context["years"] == [(2025, 1), (2024, 2), (2023, 1)]
    assert [bar.count for bar in page.context["bars"]][:3] == [1, 2, 1]
    assert [person.name for person in page.context["people"]] == ["Bo"]
    assert "Counted over the newest 2 pieces." in page.content.decode()


def test_people_threads_and_neighbours_are_bounded(client, ports, monkeypatch):
    monkeypatch.setattr(survey, "NAMED", 2)
    monkeypatch.setattr(threads, "MOST", 1)
    pieces = [live(f"Nr {number}", 2017 + number, ports) for number in range(9)]
    say(pieces[1], "replies", pieces[0])
    say(pieces[3], "replies", pieces[2])
    page = client.get(PAGE)
    assert thread_titles(page) == [["Nr 2", "Nr 3"]]
    assert len(page.context["people"]) == 2
    assert "9 people" in page.content.decode()


def test_a_chosen_author_is_offered_among_many(client, varied, monkeypatch):
    monkeypatch.setattr(narrowing, "AUTHORS", 1)
    assert offered(client.get(f"{PAGE}?author=bo"))["author"] == ["All authors", "Ada", "Bo"]
    assert "author" not in offered(client.get(PAGE))


def test_the_timeline_is_links_with_a_table_beside_it(client, varied):
    text = client.get(PAGE).content.decode()
    assert 'href="/topics/ports/?year=2024" aria-label="2024: 2 pieces"' in text
    assert '<th scope="row"><a href="/topics/ports/?year=2024">2024</a></th><td>2</td>' in text
    assert "style=" not in text


def test_in_turkish_the_drawing_keeps_its_decimal_points(client, varied):
    text = client.get(f"/tr{PAGE}").content.decode()
    assert 'x="0.00%"' in text
    assert 'href="/tr/topics/ports/?year=2024"' in text


def test_topics_are_alive_for_a_year_after_their_newest_piece(client):
    with clock.fixed(utc(2026, 5, 2)):
        make_live_article("A", at=utc(2026, 1, 1), topics=[make_topic("Trade")])
        make_live_article("B", at=utc(2025, 5, 2), topics=[make_topic("Law")])
        make_live_article("C", at=utc(2025, 5, 3), topics=[make_topic("Ports")])
        page = client.get("/topics/")
    assert [topic.name for topic in page.context["alive"]] == ["Ports", "Trade"]
    assert [topic.name for topic in page.context["quiet"]] == ["Law"]
    with clock.fixed(utc(2026, 5, 2) + datetime.timedelta(days=400)):
        text = client.get("/topics/").content.decode()
    assert "Alive" not in text
    assert "Quiet" in text
