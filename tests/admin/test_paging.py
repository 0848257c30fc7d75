"""Pages of the desk's lists: every row once, in order, and nothing counted."""

import datetime
import itertools
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.article import ArticleAdmin
from articles.models import Article, Author, Disclaimer, Topic, clock
from tests.admin.forms import words_of
from tests.makers import make_author, make_live_article, make_topic

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
LISTS = [
    LIST,
    "/admin/articles/merge/",
    "/admin/articles/author/",
    "/admin/articles/topic/",
    "/admin/articles/disclaimer/",
]


@pytest.fixture
def three_a_page(monkeypatch):
    monkeypatch.setattr(ArticleAdmin, "list_per_page", 3)


@pytest.fixture
def eight(three_a_page):
    """Several saved in one second, and two of one title: what ties must not lose or repeat a row."""
    moment = clock.now()
    for number, title in enumerate("bdacbefg"):
        saved = moment + datetime.timedelta(seconds=number // 3)
        Article.objects.create(title=title, modified_at=saved, created_at=saved)


def shown(response):
    return [article.pk for article in response.context["cl"].result_list]


def walk(client, address, link):
    """The rows of each page, from one to the next by its link."""
    pages = []
    while address:
        response = client.get(address)
        pages.append(shown(response))
        query = getattr(response.context["cl"], link)
        address = LIST + query if query else ""
    return pages


@pytest.mark.parametrize(
    ("sorting", "order"),
    [
        ("", ["-modified_at", "uid"]),
        ("name", ["title_key", "-modified_at", "uid"]),
        ("-name", ["-title_key", "-modified_at", "uid"]),
        ("last_saved", ["modified_at", "uid"]),
    ],
)
def test_each_row_stands_once_on_the_way_there_and_back(as_publisher, eight, sorting, order):
    columns = as_publisher.get(LIST).context["cl"].list_display
    sign, column = "-" * sorting.startswith("-"), sorting.removeprefix("-")
    sorting = sorting and f"o={sign}{columns.index(column)}"
    every = list(Article.objects.order_by(*order).values_list("pk", flat=True))
    there = walk(as_publisher, f"{LIST}?{sorting}", "next_link")
    assert [len(page) for page in there] == [3, 3, 2]
    assert [*itertools.chain(*there)] == every
    last = as_publisher.get(f"{LIST}?{sorting}&p=last")
    assert shown(last) == every[-3:]
    back = walk(as_publisher, f"{LIST}?{sorting}&p=last", "previous_link")
    assert back == [every[5:], every[2:5], every[:3]]


def test_first_page_and_last_page_lead_there(as_publisher, eight):
    first = as_publisher.get(LIST).context["cl"]
    assert (first.first_link, first.previous_link) == ("", "")
    last = as_publisher.get(LIST + first.last_link).context["cl"]
    assert (last.next_link, last.last_link) == ("", "")
    assert shown(as_publisher.get(LIST + last.first_link)) == shown(as_publisher.get(LIST))


def test_a_filter_and_a_search_stay_on_the_way_through_the_pages(as_publisher, eight):
    Article.objects.update(title_key="harbour", kind="brief")
    Article.objects.filter(pk=Article.objects.first().pk).update(kind="report")
    pages = walk(as_publisher, f"{LIST}?kind__exact=brief&q=harb", "next_link")
    assert [len(page) for page in pages] == [3, 3, 1]


def test_one_page_says_how_many_and_has_no_links(as_publisher):
    Article.objects.create(title="Alone")
    response = as_publisher.get(LIST, {"q": "alone"})
    assert "1 result " in words_of(response)
    assert "1 article" in words_of(response)
    assert "Next" not in words_of(response)


def test_more_than_a_page_is_not_counted(as_publisher, eight):
    Article.objects.update(title_key="harbour")
    said = words_of(as_publisher.get(LIST, {"q": "harbour"}))
    assert "More than 3 results" in said
    assert "First page Previous Next Last page" in said


@pytest.mark.parametrize("place", ["after.", "before.x", "after.WyJ4Il0:x:y", "middle", "2"])
def test_an_address_that_leads_nowhere_leads_to_the_first_page(as_publisher, eight, place):
    assert shown(as_publisher.get(LIST, {"p": place})) == shown(as_publisher.get(LIST))


def test_a_place_found_by_another_order_leads_to_the_first_page(as_publisher, eight):
    by_title = as_publisher.get(LIST, {"o": "1"}).context["cl"].next_link
    place = re.search("p=([^&]*)", by_title)[1]
    assert as_publisher.get(f"{LIST}?p={place}").status_code == 200


def test_rows_that_went_away_leave_no_empty_page(as_publisher, eight):
    following = as_publisher.get(LIST).context["cl"].next_link
    keep = shown(as_publisher.get(LIST))
    Article.objects.exclude(pk__in=keep).delete()
    assert shown(as_publisher.get(LIST + following)) == keep


@pytest.fixture
def records(three_a_page):
    author = make_author()
    for number in range(5):
        make_live_article(f"Piece {number}", author=author, topics=[make_topic(f"Topic {number}")])
    Author.objects.bulk_create(Author(name=f"A {n}", slug=f"a-{n}") for n in range(60))
    Disclaimer.objects.bulk_create(Disclaimer(label=f"D {n}", wording="Words.") for n in range(60))
    Topic.objects.bulk_create(Topic(name=f"T {n}", slug=f"t-{n}") for n in range(60))


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("query", ["", "?p=last", "?q=a", "?o=1", "?o=0"])
def test_no_list_counts_its_table_or_steps_over_rows(as_publisher, records, address, query):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        page = as_publisher.get(address + query)
    assert page.status_code == 200
    asked = [entry["sql"] for entry in captured]
    assert not [sql for sql in asked if re.match(r"SELECT COUNT\(|SELECT DISTINCT", sql)]
    assert not [sql for sql in asked if "OFFSET" in sql]
    table = address.strip("/").replace("/", "_").removeprefix("admin_")
    of_rows = [
        sql for sql in asked if sql.startswith(f'SELECT "{table}"."id"') and not re.search(r"LIMIT \d+$", sql)
    ]
    assert of_rows or not page.context["cl"].result_count
    assert all(f'"{table}"."id" IN (' in sql for sql in of_rows)


def test_the_keys_of_a_page_are_read_without_what_the_columns_print(as_publisher, records):
    with CaptureQueriesContext(connection) as captured:
        as_publisher.get(LIST)
    (keys,) = [
        sql for sql in (e["sql"] for e in captured) if "LIMIT 4" in sql and '"articles_article"' in sql
    ]
    assert "articles_version" not in keys
    assert '"articles_article"."body"' not in keys


@pytest.mark.parametrize("query", ["add/", "{pk}/change/"])
def test_a_form_holds_no_list_that_grows(as_publisher, records, query):
    address = LIST + query.format(pk=Article.objects.first().pk)
    page = as_publisher.get(address).content.decode()
    assert "A 33" not in page
    assert "T 33" not in page


def test_the_filter_by_topic_stops_at_what_one_can_read(as_publisher, records):
    page = as_publisher.get(LIST).content.decode()
    assert page.count("?topic=") == 60


def test_more_than_can_be_looked_through_is_not_taken_at_once(as_publisher):
    Author.objects.bulk_create(Author(name=f"A {n}", slug=f"a-{n}", is_approved=False) for n in range(101))
    sent = {"action": "approve_selected", "index": "0", "select_across": "1"}
    sent["_selected_action"] = [Author.objects.first().pk]
    answer = as_publisher.post("/admin/articles/author/", sent, follow=True)
    assert "More than 100 are chosen." in words_of(answer)
    assert Author.objects.filter(is_approved=False).count() == 101
    Author.objects.first().delete()
    as_publisher.post("/admin/articles/author/", sent)
    assert not Author.objects.filter(is_approved=False).exists()
