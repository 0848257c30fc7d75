"""The table of contents of the site: its public addresses. They answer GET and HEAD, and nothing else.

What stands under `in_each_language` has a form in each language of the interface: `/topics/`, `/tr/topics/`. An article
has one address, in its own language.
"""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from . import sitemaps, views
from .citations.formats import FORMATS
from .feeds import AuthorFeed, SeriesFeed, SiteFeed, TopicFeed
from .languages import in_each_language
from .text.republishing import FORMS

app_name = "articles"


def page(route, view, name, **extra):
    # Exempt, so that a form sent here is told 405 and not to come back with a token.
    return path(route, csrf_exempt(require_safe(view)), extra, name=name)


urlpatterns = [
    # Lists
    in_each_language(
        page("", views.home, "home"),
        page("about/", views.about, "about"),
        page("pages/<slug:slug>/", views.page, "page"),
        page("articles/", views.archive, "archive"),
        page("topics/", views.topics, "topics"),
        page("topics/<slug:slug>/", views.topic, "topic"),
        page("authors/", views.authors, "authors"),
        page("authors/<slug:slug>/", views.author, "author"),
        page("series/", views.series_index, "series-index"),
        page("series/<slug:slug>/", views.series, "series"),
        page("corrections/", views.corrections, "corrections"),
    ),
    # Articles
    page("articles/<slug:slug>/", views.article, "article"),
    page("articles/<slug:slug>/v/<int:number>/", views.version, "version"),
    page("articles/<slug:slug>/changes/<int:older>-<int:newer>/", views.changes, "changes"),
    *(page(f"articles/<slug:slug>/cite.{ext}", views.cite, f"cite-{ext}", extension=ext) for ext in FORMATS),
    page("articles/<slug:slug>/republish/", views.republish, "republish"),
    *(
        page(f"articles/<slug:slug>/republish.{end}", views.republish_file, f"republish-{end}", ending=end)
        for end in FORMS
    ),
    # Feeds
    page("feed.atom", SiteFeed(), "feed"),
    page("topics/<slug:slug>/feed.atom", TopicFeed(), "topic-feed"),
    page("series/<slug:slug>/feed.atom", SeriesFeed(), "series-feed"),
    page("authors/<slug:slug>/feed.atom", AuthorFeed(), "author-feed"),
    # Pictures
    page("media/<path:path>", views.media, "media"),
    # What is not published
    page("preview/<slug:token>/", views.preview, "preview"),
    # For machines
    page("sitemap.xml", sitemaps.index, "sitemap"),
    page("sitemap/lists.xml", sitemaps.lists, "sitemap-lists"),
    page("sitemap/<int:year>.xml", sitemaps.articles, "sitemap-articles"),
    page("robots.txt", views.robots, "robots"),
    page("healthz", views.healthz, "healthz"),
]
