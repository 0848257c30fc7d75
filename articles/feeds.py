from typing import NamedTuple

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.html import escape
from django.utils.translation import gettext as _

from .models import Author, Publication, Series, Topic, TopicName, Version, clock
from .text import titled, without_echoes
from .views.addresses import absolute, absolute_links
from .views.authors import moved

LATEST = 20


class AtomWithEveryAuthor(feedgenerator.Atom1Feed):
    """Django's Atom feed knows one author an entry; ours prints all of them, in order, and the whole text."""

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for line in item["version"].bylines:
            handler.startElement("author", {})
            handler.addQuickElement("name", titled(line["name"], line["honorific"]))
            handler.endElement("author")
        version = item["version"]
        content = render_to_string(
            "feeds/content.html", {"version": version, "body": without_echoes(version.body)}
        )
        handler.addQuickElement("content", absolute_links(content, item["link"]), {"type": "html"})

    def item_attributes(self, item):
        return {**super().item_attributes(item), "xml:lang": item["version"].language}


class Channel(NamedTuple):
    """What a feed is of. Django hands it to each method: one feed object serves all threads, and keeps nothing."""

    publication: Publication
    subject: Topic | Author | Series | None = None


class SiteFeed(Feed):
    """Two queries: the publication, the latest pieces."""

    feed_type = AtomWithEveryAuthor

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        # It is set from the naive local time of the newest piece; ConditionalGetMiddleware's ETag is exact.
        del response["Last-Modified"]
        return response

    def get_object(self, request):
        return Channel(Publication.objects.current())

    def pieces(self, subject):
        return Version.objects.live(clock.now()).newest_first()

    def items(self, channel):
        return list(self.pieces(channel.subject).select_related("article")[:LATEST])

    def title(self, channel):
        return channel.publication.name

    def subtitle(self, channel):
        return channel.publication.tagline

    def link(self, channel):
        return absolute("/")

    def feed_url(self, channel):
        return absolute(reverse("articles:feed"))

    def feed_guid(self, channel):
        return self.feed_url(channel)

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


class SubjectFeed(SiteFeed):
    """Three queries: the topic or author, the publication, the latest pieces. None of these: no such feed."""

    def items(self, channel):
        pieces = super().items(channel)
        if not pieces:
            raise Http404
        return pieces

    def title(self, channel):
        names = {"subject": str(channel.subject), "publication": channel.publication.name}
        return _("%(subject)s · %(publication)s") % names

    def link(self, channel):
        return absolute(channel.subject.get_absolute_url())


class TopicFeed(SubjectFeed):
    def __call__(self, request, slug):
        """A reader's program that follows a former name is led on, like a reader."""
        name = get_object_or_404(TopicName.objects.select_related("topic"), slug=slug)
        if slug != name.topic.slug and self.pieces(name.topic).exists():
            return HttpResponsePermanentRedirect(reverse("articles:topic-feed", args=[name.topic.slug]))
        return super().__call__(request, slug=slug, topic=name.topic)

    def get_object(self, request, slug, topic):
        return Channel(Publication.objects.current(), topic)

    def pieces(self, topic):
        return Version.objects.live(clock.now()).on_topic(topic)

    def subtitle(self, channel):
        return channel.subject.description

    def feed_url(self, channel):
        return absolute(reverse("articles:topic-feed", args=[channel.subject.slug]))


class AuthorFeed(SubjectFeed):
    def __call__(self, request, slug):
        """As with topics: a former address leads on."""
        author = Author.objects.at_address(slug)
        if author is None:
            return moved(slug, "articles:author-feed")
        return super().__call__(request, slug=slug, author=author)

    def get_object(self, request, slug, author):
        return Channel(Publication.objects.current(), author)

    def pieces(self, author):
        return Version.objects.live(clock.now()).by_author(author)

    def subtitle(self, channel):
        return channel.subject.bio

    def feed_url(self, channel):
        return absolute(reverse("articles:author-feed", args=[channel.subject.slug]))


class SeriesFeed(SubjectFeed):
    """As with topics, the newest first: who follows a series waits for its next part."""

    def get_object(self, request, slug):
        return Channel(Publication.objects.current(), get_object_or_404(Series, slug=slug))

    def pieces(self, series):
        return Version.objects.live(clock.now()).in_series(series).newest_first()

    def subtitle(self, channel):
        return channel.subject.summary

    def feed_url(self, channel):
        return absolute(reverse("articles:series-feed", args=[channel.subject.slug]))
