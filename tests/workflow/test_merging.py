"""Two topics, or two authors, that turn out to be one."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import (
    Article,
    Author,
    Byline,
    FormerAuthorAddress,
    Merge,
    Pin,
    PrintedByline,
    Tagging,
    Topic,
    Version,
    clock,
    status_of,
)
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    classify,
    correct,
    merge_authors,
    merge_topics,
    plan_authors,
    plan_topics,
    publish,
    restore_revision,
    save_revision,
)
from tests.makers import (
    NOON,
    make_author,
    make_draft,
    make_editor,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
    make_writer,
    utc,
)
from tests.workflow.rows import refusal_of

pytestmark = pytest.mark.django_db


def pages(client, *paths):
    return [(r.status_code, r.headers.get("Location", "")) for r in map(client.get, paths)]


def standing(article):
    return status_of(Article.objects.with_status(clock.now()).get(pk=article.pk))


@pytest.fixture
def turkey():
    topic = make_topic("Turkey")
    topic.names.create(name="Asia Minor")
    return topic


@pytest.fixture
def turkiye():
    return make_topic("Türkiye")


class TestTopics:
    def test_articles_names_and_addresses_move(self, client, turkey, turkiye):
        one = make_live_article("One", topics=[turkey])
        both = make_live_article("Both", topics=[turkey, turkiye])
        draft = make_draft("Draft", topics=[turkey])
        merge_topics(turkey, turkiye, by=make_editor())
        assert list(Topic.objects.all()) == [turkiye]
        assert set(Article.objects.filter(taggings__tag=turkiye)) == {one, both, draft}
        assert turkiye.aliases == ["Asia Minor", "Turkey"]
        assert Topic.objects.named("TURKEY") == turkiye
        assert pages(
            client,
            *("/topics/turkey/", "/topics/asia-minor/", "/topics/turkey/feed.atom", "/topics/turkiye/"),
        ) == [
            (301, "/topics/turkiye/"),
            (301, "/topics/turkiye/"),
            (301, "/topics/turkiye/feed.atom"),
            (200, ""),
        ]

    def test_a_second_merge_leads_on_in_one_hop(self, client, turkey, turkiye):
        make_live_article(topics=[turkey])
        merge_topics(turkey, turkiye, by=COMMAND_LINE)
        merge_topics(turkiye, make_topic("Anatolia"), by=COMMAND_LINE)
        assert pages(client, "/topics/turkey/", "/topics/turkiye/") == [(301, "/topics/anatolia/")] * 2

    def test_the_dates_the_list_is_ordered_by_move_along(self, turkey, turkiye):
        old = make_live_article("Old", at=utc(2020, 1, 1), topics=[turkey])
        new = make_live_article("New", at=utc(2022, 1, 1), topics=[turkiye])
        middle = make_live_article("Middle", at=utc(2021, 1, 1), topics=[turkey])
        later = make_scheduled_article("Later", at=utc(2090, 1, 1), topics=[turkey])
        merge_topics(turkey, turkiye, by=COMMAND_LINE)
        pieces = Version.objects.live(clock.now()).on_topic(turkiye)
        assert [v.article for v in pieces] == [new, middle, old]
        assert Tagging.objects.get(content_object=later).first_published_at == utc(2090, 1, 1)

    def test_pins_follow_those_of_the_target(self, turkey, turkiye):
        a, b, c = (make_live_article(title, topics=[turkey, turkiye]) for title in "ABC")
        for topic, articles in ((turkiye, [a]), (turkey, [b, a, c])):
            for position, article in enumerate(articles, start=1):
                Pin.objects.create(topic=topic, article=article, position=position)
        merge_topics(turkey, turkiye, by=COMMAND_LINE)
        assert [pin.article for pin in turkiye.pins.all()] == [a, b, c]

    def test_it_is_written_down_to_be_undone_by_hand(self, turkey, turkiye):
        turkey.description = "The land."
        turkey.save()
        one = make_live_article("One", topics=[turkey])
        both = make_live_article("Both", topics=[turkey, turkiye])
        with clock.fixed(NOON):
            merge = merge_topics(turkey, turkiye, by=make_editor())
        assert (merge.by_name, merge.at, merge.source, merge.target) == ("emre", NOON, "Turkey", "Türkiye")
        assert merge.data["names"] == ["Turkey", "Asia Minor"]
        assert merge.data["addresses"] == ["turkey", "asia-minor"]
        assert merge.data["moved"] == [str(one.uid)]
        assert merge.data["both"] == [str(both.uid)]
        assert merge.data["record"]["description"] == "The land."
        for article in (one, both):
            line = article.events.first()
            assert (line.by_name, line.action, line.detail) == (
                "emre",
                "merged",
                "the topic “Turkey” into “Türkiye”",
            )

    def test_no_article_counts_as_changed_and_an_open_form_is_known_to_be_stale(self, turkey, turkiye):
        live = make_live_article(topics=[turkey])
        before = Article.objects.get(pk=live.pk)
        merge_topics(turkey, turkiye, by=COMMAND_LINE)
        after = Article.objects.get(pk=live.pk)
        assert not standing(live).changed
        assert (after.modified_at, after.row_version) == (before.modified_at, before.row_version + 1)
        assert refusal_of(lambda: save_revision(before, by=COMMAND_LINE)) == ["stale"]

    def test_the_newest_revision_says_what_holds_and_older_ones_can_be_restored(self, turkey, turkiye):
        draft = make_draft(topics=[turkey, make_topic("Ports")])
        classify(draft, [turkey], by=COMMAND_LINE)
        merge_topics(turkey, turkiye, by=make_editor())
        draft.refresh_from_db()
        newest = draft.revisions.first()
        assert (newest.data["topics"], newest.data["named"]["topics"]) == (
            ["turkiye"],
            {"turkiye": "Türkiye"},
        )
        assert (newest.changed, newest.by_name) == (["topics"], "emre")
        assert draft.events.first().revision == newest.number
        assert save_revision(draft, by=COMMAND_LINE) == newest
        _revision, gone = restore_revision(draft, 1, by=COMMAND_LINE)
        assert gone == []
        assert {t.name for t in draft.topics.all()} == {"Ports", "Türkiye"}

    def test_a_published_piece_does_not_come_under_a_topic_that_waits(self, turkey):
        waiting = make_topic("Anatolia", is_approved=False)
        assert refusal_of(lambda: merge_topics(turkey, waiting, by=COMMAND_LINE)) == ["approval"]
        merge_topics(waiting, turkey, by=COMMAND_LINE)

    def test_itself_and_what_is_gone(self, turkey, turkiye):
        assert refusal_of(lambda: merge_topics(turkey, turkey, by=COMMAND_LINE)) == ["same"]
        again = Topic.objects.get(pk=turkey.pk)
        merge_topics(turkey, turkiye, by=COMMAND_LINE)
        assert refusal_of(lambda: merge_topics(again, turkiye, by=COMMAND_LINE)) == ["gone"]
        assert refusal_of(lambda: merge_topics(turkiye, again, by=COMMAND_LINE)) == ["gone"]

    def test_what_has_changed_since_it_was_shown_is_shown_again(self, turkey, turkiye):
        token = plan_topics(turkey, turkiye).token
        make_draft(topics=[turkey])
        assert refusal_of(lambda: merge_topics(turkey, turkiye, by=COMMAND_LINE, token=token)) == ["stale"]
        token = plan_topics(turkey, turkiye).token
        merge_topics(turkey, turkiye, by=COMMAND_LINE, token=token)

    def test_who_may_not_merges_nothing(self, turkey, turkiye):
        for user in (make_writer(), make_editor("gone")):
            user.is_active = user.username != "gone"
            with pytest.raises(PermissionDenied):
                merge_topics(turkey, turkiye, by=user)
        assert Topic.objects.count() == 2


@pytest.fixture
def short():
    return make_author("L. Arslan")


@pytest.fixture
def leyla():
    return make_author("Leyla Arslan", affiliation="Port Authority")


class TestAuthors:
    def test_bylines_and_what_is_printed_are_found_under_one_name(self, client, short, leyla):
        live = make_live_article("One", author=short)
        draft = make_draft("Draft", author=short)
        printed = live.versions.get().bylines
        merge_authors(short, leyla, by=make_editor())
        assert list(Author.objects.all()) == [leyla]
        assert list(Byline.objects.filter(author=leyla).values_list("article", flat=True)) == [
            live.pk,
            draft.pk,
        ]
        assert live.versions.get().bylines == printed
        assert printed[0]["name"] == "L. Arslan"
        assert Byline.objects.get(article=live).name == "L. Arslan"
        page = client.get("/authors/leyla-arslan/").content.decode()
        assert "One" in page
        assert "Harbour Institute" in page  # the affiliation then, under the name of then

    def test_former_addresses_lead_on_in_one_hop(self, client, short, leyla):
        make_live_article(author=short)
        merge_authors(short, leyla, by=COMMAND_LINE)
        leyla.slug = "leyla"
        leyla.save()
        merge_authors(leyla, make_author("Leyla A. Arslan"), by=COMMAND_LINE)
        for old in ("l-arslan", "leyla-arslan", "leyla"):
            assert pages(client, f"/authors/{old}/", f"/authors/{old}/feed.atom") == [
                (301, "/authors/leyla-a-arslan/"),
                (301, "/authors/leyla-a-arslan/feed.atom"),
            ]
        assert make_author("L. Arslan").slug == "l-arslan-2"

    def test_two_who_sign_side_by_side_are_two(self, short, leyla):
        draft = make_draft("Two hands", author=short)
        save_revision(draft, by=COMMAND_LINE, bylines=[BylineEntry(short), BylineEntry(leyla)])
        assert refusal_of(lambda: merge_authors(short, leyla, by=COMMAND_LINE)) == ["both-sign"]
        publish(draft, by=COMMAND_LINE)
        save_revision(draft, by=COMMAND_LINE, bylines=[BylineEntry(short)])
        (problem,) = plan_authors(short, leyla).problems
        assert (
            problem.message
            == "“L. Arslan” and “Leyla Arslan” sign side by side, so they are two: “Two hands”."
        )
        assert refusal_of(lambda: merge_authors(short, leyla, by=COMMAND_LINE)) == ["both-sign"]

    def test_one_after_the_other_on_one_piece_is_no_hindrance(self, short, leyla):
        article = make_live_article(author=short)
        save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(leyla)])
        publish(article, by=COMMAND_LINE, reason="update")
        merge = merge_authors(short, leyla, by=COMMAND_LINE)
        assert PrintedByline.objects.filter(author=leyla).count() == 2
        assert merge.data["versions"] == [[str(article.uid), 1]]
        assert merge.data["record"]["affiliation"] == "Harbour Institute"

    def test_no_article_counts_as_changed(self, short, leyla):
        live = make_live_article(author=short)
        merge_authors(short, leyla, by=COMMAND_LINE)
        live.refresh_from_db()
        before = live.revisions.count()
        save_revision(live, by=COMMAND_LINE)
        assert live.revisions.count() == before
        assert not standing(live).changed

    def test_earlier_texts_are_restored_and_corrected_under_the_one_name(self, short, leyla):
        article = make_live_article(author=short)
        article.title = "Other words"
        save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(make_author("Jun Park"))])
        merge_authors(short, leyla, by=COMMAND_LINE)
        article.refresh_from_db()
        correct(article, by=COMMAND_LINE)
        assert [line.author for line in article.bylines.all()] == [leyla]
        assert not standing(article).changed
        _revision, gone = restore_revision(article, 1, by=COMMAND_LINE)
        assert gone == []
        assert [(line.author, line.name) for line in article.bylines.all()] == [(leyla, "L. Arslan")]

    def test_a_withdrawn_piece_keeps_its_authors(self, short, leyla):
        article = make_withdrawn_article(author=short)
        merge_authors(short, leyla, by=COMMAND_LINE)
        assert set(article.versions.values_list("printed_bylines__author", flat=True)) == {leyla.pk}

    def test_logs_and_staleness(self, short, leyla):
        draft = make_draft(author=short)
        before = Article.objects.get(pk=draft.pk)
        merge_authors(short, leyla, by=make_editor())
        line = draft.events.first()
        assert (line.action, line.detail) == ("merged", "the author “L. Arslan” into “Leyla Arslan”")
        assert refusal_of(lambda: save_revision(before, by=COMMAND_LINE)) == ["stale"]

    def test_refusals(self, short, leyla):
        waiting = make_author("Waiting", is_approved=False)
        assert refusal_of(lambda: merge_authors(short, waiting, by=COMMAND_LINE)) == ["approval"]
        assert refusal_of(lambda: merge_authors(short, short, by=COMMAND_LINE)) == ["same"]
        token = plan_authors(short, leyla).token
        make_draft(author=short)
        assert refusal_of(lambda: merge_authors(short, leyla, by=COMMAND_LINE, token=token)) == ["stale"]
        with pytest.raises(PermissionDenied):
            merge_authors(short, leyla, by=make_writer())
        merge_authors(short, leyla, by=COMMAND_LINE)
        assert refusal_of(lambda: merge_authors(short, leyla, by=COMMAND_LINE)) == ["gone"]


@pytest.mark.parametrize("merge", [merge_topics, merge_authors])
def test_as_many_queries_for_many_pieces_as_for_one(merge):
    def cost(number):
        source, target = (
            (make_topic(f"Source {number}"), make_topic(f"Target {number}"))
            if merge is merge_topics
            else (make_author(f"Source {number}"), make_author(f"Target {number}"))
        )
        where = {"topics": [source]} if merge is merge_topics else {"author": source}
        for n in range(number):
            make_live_article(f"Piece {number} {n}", at=NOON + datetime.timedelta(hours=n), **where)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            merge(source, target, by=COMMAND_LINE)
        return len(queries)

    assert cost(1) == cost(3) == cost(30)
    assert Merge.objects.count() == 3


def test_the_address_of_an_author_moves_and_the_old_one_stays_theirs(client):
    author = make_author("Leyla Arslan")
    article = make_live_article(author=author)
    author.slug = "leyla"
    author.save()
    assert pages(client, "/authors/leyla-arslan/", "/authors/leyla/") == [(301, "/authors/leyla/"), (200, "")]
    assert make_author("Leyla Arslan").slug == "leyla-arslan-2"
    assert not standing(article).changed
    author.slug = "leyla-arslan"
    author.save()
    assert pages(client, "/authors/leyla-arslan/", "/authors/leyla/") == [
        (200, ""),
        (301, "/authors/leyla-arslan/"),
    ]


def test_an_address_nobody_has_seen_leaves_nothing():
    author = make_author("Leyla Arslan")
    author.slug = "leyla"
    author.save()
    assert not FormerAuthorAddress.objects.exists()
