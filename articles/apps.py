from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Publishing")

    def ready(self):
        from . import checks  # noqa: F401 - registers the system checks

        pre_migrate.connect(before_migrate, sender=self)
        post_migrate.connect(after_migrate, sender=self)


def before_migrate(sender, using, plan=(), **kwargs):
    """Take the guard away while tables change; `after_migrate` lays it anew, as the table is then."""
    from django.db import connections

    from .models import immutability

    if plan:
        immutability.remove(connections[using])


def after_migrate(sender, using, verbosity=1, interactive=False, **kwargs):
    """Lay what the tables alone do not hold: the guard over versions, and the groups with their permissions.

    Runs after each migration and each flush (a flush empties the groups), and changes nothing when all is there.
    """
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission
    from django.db import connections

    from .models import immutability, roles

    immutability.install(connections[using])
    if sender.models_module is None or not _has_table(connections[using], Group):
        return
    # Receivers run in the order of INSTALLED_APPS: without this the permissions may not be there yet.
    create_permissions(sender, using=using, verbosity=0, interactive=False)
    roles.grant_roles(Group.objects.using(using), Permission.objects.using(using))


def _has_table(connection, model):
    return model._meta.db_table in connection.introspection.table_names()
