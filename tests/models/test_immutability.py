"""A version does not change in code, whichever door is tried."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import ImmutableError, PrintedByline, Version, clock
from articles.workflow import COMMAND_LINE, publish
from tests.makers import make_change, make_live_article, make_scheduled_article, make_superseded_article, utc

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return make_live_article().versions.get()


def test_a_version_is_not_saved_again(version):
    version.title = "Quick harbours"
    for arguments in ({}, {"update_fields": ["title"]}, {"force_update": True}, {"force_insert": True}):
        with pytest.raises(ImmutableError):
            version.save(**arguments)
    assert Version.objects.get().title == "Slow harbours"


def test_a_copy_with_the_same_key_is_an_insert_and_fails(version):
    fields = {f.attname: getattr(version, f.attname) for f in Version._meta.concrete_fields}
    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        Version(**fields | {"title": "Quick harbours"}).save()
    assert Version.objects.get().title == "Slow harbours"


def test_a_version_is_not_deleted(version):
    with pytest.raises(ImmutableError):
        version.delete()
    assert Version.objects.exists()


QUERYSETS = {
    "objects": lambda v: Version.objects.filter(pk=v.pk),
    "_default_manager": lambda v: Version._default_manager.all(),
    "_base_manager": lambda v: Version._base_manager.all(),
    "article.versions": lambda v: v.article.versions.all(),
    "article.versions, live": lambda v: v.article.versions.live(clock.now()),
    "bylines": lambda v: PrintedByline.objects.all(),
    "bylines, _base_manager": lambda v: PrintedByline._base_manager.all(),
    "version.printed_bylines": lambda v: v.printed_bylines.all(),
    "author.printed_bylines": lambda v: v.printed_bylines.get().author.printed_bylines.all(),
}
ACTS = {
    "update": lambda rows: rows.update(first_published_at=utc(2001, 1, 1)),
    "delete": lambda rows: rows.delete(),
    "bulk_update": lambda rows: rows.bulk_update(list(rows), ["first_published_at"]),
    "update_or_create": lambda rows: rows.update_or_create(
        pk=rows.get().pk, defaults={"first_published_at": utc(2001, 1, 1)}
    ),
    "bulk_create": lambda rows: rows.bulk_create(
        list(rows), update_conflicts=True, unique_fields=["id"], update_fields=["first_published_at"]
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("queryset", QUERYSETS.values(), ids=QUERYSETS)
def test_no_queryset_changes_rows(version, queryset, act):
    before = list(queryset(version).values())
    with pytest.raises(ImmutableError), transaction.atomic():
        act(queryset(version))
    assert before
    assert list(queryset(version).values()) == before


def test_the_managers_offer_no_delete_either(version):
    for manager in (Version.objects, version.article.versions, PrintedByline.objects):
        with pytest.raises(ImmutableError):
            manager.delete()


def test_a_version_does_not_move_to_another_article(version):
    other = make_live_article("Other shores")
    with pytest.raises(ImmutableError):
        other.versions.add(version)
    assert Version.objects.get(pk=version.pk).article != other


def test_a_printed_byline_does_not_change(version):
    line = version.printed_bylines.get()
    line.position = 5
    with pytest.raises(ImmutableError):
        line.save()
    with pytest.raises(ImmutableError):
        line.delete()
    assert PrintedByline.objects.get().position == 1


def test_even_the_end_of_a_version_moves_by_the_workflow_only(version):
    with pytest.raises(ImmutableError):
        Version.objects.bulk_create(
            [version], update_conflicts=True, unique_fields=["id"], update_fields=["superseded_at"]
        )


def test_superseding_moves_the_end_and_nothing_else(version):
    before = Version.objects.values().get()
    end = utc(2036, 1, 1)
    version.supersede(end)
    assert Version.objects.values().get() == before | {"superseded_at": end}


def test_a_version_does_not_end_before_it_begins(version):
    with pytest.raises(IntegrityError), transaction.atomic():
        version.supersede(utc(2001, 1, 1))


def test_one_version_of_an_article_has_an_open_end():
    article = make_superseded_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        article.versions.get(number=1).supersede(clock.OPEN_END)


def test_only_what_nobody_has_read_is_cancelled():
    friday = utc(2036, 5, 2)
    waiting = make_scheduled_article(at=friday).versions.get()
    with pytest.raises(ImmutableError):
        waiting.cancel(friday)
    assert Version.objects.exists()
    waiting.cancel(utc(2036, 5, 1))
    assert not Version.objects.exists()
    assert not PrintedByline.objects.exists()


def test_what_is_public_is_not_cancelled_by_a_changed_copy_in_memory(version):
    version.published_at = utc(2036, 5, 2)
    with pytest.raises(ImmutableError):
        version.cancel(clock.now())
    assert Version.objects.exists()
    assert PrintedByline.objects.exists()


def test_the_name_of_a_version_is_the_same_on_every_machine():
    article = make_superseded_article()
    one, two = article.versions.order_by("number")
    assert one.uid != two.uid
    assert one.uid.version == 5
    before = {v.number: v.uid for v in (one, two)}
    publish(make_change(article), by=COMMAND_LINE, reason="minor")
    assert {v.number: v.uid for v in article.versions.filter(number__lt=3)} == before
