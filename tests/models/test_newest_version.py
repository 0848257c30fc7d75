"""What an article remembers of its newest version, and the lists that ask for it."""

import datetime
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Article, clock
from tests.makers import (
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_withdrawn_article,
)

pytestmark = pytest.mark.django_db
backfill = import_module("articles.migrations.0005_desk_lists")


@pytest.fixture
def one_of_each():
    tomorrow = clock.now() + datetime.timedelta(days=1)
    make_draft("Draft")
    make_live_article("Live")
    make_change(make_live_article("Changed"))
    make_scheduled_article("Scheduled", at=tomorrow)
    make_change(make_withdrawn_article("Withdrawn"))


def hashes():
    return dict(Article.objects.values_list("title", "version_hash"))


def test_articles_from_before_the_column_are_given_what_the_workflow_writes(one_of_each):
    written = hashes()
    Article.objects.update(version_hash="wrong")
    backfill.keep_newest_hash(apps, SimpleNamespace(connection=connection))
    assert hashes() == written
    assert written["Draft"] == ""
    assert all(written[title] for title in ("Live", "Changed", "Scheduled", "Withdrawn"))


def test_each_list_holds_what_its_name_says(one_of_each):
    now = clock.now()
    articles = Article.objects
    lists = {
        "drafts": articles.drafts(),
        "scheduled": articles.scheduled(now),
        "live": articles.live(now),
        "changed": articles.changed(now),
        "withdrawn": articles.withdrawn(now),
    }
    assert {name: {article.title for article in found} for name, found in lists.items()} == {
        "drafts": {"Draft"},
        "scheduled": {"Scheduled"},
        "live": {"Live", "Changed"},
        "changed": {"Changed"},
        "withdrawn": {"Withdrawn"},
    }
