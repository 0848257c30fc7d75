"""No hidden text on any public address: every address of the registry, in every state a text can hide in."""

import pytest
from django.urls import get_resolver, reverse

from articles.models import Author, FormerAddress, TopicName, clock
from articles.workflow import COMMAND_LINE, cancel_scheduled, publish, reinstate, withdraw

from .makers import (
    NOON,
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    utc,
)

LATER = utc(2027, 1, 5)
WORDS = {
    "title": "Titlemark",
    "standfirst": "Standfirstmark",
    "body": "Bodymark",
    "note": "Notemark",
    "author": "Authormark",
    "topic": "Topicmark",
}
ALL = set(WORDS.values())

# What each address of articles/urls.py is asked for. A new address without a row fails the test below.
PROBES = {
    "home": [{}],
    "about": [{}],
    "archive": [{}],
    "article": [{"slug": "titlemark"}, {"slug": "former"}],
    "version": [{"slug": slug, "number": n} for slug in ("titlemark", "former") for n in (1, 2, 3, 4)],
    **{
        f"cite-{extension}": [{"slug": "titlemark"}, {"slug": "former"}]
        for extension in ("bib", "ris", "csl.json")
    },
    "topics": [{}],
    "topic": [{"slug": "topicmark"}, {"slug": "topicmark-alias"}],
    "topic-feed": [{"slug": "topicmark"}],
    "authors": [{}],
    "author": [{"slug": "authormark"}],
    "author-feed": [{"slug": "authormark"}],
    "feed": [{}],
    "sitemap": [{}],
    "robots": [{}],
    "healthz": [{}],
}
QUERIES = {"archive": ["", "?kind=commentary", "?year=2026"]}
OWN = {"article", "version", "cite-bib", "cite-ris", "cite-csl.json"}


def url_names():
    return {pattern.name for pattern in get_resolver("articles.urls").url_patterns}


def test_every_public_address_is_probed():
    assert url_names() == set(PROBES)


def fields(**words):
    w = WORDS | words
    author = Author.objects.filter(name="Authormark").first() or make_author("Authormark")
    topic = make_topic("Topicmark")
    TopicName.objects.get_or_create(
        normal_form="topicmark alias", defaults={"topic": topic, "name": "Topicmark alias"}
    )
    body = f"<p>A {w['body']} stands here.</p>"
    return {
        "title": w["title"],
        "standfirst": w["standfirst"],
        "body": body,
        "note": w["note"],
        "author": author,
        "topics": [topic],
    }


def sightings(client, words=ALL):
    """{(name, path): (status, the words found)} over every public address."""
    found = {}
    for name, rows in PROBES.items():
        for kwargs in rows:
            for query in QUERIES.get(name, [""]):
                path = reverse(f"articles:{name}", kwargs=kwargs) + query
                response = client.get(path)
                text = response.content.decode().lower()
                # The address itself is no leak: a 404 page may repeat what was asked for.
                found[name, path] = (response.status_code, {word for word in words if word.lower() in text})
    return found


def leaks(found):
    return {key: seen for key, seen in found.items() if seen[1]}


@pytest.fixture
def _other_piece(db):
    """So that lists, feed and sitemap are not empty for the wrong reason."""
    make_live_article(
        "Another harbour", at=NOON, author=make_author("Someone Else"), topics=[make_topic("Elsewhere")]
    )


pytestmark = pytest.mark.usefixtures("_other_piece")


def test_the_probe_finds_a_live_piece(client):
    make_live_article(at=NOON, **fields())
    with clock.fixed(LATER):
        found = sightings(client)
    seen_somewhere = {name for (name, _path), (_status, words) in found.items() if words}
    assert seen_somewhere == set(PROBES) - {"about", "robots", "healthz"}
    assert found["article", "/articles/titlemark/"] == (200, ALL)
    assert found["feed", "/feed.atom"][1] >= {"Titlemark", "Bodymark", "Notemark", "Authormark"}
    assert found["sitemap", "/sitemap.xml"][1] == {"Titlemark", "Topicmark", "Authormark"}
    assert found["archive", "/articles/?year=2026"][1] >= {"Titlemark", "Authormark"}


def test_draft(client):
    with clock.fixed(NOON):
        make_draft(**fields())
    with clock.fixed(LATER):
        found = sightings(client)
    assert not leaks(found)
    assert {found[key][0] for key in found if key[0] in OWN} == {404}


def test_scheduled_until_its_second(client):
    with clock.fixed(NOON):
        make_scheduled_article(at=LATER, **fields())
    with clock.fixed(LATER.replace(hour=8, minute=59, second=59)):
        found = sightings(client)
        assert not leaks(found)
        assert {found[key][0] for key in found if key[0] in OWN} == {404}
    with clock.fixed(LATER.replace(second=1)):
        assert sightings(client)["article", "/articles/titlemark/"] == (200, ALL)


def test_cancelled_schedule(client):
    with clock.fixed(NOON):
        article = make_scheduled_article(at=LATER, **fields())
        cancel_scheduled(article, by=COMMAND_LINE)
    with clock.fixed(LATER):
        assert not leaks(sightings(client))


def test_change_that_waits(client):
    hidden = {"title": "Nexttitle", "standfirst": "Nextstand", "body": "Nextbody"}
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        make_change(
            article, title=hidden["title"], standfirst=hidden["standfirst"], body=f"<p>{hidden['body']}</p>"
        )
        publish(article, by=COMMAND_LINE, at=LATER, reason="update")
    with clock.fixed(LATER.replace(hour=8)):
        found = sightings(client, set(hidden.values()))
        assert not leaks(found)
        assert found["version", "/articles/titlemark/v/2/"][0] == 404
    with clock.fixed(LATER):
        assert leaks(sightings(client, set(hidden.values())))


def test_saved_but_not_published(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
    with clock.fixed(LATER):
        before = sightings(client)
        make_change(article, title="Nexttitle", body="<p>Nextbody</p>")
        assert sightings(client) == before
        assert not leaks(sightings(client, {"Nexttitle", "Nextbody"}))


def test_superseded_stands_at_its_own_address_only(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        make_change(article, title="Second", standfirst="Second words.", body="<p>Second text.</p>")
        publish(article, by=COMMAND_LINE, reason="update")
    with clock.fixed(LATER):
        found = sightings(client, {"Standfirstmark", "Bodymark"})
    assert set(leaks(found)) == {("version", "/articles/titlemark/v/1/")}


def test_withdrawn_leaves_a_tombstone_at_all_its_addresses(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        withdraw(article, by=COMMAND_LINE, note="The figures did not hold.")
    with clock.fixed(LATER):
        found = sightings(client)
    own = {key: found[key] for key in found if key[0] in OWN and "former" not in key[1]}
    assert {status for status, _words in own.values()} == {410}
    # The tombstone names the piece and who signed it; its text, standfirst and note are gone.
    assert {frozenset(words) for _status, words in own.values()} == {frozenset({"Titlemark", "Authormark"})}
    assert not leaks({key: seen for key, seen in found.items() if key not in own})


def test_reinstated_is_back_everywhere(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
    with clock.fixed(LATER):
        before = leaks(sightings(client))
        withdraw(article, by=COMMAND_LINE, note="The figures did not hold.")
        reinstate(article, by=COMMAND_LINE)
        after = leaks(sightings(client))
        assert client.get("/articles/titlemark/v/2/").status_code == 410
    assert set(before) <= set(after)


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_former_address_of_a_hidden_piece(client, state):
    with clock.fixed(NOON):
        article = make_draft(**fields()) if state == "draft" else make_live_article(**fields())
        if state == "scheduled":
            article = make_scheduled_article(
                "Waits", at=LATER, topics=[make_topic()], author=make_author("A B")
            )
        if state == "withdrawn":
            withdraw(article, by=COMMAND_LINE, note="No.")
        FormerAddress.objects.create(slug="former", article=article)
        response = client.get("/articles/former/")
    assert response.status_code == (410 if state == "withdrawn" else 404)


def test_who_is_signed_in_changes_nothing(client, admin_client):
    with clock.fixed(NOON):
        make_draft(**fields())
    with clock.fixed(LATER):
        assert sightings(admin_client) == sightings(client)
