"""`manage.py import_manuscript FILES… | FOLDER`: manuscripts become drafts. The same file again changes nothing."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.urls import reverse

from articles.management.bringing import FAILED, NOT_READY, bring_in, files_in
from articles.management.progress import Progress
from articles.management.reporting import json_line, report, report_json, table


class Command(BaseCommand):
    help = (
        "Read manuscripts and make draft articles of them. The same file again changes nothing, and a file that "
        "fails keeps no other out. Ends with 1 where one has failed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="manuscripts, or a folder with manuscripts in it"
        )
        parser.add_argument(
            "--title", default="", help="the title, where a single file has none or another is wanted"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="show what was understood, and write nothing"
        )
        parser.add_argument(
            "--json", action="store_true", help="print it as JSON: of several files one line each"
        )

    def handle(self, *, files, title, dry_run, json, **options):
        paths, others = files_in(files)
        if not paths:
            raise CommandError(f"There is no manuscript in the folder “{files[0]}”.")
        try:
            # A folder stands for many files, whatever lies in it today.
            if len(files) > 1 or Path(files[0]).is_dir():
                self.bring_in_all(paths, others, title=title, dry_run=dry_run, json=json)
            else:
                self.bring_in_one(paths[0], title=title, dry_run=dry_run, json=json)
        except NOT_READY as error:
            raise CommandError(
                f"The database is not ready. Run manage.py migrate first. ({error})"
            ) from error

    def bring_in_one(self, path, *, title, dry_run, json):
        result = bring_in(path, title=title, dry_run=dry_run)
        if result.outcome == FAILED:
            raise CommandError(result.complaint)
        article = result.article
        if json:
            self.stdout.write(report_json(result))
            return
        self.stdout.write(report(result.understood))
        done = f"{result.outcome.capitalize()}: “{article}”, {desk_address(article)}" if article else ""
        self.stdout.write(done or "Nothing was written.")

    def bring_in_all(self, paths, others, *, title, dry_run, json):
        if title:
            raise CommandError("--title is for a single file.")
        progress, results = Progress(self.stderr, len(paths)), []
        for done, path in enumerate(paths):
            progress.show(done, path.name)
            results.append(bring_in(path, dry_run=dry_run))
            if json:
                progress.clear()
                self.stdout.write(json_line(results[-1]))
        progress.clear()
        if not json:
            self.stdout.write(table(results, others))
        failed = sum(result.outcome == FAILED for result in results)
        if failed:
            raise CommandError(f"{failed} of {len(results)} files failed.")


def desk_address(article):
    return settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk])
