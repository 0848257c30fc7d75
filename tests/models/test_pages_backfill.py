"""A publication whose two texts stood in its own row."""

from importlib import import_module
from types import SimpleNamespace

import pytest

moved = import_module("articles.migrations.0013_pages")


class Rows(list):
    """As much of a manager as the migration asks for."""

    def using(self, _alias):
        return self

    def create(self, **values):
        self.append(SimpleNamespace(**values))

    def filter(self, language):
        return Rows(row for row in self if row.language == language)

    def values_list(self, *names):
        return [tuple(getattr(row, name) for name in names) for row in self]


@pytest.fixture
def tables():
    def make(**values):
        publication = SimpleNamespace(footer=[], save=lambda using: None, **values)
        models = {"Publication": Rows([publication]), "Page": Rows()}
        apps = SimpleNamespace(get_model=lambda _app, name: SimpleNamespace(objects=models[name]))
        return publication, models["Page"], apps

    return make


EDITOR = SimpleNamespace(connection=SimpleNamespace(alias="default"))


def test_both_texts_become_public_pages_and_come_back(tables):
    texts = {"about": "<p>We write.</p>", "policy": "<p>We correct.</p>"}
    publication, pages, apps = tables(name="Rıhtım", default_language="tr", **texts)
    moved.make_pages(apps, EDITOR)
    assert [(page.slug, page.title, page.body, page.is_public) for page in pages] == [
        ("about", "Rıhtım hakkında", "<p>We write.</p>", True),
        ("editorial-policy", "Yayın ilkeleri", "<p>We correct.</p>", True),
    ]
    assert [link["slug"] for link in publication.footer] == ["about", "editorial-policy"]
    publication.about = publication.policy = ""
    moved.write_back(apps, EDITOR)
    assert {"about": publication.about, "policy": publication.policy} == texts


def test_what_was_never_written_makes_no_page(tables):
    publication, pages, apps = tables(name="Quay", default_language="en", about="", policy="")
    moved.make_pages(apps, EDITOR)
    assert (list(pages), publication.footer) == ([], [])
