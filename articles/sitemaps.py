from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from .models import Author, Topic, Version, clock


class Ours(Sitemap):
    """Addresses by SITE_URL, whatever host the request came through."""

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme


class Pages(Ours):
    def items(self):
        return ["home", "archive", "topics", "authors", "about"]

    def location(self, name):
        return reverse(f"articles:{name}")


class Articles(Ours):
    def items(self):
        return Version.objects.live(clock.now()).for_addresses().newest_first()

    def lastmod(self, version):
        return version.updated_at or version.first_published_at


class Topics(Ours):
    def items(self):
        return Topic.objects.open_to_readers(clock.now())

    def lastmod(self, topic):
        return topic.latest_at


class Authors(Ours):
    def items(self):
        return Author.objects.open_to_readers(clock.now())


SITEMAPS = {"pages": Pages, "articles": Articles, "topics": Topics, "authors": Authors}
