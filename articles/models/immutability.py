"""What keeps versions as they were: in code, and by a guard of the database's own.

The guard refuses a changed value in any column but `superseded_at`. It looks at no clock and lets an UPDATE pass
that changes nothing (a second `loaddata` writes every row again). Django remakes a table on SQLite when a field is
added and drops its triggers without a word; so the trigger is laid anew after each migration, and a system check
looks for it.
"""

from contextlib import contextmanager

from django.db import models, transaction

TABLE = "articles_version"
TRIGGER = "articles_version_immutable"
MOVABLE = {"superseded_at"}
MESSAGE = "a published version is immutable"


class ImmutableError(TypeError):
    """Someone tried to change what readers have seen. Publish another version instead."""


class ImmutableQuerySet(models.QuerySet):
    def update(self, **values):
        raise ImmutableError(f"{self.model.__name__} rows are not updated; publish another version.")

    def delete(self):
        raise ImmutableError(f"{self.model.__name__} rows are not deleted.")

    def bulk_create(self, objs, *, update_conflicts=False, **kwargs):
        if update_conflicts:
            raise ImmutableError(f"{self.model.__name__} rows are not updated; publish another version.")
        return super().bulk_create(objs, **kwargs)


def install(connection):
    """Lay the trigger anew from the columns the table has now. Does nothing where the table is not there yet."""
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        with transaction.atomic(using=connection.alias):
            for statement in STATEMENTS[connection.vendor](_guarded(connection, cursor)):
                cursor.execute(statement)


def remove(connection):
    """Before a migration: SQLite refuses to drop a column that a trigger names."""
    with connection.cursor() as cursor:
        if TABLE in connection.introspection.table_names(cursor):
            cursor.execute(DROP[connection.vendor])


def installed(connection):
    """Whether the trigger is there and guards each column the table has now."""
    with connection.cursor() as cursor:
        cursor.execute(LOOK_UP[connection.vendor], [TRIGGER])
        row = cursor.fetchone()
        return row is not None and all(f"OLD.{c} " in row[0] for c in _guarded(connection, cursor))


def _guarded(connection, cursor):
    columns = connection.introspection.get_table_description(cursor, TABLE)
    return [connection.ops.quote_name(c.name) for c in columns if c.name not in MOVABLE]


@contextmanager
def lifted(connection):
    """For commands that mend stored versions, inside their own transaction: the guard is back when it ends."""
    if not connection.in_atomic_block:
        raise RuntimeError("Lift the guard inside a transaction only.")
    # A savepoint: after an error it brings the guard back too, also where PostgreSQL would accept no CREATE.
    with transaction.atomic(using=connection.alias):
        with connection.cursor() as cursor:
            cursor.execute(DROP[connection.vendor])
        yield
        install(connection)


def _sqlite(columns):
    changed = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    return [
        DROP["sqlite"],
        f"CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON {TABLE} WHEN {changed} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    ]


def _postgresql(columns):
    # The comparison stands in the function's body: in the trigger's WHEN it would make later changes of a
    # column's type impossible.
    changed = " OR ".join(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in columns)
    return [
        f"CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger AS $$ BEGIN IF {changed} THEN "
        f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN NEW; END $$ LANGUAGE plpgsql",
        DROP["postgresql"],
        f"CREATE TRIGGER {TRIGGER} BEFORE UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TRIGGER}()",
    ]


STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}
DROP = {
    "sqlite": f"DROP TRIGGER IF EXISTS {TRIGGER}",
    "postgresql": f"DROP TRIGGER IF EXISTS {TRIGGER} ON {TABLE}",
}
LOOK_UP = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = %s",
    "postgresql": "SELECT prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
    "WHERE tgname = %s AND tgenabled <> 'D'",
}
