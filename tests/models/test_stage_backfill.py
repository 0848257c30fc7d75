"""Articles from before there were stages."""

import datetime
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Article, Stage, clock
from tests.makers import make_change, make_draft, make_live_article, make_scheduled_article

pytestmark = pytest.mark.django_db
backfill = import_module("articles.migrations.0003_stage_of_what_is_public")


def test_only_what_says_what_readers_see_or_will_see_is_approved():
    tomorrow = clock.now() + datetime.timedelta(days=1)
    articles = {
        "draft": make_draft("Draft"),
        "live": make_live_article("Live"),
        "changed": make_change(make_live_article("Changed")),
        "scheduled": make_scheduled_article("Scheduled", at=tomorrow),
    }
    Article.objects.update(stage=Stage.DRAFTING, stage_since=tomorrow)
    backfill.approve_what_is_public(apps, SimpleNamespace(connection=connection))
    for article in articles.values():
        article.refresh_from_db()
    assert {name: article.stage for name, article in articles.items()} == {
        "draft": Stage.DRAFTING,
        "live": Stage.APPROVED,
        "changed": Stage.DRAFTING,
        "scheduled": Stage.APPROVED,
    }
    assert articles["draft"].stage_since == articles["draft"].modified_at
