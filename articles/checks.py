from django.core.checks import Error, Tags, register
from django.db import connections

from .models import immutability


@register(Tags.database)
def version_guard(app_configs=None, databases=None, **kwargs):
    """articles.E001: the trigger that keeps versions immutable is missing. Runs on `migrate` and `check --database`."""
    errors = []
    for alias in databases or []:
        connection = connections[alias]
        if immutability.TABLE not in connection.introspection.table_names():
            continue  # Nothing is migrated yet.
        if not immutability.installed(connection):
            errors.append(
                Error(
                    f"The database “{alias}” has lost the trigger that keeps published versions immutable.",
                    hint="Run `manage.py migrate`: it lays the trigger anew, also where no migration is pending.",
                    id="articles.E001",
                )
            )
    return errors
