"""What search engines are told of: an index, the lists and pages, and the articles of each year.

In one file 20,000 articles took 2.6 s to write, and most of it says what it said before: a year gone by hardly changes.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap, x_robots_tag
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from .models import Author, Page, Series, Topic, Version, clock
from .models.publication import ABOUT, address_of_page
from .views.addresses import absolute


class Ours(Sitemap):
    """Addresses by SITE_URL, whatever host the request came through."""

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme


class Lists(Ours):
    def items(self):
        return ["home", "archive", "topics", "authors", "corrections", "about"]

    def location(self, name):
        return reverse(f"articles:{name}")


class Pages(Ours):
    """Each once: its head names its forms in other languages. About stands among the lists, as it always answers."""

    def items(self):
        return Page.objects.public().addresses().exclude(slug=ABOUT)

    def location(self, slug):
        return address_of_page(slug)


class Articles(Ours):
    def __init__(self, year):
        self.year = year

    def items(self):
        return Version.objects.live(clock.now()).first_published_in(self.year).for_addresses().newest_first()

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


class Dossiers(Ours):
    """The series and, where there are any, the list of them."""

    def items(self):
        series = list(Series.objects.open_to_readers(clock.now()))
        return (
            [reverse("articles:series-index"), *(item.get_absolute_url() for item in series)]
            if series
            else []
        )

    def location(self, address):
        return address


SITEMAPS = {
    "lists": Lists,
    "pages": Pages,
    "topics": Topics,
    "series": Dossiers,
    "authors": Authors,
}


@x_robots_tag
def index(request):
    """Two queries: the first year, and the years since that have pieces."""
    years = Version.objects.live(clock.now()).years()
    parts = [reverse("articles:sitemap-lists")]
    parts += [reverse("articles:sitemap-articles", args=[year]) for year in years]
    context = {"sitemaps": [{"location": absolute(part)} for part in parts]}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")


def lists(request):
    return sitemap(request, SITEMAPS)


def articles(request, year):
    """Four queries: as the index, how many pieces, the pieces."""
    if year not in Version.objects.live(clock.now()).years():
        raise Http404
    return sitemap(request, {"articles": Articles(year)})
