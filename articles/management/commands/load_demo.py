"""`manage.py load_demo`: the demo's fixture, into an empty database only."""

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, call_command

from articles.management.demo import lay_missing
from articles.models import Article


class Command(BaseCommand):
    help = "Load the demo into an empty database. Where there is anything of yours it leaves everything as it is."

    def handle(self, *args, **options):
        # Any record counts, not articles alone: a publication or an author set up by hand would be written over.
        if any(model.objects.exists() for model in apps.get_app_config("articles").get_models()):
            self.stdout.write(
                "The database is not empty: the demo was not loaded, and everything is as it was."
            )
            return
        call_command("loaddata", "demo", verbosity=0)
        lay_missing(settings.BASE_DIR / "fixtures" / "demo")
        self.stdout.write(f"The demo was loaded: {Article.objects.count()} articles.")
