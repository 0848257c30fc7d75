"""Data leaves and comes back by natural keys; a second load changes nothing, and cannot rewrite what was printed."""

import json

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, transaction

from articles.models import Merge, Pin, Publication, Version, clock
from articles.workflow import (
    COMMAND_LINE,
    change_address,
    create_draft,
    keep_manuscript,
    shape_home,
    take_manuscript,
)
from tests.makers import (
    NOON,
    BylineEntry,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_page,
    make_reinstated_article,
    make_scheduled_article,
    make_series,
    make_superseded_article,
    make_topic,
    utc,
)
from tests.workflow.rows import every_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def dump(tmp_path):
    Publication.objects.create(name="Harbour Institute")
    make_page("İletişim", language="tr")
    renamed = make_topic("Turkey")
    renamed.name = "Türkiye"
    renamed.save()
    disclaimer = make_disclaimer()
    article = make_superseded_article(disclaimer=disclaimer, topics=[renamed])
    disclaimer.wording = "Said otherwise."
    disclaimer.save()
    author = article.bylines.get().author
    author.slug, author.name = "l-arslan", "Leyla Demir"
    author.save()
    Pin.objects.create(topic=renamed, article=article, position=1)
    Merge.objects.create(kind="topic", at=NOON, source="Ankara", target="Türkiye", data={"names": ["Ankara"]})
    change_address(article, "harbours-again", by=COMMAND_LINE)
    make_reinstated_article("Back again")
    make_scheduled_article("Later", at=utc(2036, 5, 2))
    draft = make_draft("Never shown")
    create_draft(by=COMMAND_LINE, title="Two hands", bylines=[BylineEntry(draft.bylines.get().author)])
    draft.previews.create(purpose="For the author", expires_at=utc(2036, 5, 2))
    article.translations.create(article=draft)
    make_series(articles=[draft, article])
    draft.relations.create(type="replies", target=article)
    led = make_live_article("Led by a picture", lead_image=make_image())
    led.figures.create(image=led.lead_image)
    shape_home(lead=(led, "Look."), topics=[led.topics.get()], by=COMMAND_LINE)
    draft.comments.create(number=1, at=clock.now(), by_name="Defne", text="Shorter, please.")
    keep_manuscript(take_manuscript(b"Words.", by=COMMAND_LINE, name="a.txt"), draft, by=COMMAND_LINE)
    path = tmp_path / "all.json"
    call_command(
        *("dumpdata", "articles"),
        natural_foreign=True,
        natural_primary=True,
        indent=1,
        output=str(path),
        verbosity=0,
    )
    return path


def test_no_primary_key_is_written(dump):
    rows = json.loads(dump.read_text(encoding="utf-8"))
    assert {row["model"] for row in rows} == {
        m._meta.label_lower for m in apps.get_app_config("articles").get_models()
    }
    assert [row for row in rows if "pk" in row] == []


def test_a_second_load_changes_nothing(dump):
    before = every_row()
    call_command("loaddata", str(dump), verbosity=0)
    assert every_row() == before


def test_a_load_does_not_rewrite_what_was_printed(dump):
    before = every_row()
    text = dump.read_text(encoding="utf-8")
    changed = json.loads(text)
    next(row for row in changed if row["model"] == "articles.version")["fields"]["title"] = "Quick harbours"
    dump.write_text(json.dumps(changed), encoding="utf-8")
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic():
        call_command("loaddata", str(dump), verbosity=0)
    assert every_row() == before


@pytest.mark.django_db(transaction=True)
def test_what_was_dumped_fills_an_empty_database(dump):
    versions = list(Version.objects.order_by("uid").values("uid", "title", "body", "bylines", "published_at"))
    call_command("flush", interactive=False, verbosity=0)
    assert not Version.objects.exists()
    call_command("loaddata", str(dump), verbosity=0)
    assert (
        list(Version.objects.order_by("uid").values("uid", "title", "body", "bylines", "published_at"))
        == versions
    )
    again = dump.with_name("again.json")
    call_command(
        *("dumpdata", "articles"),
        natural_foreign=True,
        natural_primary=True,
        indent=1,
        output=str(again),
        verbosity=0,
    )
    assert _rows(again) == _rows(dump)


def _rows(path):
    """Rows without an order of their own come in the order of their keys; each is compared whole."""
    return sorted(json.dumps(row, sort_keys=True) for row in json.loads(path.read_text(encoding="utf-8")))
