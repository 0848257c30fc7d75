#!/usr/bin/env python3
"""Whether a save that was acknowledged can be lost: many editors at once, and a server that is killed.

    .venv/bin/python benchmarks/saves.py [--saves 1000] [--threads 8] [--rounds 20] [--postgres postgres://user@host]

Starts granian on a scratch database (SQLite in a temporary folder, or a PostgreSQL database of its own, which it drops).
First `--threads` windows of two users save articles, authors, topics, schedules and lists over HTTP; then, `--rounds`
times, the server gets kill -9 while they save. It exits with 1 where an acknowledged save is gone or half written, or
where the server answered with an error of its own.
"""

import argparse
import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder, database(folder, options.postgres) as url:
        prepare(folder, url)
        failed = [run_at_once(options, folder), run_killed(options, folder)]
        from django.db import connections

        connections.close_all()
    sys.exit(any(failed))


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--saves", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=20, help="how often the server is killed")
    parser.add_argument("--postgres", help="the address of a PostgreSQL server, without a database")
    return parser.parse_args()


# -- What is measured ---------------------------------------------------------------------------------------


def run_at_once(options, folder):
    from tests.admin import saving

    ledger, started = saving.Ledger(), time.perf_counter()
    with server(folder) as port:
        threads, broken = saving.work_at_once(
            editors(options.threads, ledger, port, 0), options.saves // options.threads
        )
        for thread in threads:
            thread.join()
    taken = time.perf_counter() - started
    print(f"\n{options.saves} saves by {options.threads} windows of two users in {taken:.0f} s")
    for (act, said), count in sorted(ledger.told.items()):
        print(f"  {act:<20}{said:<14}{count:>6}")
    return judge(ledger, broken)


def run_killed(options, folder):
    from tests.admin import saving

    ledger, broken, pauses = saving.Ledger(), [], random.Random(1)  # noqa: S311
    for number in range(options.rounds):
        with server(folder, killed=True) as port:
            threads, wrong = saving.work_at_once(
                editors(4, ledger, port, 1000 * (number + 1)), 10_000, ["write", "name", "sign"]
            )
            wait_for_saves(ledger, 5)
            time.sleep(pauses.uniform(0, 1))
        for thread in threads:
            thread.join()
        broken += wrong
    print(f"\nkill -9 during saves, {options.rounds} rounds")
    return judge(ledger, broken)


def wait_for_saves(ledger, count):
    """On a busy machine the server may take longer to wake than it is given to live."""
    before, patience = ledger.total("acknowledged"), time.monotonic() + 30
    while ledger.total("acknowledged") < before + count and time.monotonic() < patience:
        time.sleep(0.02)


def judge(ledger, broken):
    from tests.admin import saving

    gone, halves = saving.lost(ledger), saving.half_written()
    told = [("acknowledged", ledger.total("acknowledged")), ("refused (409)", ledger.total("refused"))]
    told += [
        ("knowingly saved over another's", len(ledger.over)),
        ("errors of the server (5xx)", ledger.errors()),
    ]
    told += [("acknowledged and gone", len(gone)), ("half written", len(halves))]
    for words, count in told:
        print(f"  {words:<34}{count:>6}")
    for error in broken:
        print(f"  broke off: {error!r}")
    return bool(gone or halves or broken or ledger.errors())


def editors(count, ledger, port, seed):
    from tests.admin import saving

    cookies = sessions()
    return [
        saving.Editor(Browser(port, cookies[number % 2]), ledger, seed + number) for number in range(count)
    ]


# -- A browser ----------------------------------------------------------------------------------------------


class Browser:
    """Keeps its connection, its session and the token against forgery; follows no redirect."""

    def __init__(self, port, session):
        self.port, self.cookies, self.connection = port, {"sessionid": session}, None

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, data):
        return self._ask("POST", path, urlencode(data, doseq=True))

    def close(self):
        if self.connection:
            self.connection.close()

    def _ask(self, method, path, body=None):
        from tests.admin import saving

        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.connection = self.connection or http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=60
            )
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            text = response.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise saving.Unacknowledged from error
        for name, value in response.headers.items():
            if name.lower() == "set-cookie":
                key, _, value = value.partition(";")[0].partition("=")
                self.cookies[key] = value
        return saving.Answer(response.status, text)


# -- The server and its database ----------------------------------------------------------------------------


@contextmanager
def database(folder, postgres):
    if not postgres:
        yield f"sqlite:///{folder}/saves.sqlite3"
        return
    import psycopg

    name = f"thinktank_saves_{os.getpid()}"
    with psycopg.connect(f"{postgres.rstrip('/')}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{postgres.rstrip('/')}/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def prepare(folder, url):
    os.environ |= {
        "DATABASE_URL": url,
        "STATIC_ROOT": f"{folder}/static",
        "SECRET_KEY": "k" * 60,
        "DJANGO_SETTINGS_MODULE": "thinktank.settings",
        "EMAIL_URL": "dummymail://",
    }
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    for command in (["migrate", "--verbosity=0"], ["collectstatic", "--no-input", "--verbosity=0"]):
        subprocess.run([sys.executable, "manage.py", *command], check=True)  # noqa: S603
    import django

    django.setup()
    from tests.admin import saving
    from tests.makers import make_publisher

    saving.cast()
    for username in ("priya", "fatma"):
        make_publisher(username)


def sessions():
    """Signed in without a password: its hashing would be all that is measured."""
    from django.contrib.auth.models import User
    from django.test import Client

    clients = [Client(), Client()]
    for client, user in zip(clients, User.objects.order_by("pk"), strict=True):
        client.force_login(user)
    return [client.cookies["sessionid"].value for client in clients]


@contextmanager
def server(folder, *, killed=False):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [Path(sys.executable).with_name("granian"), "--interface=wsgi", f"--port={port}", "--no-ws"]
    with open(f"{folder}/server.log", "ab") as log:
        process = subprocess.Popen(  # noqa: S603
            [*command, "--host=127.0.0.1", "--blocking-threads=8", "thinktank.wsgi:application"],
            start_new_session=True,
            stdout=log,
            stderr=log,
        )
    try:
        wait_until_open(port)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGKILL if killed else signal.SIGTERM)
        process.wait(30)


def wait_until_open(port):
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("The server did not start.")


if __name__ == "__main__":
    main()
