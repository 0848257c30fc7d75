"""The guard disappears when SQLite remakes the table; the check sees it, and `migrate` lays it anew."""

import pytest
from django.core import checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, connection, models, transaction

from articles.models import Version, immutability
from tests.makers import make_live_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version():
    return make_live_article().versions.get()


@pytest.fixture(autouse=True)
def _guard_stands_again():
    yield
    immutability.install(connection)


def complaints():
    return [error.id for error in checks.run_checks(databases=["default"], tags=[checks.Tags.database])]


def drop_guard():
    with connection.cursor() as cursor:
        cursor.execute(immutability.DROP[connection.vendor])


def refuses(column="title", value="changed"):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE articles_version SET {column} = %s", [value])
            transaction.set_rollback(True)
    except IntegrityError as error:
        return "immutable" in str(error)
    return False


@pytest.fixture
def added_column():
    """A field added as a migration adds it, with a default: for this SQLite makes the table anew."""
    field = models.IntegerField(default=0)
    field.set_attributes_from_name("shelf")
    with connection.schema_editor() as editor:
        editor.add_field(Version, field)
    yield field.column
    drop_guard()  # SQLite drops no column a trigger names
    with connection.schema_editor() as editor:
        editor.remove_field(Version, field)


def test_all_migrations_leave_it_standing(version):
    assert immutability.installed(connection)
    assert complaints() == []
    assert refuses()


def test_a_lost_guard_is_seen_and_laid_anew_by_migrate(version):
    drop_guard()
    assert not refuses()
    assert complaints() == ["articles.E001"]
    with pytest.raises(SystemCheckError, match=r"articles\.E001"):
        call_command("check", databases=["default"])
    call_command("migrate", verbosity=0, skip_checks=True)
    assert complaints() == []
    assert refuses()


def test_migrate_is_not_kept_from_mending_by_the_check(version, capsys):
    drop_guard()
    call_command("migrate", verbosity=0)
    assert refuses()


def test_the_hint_tells_what_to_do():
    drop_guard()
    (error,) = checks.run_checks(databases=["default"], tags=[checks.Tags.database])
    assert "migrate" in error.hint


def test_the_check_asks_no_database_unasked():
    drop_guard()
    assert [e for e in checks.run_checks() if e.id == "articles.E001"] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps triggers when a column is added")
def test_a_remade_table_loses_it_and_the_check_says_so(version, added_column):
    assert not immutability.installed(connection)
    assert complaints() == ["articles.E001"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL can switch a trigger off")
def test_a_guard_switched_off_counts_as_lost(version):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE articles_version DISABLE TRIGGER {immutability.TRIGGER}")
    assert complaints() == ["articles.E001"]


def test_a_new_column_is_guarded_after_migrate(version, added_column):
    call_command("migrate", verbosity=0)
    assert complaints() == []
    assert refuses()
    assert refuses(added_column, 1)


def test_a_column_can_grow_while_the_guard_stands(version):
    """On PostgreSQL a column named in a trigger's WHEN could not change its type."""
    old = Version._meta.get_field("originally_at")
    wider = models.CharField(max_length=400, blank=True)
    wider.set_attributes_from_name("originally_at")
    wider.model = Version
    for before, after in ((old, wider), (wider, old)):
        with connection.schema_editor() as editor:
            editor.alter_field(Version, before, after, strict=True)
    call_command("migrate", verbosity=0)
    assert refuses()


def test_lifted_it_lets_through_and_is_back(version):
    with transaction.atomic(), immutability.lifted(connection):
        assert not refuses()
    assert refuses()


def test_lifted_only_inside_a_transaction(version):
    with pytest.raises(RuntimeError, match="transaction"), immutability.lifted(connection):
        pytest.fail("It was lifted with nothing to fall back on.")
    assert refuses()


def test_back_after_an_error_the_caller_survives(version):
    with transaction.atomic():
        with pytest.raises(KeyError), immutability.lifted(connection):
            raise KeyError("shelf")
        assert immutability.installed(connection)
    assert refuses()


def test_back_after_an_error_of_the_database_which_is_told_as_it_was(version):
    with transaction.atomic():
        with (
            pytest.raises(IntegrityError, match="number"),
            immutability.lifted(connection),
            connection.cursor() as cursor,
        ):
            cursor.execute("UPDATE articles_version SET title = 'changed', number = 0")
        assert Version.objects.get().title == "Slow harbours"
    assert refuses()
