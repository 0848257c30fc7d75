"""An empty database that stands in for the real one and is gone afterwards."""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper


@contextmanager
def scratch_database():
    """Within this, the default database is a migrated SQLite database in memory; the user's own is out of reach."""
    real = connections[DEFAULT_DB_ALIAS]
    in_memory = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "OPTIONS": {}}
    connections[DEFAULT_DB_ALIAS] = DatabaseWrapper({**real.settings_dict, **in_memory}, DEFAULT_DB_ALIAS)
    # Keyed by alias and by the primary keys of one database.
    ContentType.objects.clear_cache()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections[DEFAULT_DB_ALIAS] = real
        ContentType.objects.clear_cache()
