"""Queries of the desk's forms: the same literal number with 1, 3 and 300 records to choose from, and as many versions."""

import copy
import datetime
import uuid

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import (
    Article,
    Author,
    Byline,
    Comment,
    Disclaimer,
    Event,
    Image,
    Merge,
    Publication,
    Revision,
    Tagging,
    Topic,
    Version,
    clock,
)
from tests.admin.forms import words_of
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_merge,
    make_topic,
)

FORMS = {
    "article/add/": 10,
    "article/{article}/change/": 30,
    "article/{article}/history/": 11,
    "article/{article}/log/": 10,
    "article/{article}/comments/": 8,
    "article/{article}/publish/": 28,
    "article/{article}/schedule/": 28,
    "article/{article}/correct/": 10,
    "article/{article}/withdraw/": 10,
    "article/{article}/restore/?revision=1": 21,
    "article/{article}/classify/": 12,
    "author/{author}/change/": 9,
    "topic/{topic}/change/": 11,
    "disclaimer/{disclaimer}/change/": 10,
    "image/{image}/change/": 9,
    "publication/{publication}/change/": 8,
    "merge/{merge}/change/": 8,
}
# The same for the list of pictures, of 1, 3 and of a whole page of 300.
PICTURES = 8
# The session, the user, what user and groups may do; the pieces, their disclaimer and picture with them, their topics
# in three and their bylines in two; the publication, whether it is there and what it is called.
BULK = 12


def add_history(article, number):
    """`number` versions more, each with its kept text, its line in the log and a comment: as the workflow leaves them."""
    first, kept = article.versions.get(), article.revisions.get()
    line = article.events.order_by("number").first()
    apart = datetime.timedelta(minutes=1)
    first.supersede(first.published_at + apart)
    counts = range(2, number + 2)
    Version.objects.bulk_create(
        copy_of(
            first,
            uid=uuid.uuid4(),
            number=n,
            reason="minor",
            revision_number=n,
            published_at=first.published_at + (n - 1) * apart,
            superseded_at=first.published_at + n * apart if n <= number else clock.OPEN_END,
        )
        for n in counts
    )
    Revision.objects.bulk_create(copy_of(kept, number=n) for n in counts)
    newest = article.events.order_by("-number").first().number
    Event.objects.bulk_create(copy_of(line, number=newest + n - 1, revision=n) for n in counts)
    Comment.objects.bulk_create(
        Comment(article=article, number=n - 1, at=clock.now(), by_name="Emre", text=f"Comment {n}")
        for n in counts
    )


def copy_of(row, **values):
    made = copy.copy(row)
    made._state = copy.copy(row._state)
    made.pk, made._state.adding = None, True
    for field, value in values.items():
        setattr(made, field, value)
    return made


def picture_row(number):
    """A picture without a file."""
    renditions = {"png": [64]}
    return Image(
        title=f"P {number}",
        width=64,
        height=48,
        format="png",
        bytes=9,
        sha256=f"{number:064}",
        renditions=renditions,
    )


@pytest.fixture
def fill(db):
    def fill(number):
        author, topic, disclaimer, image = make_author(), make_topic(), make_disclaimer(), make_image()
        long_ago = clock.now() - datetime.timedelta(days=9)
        article = make_live_article(
            "Slow harbours",
            at=long_ago,
            author=author,
            topics=[topic],
            disclaimer=disclaimer,
            lead_image=image,
        )
        add_history(article, number)
        make_change(article, body="<p>Newer</p>")
        counts = range(number)
        Author.objects.bulk_create(Author(name=f"A {n}", slug=f"a-{n}") for n in counts)
        Topic.objects.bulk_create(Topic(name=f"T {n}", slug=f"t-{n}") for n in counts)
        Disclaimer.objects.bulk_create(Disclaimer(label=f"D {n}", wording="Words.") for n in counts)
        Image.objects.bulk_create(map(picture_row, counts))
        others = Article.objects.bulk_create(
            Article(title=f"Draft {n}", slug=f"draft-{n}", disclaimer=disclaimer, lead_image=image)
            for n in counts
        )
        Byline.objects.bulk_create(
            Byline(article=other, author=author, position=1, name=author.name) for other in others
        )
        Tagging.objects.bulk_create(Tagging(content_object=other, tag=topic) for other in others)
        make_merge()
        return {
            "article": article.pk,
            "author": author.pk,
            "topic": topic.pk,
            "disclaimer": disclaimer.pk,
            "image": image.pk,
            "publication": Publication.objects.get_or_create()[0].pk,
            "merge": Merge.objects.get().pk,
        }

    return fill


@pytest.mark.parametrize("number", [1, 3, 300])
def test_forms_ask_a_constant_number_of_questions(as_publisher, fill, number):
    things, asked = fill(number), {}
    # Kept by the process from the first time on: which page asks for it first is no matter.
    ContentType.objects.get_for_models(*admin.site._registry)
    for address in FORMS:
        with CaptureQueriesContext(connection) as captured:
            assert as_publisher.get("/admin/articles/" + address.format(**things)).status_code == 200, address
        asked[address] = len(captured)
    assert asked == FORMS


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_list_of_pictures_asks_a_constant_number_of_questions(as_publisher, number):
    Image.objects.bulk_create(map(picture_row, range(number)))
    with CaptureQueriesContext(connection) as captured:
        page = as_publisher.get("/admin/articles/image/")
    assert page.content.count(b"desk-thumb") == min(number, 48)
    assert len(captured) == PICTURES


def test_beneath_the_form_stand_the_newest_versions_without_their_texts(as_publisher, fill):
    address = f"/admin/articles/article/{fill(300)['article']}/"
    with CaptureQueriesContext(connection) as captured:
        page = as_publisher.get(f"{address}change/")
    assert [version.number for version in page.context["versions"]] == list(range(301, 251, -1))
    assert f'<a href="{address}history/">Earlier versions stand in the history</a>' in page.content.decode()
    listed = [
        query["sql"]
        for query in captured
        if "LIMIT 51" in query["sql"] and "articles_version" in query["sql"]
    ]
    assert len(listed) == 1
    assert "disclaimer_hash" not in listed[0]
    assert '"articles_version"."body"' not in listed[0]


@pytest.mark.parametrize("number", [1, 3, 100])
@pytest.mark.parametrize("act", ["publish", "schedule", "retag"])
def test_bulk_pages_ask_a_constant_number_of_questions(as_publisher, act, number):
    author, topic = make_author(), make_topic()
    pieces = [make_draft(f"Draft {n}", author=author, topics=[topic]) for n in range(number)]
    chosen = ".".join(str(article.pk) for article in pieces)
    with CaptureQueriesContext(connection) as captured:
        said = words_of(as_publisher.get(f"/admin/articles/article/bulk/{act}/?of={chosen}"))
    assert f"{number} article" in said
    assert len(captured) == BULK
