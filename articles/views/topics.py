import datetime

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Publication, Relation, Tagging, Topic, TopicName, Version, clock
from articles.text import render as render_text

from .addresses import absolute
from .lists import canonical, page_numbers, page_of
from .narrowing import Narrowing, labels_of
from .survey import Survey
from .threads import threads
from .timeline import bars

# A topic is alive that has had a piece within this time.
ALIVE = datetime.timedelta(days=365)
NEIGHBOURS = 8


def topics(request):
    """Four queries: the topics, how many pieces, how many of them hidden, the publication."""
    at = clock.now()
    found = Topic.objects.with_live_pieces(at)
    alive = [topic for topic in found if topic.latest_at > at - ALIVE]
    quiet = [topic for topic in found if topic.latest_at <= at - ALIVE]
    context = {"topics": found, "alive": alive, "quiet": quiet, "canonical": absolute(request.path)}
    return render(request, "articles/topics.html", context)


def topic(request, slug):
    """Six queries: the topic, its names, its newest pieces, former addresses of those who sign them,
    a page of its pieces, the publication. One more counts what is narrowed, or asks what is pinned; one more the years where
    there are more pieces than the survey holds; two more on the first page: see `_overview`."""
    name = get_object_or_404(TopicName.objects.select_related("topic"), slug=slug)
    topic, at = name.topic, clock.now()
    survey = Survey(Version.objects.live(at), topic)
    if not survey.pieces:
        raise Http404
    if slug != topic.slug:
        return HttpResponsePermanentRedirect(topic.get_absolute_url())
    narrowing = Narrowing.of(request.GET)
    if narrowing.chosen:
        context = _narrowed(request, topic, narrowing, at)
    else:
        context = _whole(request, topic, survey, at)
    address = topic.get_absolute_url()
    shown = {"topic": topic, "survey": survey, "narrowing": narrowing, "address": address}
    choices = list(narrowing.choices(survey, address))
    shown |= {"choices": choices, "chosen": labels_of(choices), "pages": page_numbers(context["page"])}
    feed_url = reverse("articles:topic-feed", args=[slug])
    shown |= {"canonical": canonical(address, context["page"], narrowing.query), "feed_url": feed_url}
    return render(request, "articles/topic.html", shown | context)


def _narrowed(request, topic, narrowing, at):
    page = page_of(request, narrowing.narrow(Version.objects.live(at).for_lists(), topic))
    if not page.paginator.count:
        raise Http404(_("No piece of this topic is like that."))
    return {"page": page, "count": page.paginator.count, "base_query": narrowing.query}


def _whole(request, topic, survey, at):
    """What is pinned stands above the first page, and not in the list."""
    live = Version.objects.live(at).for_lists()
    pinned = list(live.pinned_on(topic))
    years = survey.years() if survey.is_whole else Tagging.objects.live_years(topic, at)
    count = sum(years.values())
    page = page_of(request, live.on_topic(topic).besides(pinned), count=count - len(pinned))
    context = {"page": page, "count": count, "pinned": []}
    return context | (_overview(topic, survey, years, pinned, at) if page.number == 1 else {})


def _overview(topic, survey, years, pinned, at):
    """Two queries: the relations between its pieces, and the topics that share them."""
    publication = Publication.objects.current()
    return {
        "overview": True,
        "pinned": pinned,
        "publication": publication,
        "standpoint": render_text(topic.standpoint, lang=publication.default_language),
        "debate": threads(survey.pieces, Relation.objects.among(survey.articles)),
        "bars": bars(years, timezone.localtime(at).year),
        "years": sorted(years.items(), reverse=True),
        "people": survey.leading,
        "all_people": len(survey.people),
        "neighbours": list(Topic.objects.neighbours(topic, survey.articles)[:NEIGHBOURS]),
        "surveyed": "" if survey.is_whole else len(survey.pieces),
    }
