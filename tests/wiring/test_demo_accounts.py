import stat
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

from tests.makers import make_draft, make_live_article

NAMES = ["editor", "publisher", "writer"]


@pytest.fixture
def accounts(settings, tmp_path, db):
    """The command, with its file in a folder of the test's own; gives the passwords it printed."""
    settings.BASE_DIR, settings.VAR_DIR = tmp_path, tmp_path / "var"
    settings.SITE_URL = "http://127.0.0.1:8000"

    def accounts():
        call_command("demo_accounts", stdout=(out := StringIO()))
        return dict(line.split() for line in out.getvalue().splitlines()[1:])

    accounts.file = tmp_path / "var" / "demo-accounts.txt"
    return accounts


def test_three_accounts_of_the_desk_can_sign_in_with_what_was_printed(accounts):
    passwords = accounts()
    assert sorted(passwords) == NAMES
    for name, password in passwords.items():
        user = authenticate(username=name, password=password)
        assert user.is_staff
        assert not user.is_superuser
        assert [group.name.lower() for group in user.groups.all()] == [name]


def test_they_bear_the_names_of_the_demos_log_and_get_its_letters(accounts):
    accounts()
    people = dict(User.objects.values_list("email", "first_name"))
    assert people == {
        "writer@thinktank.example": "Deniz",
        "editor@thinktank.example": "Ece",
        "publisher@thinktank.example": "Mert",
    }


def test_passwords_differ_and_are_kept_for_their_owner_alone(accounts):
    passwords = accounts()
    assert len(set(passwords.values())) == 3
    assert min(map(len, passwords.values())) >= 16
    assert stat.S_IMODE(accounts.file.stat().st_mode) == 0o600
    assert dict(line.split() for line in accounts.file.read_text().splitlines()) == passwords


def test_a_second_start_prints_the_same(accounts):
    first = accounts()
    before = accounts.file.stat().st_mtime_ns
    assert accounts() == first
    assert accounts.file.stat().st_mtime_ns == before
    assert User.objects.count() == 3


def test_a_lost_file_gives_new_passwords(accounts):
    first = accounts()
    accounts.file.unlink()
    second = accounts()
    assert not set(first.values()) & set(second.values())
    assert authenticate(username="editor", password=second["editor"])


def test_a_new_database_beside_an_old_file_prints_passwords_that_work(accounts):
    accounts()
    User.objects.all().delete()
    assert authenticate(username="writer", password=accounts()["writer"])


def test_it_refuses_outside_a_demo_and_makes_nothing(accounts, settings):
    settings.SITE_URL = "https://tank.example"
    with pytest.raises(CommandError, match="for a demo on this machine"):
        accounts()
    assert not User.objects.exists()
    assert not accounts.file.exists()


def test_without_the_groups_it_says_what_to_do(accounts):
    Group.objects.filter(name="Publisher").delete()
    with pytest.raises(CommandError, match=r"no group Publisher yet. Run manage\.py migrate"):
        accounts()
    assert not User.objects.exists()


def test_in_a_database_with_accounts_of_its_own_nothing_is_made_or_changed(accounts):
    User.objects.create_superuser("publisher", password="a real one, kept")
    off = User.objects.create_user("editor", password="also real", is_active=False)
    assert accounts() == {}
    assert authenticate(username="publisher", password="a real one, kept").is_superuser
    off.refresh_from_db()
    assert (off.is_active, off.is_staff, off.groups.count()) == (False, False, 0)
    assert not User.objects.filter(username="writer").exists()
    assert not accounts.file.exists()


def test_the_demo_s_passwords_are_still_printed_beside_an_administrator(accounts):
    first = accounts()
    User.objects.create_superuser("root", password="a real one, kept")
    assert accounts() == first


def test_drafts_of_the_fixture_become_the_writer_s(accounts):
    draft, live = make_draft("Not yet"), make_live_article("Long since")
    accounts()
    draft.refresh_from_db()
    live.refresh_from_db()
    assert draft.owner.username == "writer"
    assert live.owner is None
