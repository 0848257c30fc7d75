"""A corpus measures the real thing only as long as its rows are what the workflow writes."""

import pytest
from django.core.management import CommandError
from django.db import transaction
from django.utils import timezone

from articles import workflow
from articles.management.corpus import make_corpus
from articles.models import Article, Author, Reason, Tagging, Topic, Version, clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def corpus(db):
    make_corpus(100, topic_size=98, seed=2, at=timezone.now())


def test_the_command_counts(run):
    assert "Made 60 articles" in run("make_corpus", 60, "--topic-size", 50)
    assert Article.objects.count() == 60


def test_the_big_topic_and_the_board_have_exactly_their_size_in_live_pieces(corpus):
    topic, board = Topic.objects.get(name="Benchmark 98"), Author.objects.get(name="Benchmark Board")
    live = Version.objects.live(clock.now())
    assert live.on_topic(topic).count() == topic.taggings.count() == 98
    assert live.by_author(board).count() == 98


def test_all_states_are_there(corpus):
    now = clock.now()
    assert Version.objects.live(now).count() == 98
    assert Version.objects.waiting(now).count() == 1
    assert Version.objects.in_force(now).filter(reason=Reason.WITHDRAWAL).count() == 1
    assert Version.objects.filter(number=3).exclude(reason=Reason.WITHDRAWAL).exists()


def test_an_author_has_about_as_many_pieces_in_a_corpus_of_any_size(corpus):
    for author in Author.objects.filter(is_body=False):
        assert 18 <= Version.objects.live(clock.now()).by_author(author).count() <= 24


def test_versions_follow_each_other_without_a_gap(corpus):
    for article in Article.objects.prefetch_related("versions"):
        life = sorted(article.versions.all(), key=lambda version: version.number)
        assert [version.number for version in life] == list(range(1, len(life) + 1))
        ends = [version.superseded_at for version in life]
        assert ends == [*(version.published_at for version in life[1:]), clock.OPEN_END]


def test_the_through_rows_carry_the_date_lists_are_ordered_by(corpus):
    firsts = dict(Version.objects.values_list("article_id", "first_published_at"))
    assert all(
        first == firsts[article]
        for article, first in Tagging.objects.values_list("content_object_id", "first_published_at")
    )


def test_a_version_is_what_the_workflow_would_have_published(corpus):
    model = Version.objects.live(clock.now()).filter(number=1, superseded_at=clock.OPEN_END).first()
    twin = workflow.create_draft(
        by=workflow.COMMAND_LINE,
        bylines=[workflow.BylineEntry(line.author) for line in model.article.bylines.all()],
        topics=list(model.article.topics.all()),
        **{
            field: getattr(model.article, field)
            for field in ("title", "kind", "standfirst", "body", "disclaimer")
        },
    )
    published = workflow.publish(twin, by=workflow.COMMAND_LINE)
    own = {"id", "uid", "article", "content_hash", "published_at", "first_published_at"}
    for field in Version._meta.fields:
        if field.name not in own:
            assert getattr(model, field.name) == getattr(published, field.name), field.name


def test_a_seed_makes_one_corpus_and_another_seed_another():
    at = timezone.now()

    def made(seed):
        with transaction.atomic():
            make_corpus(20, topic_size=5, seed=seed, at=at)
            rows = list(
                Version.objects.order_by("article__slug", "number").values_list(
                    "uid", "title", "published_at"
                )
            )
            transaction.set_rollback(True)
        return rows

    assert made(1) == made(1) != made(2)


def test_a_database_in_use_is_left_alone(run):
    workflow.create_draft(by=workflow.COMMAND_LINE, title="Ours")
    with pytest.raises(CommandError, match="empty one only"):
        run("make_corpus", 10)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("asked", [("0",), ("5", "--topic-size", "0")])
def test_a_corpus_has_articles(run, asked):
    with pytest.raises(CommandError, match="at least one"):
        run("make_corpus", *asked)
