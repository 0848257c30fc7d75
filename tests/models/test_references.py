"""What is printed holds on to what it names; accounts may go."""

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from articles.models import (
    Article,
    Author,
    Byline,
    Disclaimer,
    Event,
    PrintedByline,
    PrintedImage,
    Revision,
    Tagging,
    Topic,
    Version,
)
from articles.workflow import publish, save_revision
from tests.makers import (
    make_author,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_publisher,
    make_scheduled_article,
    make_topic,
    utc,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Version, PrintedByline, PrintedImage])
def test_no_key_of_what_is_printed_is_ever_emptied(model):
    """SET_NULL would be an UPDATE of a published row, and the guard would refuse the deletion with a 500."""
    keys = [f for f in model._meta.concrete_fields if f.is_relation]
    assert keys
    for key in keys:
        assert key.remote_field.on_delete in (models.PROTECT, models.CASCADE), key
        # A key may be empty from the start, but is never emptied.
        assert not key.null or key.remote_field.on_delete is models.PROTECT


def test_only_a_version_takes_its_printed_rows_along():
    assert Version._meta.get_field("article").remote_field.on_delete is models.PROTECT
    assert PrintedByline._meta.get_field("author").remote_field.on_delete is models.PROTECT
    cascades = [r.related_model for r in Version._meta.related_objects if r.on_delete is models.CASCADE]
    assert PrintedImage._meta.get_field("image").remote_field.on_delete is models.PROTECT
    assert set(cascades) == {PrintedByline, PrintedImage}


@pytest.mark.parametrize("make", [make_live_article, lambda: make_scheduled_article(at=utc(2036, 1, 1))])
def test_an_article_with_a_version_is_not_deleted(make):
    article = make()
    with pytest.raises(ProtectedError):
        article.delete()
    with pytest.raises(ProtectedError):
        Article.objects.all().delete()
    assert Version.objects.filter(article=article).exists()


def test_a_draft_goes_with_all_that_is_its_own():
    article = make_draft()
    article.delete()
    for model in (Article, Byline, Tagging, Revision, Event):
        assert not model.objects.exists(), model
    assert Author.objects.exists()
    assert Topic.objects.exists()


def test_a_printed_author_stays_also_when_the_working_copy_names_another():
    printed, other = make_author("Leyla Arslan"), make_author("Mina Kaya")
    article = make_live_article(author=printed)
    Byline.objects.filter(article=article).update(author=other)
    with pytest.raises(ProtectedError):
        printed.delete()
    with pytest.raises(ProtectedError):
        Author.objects.all().delete()
    assert Author.objects.count() == 2


def test_an_author_on_a_draft_stays():
    author = make_author()
    make_draft(author=author)
    with pytest.raises(ProtectedError):
        author.delete()


def test_an_author_nobody_names_goes():
    make_author().delete()
    assert not Author.objects.exists()


def test_the_database_holds_the_keys_also_against_raw_deletes():
    make_live_article()
    for table in ("articles_author", "articles_article"):
        with pytest.raises(IntegrityError), transaction.atomic():
            delete_raw(table)


def delete_raw(table):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
    connection.check_constraints()


def test_a_disclaimer_in_use_stays():
    disclaimer = make_disclaimer()
    article = make_draft(disclaimer=disclaimer)
    with pytest.raises(ProtectedError):
        disclaimer.delete()
    article.disclaimer, article.no_disclaimer = None, True
    save_revision(article, by=make_publisher())
    disclaimer.delete()
    assert not Disclaimer.objects.exists()


def test_a_published_piece_keeps_the_wording_of_a_disclaimer_that_is_gone():
    disclaimer = make_disclaimer(wording="Views are the author’s own.")
    article = make_live_article(disclaimer=disclaimer)
    disclaimer.wording = "Something else."
    disclaimer.save()
    assert article.versions.get().disclaimer == "Views are the author’s own."
    article.disclaimer, article.no_disclaimer = None, True
    save_revision(article, by=make_publisher())
    disclaimer.delete()
    assert article.versions.get().disclaimer == "Views are the author’s own."


def test_a_topic_in_use_stays():
    topic = make_topic()
    make_draft(topics=[topic])
    with pytest.raises(ProtectedError):
        topic.delete()
    assert topic.names.exists()


def test_an_account_goes_and_the_record_stays():
    priya = make_publisher()
    article = make_draft(by=priya)
    publish(article, by=priya, unapproved=True)
    version = article.versions.values().get()
    priya.delete()
    assert article.versions.values().get() == version
    article.refresh_from_db()
    assert article.owner is None
    assert {(e.by, e.by_name) for e in article.events.all()} == {(None, "priya")}
    assert {(r.by, r.by_name) for r in article.revisions.all()} == {(None, "priya")}
