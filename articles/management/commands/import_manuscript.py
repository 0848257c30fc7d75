"""`manage.py import_manuscript FILE`: a manuscript becomes a draft. The same file again changes nothing."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.db import IntegrityError, OperationalError, ProgrammingError
from django.urls import reverse

from articles import workflow
from articles.importing import make_draft, understand, understand_alone
from articles.management.reporting import complaint, report, report_json
from articles.manuscripts import ManuscriptError, read_manuscript

# What the engines answer where there is no database or no table in it.
NOT_READY = (OperationalError, ProgrammingError)


class Command(BaseCommand):
    help = "Read a manuscript and make a draft article of it. The same file again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", help="the manuscript")
        parser.add_argument(
            "--title", default="", help="the title, where the file has none or another is wanted"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="show what was understood, and write nothing"
        )
        parser.add_argument("--json", action="store_true", help="print it as JSON")

    def handle(self, *, file, title, dry_run, json, **options):
        try:
            manuscript = read_manuscript(file)
        except ManuscriptError as error:
            raise CommandError(str(error)) from error
        try:
            understood, outcome, article = look(manuscript, title) if dry_run else bring_in(manuscript, title)
        except NOT_READY as error:
            raise CommandError(
                f"The database is not ready. Run manage.py migrate first. ({error})"
            ) from error
        if json:
            self.stdout.write(report_json(understood, outcome, article))
            return
        self.stdout.write(report(understood))
        self.stdout.write(
            f"{outcome.capitalize()}: “{article}”, {desk_address(article)}" if article else outcome
        )


def look(manuscript, title):
    try:
        understood = understand(manuscript, title=title)
    except NOT_READY:
        # A dry run needs no database: without tables it says what the file says.
        understood = understand_alone(manuscript, title=title)
    return understood, "Nothing was written.", None


def bring_in(manuscript, title):
    understood = understand(manuscript, title=title)
    if understood.draft:
        return understood, "unchanged", understood.draft
    if not understood.title:
        raise CommandError("A title is missing: the file has none. Give one with --title “…”.")
    try:
        return understood, "draft made", make_draft(understood, by=workflow.COMMAND_LINE)
    except ValidationError as error:
        raise CommandError(complaint(error)) from error
    except (workflow.Refusal, IntegrityError) as error:
        raise CommandError(
            f"Someone else brought the same in at this moment. Try again. ({error})"
        ) from error


def desk_address(article):
    return settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk])
