"""Generated histories against a record kept by hand: what readers see is a function of the versions and the clock."""

import datetime
import random

import pytest

from articles.models import Article, Event, PrintedByline, Tagging, Version, clock
from articles.models.clock import OPEN_END
from articles.workflow import (
    COMMAND_LINE,
    Refusal,
    cancel_scheduled,
    classify,
    correct,
    publish,
    reinstate,
    restore_revision,
    save_revision,
    withdraw,
)
from tests.makers import NOON, make_author, make_draft, make_topic
from tests.workflow.rows import every_row

pytestmark = pytest.mark.django_db

SECOND = datetime.timedelta(seconds=1)
WITHDRAWN = "withdrawn"
REASONS = ["minor", "update", "correction"]
# What seldom is possible stands more than once, so that it happens as often as the rest.
NAMES = [
    *("save", "publish", "save_and_publish", "schedule", "save_and_schedule", "wait", "correct"),
    *("withdraw", *["reinstate"] * 4, *["cancel"] * 2, "restore", "classify"),
]


class Desk:
    """Does each act through the workflow, and keeps by hand what readers must see: `seen` of one article is a list
    of (from when, which text)."""

    def __init__(self, topic, authors):
        self.now, self.topic = NOON, topic
        with clock.fixed(NOON):
            self.articles = [make_draft(f"Piece {n}", author=authors[n], body="<p>0</p>") for n in (0, 1)]
        self.seen = [[], []]
        self.text = ["<p>0</p>", "<p>0</p>"]

    def standing(self, which, at=None):
        return next((text for start, text in reversed(self.seen[which]) if start <= (at or self.now)), None)

    def choose(self, which, dice):
        """One of the acts that are possible now, or at times, to be refused, one of those that are not."""
        allowed = [name for name in NAMES if self.allowed(which, name)]
        refused = [name for name in NAMES if name not in allowed and not name.startswith("save")]
        return dice.choice(refused if refused and dice.random() < 0.15 else allowed)

    def act(self, name, which, number, reason):
        """Returns whether the workflow did it; the test compares that with `allowed`."""
        with clock.fixed(self.now):
            try:
                getattr(self, name)(which, self.articles[which], number, reason)
            except Refusal:
                return False
        return True

    def allowed(self, which, name):
        standing = self.standing(which)
        return {
            "publish": standing != WITHDRAWN,
            "save_and_publish": standing != WITHDRAWN,
            "schedule": standing != WITHDRAWN,
            "save_and_schedule": standing != WITHDRAWN,
            "correct": standing not in (None, WITHDRAWN),
            "withdraw": standing not in (None, WITHDRAWN),
            "reinstate": standing == WITHDRAWN,
            "cancel": any(start > self.now for start, _ in self.seen[which]),
        }.get(name, True)

    def appear(self, which, at, text):
        self.drop_waiting(which)
        self.seen[which].append((at, text))

    def drop_waiting(self, which):
        self.seen[which] = [(start, text) for start, text in self.seen[which] if start <= self.now]

    def wait(self, which, article, number, reason):
        self.now += max(number, 1) * SECOND

    def save(self, which, article, number, reason):
        article.body = self.text[which] = f"<p>{number}</p>"
        save_revision(article, by=COMMAND_LINE)

    def publish(self, which, article, number, reason, at=None):
        standing = self.standing(which)
        if standing == self.text[which]:
            reason = "correction"  # by a note alone: the one way to publish a text that readers see already
        publish(
            article, by=COMMAND_LINE, at=at, reason=reason if standing else None, note="So.", same_text=True
        )
        self.appear(which, at or self.now, self.text[which])

    def save_and_publish(self, which, article, number, reason):
        self.save(which, article, number, reason)
        self.publish(which, article, number, reason)

    def schedule(self, which, article, number, reason):
        self.publish(which, article, number, reason, at=self.now + number * SECOND)

    def save_and_schedule(self, which, article, number, reason):
        self.save(which, article, number, reason)
        self.schedule(which, article, number, reason)

    def correct(self, which, article, number, reason):
        correct(article, by=COMMAND_LINE)
        self.text[which] = self.standing(which)

    def withdraw(self, which, article, number, reason):
        withdraw(article, by=COMMAND_LINE, note="So.")
        self.appear(which, self.now, WITHDRAWN)

    def reinstate(self, which, article, number, reason):
        reinstate(article, by=COMMAND_LINE)
        before = next(text for _, text in reversed(self.seen[which]) if text != WITHDRAWN)
        self.appear(which, self.now, before)

    def cancel(self, which, article, number, reason):
        cancel_scheduled(article, by=COMMAND_LINE)
        self.drop_waiting(which)

    def restore(self, which, article, number, reason):
        restore_revision(article, 1, by=COMMAND_LINE)
        self.text[which] = "<p>0</p>"

    def classify(self, which, article, number, reason):
        topics = list(article.topics.all())
        classify(article, topics[:1] if len(topics) > 1 else [*topics, self.topic], by=COMMAND_LINE)


@pytest.fixture
def authors():
    return make_author("Leyla Arslan"), make_author("Mina Kaya")


@pytest.mark.parametrize("seed", range(12))
def test_readers_see_what_was_published_at_every_instant(seed, authors):
    dice = random.Random(seed)
    desk, printed = Desk(make_topic("Energy"), authors), {}
    for _ in range(40):
        which, number, reason = dice.choice([0, 0, 0, 1]), dice.randint(0, 5), dice.choice(REASONS)
        name = desk.choose(which, dice)
        allowed = desk.allowed(which, name)
        before = None if allowed else every_row()
        assert desk.act(name, which, number, reason) is allowed, (name, desk.seen)
        if not allowed:
            assert every_row() == before, name
        rows = list(Version.objects.order_by("article_id", "number").values())
        check_intervals(desk, rows)
        check_nothing_printed_changed(desk, rows, printed)
        check_record(desk, rows)
    for at in instants(desk, rows):
        check_what_readers_see(desk, at)


def instants(desk, rows):
    """Every boundary there is or was, and the seconds beside it."""
    bounds = {desk.now, *(start for seen in desk.seen for start, _ in seen)}
    bounds |= {row[end] for row in rows for end in ("published_at", "superseded_at")} - {OPEN_END}
    return sorted({b + n * SECOND for b in bounds for n in (-1, 0, 1)} | {OPEN_END - SECOND})


def check_intervals(desk, rows):
    """At every instant the rows say of each article what was kept by hand: one text, a tombstone or nothing."""
    for at in instants(desk, rows):
        for which, article in enumerate(desk.articles):
            found = [
                WITHDRAWN if row["reason"] == "withdrawal" else row["source"]
                for row in rows
                if row["article_id"] == article.pk and row["published_at"] <= at < row["superseded_at"]
            ]
            assert found == [text for text in [desk.standing(which, at)] if text]


def check_what_readers_see(desk, at):
    standing = {article.pk: desk.standing(which, at) for which, article in enumerate(desk.articles)}
    expected = {key: text for key, text in standing.items() if text not in (None, WITHDRAWN)}
    live = list(Version.objects.live(at).values_list("article_id", "source"))
    assert len(live) == len(expected)
    assert dict(live) == expected
    in_force = Version.objects.in_force(at).values_list("article_id", flat=True)
    assert sorted(in_force) == sorted(key for key, text in standing.items() if text)


def check_nothing_printed_changed(desk, rows, printed):
    """What was once in force stays byte for byte, in all columns but the end."""
    now = {row["id"]: {**row, "superseded_at": None} for row in rows}
    for key, row in printed.items():
        assert now[key] == row
    printed.update({key: row for key, row in now.items() if row["published_at"] <= desk.now})


def check_record(desk, rows):
    """Numbers, ends and dates of each article's versions, and the rows that carry copies of the dates."""
    tagged, printed = Tagging.objects.values_list("content_object_id", "first_published_at"), {}
    for key, slug, first in PrintedByline.objects.order_by("position").values_list(
        "version_id", "author__slug", "first_published_at"
    ):
        printed.setdefault(key, []).append((slug, first))
    for article in desk.articles:
        own = [row for row in rows if row["article_id"] == article.pk]
        first = own[0]["first_published_at"] if own else None
        assert [row["number"] for row in own] == list(range(1, len(own) + 1))
        assert [row for row in own if row["superseded_at"] == OPEN_END] == own[-1:]
        assert [row for row in own if row["published_at"] > desk.now] in ([], own[-1:])
        assert {moment for key, moment in tagged if key == article.pk} == {first}
        newest = own[-1]["content_hash"] if own else ""
        assert Article.objects.get(pk=article.pk).version_hash == article.version_hash == newest
        updated_at = None
        for row in own:
            assert row["first_published_at"] == first
            assert printed[row["id"]] == [(line["slug"], first) for line in row["bylines"]]
            updated_at = row["published_at"] if row["reason"] in ("update", "correction") else updated_at
            assert row["updated_at"] == updated_at
    check_copies(desk)


def check_copies(desk):
    """The copy in an editor's hands and the row agree, and the log has no gap."""
    stored = Article.objects.in_bulk([article.pk for article in desk.articles])
    for which, article in enumerate(desk.articles):
        row = stored[article.pk]
        assert (row.body, row.row_version) == (desk.text[which], article.row_version)
        numbers = sorted(Event.objects.filter(article=article).values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
