"""`manage.py make_corpus N`: a publication of N articles, to measure how pages grow."""

from django.core.management import BaseCommand, CommandError

from articles.management.corpus import make_corpus
from articles.models import Article, clock


class Command(BaseCommand):
    help = "Fill an empty database with N invented articles, to measure how pages grow. Never for a real publication."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, metavar="N", help="how many articles")
        parser.add_argument(
            "--topic-size", type=int, default=500, help="pieces on the one big topic (default: 500)"
        )
        parser.add_argument(
            "--seed", type=int, default=1, help="another seed makes another corpus (default: 1)"
        )

    def handle(self, *, number, topic_size, seed, **options):
        if number < 1 or topic_size < 1:
            raise CommandError("Ask for at least one article, and for at least one on the big topic.")
        if Article.objects.exists():
            raise CommandError("There are articles in this database. A corpus is made in an empty one only.")
        make_corpus(number, topic_size=topic_size, seed=seed, at=clock.now())
        self.stdout.write(f"Made {number} articles, the newest dated today and the oldest fifteen years ago.")
