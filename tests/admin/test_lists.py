import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, Byline, Disclaimer, Merge, Tagging, Topic, TopicName, clock
from tests.admin.forms import words_of
from tests.makers import (
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_superseded_article,
    make_topic,
    make_withdrawn_article,
)

LIST = "/admin/articles/article/"


def titles(response):
    return {article.title for article in response.context["cl"].result_list}


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def make_many(number):
    """Each with an author and a topic of its own, and a topic that all share."""
    shared = make_topic("Shared")
    counts = range(number)
    authors = Author.objects.bulk_create(Author(name=f"Author {n}", slug=f"author-{n}") for n in counts)
    topics = Topic.objects.bulk_create(Topic(name=f"Topic {n}", slug=f"topic-{n}") for n in counts)
    Disclaimer.objects.bulk_create(Disclaimer(label=f"Wording {n}", wording="Words.") for n in counts)
    articles = Article.objects.bulk_create(Article(title=f"Draft {n}", slug=f"draft-{n}") for n in counts)
    Byline.objects.bulk_create(
        Byline(article=article, author=author, position=1, name=author.name)
        for article, author in zip(articles, authors, strict=True)
    )
    for tags in ([shared] * number, topics):
        pairs = zip(articles, tags, strict=True)
        Tagging.objects.bulk_create(Tagging(content_object=article, tag=tag) for article, tag in pairs)


# The session, the user, what the user and the groups may do; the languages and topics to filter by; the count and the
# page; its bylines; its topics in two; the publication, whether it is there and its name.
ARTICLE_LIST = 13
OTHER_LISTS = {"author": 8, "disclaimer": 8, "merge": 8, "topic": 9}


@pytest.mark.parametrize("number", [1, 3, 300])
def test_lists_ask_a_constant_number_of_questions(as_publisher, number):
    make_many(number)
    assert queries(as_publisher, LIST) == ARTICLE_LIST
    Merge.objects.bulk_create(
        Merge(kind="topic", at=clock.now(), source=f"Source {n}", target="Target", data={})
        for n in range(number)
    )
    asked = {model: queries(as_publisher, f"/admin/articles/{model}/") for model in OTHER_LISTS}
    assert asked == OTHER_LISTS


# Of an administrator, whose rights nobody looks up; the accounts ask for the groups to filter by.
ACCOUNTS = {"user": 7, "group": 6}


@pytest.mark.parametrize("number", [1, 3, 300])
def test_accounts_are_listed_the_same_way(client, superuser, number):
    User.objects.bulk_create(User(username=f"user-{n}") for n in range(number))
    client.force_login(superuser)
    assert {model: queries(client, f"/admin/auth/{model}/") for model in ACCOUNTS} == ACCOUNTS
    assert titles_of_accounts(client)[:2] == ["root", "user-0"]


def titles_of_accounts(client):
    return [user.username for user in client.get("/admin/auth/user/").context["cl"].result_list]


def in_days(days):
    return clock.now() + datetime.timedelta(days=days)


@pytest.fixture
def one_of_each(db):
    make_draft("Draft")
    make_scheduled_article("Scheduled", at=in_days(4))
    make_live_article("Live")
    make_change(make_live_article("Changed"))
    make_withdrawn_article("Withdrawn")
    make_superseded_article("Twice")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("draft", {"Draft"}),
        ("scheduled", {"Scheduled"}),
        ("live", {"Live", "Changed", "Twice"}),
        ("changed", {"Changed"}),
        ("withdrawn", {"Withdrawn"}),
        ("nonsense", {"Draft", "Scheduled", "Live", "Changed", "Withdrawn", "Twice"}),
    ],
)
def test_filter_by_status(as_publisher, one_of_each, status, expected):
    assert titles(as_publisher.get(LIST, {"status": status})) == expected


def test_the_status_stands_in_words(as_publisher, one_of_each):
    words = words_of(as_publisher.get(LIST))
    for said in (
        "Live, version 2",
        "Live, version 1, unpublished changes",
        "Withdrawn",
        "Scheduled for",
        "Draft",
    ):
        assert said in words


@pytest.fixture
def three(db):
    turkiye = make_topic("Türkiye")
    TopicName.objects.create(topic=turkiye, name="Turkey")
    make_draft("Île de Ré", author=make_author("Zoë Ünal"), topics=[turkiye])
    make_draft("IŞIK ve liman", author=make_author("Bora Tan"), topics=[make_topic("Energy")], language="tr")
    make_draft("Harbours", author=make_author("Ann Energy"), topics=[make_topic("Maritime security")])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ile", {"Île de Ré"}),
        ("isik", {"IŞIK ve liman"}),
        ("zoe unal", {"Île de Ré"}),
        ("ÎLE ÜNAL", {"Île de Ré"}),
        ("turkey", {"Île de Ré"}),
        ("TURKIYE", {"Île de Ré"}),
        ("energy", {"IŞIK ve liman", "Harbours"}),
        ("energy harbours", {"Harbours"}),
        ("nothing at all", set()),
        ("???", set()),
        ("%", set()),
        ("", {"Île de Ré", "IŞIK ve liman", "Harbours"}),
    ],
)
def test_search_by_title_author_and_topic(as_publisher, three, query, expected):
    assert titles(as_publisher.get(LIST, {"q": query})) == expected


def test_filter_by_topic_language_and_owner(as_publisher, three):
    assert titles(as_publisher.get(LIST, {"topic": "energy"})) == {"IŞIK ve liman"}
    assert titles(as_publisher.get(LIST, {"language": "tr"})) == {"IŞIK ve liman"}
    assert titles(as_publisher.get(LIST, {"whose": "mine"})) == set()
    Article.objects.filter(title="Harbours").update(owner=as_publisher.get(LIST).context["user"])
    assert titles(as_publisher.get(LIST, {"whose": "mine"})) == {"Harbours"}


@pytest.mark.parametrize(
    "query", ["p=0", "p=1000000000", "p=x", "o=99", "status=", "topic=no", "kind__exact=no", "nonsense=1"]
)
def test_a_bent_address_is_no_error(as_publisher, three, query):
    assert as_publisher.get(f"{LIST}?{query}", follow=True).status_code == 200


@pytest.mark.parametrize(("query", "expected"), [("zoe", ["Zoë Ünal"]), ("???", []), ("un zo", ["Zoë Ünal"])])
def test_suggested_authors(as_publisher, three, query, expected):
    answer = as_publisher.get(f"{LIST}authors/", {"q": query}).json()
    assert [author["name"] for author in answer["suggestions"]] == expected


def test_suggested_topics_name_the_alias_that_matched(as_publisher, three):
    answer = as_publisher.get(f"{LIST}topics/", {"q": "turk"}).json()
    assert [topic["label"] for topic in answer["suggestions"]] == ["Türkiye"]
    answer = as_publisher.get(f"{LIST}topics/", {"q": "turkey"}).json()
    assert answer == {
        "suggestions": [{"label": "Türkiye", "address": "turkiye", "hint": "Turkey", "waiting": False}],
        "known": "Türkiye",
        "sayable": True,
    }
    assert as_publisher.get(f"{LIST}topics/", {"q": "???"}).json() == {
        "suggestions": [],
        "known": "",
        "sayable": False,
    }
