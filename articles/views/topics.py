from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.models import Topic, TopicName, Version, clock

from .lists import page_numbers, page_of


def topics(request):
    """Four queries: the topics, how many pieces, how many of them hidden, the publication."""
    return render(request, "articles/topics.html", {"topics": Topic.objects.with_live_pieces(clock.now())})


def topic(request, slug):
    """Five queries: the topic, its names, how many pieces, the page of them, the publication."""
    name = get_object_or_404(TopicName.objects.select_related("topic"), slug=slug)
    page = page_of(request, Version.objects.live(clock.now()).for_lists().on_topic(name.topic))
    if not page.paginator.count:
        raise Http404
    if name.slug != name.topic.slug:
        return HttpResponsePermanentRedirect(name.topic.get_absolute_url())
    feed_url = reverse("articles:topic-feed", args=[slug])
    context = {"topic": name.topic, "page": page, "pages": page_numbers(page), "feed_url": feed_url}
    return render(request, "articles/topic.html", context)
