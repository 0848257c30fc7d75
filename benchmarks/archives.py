"""Two archives of different size, each in a process of its own, asked for the same pages in turn.

Makes a database of each size (SQLite in a temporary folder, or PostgreSQL databases of its own, which it drops), so
that a busy machine slows both alike. The median counts.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(pages, *, words, judge):
    """The script's whole work. `pages` makes a signed-in or anonymous client and the address of each page to measure;
    `judge` says of a page's two times, and the table of all, the bound in words and whether it is kept."""
    if "--serve" in sys.argv:
        serve(pages)
        return
    options = arguments(words)
    with ExitStack() as stack:
        workers = [stack.enter_context(archive(size, options)) for size in options.sizes]
        asked = [page for page in workers[0].pages if any(part in page for part in options.only or [""])]
        if not asked:
            sys.exit(f"No such page. There are: {', '.join(workers[0].pages)}.")
        results = {page: measure(page, workers, options.rounds) for page in asked}
    over = print_table(results, options.sizes, judge)
    sys.exit(f"Over its bound: {', '.join(over)}." if over else 0)


def arguments(words):
    parser = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=2, default=[1000, 20000], metavar=("SMALL", "LARGE"))
    parser.add_argument("--rounds", type=int, default=61, help="requests for each page at each size")
    parser.add_argument(
        "--only", nargs="+", metavar="PART", help="the pages whose name has one of these in it"
    )
    parser.add_argument("--postgres", help="the address of a PostgreSQL server, without a database")
    parser.add_argument(
        "--cpu",
        action="store_true",
        help="count the processor's time, not the clock's: on a busy machine, and with SQLite, which works in our process",
    )
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def measure(page, workers, rounds):
    """The median for each worker, of runs that take turns. The first runs warm up and are left out."""
    times = [[worker.ask(page) for worker in workers] for _ in range(rounds + 3)][3:]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def print_table(results, sizes, judge):
    print(f"\n{'server time, ms':<34}{sizes[0]:>10,}{sizes[1]:>10,}{'ratio':>8}   bound")
    over = []
    for page, (small, large) in results.items():
        words, kept = judge(page, results)
        if not kept:
            over.append(page)
            words += "  OVER"
        print(f"{page:<34}{small:>10.2f}{large:>10.2f}{large / small:>8.2f}   {words}")
    return over


# -- One process for each archive ---------------------------------------------------------------------------


class Worker:
    """Talks to the process that holds one archive: a page's name in, its time in milliseconds out."""

    def __init__(self, process):
        self.process = process
        self.pages = json.loads(process.stdout.readline() or sys.exit("A worker could not start."))

    def ask(self, page):
        self.process.stdin.write(page + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline() or sys.exit(f"A worker ended on the page “{page}”."))


@contextmanager
def archive(size, options):
    with database(size, options.postgres) as url:
        environment = {**os.environ, "DATABASE_URL": url, "SITE_URL": "http://127.0.0.1:8000", "DEBUG": ""}
        for command in (["migrate", "--verbosity", "0"], ["make_corpus", str(size)]):
            started = time.perf_counter()
            subprocess.run([sys.executable, ROOT / "manage.py", *command], check=True, env=environment)  # noqa: S603
            print(f"{size:,}: {command[0]} took {time.perf_counter() - started:.1f} s", file=sys.stderr)
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, sys.argv[0], "--serve", *(["--cpu"] if options.cpu else [])],
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        try:
            yield Worker(process)
        finally:
            process.stdin.close()
            process.wait()


@contextmanager
def database(size, postgres):
    if not postgres:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/corpus.sqlite3"
        return
    import psycopg

    name = f"thinktank_benchmark_{os.getpid()}_{size}"
    server = postgres.rstrip("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{server}/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def serve(pages):
    """Answer for the database of DATABASE_URL until there are no more questions."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "thinktank.settings"
    sys.path.insert(0, str(ROOT))
    import django
    from django.conf import settings

    django.setup()
    # Static files and their manifest have no part in what is measured.
    settings.MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    clock = time.process_time if "--cpu" in sys.argv else time.perf_counter
    client, addresses = pages()
    print(json.dumps(list(addresses)), flush=True)
    for line in sys.stdin:
        address = addresses[line.rstrip("\n")]
        started = clock()
        response = client.get(address)
        taken = clock() - started
        if response.status_code != 200:
            sys.exit(f"{address} answered {response.status_code}")
        print(taken * 1000, flush=True)
