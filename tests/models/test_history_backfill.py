"""Revisions and lines of the log from before they said what they were about."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.models import Event, Revision
from articles.workflow import COMMAND_LINE, classify, correct, restore_revision
from tests.makers import make_change, make_disclaimer, make_draft, make_live_article, make_topic

pytestmark = pytest.mark.django_db
migration = import_module("articles.migrations.0006_history_and_previews")


def test_what_was_said_in_words_becomes_columns_and_the_rest_stays():
    article = make_change(make_live_article(disclaimer=make_disclaimer()), title="Quick harbours")
    correct(article, by=COMMAND_LINE)
    restore_revision(article, 2, by=COMMAND_LINE)
    classify(article, [make_topic("Energy")], by=COMMAND_LINE)
    naming = Event.objects.filter(action__in=["created", *migration.NAMING]).order_by("pk")
    events = list(naming.values_list("action", "revision"))
    revisions = list(Revision.objects.order_by("pk").values("changed", "data", "content_hash"))
    assert ("correcting", 2) in events
    assert ["body", "title"] in [row["changed"] for row in revisions]
    assert revisions[0]["data"]["named"]["topics"] == {"maritime-security": "Maritime security"}

    naming.update(revision=None)
    for revision in Revision.objects.all():
        del revision.data["named"]
        revision.changed = []
        revision.save()
    where = apps, SimpleNamespace(connection=connection)
    migration.number_events(*where)
    migration.describe_revisions(*where)

    assert list(naming.values_list("action", "revision")) == events
    assert list(Revision.objects.order_by("pk").values("changed", "data", "content_hash")) == revisions


def test_a_revision_of_records_that_are_gone_is_kept():
    article = make_draft(topics=[make_topic("Energy")])
    revision = article.revisions.get()
    revision.data = revision.data | {"disclaimer": ["Gone", "en"], "topics": ["gone"]}
    del revision.data["named"]
    revision.save()
    migration.describe_revisions(apps, SimpleNamespace(connection=connection))
    revision.refresh_from_db()
    assert revision.data["disclaimer"] == ["Gone", "en"]
    assert (revision.data["named"]["disclaimer"], revision.data["named"]["topics"]) == (None, {})
