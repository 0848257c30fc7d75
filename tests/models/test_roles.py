import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection

from articles.apps import after_migrate
from articles.models import immutability
from articles.models.roles import ROLES, grant_roles
from tests.makers import make_editor, make_publisher, make_user, make_writer


def permissions_of(role):
    names = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in names}


@pytest.mark.django_db
def test_the_groups_have_what_is_written_down():
    assert set(Group.objects.values_list("name", flat=True)) == {"Writer", "Editor", "Publisher"}
    assert {role: permissions_of(role) for role in ROLES} == {role: set(p) for role, p in ROLES.items()}


@pytest.mark.django_db
def test_each_role_includes_the_one_before():
    assert permissions_of("Writer") < permissions_of("Editor") < permissions_of("Publisher")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "edits", "classifies", "publishes"),
    [
        (make_user, False, False, False),
        (make_writer, False, False, False),
        (make_editor, True, True, False),
        (make_publisher, True, True, True),
    ],
)
def test_who_may(make, edits, classifies, publishes):
    user = make()
    assert user.has_perm("articles.edit_any_article") is edits
    assert user.has_perm("articles.approve_records") is edits
    assert user.has_perm("articles.classify_article") is classifies
    assert user.has_perm("articles.publish_article") is publishes
    assert user.has_perm("articles.withdraw_article") is publishes


@pytest.mark.django_db
def test_no_role_touches_versions_logs_or_accounts():
    for role in ROLES:
        models = {name.split("_", 1)[1] for name in permissions_of(role)}
        assert not models & {"version", "printedbyline", "revision", "event", "user", "group"}


@pytest.mark.django_db
def test_migrating_again_changes_nothing_and_keeps_what_was_added():
    added = Permission.objects.get(codename="view_user")
    Group.objects.get(name="Writer").permissions.add(added)
    extern = Group.objects.create(name="Translators")
    extern.permissions.add(added)
    before = {g.name: set(g.permissions.all()) for g in Group.objects.all()}
    call_command("migrate", verbosity=0)
    assert {g.name: set(g.permissions.all()) for g in Group.objects.all()} == before
    assert added in before["Writer"]


@pytest.mark.django_db
def test_what_was_lost_comes_back():
    group = Group.objects.get(name="Editor")
    group.permissions.clear()
    Group.objects.get(name="Writer").delete()
    grant_roles(Group.objects.all(), Permission.objects.all())
    assert permissions_of("Editor") == set(ROLES["Editor"])
    assert permissions_of("Writer") == set(ROLES["Writer"])


@pytest.mark.django_db
def test_permissions_missing_yet_are_made_first():
    """After a migration the receivers run in the order of the applications: ours may come before auth's."""
    Permission.objects.filter(content_type__app_label="articles").delete()
    after_migrate(apps.get_app_config("articles"), "default")
    assert permissions_of("Publisher") == set(ROLES["Publisher"])


@pytest.mark.django_db
def test_a_member_keeps_the_role_over_a_migration():
    user = make_editor()
    call_command("migrate", verbosity=0)
    assert user.groups.get().name == "Editor"


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_the_groups_and_they_come_back():
    make_editor()
    Group.objects.create(name="Translators")
    call_command("flush", interactive=False, verbosity=0)
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
    assert {role: permissions_of(role) for role in ROLES} == {role: set(p) for role, p in ROLES.items()}
    assert immutability.installed(connection)
