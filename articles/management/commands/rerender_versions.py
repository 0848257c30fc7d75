"""`manage.py rerender_versions`: published texts rendered as they would be today, word for word."""

from django.core.management import BaseCommand, CommandError

from articles.workflow.rerendering import rerender_versions


class Command(BaseCommand):
    help = (
        "Render every published version again, after an upgrade that renders better. Only mark-up may change: a version "
        "of which a word would change, or an address within the text, is left as it is and named."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )

    def handle(self, *, dry_run, **options):
        outcomes = rerender_versions(dry_run=dry_run)
        for outcome in outcomes:
            became = f"left as it is: {outcome.refused}" if outcome.refused else ", ".join(outcome.columns)
            self.stdout.write(f"{outcome.slug}, version {outcome.number}: {became}")
        refused = sum(bool(outcome.refused) for outcome in outcomes)
        verb = "would be rendered" if dry_run else "rendered"
        self.stdout.write(f"Versions {verb} anew: {len(outcomes) - refused}.")
        if refused:
            raise CommandError(f"Versions left as they are: {refused}.")
