"""`manage.py demo_accounts`: a writer, an editor and a publisher to try the desk with, on this machine only."""

import os
import secrets
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from articles.management.demo import PEOPLE
from articles.models import Article

GROUPS = {"writer": "Writer", "editor": "Editor", "publisher": "Publisher"}
LOCAL_HOSTS = {"127.0.0.1", "localhost", "::1"}


class Command(BaseCommand):
    help = "Make or mend the demo's accounts (writer, editor, publisher) and print their passwords."

    def handle(self, *args, **options):
        if urlsplit(settings.SITE_URL).hostname not in LOCAL_HOSTS:
            raise CommandError(
                f"The demo's accounts are for a demo on this machine, and this site is {settings.SITE_URL}."
            )
        file = settings.VAR_DIR / "demo-accounts.txt"
        kept = read_passwords(file)
        if has_accounts_of_its_own():
            passwords = {name: password for name, password in kept.items() if signs_in(name, password)}
        else:
            with transaction.atomic():
                passwords = {name: ensure_account(name, kept.get(name)) for name in GROUPS}
                give_drafts_to_the_writer()
            if passwords != kept:
                write_passwords(file, passwords)
        if not passwords:
            self.stdout.write("This database has accounts of its own: none was made or changed.")
            return
        self.stdout.write(f"Accounts of the demo, kept in {file.relative_to(settings.BASE_DIR)}:")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<10} {password}")


def has_accounts_of_its_own() -> bool:
    """Somebody else works here: a name we know may be theirs, and a publisher's password is not to be printed."""
    users = get_user_model().objects
    return users.exclude(username__in=GROUPS).exists() or users.filter(is_superuser=True).exists()


def signs_in(name: str, password: str) -> bool:
    user = get_user_model().objects.filter(username=name, is_active=True).first()
    return user is not None and user.check_password(password)


def give_drafts_to_the_writer() -> None:
    """A fixture holds no accounts, so its drafts are nobody's, and the writer's desk would be empty."""
    drafts = Article.objects.filter(owner=None, versions=None)
    drafts.update(owner=get_user_model().objects.get(username="writer"))


def ensure_account(name: str, kept: str | None) -> str:
    """The password of the account, which is made where it is missing and gets a new one where the kept one fails."""
    try:
        group = Group.objects.get(name=GROUPS[name])
    except Group.DoesNotExist:
        raise CommandError(f"There is no group {GROUPS[name]} yet. Run manage.py migrate first.") from None
    user, _ = get_user_model().objects.get_or_create(username=name)
    password = kept
    if not (kept and user.check_password(kept)):
        password = secrets.token_urlsafe(12)
        user.set_password(password)
    person = PEOPLE[name]
    if not user.get_full_name():
        user.first_name, user.last_name = person.first_name, person.last_name
    user.email = user.email or f"{name}@thinktank.example"
    user.is_staff = user.is_active = True
    user.save()
    user.groups.set([group])
    return password


def read_passwords(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    pairs = (line.split() for line in file.read_text().splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def write_passwords(file: Path, passwords: dict[str, str]) -> None:
    """Whole or not at all, and never readable by others: mkstemp makes files of mode 0600."""
    file.parent.mkdir(exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=file.parent)
    with open(descriptor, "w") as opened:
        opened.writelines(f"{name} {password}\n" for name, password in passwords.items())
    os.replace(draft, file)
