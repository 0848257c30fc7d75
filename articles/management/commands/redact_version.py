"""`manage.py redact_version`: words taken out of all that was published of one article, on record."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from articles.models import Article
from articles.workflow import Refusal
from articles.workflow.redacting import redact_versions


class Command(BaseCommand):
    help = (
        "Take words out of every version of an article, where a court orders it: a mark stands in their place, and the "
        "record of the piece tells readers when and why. This cannot be undone."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the article: the last part of its address")
        parser.add_argument("--words", action="append", required=True, help="may be given more than once")
        parser.add_argument("--reason", required=True, help="in the article's language: readers see it")
        parser.add_argument("--by", required=True, help="the superuser who answers for it, by username")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )

    def handle(self, *, slug, words, reason, by, dry_run, **options):
        article = Article.objects.filter(slug=slug).first()
        user = get_user_model().objects.filter(username=by).first()
        if article is None:
            raise CommandError(f"There is no article {slug!r}.")
        if user is None:
            raise CommandError(f"There is no account {by!r}.")
        try:
            with transaction.atomic():
                numbers = redact_versions(article, words, by=user, reason=reason)
                transaction.set_rollback(dry_run)
        except (Refusal, PermissionDenied) as refusal:
            raise CommandError(str(refusal)) from refusal
        verb = "would be taken" if dry_run else "taken"
        self.stdout.write(f"Words {verb} out of version {', '.join(map(str, numbers))} and the working copy.")
        self.stdout.write(
            "Earlier kept texts, comments and files of the article may hold them; readers see none of these."
        )
