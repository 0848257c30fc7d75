from django.shortcuts import render

from articles.models import Topic, Version, clock

LATEST = 13


def home(request):
    """Three queries: the latest pieces, the topics they are about, the publication."""
    at = clock.now()
    latest = list(Version.objects.live(at).for_lists().newest_first()[:LATEST])
    topics = Topic.objects.of_articles([version.article_id for version in latest])
    return render(
        request,
        "articles/home.html",
        {"lead": next(iter(latest), None), "latest": latest[1:], "topics": topics},
    )


def about(request):
    """One query: the publication."""
    return render(request, "articles/about.html")
