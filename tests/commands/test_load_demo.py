import pytest
from django.core.files.storage import default_storage

from articles.models import Article, Image, Publication, Version

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


def test_its_pictures_lie_where_readers_look_for_them(run):
    run("load_demo")
    paths = [path for image in Image.objects.all() for _name, _width, path in image.files()]
    assert paths
    assert all(map(default_storage.exists, paths))
