from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.html import escape
from django.utils.translation import gettext as _

from .models import Author, Publication, Topic, Version, clock
from .views.addresses import absolute, absolute_links

LATEST = 20


class AtomWithEveryAuthor(feedgenerator.Atom1Feed):
    """Django's Atom feed knows one author an entry; ours prints all of them, in order, and the whole text."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for line in item["version"].bylines:
            handler.startElement("author", {})
            handler.addQuickElement("name", line["printed_name"])
            handler.endElement("author")
        content = render_to_string("feeds/content.html", {"version": item["version"]})
        handler.addQuickElement("content", absolute_links(content, item["link"]), {"type": "html"})

    def item_attributes(self, item):
        return {**super().item_attributes(item), "xml:lang": item["version"].language}


class SiteFeed(Feed):
    """Two queries: the latest pieces, the publication."""

    feed_type = AtomWithEveryAuthor

    def __call__(self, request, *args, **kwargs):
        self.publication = Publication.objects.current()
        response = super().__call__(request, *args, **kwargs)
        # It is set from the naive local time of the newest piece; ConditionalGetMiddleware's ETag is exact.
        del response["Last-Modified"]
        return response

    def pieces(self, obj):
        return Version.objects.live(clock.now()).newest_first()

    def items(self, obj):
        return list(self.pieces(obj).select_related("article")[:LATEST])

    def title(self, obj):
        return self.publication.name

    def subtitle(self, obj):
        return self.publication.tagline

    def link(self, obj):
        return absolute("/")

    def feed_url(self, obj):
        return absolute(reverse("articles:feed"))

    def feed_guid(self, obj):
        return self.feed_url(obj)

    def item_title(self, version):
        return version.title

    def item_description(self, version):
        return escape(version.standfirst)  # the feed declares summaries to be HTML

    def item_link(self, version):
        return absolute(version.get_absolute_url())

    def item_guid(self, version):
        return f"urn:uuid:{version.article.uid}"

    def item_pubdate(self, version):
        return version.first_published_at

    def item_updateddate(self, version):
        return version.updated_at or version.first_published_at

    def item_categories(self, version):
        return [version.kind_label]

    def item_extra_kwargs(self, version):
        return {"version": version}


class TopicFeed(SiteFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Topic, slug=slug)

    def pieces(self, topic):
        return Version.objects.live(clock.now()).on_topic(topic)

    def items(self, obj):
        return super().items(obj) or _nothing()

    def title(self, topic):
        return _("%(topic)s · %(publication)s") % {"topic": topic.name, "publication": self.publication.name}

    def subtitle(self, topic):
        return topic.description

    def link(self, topic):
        return absolute(topic.get_absolute_url())

    def feed_url(self, topic):
        return absolute(reverse("articles:topic-feed", args=[topic.slug]))


class AuthorFeed(TopicFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Author, slug=slug)

    def pieces(self, author):
        return Version.objects.live(clock.now()).by_author(author)

    def title(self, author):
        return _("%(author)s · %(publication)s") % {
            "author": author.name,
            "publication": self.publication.name,
        }

    def subtitle(self, author):
        return author.bio

    def feed_url(self, author):
        return absolute(reverse("articles:author-feed", args=[author.slug]))


def _nothing():
    raise Http404
