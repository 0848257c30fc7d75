"""The question before a withdrawal: why, at whose wish, and where readers are led."""

import datetime

import pytest

from articles.models import FormerAddress, clock
from articles.workflow import COMMAND_LINE, publish
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import make_change, make_draft, make_live_article, make_withdrawn_article


def address(article, act="withdraw"):
    return f"/admin/articles/article/{article.pk}/{act}/"


def withdrawn(client, article, **values):
    sent = {"note": "The figures did not hold.", "withdrawn_by": "court"} | values
    return client.post(address(article), data_of(client.get(address(article)), **sent), follow=True)


def test_it_asks_at_whose_wish_and_suggests_no_answer(as_publisher):
    article = make_live_article()
    assert "withdrawn_by" not in fields_of(as_publisher.get(address(article)))
    page = withdrawn(as_publisher, article, withdrawn_by=None)
    assert "Say by whom it is withdrawn" in words_of(page)
    assert article.versions.count() == 1
    withdrawn(as_publisher, article)
    assert article.versions.get(number=2).withdrawn_by == "court"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Quick harbours",
            " quick  HARBOURS ",
            "quick-harbours",
            "/articles/quick-harbours/",
            "old-harbours",
        ),
        *("http://127.0.0.1:8000/articles/quick-harbours/", "articles/quick-harbours"),
    ],
)
def test_the_successor_is_found_by_title_or_address(as_publisher, client, typed):
    article, other = make_live_article(), make_live_article("Quick harbours")
    FormerAddress.objects.create(slug="old-harbours", article=other)
    page = withdrawn(as_publisher, article, successor=typed)
    assert "They are led on to “Quick harbours”." in words_of(page)
    tombstone = client.get(article.get_absolute_url())
    assert tombstone.status_code == 410
    assert 'href="/articles/quick-harbours/"' in tombstone.content.decode()


@pytest.mark.parametrize("typed", ["No such piece", "Drafted", "drafted", "/articles/gone/", "???", "//"])
def test_a_successor_that_readers_do_not_find_is_refused_and_given_back(as_publisher, typed):
    article = make_live_article()
    make_draft("Drafted")
    make_withdrawn_article("Gone")
    page = withdrawn(as_publisher, article, successor=typed)
    assert "Readers find no article with the title or address" in words_of(page)
    assert fields_of(page)["successor"] == typed
    assert fields_of(page)["note"] == "The figures did not hold."
    assert article.versions.count() == 1


def test_one_title_of_two_articles_is_no_answer(as_publisher):
    article = make_live_article()
    make_live_article("Twins")
    make_live_article("Twins")
    assert "Several articles are called “Twins”." in words_of(
        withdrawn(as_publisher, article, successor="Twins")
    )
    assert "led on to “Twins”" in words_of(withdrawn(as_publisher, article, successor="twins-2"))


def test_an_article_that_would_take_its_own_place_is_refused_beside_the_field(as_publisher):
    article = make_live_article()
    page = withdrawn(as_publisher, article, successor="slow-harbours")
    assert "An article cannot take its own place." in words_of(page)
    assert fields_of(page)["successor"] == "slow-harbours"


def test_what_waits_is_cancelled_and_both_say_so(as_publisher):
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=clock.now() + datetime.timedelta(days=3))
    asked = words_of(as_publisher.get(address(article)))
    assert "is cancelled: it does not appear" in asked
    page = words_of(withdrawn(as_publisher, article))
    assert "was cancelled" in page
    assert [version.reason for version in article.versions.order_by("number")] == ["first", "withdrawal"]


def suggestions(client, query):
    return client.get("/admin/articles/article/live/", {"q": query}).json()["suggestions"]


def test_suggestions_are_live_pieces_by_their_printed_title(as_publisher):
    make_change(make_live_article("Quick harbours"), title="Harbours renamed")
    make_draft("Harbours drafted")
    make_withdrawn_article("Harbours gone")
    (one,) = suggestions(as_publisher, "harbours")
    assert (one["label"], one["address"]) == ("Quick harbours", "/articles/quick-harbours/")
    assert "Leyla Arslan" in one["hint"]
    assert suggestions(as_publisher, "/articles/quick-harbours/") == [one]
    assert suggestions(as_publisher, "gone") == []


@pytest.mark.parametrize("count", [1, 3, 300])
def test_suggestions_take_a_constant_number_of_queries(as_publisher, django_assert_num_queries, count):
    for number in range(count):
        make_live_article(f"Harbour {number}")
    with django_assert_num_queries(6):
        assert len(suggestions(as_publisher, "harbour")) == min(count, 12)
