"""Where an article leads on to: its authors as they are today, and the pieces nearest to it, with why."""

import re

import pytest

from articles.models import clock
from articles.workflow import COMMAND_LINE, publish, relate, translate, withdraw
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_series,
    make_superseded_article,
    make_topic,
    utc,
)

pytestmark = pytest.mark.django_db

PATH = "/articles/slow-harbours/"


def related(client, path=PATH):
    """[(address, why)] of the pieces the page leads on to."""
    text = client.get(path).content.decode()
    section = re.search(r'<section class="related".*?</section>', text, re.S)
    rows = (
        re.findall(r'<li>\s*<a href="([^"]*)".*?class="related-why">(.*?)</span>', section[0], re.S)
        if section
        else []
    )
    return [(address, why) for address, why in rows]


@pytest.fixture
def piece():
    sea, turkey = make_topic("Energy security"), make_topic("Turkey")
    return make_live_article(author=make_author("Leyla Arslan"), topics=[sea, turkey], at=NOON)


def test_the_nearest_come_first_and_say_why(client, piece):
    energy, turkey = make_topic("Energy security"), make_topic("Turkey")
    other, leyla = make_author("Ada Moreau"), piece.bylines.get().author
    make_live_article("One topic, newer", topics=[turkey], author=other, at=utc(2026, 3, 4))
    make_live_article("Both topics", topics=[turkey, energy], author=other, at=utc(2020, 1, 1))
    make_live_article("Her other piece", topics=[make_topic("Trade")], author=leyla, at=utc(2026, 3, 5))
    make_live_article("Her piece on Turkey", topics=[turkey], author=leyla, at=utc(2021, 1, 1))
    make_live_article("Something else", topics=[make_topic("Trade")], author=other)
    assert related(client) == [
        ("/articles/both-topics/", "Same topics: Energy security, Turkey"),
        ("/articles/her-piece-on-turkey/", "Same topic: Turkey · Same author: Leyla Arslan"),
        ("/articles/one-topic-newer/", "Same topic: Turkey"),
    ]


def test_what_the_page_leads_to_already_is_not_offered_again(client, piece):
    """Its translation, and the parts of a series beside it."""
    energy = make_topic("Energy security")
    turkish, before, after, later = [
        make_live_article(title, language=language, topics=[energy], at=utc(2026, 3, day))
        for day, (title, language) in enumerate(
            [("Yavaş limanlar", "tr"), ("Before", "en"), ("After", "en"), ("Later", "en")], 1
        )
    ]
    translate(turkish, piece, by=COMMAND_LINE)
    make_series(articles=[before, piece, after, later])
    assert [address for address, _why in related(client)] == ["/articles/later/"]


def test_her_other_pieces_where_no_topic_is_shared(client, piece):
    leyla = piece.bylines.get().author
    make_live_article("Her other piece", topics=[make_topic("Trade")], author=leyla)
    assert related(client) == [("/articles/her-other-piece/", "Same author: Leyla Arslan")]


def test_nothing_that_is_hidden(client, piece):
    near = {"topics": [make_topic("Turkey")], "author": piece.bylines.get().author}
    with clock.fixed(utc(2026, 4, 1)):
        make_draft("Draft", **near)
        make_scheduled_article("Waits", at=utc(2027, 1, 1), **near)
        withdraw(make_live_article("Gone", **near), by=COMMAND_LINE, note="So.")
        seen = make_live_article("Seen", **near)
        make_change(seen, title="Unseen")
        publish(seen, by=COMMAND_LINE, at=utc(2027, 1, 1), reason="update")
        text = client.get(PATH).content.decode()
        assert [address for address, _why in related(client)] == ["/articles/seen/"]
        assert "Unseen" not in text


def test_hidden_pieces_leave_no_hole(client, piece):
    near = {"topics": [make_topic("Turkey")], "author": make_author("Ada Moreau")}
    for number in range(5):
        make_live_article(f"Seen {number}", at=utc(2025, 1, 1 + number), **near)
    for number in range(3):
        withdraw(make_live_article(f"Gone {number}", **near), by=COMMAND_LINE, note="So.")
    assert len(related(client)) == 3


def test_what_the_debate_names_is_not_named_twice(client, piece):
    other = make_live_article("Answered", topics=[make_topic("Turkey")], author=make_author("Ada Moreau"))
    relate(piece, [("replies", other)], by=COMMAND_LINE)
    assert related(client) == []


def test_an_older_version_leads_to_the_current_one_alone(client):
    make_superseded_article()
    make_live_article("Another")
    assert related(client, "/articles/slow-harbours/v/1/") == []
    assert related(client, "/articles/slow-harbours/v/2/")


def test_what_the_authors_record_says_today_stands_beside_what_was_printed(client, piece):
    author = piece.bylines.get().author
    author.bio, author.affiliation = "Studies <ports>.", "Elsewhere"
    author.save()
    text = client.get(PATH).content.decode()
    about = text[text.index('id="about_authors"') :]
    assert "Studies &lt;ports&gt;." in about
    assert "Harbour Institute" in about
    assert "Elsewhere" not in text
