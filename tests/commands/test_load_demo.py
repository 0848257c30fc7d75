import pytest

from articles.models import Article, Publication, Version

pytestmark = pytest.mark.django_db


def test_it_fills_an_empty_database(run):
    assert "The demo was loaded" in run("load_demo")
    assert Article.objects.exists()


def test_it_leaves_alone_what_is_there(run):
    Publication.objects.create(name="Ours")
    assert "not empty" in run("load_demo")
    assert Publication.objects.get().name == "Ours"
    assert not Article.objects.exists()


def test_the_second_start_of_a_demo_keeps_an_edit(run):
    run("load_demo")
    versions = Version.objects.count()
    article = Article.objects.first()
    article.title = "Edited"
    article.save()
    run("load_demo")
    article.refresh_from_db()
    assert article.title == "Edited"
    assert Version.objects.count() == versions
