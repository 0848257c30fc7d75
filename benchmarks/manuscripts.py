#!/usr/bin/env python3
"""How many manuscripts a second `import_manuscript` brings in, by format and all together.

    .venv/bin/python benchmarks/manuscripts.py [--files 200] [--authors 2000] [--topics 300] [--cpu]

Writes the files anew: a third each of .txt, .md and .docx, of 500 to 900 words with eight notes, by one or two authors. Of
these half are known, some with their names the other way round; the disclaimer is known in another number. Imports them,
two processes at once, into a scratch SQLite database with so many authors and topics. It exits with 1 under 20 files a second.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOUND = 20  # files a second
CORES = 2
GIVEN = "Ada Boran Cemre Deniz Ebru Ferit Gonca Hilmi Irene Jonas Kaan Leyla Milan Nora Ozan Petra".split()
NOUNS = "harbour ministry pipeline archive border season railway licence grain turbine envoy budget customs".split()
VERBS = "delays crosses measures outlasts repairs reads insures counts borrows explains postpones".split()
WORDING = "The views expressed in this article are the author’s own and do not bind the institute."


def main():
    options = arguments()
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{folder}/manuscripts.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "DJANGO_SETTINGS_MODULE": "thinktank.settings",
        }
        dice = random.Random(1)  # noqa: S311  nothing secret is drawn
        prepare(options, dice)
        files = written(Path(folder), options.files, dice)
        rate = measured(files, options)
    sys.exit(0 if rate >= BOUND else f"Under its bound of {BOUND} a second.")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--authors", type=int, default=2000)
    parser.add_argument("--topics", type=int, default=300)
    parser.add_argument(
        "--cpu", action="store_true", help="count the processor's time, not the clock's: on a busy machine"
    )
    return parser.parse_args()


def prepare(options, dice):
    import django

    django.setup()
    from django.core.management import call_command

    from articles.models import Author, Disclaimer, Publication, Topic
    from articles.text import name_form

    call_command("migrate", verbosity=0)
    Publication.objects.create(name="Benchmark")
    names = [name_of(dice, number) for number in range(options.authors)]
    Author.objects.bulk_create(
        Author(
            name=name, slug=f"author-{number}", name_form=name_form(name), affiliation="Benchmark Institute"
        )
        for number, name in enumerate(names)
    )
    for number in range(options.topics):
        Topic.objects.create(name=f"{dice.choice(NOUNS)} {dice.choice(NOUNS)} {number}")
    for noun in NOUNS:
        Topic.objects.create(name=noun)
    Disclaimer.objects.create(label="Own views", wording=WORDING.replace("author’s", "authors'"))


def name_of(dice, number):
    syllables = "".join(dice.choice("bdgklmnrstvz") + dice.choice("aeiou") for _ in range(3))
    return f"{GIVEN[number % len(GIVEN)]} {syllables.capitalize()}"


def written(folder, number, dice):
    from articles.manuscripts.writing import WRITERS
    from articles.models import Author

    known = list(Author.objects.values_list("name", flat=True))
    endings, files = list(WRITERS), []
    for place in range(number):
        ending = endings[place % len(endings)]
        file = folder / f"manuscript-{place}{ending}"
        file.write_bytes(WRITERS[ending](piece(dice, place, known)))
        files.append(file)
    return files


def piece(dice, place, known):
    from articles.manuscripts import ManuscriptAuthor
    from articles.manuscripts.writing import Piece

    people = [dice.choice(known), f"{dice.choice(GIVEN)} Unheard{place}"][: 1 + place % 2]
    if place % 5 == 0:
        people[0] = " ".join(reversed(people[0].split()))
    authors = tuple(ManuscriptAuthor(name, "Dr.", "Fellow", "Benchmark Institute") for name in people)
    return Piece(
        title=f"The {dice.choice(NOUNS)} that {dice.choice(VERBS)} number {place}",
        standfirst=sentence(dice),
        authors=authors,
        author_notes=tuple(
            f"Dr. {author.name} is a Fellow at the Benchmark Institute." for author in authors
        ),
        disclaimer=WORDING,
        body_html="".join(section(dice) for _ in range(4)),
    )


def section(dice):
    paragraphs = "".join(f"<p>{' '.join(sentence(dice) for _ in range(5))}{note(dice)}</p>" for _ in range(2))
    return f"<h2>What the {dice.choice(NOUNS)} {dice.choice(VERBS)}</h2>{paragraphs}"


def note(dice):
    return f'<span class="footnote">{sentence(dice)}</span>'


def sentence(dice):
    said = " ".join(f"the {dice.choice(NOUNS)} {dice.choice(VERBS)}" for _ in range(dice.randint(4, 7)))
    return f"{said.capitalize()}."


def measured(files, options):
    """Print the rate of each format, and return that of all: two commands side by side, each on a core of its own."""
    from django.db import connections

    connections.close_all()  # no connection may be shared with the processes
    start = time.perf_counter()
    with get_context("fork").Pool(CORES) as pool:
        rows = pool.map(_bring_in, files, chunksize=1)
    elapsed = time.perf_counter() - start
    spent, counted = Counter(), Counter()
    for file, (seconds, failed) in zip(files, rows, strict=True):
        if failed:
            sys.exit(f"{file.name}: {failed}")
        spent[file.suffix] += seconds
        counted[file.suffix] += 1
    for ending in spent:
        print(
            f"{ending:<8}{counted[ending]:>5} files{1000 * spent[ending] / counted[ending]:>8.1f} ms of a processor each"
        )
    rate = counted.total() / (sum(spent.values()) / CORES if options.cpu else elapsed)
    print(f"{'all':<8}{counted.total():>5} files{rate:>8.1f} a second on {CORES} cores   bound {BOUND}")
    return rate


def _bring_in(file):
    from articles.management.bringing import MADE, bring_in

    start = time.process_time()
    result = bring_in(file)
    return time.process_time() - start, "" if result.outcome == MADE else result.complaint or result.outcome


if __name__ == "__main__":
    main()
