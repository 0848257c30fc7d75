"""The table of contents of the site: its public addresses. They answer GET and HEAD, and nothing else."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from . import views
from .citations.formats import FORMATS
from .feeds import AuthorFeed, SiteFeed, TopicFeed
from .sitemaps import SITEMAPS

app_name = "articles"


def page(route, view, name, **extra):
    # Exempt, so that a form sent here is told 405 and not to come back with a token.
    return path(route, csrf_exempt(require_safe(view)), extra, name=name)


urlpatterns = [
    # The front
    page("", views.home, "home"),
    page("about/", views.about, "about"),
    # Articles
    page("articles/", views.archive, "archive"),
    page("articles/<slug:slug>/", views.article, "article"),
    page("articles/<slug:slug>/v/<int:number>/", views.version, "version"),
    *(page(f"articles/<slug:slug>/cite.{ext}", views.cite, f"cite-{ext}", extension=ext) for ext in FORMATS),
    # Topics
    page("topics/", views.topics, "topics"),
    page("topics/<slug:slug>/", views.topic, "topic"),
    page("topics/<slug:slug>/feed.atom", TopicFeed(), "topic-feed"),
    # Authors
    page("authors/", views.authors, "authors"),
    page("authors/<slug:slug>/", views.author, "author"),
    page("authors/<slug:slug>/feed.atom", AuthorFeed(), "author-feed"),
    # For machines
    page("feed.atom", SiteFeed(), "feed"),
    page("sitemap.xml", sitemap, "sitemap", sitemaps=SITEMAPS),
    page("robots.txt", views.robots, "robots"),
    page("healthz", views.healthz, "healthz"),
]
