"""Topics and address take effect at once; an address readers have known is never another's."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, FormerAddress, Topic, Version, clock
from articles.workflow import (
    COMMAND_LINE,
    cancel_scheduled,
    change_address,
    classify,
    create_draft,
    save_revision,
    withdraw,
)
from tests.makers import (
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_superseded_article,
    make_topic,
    make_withdrawn_article,
    utc,
)
from tests.workflow.rows import every_row, refusal_of

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)


def reserved():
    return {(row.slug, row.article.title) for row in FormerAddress.objects.all()}


def refused(act):
    before = every_row()
    with pytest.raises(ValidationError) as error:
        act()
    assert every_row() == before
    return list(error.value.message_dict)


def test_topics_change_at_once_and_keep_the_date_of_publication():
    article = make_superseded_article(topics=[make_topic("Ports"), make_topic("Energy")])
    first = article.versions.get(number=1).first_published_at
    before = list(Version.objects.values())
    classify(article, [make_topic("Energy"), make_topic("Law")], by=COMMAND_LINE)
    assert {t.name for t in article.topics.all()} == {"Energy", "Law"}
    assert {t.first_published_at for t in article.taggings.all()} == {first}
    with_pieces = Topic.objects.with_live_pieces(clock.now())
    assert {(t.name, t.count) for t in with_pieces} == {("Energy", 1), ("Law", 1)}
    assert list(Version.objects.values()) == before
    assert article.revisions.order_by("-number").first().data["topics"] == ["energy", "law"]


def test_the_same_topics_again_leave_no_line_in_the_log():
    article = make_live_article()
    before = every_row()
    classify(article, reversed(article.topics.all()), by=COMMAND_LINE)
    assert every_row() == before


def test_a_draft_is_classified_without_a_date():
    article = make_draft()
    classify(article, [], by=COMMAND_LINE)
    assert not article.topics.exists()
    classify(article, [make_topic("Law", is_approved=False)], by=COMMAND_LINE)
    assert article.taggings.get().first_published_at is None


@pytest.mark.parametrize(
    "make",
    [make_live_article, make_withdrawn_article, lambda: make_scheduled_article(at=FRIDAY)],
)
def test_what_is_published_or_waits_keeps_an_approved_topic(make):
    article = make()
    unheard = make_topic("Unheard", is_approved=False)
    assert refusal_of(lambda: classify(article, [], by=COMMAND_LINE)) == ["topic"]
    assert refusal_of(lambda: classify(article, [make_topic(), unheard], by=COMMAND_LINE)) == [
        "topic-approval"
    ]


def test_a_topic_given_twice_stands_once_and_again_changes_nothing():
    article, topic = make_live_article(), make_topic("Law")
    classify(article, [topic, topic], by=COMMAND_LINE)
    taggings = every_row()["articles.Tagging"]
    classify(article, [topic], by=COMMAND_LINE)
    assert every_row()["articles.Tagging"] == taggings


def test_an_address_never_public_leaves_nothing():
    article = make_draft("Slow harbours")
    change_address(article, "new", by=COMMAND_LINE)
    assert Article.objects.get().slug == "new"
    assert reserved() == set()
    assert create_draft(by=COMMAND_LINE, title="Slow harbours").slug == "slow-harbours"


def test_nor_does_that_of_a_version_that_waits_or_was_cancelled():
    article = make_scheduled_article(at=FRIDAY)
    change_address(article, "second", by=COMMAND_LINE)
    cancel_scheduled(article, by=COMMAND_LINE)
    change_address(article, "third", by=COMMAND_LINE)
    assert reserved() == set()


@pytest.mark.parametrize("make", [make_live_article, make_withdrawn_article])
def test_once_public_it_is_reserved_for_good(make):
    article = make("Slow harbours")
    for slug in ("second", "third"):
        change_address(article, slug, by=COMMAND_LINE)
    assert reserved() == {("slow-harbours", "Slow harbours"), ("second", "Slow harbours")}
    assert create_draft(by=COMMAND_LINE, title="Slow harbours").slug == "slow-harbours-2"
    other = make_draft("Other")
    assert refused(lambda: change_address(other, "second", by=COMMAND_LINE)) == ["slug"]
    assert refused(lambda: create_draft(by=COMMAND_LINE, title="New", slug="second")) == ["slug"]
    other.slug = "slow-harbours"
    assert refused(lambda: save_revision(other, by=COMMAND_LINE)) == ["slug"]


def test_an_article_gets_an_address_of_its_own_back():
    article = make_live_article("Slow harbours")
    change_address(article, "second", by=COMMAND_LINE)
    change_address(article, "slow-harbours", by=COMMAND_LINE)
    assert reserved() == {("second", "Slow harbours")}
    change_address(article, "second", by=COMMAND_LINE)
    assert reserved() == {("slow-harbours", "Slow harbours")}


@pytest.mark.parametrize("slug", ["", None, "not an address", "a/b", "x" * 81, "ü", "taken", "nul\0"])
def test_a_wrong_address_is_refused_in_words(slug):
    article = make_live_article()
    make_draft("Taken")
    assert refused(lambda: change_address(article, slug, by=COMMAND_LINE)) == ["slug"]
    assert article.slug == "slow-harbours"


def test_the_same_address_is_no_change():
    article = make_live_article()
    before = every_row()
    change_address(article, "slow-harbours", by=COMMAND_LINE)
    assert every_row() == before


def test_it_is_written_in_the_log():
    article = make_live_article()
    change_address(article, "second", by=COMMAND_LINE)
    assert article.events.order_by("-number").first().detail == "slow-harbours → second"


@pytest.mark.parametrize(
    "act",
    [
        lambda article: classify(article, [make_topic("Law")], by=COMMAND_LINE),
        lambda article: change_address(article, "second", by=COMMAND_LINE),
    ],
)
def test_typed_but_unsaved_words_are_not_kept_as_if_saved(act):
    article = make_live_article()
    article.title, article.kind = "Typed, but not saved", "poem"
    act(article)
    newest = article.revisions.order_by("-number").first()
    assert newest.data["title"] == "Slow harbours"
    assert Article.objects.get().content_hash == article.versions.get().content_hash


def test_withdrawn_and_moved_the_old_address_is_still_its_own():
    article = make_change(make_live_article())
    withdraw(article, by=COMMAND_LINE, note="So.")
    change_address(article, "second", by=COMMAND_LINE)
    assert reserved() == {("slow-harbours", "Slow harbours")}
