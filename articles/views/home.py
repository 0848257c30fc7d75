from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import Publication, Topic, Version, clock
from articles.text import render as render_text

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
    """One query: the publication. Its words and its policy are one text, so that their notes count through."""
    publication = Publication.objects.current()
    policy = (
        format_html("<h2>{}</h2>", _("Editorial policy")) + publication.policy if publication.policy else ""
    )
    text = render_text(publication.about + policy, lang=publication.default_language)
    return render(request, "articles/about.html", {"publication": publication, "text": text})
