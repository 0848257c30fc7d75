"""Accounts: what stands under a name keeps the name."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from tests.admin.forms import data_of, words_of
from tests.makers import make_draft, make_editor, make_topic, make_user, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_superuser(superuser, client):
    client.force_login(superuser)
    return client


def refused(client, account):
    address = f"/admin/auth/user/{account.pk}/delete/"
    pages = client.get(address), client.post(address, {"post": "yes"})
    assert User.objects.filter(pk=account.pk).exists()
    for page in pages:
        assert "take the mark off Active instead" in words_of(page)
    return words_of(pages[0])


def test_an_account_that_owns_articles_is_not_deleted(as_superuser):
    writer = make_writer()
    draft = make_draft("Hers", by=writer)
    assert "Hers" in refused(as_superuser, writer)
    draft.refresh_from_db()
    assert draft.owner == writer


def test_an_account_that_changed_records_is_not_deleted_with_their_history(as_superuser, client):
    editor = make_editor()
    other = client.__class__()
    other.force_login(editor)
    address = f"/admin/articles/topic/{make_topic('Ports').pk}/change/"
    other.post(address, data_of(other.get(address), description="Changed.", _save="1"))
    assert "1 line in the history of records" in refused(as_superuser, editor)
    assert LogEntry.objects.filter(user=editor).count() == 1


def test_an_account_with_nothing_to_its_name_is_deleted(as_superuser):
    account = make_user("umut")
    as_superuser.post(f"/admin/auth/user/{account.pk}/delete/", {"post": "yes"})
    assert not User.objects.filter(pk=account.pk).exists()


def test_the_list_of_accounts_deletes_none(as_superuser):
    account = make_user("umut")
    sent = {"action": "delete_selected", "_selected_action": str(account.pk), "post": "yes"}
    page = as_superuser.post("/admin/auth/user/", sent, follow=True)
    assert User.objects.filter(pk=account.pk).exists()
    assert b"delete_selected" not in page.content
