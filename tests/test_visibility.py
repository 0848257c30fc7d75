"""No hidden text on any public address: every address of the registry, in every state a text can hide in."""

import datetime

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from articles.models import (
    Article,
    Author,
    FormerAddress,
    FormerAuthorAddress,
    HomePage,
    Pin,
    Publication,
    Relation,
    Series,
    Topic,
    TopicName,
    Translation,
    clock,
)
from articles.workflow import (
    COMMAND_LINE,
    arrange,
    cancel_scheduled,
    make_preview,
    publish,
    reinstate,
    withdraw,
)

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
from .public_site import url_names

LATER = utc(2027, 1, 5)
WORDS = {
    "title": "Titlemark",
    "standfirst": "Standfirstmark",
    "body": "Bodymark",
    "note": "Notemark",
    "author": "Authormark",
    "topic": "Topicmark",
    "series": "Seriesmark",
}
ALL = set(WORDS.values())
# What an editor says of a piece on the home page.
LINE = "Linemark"

# What each address of articles/urls.py is asked for. A new address without a row fails the test below.
PROBES = {
    "home": [{}],
    "about": [{}],
    "page": [{"slug": "contact"}],
    "archive": [{}],
    "article": [{"slug": slug} for slug in ("titlemark", "former", "another-harbour", "third-harbour")],
    "version": [{"slug": slug, "number": n} for slug in ("titlemark", "former") for n in (1, 2, 3, 4)],
    "changes": [
        {"slug": slug, "older": n, "newer": n + 1} for slug in ("titlemark", "former") for n in (1, 2, 3)
    ],
    **{
        f"cite-{extension}": [{"slug": "titlemark"}, {"slug": "former"}]
        for extension in ("bib", "ris", "csl.json")
    },
    **{
        name: [{"slug": "titlemark"}, {"slug": "former"}]
        for name in ("republish", "republish-html", "republish-md", "republish-txt")
    },
    "corrections": [{}],
    "preview": [{"token": "guessed"}],
    "topics": [{}],
    "topic": [{"slug": "topicmark"}, {"slug": "topicmark-alias"}, {"slug": "elsewhere"}],
    "topic-feed": [{"slug": "topicmark"}, {"slug": "topicmark-alias"}],
    "series-index": [{}],
    "series": [{"slug": "seriesmark"}],
    "series-feed": [{"slug": "seriesmark"}],
    "authors": [{}],
    "author": [{"slug": "authormark"}, {"slug": "authormark-former"}],
    "author-feed": [{"slug": "authormark"}, {"slug": "authormark-former"}],
    "media": [{"path": f"images/{'0' * 32}/{'0' * 16}-480.png"}, {"path": "../thinktank/settings.py"}],
    "feed": [{}],
    "sitemap": [{}],
    "sitemap-lists": [{}],
    "sitemap-articles": [{"year": 2026}, {"year": 2027}],
    "robots": [{}],
    "healthz": [{}],
}
TOPIC_QUERIES = [
    "",
    "?year=2026",
    "?kind=commentary",
    "?author=authormark",
    "?language=en",
    "?year=2026&kind=commentary",
]
QUERIES = {
    "topic": TOPIC_QUERIES,
    "archive": ["", "?kind=commentary", "?year=2026"],
    "author": ["", "?year=2026"],
    "corrections": ["", "?year=2026"],
}
OWN = {
    *("article", "version", "changes", "cite-bib", "cite-ris", "cite-csl.json"),
    *("republish", "republish-html", "republish-md", "republish-txt"),
}


def test_every_public_address_is_probed():
    assert url_names() == set(PROBES)


def fields(**words):
    w = WORDS | words
    author = Author.objects.filter(name="Authormark").first() or make_author("Authormark")
    FormerAuthorAddress.objects.get_or_create(slug="authormark-former", author=author)
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
        "topics": [topic, make_topic("Elsewhere")],
    }


def addresses(name, kwargs):
    """In each language that has a form of it, with each of its queries."""
    paths = {}
    for language, _own_name in settings.LANGUAGES:
        with override(language):
            paths[reverse(f"articles:{name}", kwargs=kwargs)] = language
    return [path + query for path in paths for query in QUERIES.get(name, [""])]


def choose_everywhere():
    """All that a test makes, wherever editors can put a piece: so each of these places has something to hide.

    By rows: the workflow refuses some of what is hidden, and a piece can come to be hidden after it was chosen.
    """
    other = Article.objects.get(slug="another-harbour")
    made = list(Article.objects.exclude(slug__endswith="-harbour").order_by("pk"))
    series, _made = Series.objects.get_or_create(title="Seriesmark", slug="seriesmark")
    arrange(series, made, by=COMMAND_LINE)
    home, _made = HomePage.objects.get_or_create()
    for position, topic in enumerate(Topic.objects.filter(slug="topicmark")):
        home.topics.get_or_create(topic=topic, position=position)
    for position, article in enumerate(made):
        home.picks.get_or_create(article=article, position=position, line=LINE)
        for topic in article.topics.all():
            Pin.objects.get_or_create(topic=topic, article=article, position=position)
        Relation.objects.get_or_create(source=article, type="replies", target=other)
        Translation.objects.get_or_create(article=article, original=other)


def sightings(client, words=ALL | {LINE}):
    """{(name, path): (status, the words found)} over every public address."""
    choose_everywhere()
    found = {}
    for name, rows in PROBES.items():
        for kwargs in rows:
            for path in addresses(name, kwargs):
                response = client.get(path)
                text = response.content.decode().lower()
                # The address itself is no leak: a 404 page may repeat what was asked for.
                found[name, path] = (response.status_code, {word for word in words if word.lower() in text})
    return found


def leaks(found):
    return {key: seen for key, seen in found.items() if seen[1]}


def own(found):
    """What the piece's own addresses answer, its former one apart."""
    return {key: found[key] for key in found if key[0] in OWN and "titlemark" in key[1]}


@pytest.fixture
def _other_pieces(db):
    """So that lists, feed and sitemap are not empty for the wrong reason, and have the piece's topic beside them: one
    that it takes up and translates, one that is only near it. With terms, so that there is a kit."""
    Publication.objects.create(name="Harbour Institute", republishing_terms="Print it whole.")
    fields = {"at": NOON, "author": make_author("Someone Else"), "topics": [make_topic("Elsewhere")]}
    make_live_article("Another harbour", language="tr", **fields)
    make_live_article("Third harbour", **fields)


pytestmark = pytest.mark.usefixtures("_other_pieces")


def test_the_probe_finds_a_live_piece(client):
    make_live_article(at=NOON, **fields())
    with clock.fixed(LATER):
        found = sightings(client)
    seen_somewhere = {name for (name, _path), (_status, words) in found.items() if words}
    assert seen_somewhere == set(PROBES) - {
        *("about", "changes", "page", "corrections", "media", "preview", "robots", "healthz", "sitemap")
    }
    assert found["article", "/articles/titlemark/"] == (200, ALL)
    for ending in ("/", ".html", ".md", ".txt"):
        name = f"republish{ending.strip('/').replace('.', '-')}"
        assert found[name, f"/articles/titlemark/republish{ending}"] == (
            200,
            ALL - {"Topicmark", "Seriesmark"},
        )
    assert found["feed", "/feed.atom"][1] >= {"Titlemark", "Bodymark", "Notemark", "Authormark"}
    assert found["sitemap-lists", "/sitemap/lists.xml"][1] == {"Topicmark", "Authormark", "Seriesmark"}
    assert found["sitemap-articles", "/sitemap/2026.xml"][1] == {"Titlemark"}
    assert found["archive", "/articles/?year=2026"][1] >= {"Titlemark", "Authormark"}
    assert found["home", "/"][1] >= {"Titlemark", "Standfirstmark", "Authormark", "Topicmark", LINE}
    assert found["topic", "/topics/elsewhere/"][1] >= {"Titlemark", "Authormark", "Topicmark"}
    for other in ("another-harbour", "third-harbour"):
        assert found["article", f"/articles/{other}/"][1] >= {"Titlemark", "Authormark"}


def test_draft(client):
    with clock.fixed(NOON):
        make_draft(**fields())
    with clock.fixed(LATER):
        found = sightings(client)
    assert not leaks(found)
    assert {status for status, _words in own(found).values()} == {404}


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_what_a_preview_link_shows_is_seen_nowhere_else(client, state):
    with clock.fixed(NOON):
        article = make_draft(**fields()) if state == "draft" else make_scheduled_article(at=LATER, **fields())
        link = make_preview(article, by=COMMAND_LINE, purpose="for the author", days=90)
        text = client.get(link.get_absolute_url()).content.decode()
        assert all(word in text for word in ALL - {WORDS["series"]})
        assert not leaks(sightings(client))
    with clock.fixed(NOON + datetime.timedelta(days=90)):
        assert client.get(link.get_absolute_url()).status_code == 404


def test_scheduled_until_its_second(client):
    with clock.fixed(NOON):
        make_scheduled_article(at=LATER, **fields())
    with clock.fixed(LATER.replace(hour=8, minute=59, second=59)):
        found = sightings(client)
        assert not leaks(found)
        assert {status for status, _words in own(found).values()} == {404}
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


def test_superseded_stands_at_its_own_address_and_beside_what_came_after(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        make_change(article, title="Second", standfirst="Second words.", body="<p>Second text.</p>")
        publish(article, by=COMMAND_LINE, reason="update")
    with clock.fixed(LATER):
        found = sightings(client, {"Standfirstmark", "Bodymark"})
    assert set(leaks(found)) == {
        ("version", "/articles/titlemark/v/1/"),
        ("changes", "/articles/titlemark/changes/1-2/"),
    }


def test_withdrawn_leaves_a_tombstone_at_all_its_addresses(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        withdraw(article, by=COMMAND_LINE, note="The figures did not hold.")
    with clock.fixed(LATER):
        found = sightings(client)
    tombs = own(found)
    assert {status for status, _words in tombs.values()} == {410}
    # The tombstone names the piece and who signed it; its text, standfirst and note are gone.
    assert {frozenset(words) for _status, words in tombs.values()} == {frozenset({"Titlemark", "Authormark"})}
    # The record names it too, with the reason and no more.
    record = {key: found[key] for key in found if key[0] == "corrections"}
    assert {frozenset(words) for _status, words in record.values()} <= {frozenset({"Titlemark"}), frozenset()}
    assert leaks(record)
    assert not leaks({key: seen for key, seen in found.items() if key not in tombs and key not in record})


def test_the_record_says_of_a_withdrawn_piece_what_its_tombstone_says(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        make_change(article, title="Second title")
        publish(
            article, by=COMMAND_LINE, reason="correction", note="Correctionmark: not Oldfigure but another."
        )
        page = client.get("/corrections/").content.decode()
        assert "Correctionmark" in page
        assert "Second title" in page
        assert "Titlemark" not in page
        withdraw(article, by=COMMAND_LINE, note="Withdrawalmark.")
        page = client.get("/corrections/").content.decode()
        assert "Correctionmark" not in page
        assert "Withdrawalmark" in page
        reinstate(article, by=COMMAND_LINE, note="Backmark.")
        page = client.get("/corrections/").content.decode()
        assert all(word in page for word in ("Correctionmark", "Withdrawalmark", "Backmark"))


def test_a_correction_that_waits_is_on_no_record(client):
    with clock.fixed(NOON):
        article = make_live_article(**fields())
        make_change(article)
        publish(article, by=COMMAND_LINE, at=LATER, reason="correction", note="Correctionmark.")
        assert "Correctionmark" not in client.get("/corrections/").content.decode()
    with clock.fixed(LATER):
        assert "Correctionmark" in client.get("/corrections/").content.decode()


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
