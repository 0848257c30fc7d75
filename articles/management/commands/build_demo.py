"""`manage.py build_demo`: the sources of the demo, through the workflow, into the fixture."""

import difflib
from itertools import islice

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from articles import workflow
from articles.management.demo import SourceError, build, dump, scratch_database

SOURCES = settings.BASE_DIR / "fixtures" / "demo"
FIXTURE = settings.BASE_DIR / "fixtures" / "demo.json"


class Command(BaseCommand):
    help = "Build fixtures/demo.json from the sources in fixtures/demo. Your own database is not touched."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail where the fixture is not current"
        )

    def handle(self, *, check, **options):
        try:
            with scratch_database():
                build(SOURCES)
                built = dump()
        except (SourceError, ValidationError, workflow.Refusal) as error:
            raise CommandError(f"The sources of the demo are not in order. {error}") from error
        if not check:
            FIXTURE.write_text(built, encoding="utf-8")
            self.stdout.write(f"Built {FIXTURE.relative_to(settings.BASE_DIR)}: {len(built) // 1024} kB.")
        elif difference := first_difference(built):
            raise CommandError(
                f"The demo's fixture is not what its sources say. Run manage.py build_demo.\n{difference}"
            )
        else:
            self.stdout.write("The demo's fixture is what its sources say.")


def first_difference(built):
    there = FIXTURE.read_text(encoding="utf-8") if FIXTURE.exists() else ""
    lines = difflib.unified_diff(
        there.splitlines(), built.splitlines(), "fixture", "sources", n=1, lineterm=""
    )
    return "\n".join(line[:200] for line in islice(lines, 20)) if there != built else ""
