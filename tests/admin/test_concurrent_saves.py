"""Two people, several windows, all saving at once. The whole of it, over HTTP and with kill -9: benchmarks/saves.py."""

import pytest
from django.db import connection
from django.test import Client

from tests.admin import saving
from tests.makers import make_publisher


class Window:
    """A browser that asks in this process."""

    def __init__(self, user):
        self.client = Client(raise_request_exception=False)
        self.client.force_login(user)

    def get(self, path):
        response = self.client.get(path)
        return saving.Answer(response.status_code, response.content.decode())

    def post(self, path, data):
        response = self.client.post(path, data)
        return saving.Answer(response.status_code, response.content.decode())

    def close(self):
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_of_what_many_save_at_once_nothing_acknowledged_is_gone():
    saving.cast(articles=2)
    users = [make_publisher("priya"), make_publisher("fatma")]
    ledger = saving.Ledger()
    editors = [saving.Editor(Window(users[number % 2]), ledger, number) for number in range(4)]
    threads, broken = saving.work_at_once(editors, 12)
    for thread in threads:
        thread.join()
    assert not broken
    assert ledger.errors() == 0, ledger.told
    assert ledger.total("acknowledged") >= 20, ledger.told
    assert saving.lost(ledger) == set()
    assert saving.half_written() == []
