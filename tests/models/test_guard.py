"""The database's own guard, for what does not pass through our code."""

import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from articles.apps import after_migrate, before_migrate
from articles.models import Version, clock, immutability
from tests.makers import make_live_article, make_scheduled_article, make_superseded_article, utc

pytestmark = pytest.mark.django_db

OTHER = {
    "BigAutoField": 999_999,
    "UUIDField": uuid.UUID(int=1),
    "PositiveIntegerField": 4711,
    "CharField": "changed",
    "TextField": "changed",
    "JSONField": ["changed"],
    "DateTimeField": utc(2001, 1, 1),
}
FIELDS = {field.column: field for field in Version._meta.concrete_fields}


def raw_update(column, value, pk):
    with transaction.atomic(), connection.cursor() as cursor:
        column = connection.ops.quote_name(column)
        cursor.execute(f"UPDATE articles_version SET {column} = %s WHERE id = %s", [value, pk])


def other_value(field):
    value = 999_999 if field.is_relation else OTHER[field.get_internal_type()]
    return field.get_db_prep_save(value, connection)


def test_the_columns_tried_here_are_those_of_the_table():
    with connection.cursor() as cursor:
        table = connection.introspection.get_table_description(cursor, "articles_version")
    assert {column.name for column in table} == set(FIELDS)
    assert set(FIELDS) > immutability.MOVABLE


@pytest.mark.parametrize("make", [make_live_article, lambda: make_scheduled_article(at=utc(2036, 1, 1))])
@pytest.mark.parametrize("column", sorted(set(FIELDS) - {"superseded_at"}))
def test_a_changed_value_is_refused(column, make):
    make()
    before = Version.objects.values().get()
    with pytest.raises(IntegrityError, match="a published version is immutable"):
        raw_update(column, other_value(FIELDS[column]), before["id"])
    assert Version.objects.values().get() == before


def test_setting_and_emptying_a_nullable_column_are_changes():
    article = make_superseded_article()
    first, second = article.versions.order_by("number")
    assert (first.updated_at, second.updated_at is None) == (None, False)
    with pytest.raises(IntegrityError, match="immutable"):
        raw_update("updated_at", None, second.pk)


def test_the_end_of_a_version_moves():
    version = make_live_article().versions.get()
    end = FIELDS["superseded_at"].get_db_prep_save(utc(2036, 1, 1), connection)
    raw_update("superseded_at", end, version.pk)
    assert Version.objects.get().superseded_at == utc(2036, 1, 1)


def test_an_update_that_changes_nothing_passes():
    """A second `loaddata` writes every row again."""
    make_superseded_article()
    before = list(Version.objects.values())
    with connection.cursor() as cursor:
        names = [connection.ops.quote_name(column) for column in FIELDS]
        cursor.execute(f"UPDATE articles_version SET {', '.join(f'{n} = {n}' for n in names)}")
        assert cursor.rowcount == 2
    for version in Version.objects.all():
        version.save_base(raw=True, force_update=True)
    assert list(Version.objects.values()) == before


def test_a_serialized_change_is_refused():
    version = make_live_article().versions.get()
    version.title = "Quick harbours"
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic():
        version.save_base(raw=True)


def test_the_plain_queryset_is_stopped_too():
    version = make_live_article().versions.get()
    version.title = "Quick harbours"
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic():
        models.QuerySet(Version).update(title="Quick harbours")
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic():
        models.QuerySet(Version).bulk_create(
            [version], update_conflicts=True, unique_fields=["id"], update_fields=["title"]
        )


def test_the_guard_looks_at_no_clock():
    """Restored backups and archives brought along pass through it with dates of any age."""
    with clock.fixed(utc(1999, 5, 3)):
        version = make_live_article().versions.get()
        with pytest.raises(IntegrityError, match="immutable"):
            raw_update("title", "changed", version.pk)
    with clock.fixed(utc(2099, 5, 3)), pytest.raises(IntegrityError, match="immutable"):
        raw_update("title", "changed", version.pk)


def test_laying_it_again_changes_nothing():
    version = make_live_article().versions.get()
    for _ in range(2):
        immutability.install(connection)
    with pytest.raises(IntegrityError, match="immutable"):
        raw_update("title", "changed", version.pk)


def test_a_guard_that_misses_a_column_is_not_the_guard():
    with connection.cursor() as cursor:
        for statement in immutability.STATEMENTS[connection.vendor]([connection.ops.quote_name("title")]):
            cursor.execute(statement)
    assert not immutability.installed(connection)
    immutability.install(connection)
    assert immutability.installed(connection)


def test_the_guard_is_away_while_tables_change():
    sender = apps.get_app_config("articles")
    before_migrate(sender, using="default", plan=[])
    assert immutability.installed(connection)
    before_migrate(sender, using="default", plan=[("a migration", False)])
    assert not immutability.installed(connection)
    after_migrate(sender, using="default")
    assert immutability.installed(connection)
