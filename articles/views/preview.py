"""A text that is not published, at an address nobody can guess."""

import re

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render

from articles.models import PreviewLink, Reason, clock
from articles.workflow import proof, topics_of

from .notes import stand_beside
from .pictures import lead_of

# Programs that fetch a link to draw a card of it in a chat. None of them reads.
_PROGRAM = re.compile(r"bot\b|crawl|spider|preview|externalhit|facebot|curl|python|scrap", re.IGNORECASE)


def preview(request, token):
    """Eight queries: the link and its article, what is in force (twice) and what waits, bylines, topics, the publication;
    the count. One more for a link that stays with a kept text."""
    at = clock.now()
    link = PreviewLink.objects.open(at).by_token(token)
    standing = link and link.article.versions.in_force(at).first()
    if link is None or (standing and standing.reason == Reason.WITHDRAWAL):
        raise Http404
    if standing and standing.number > link.after_version:
        return private(HttpResponseRedirect(link.article.get_absolute_url()))
    waiting = link.article.versions.waiting(at).first()
    response = proof_page(request, link.article, link.kept_text(), link=link, waiting=waiting)
    if is_read(request):
        link.count_view(at)
    return response


def proof_page(request, article, revision, link=None, waiting=None):
    """The page as readers would get it. Without a link, as the desk shows it to an editor, no strip stands above it."""
    version = proof(article, revision)
    context = {
        "version": version,
        "beside": stand_beside(version),
        "lead": lead_of(version),
        "topics": topics_of(article, revision),
        "current": False,
        "preview": True,
        "link": link,
        "waiting": waiting,
    }
    return private(render(request, "articles/preview.html", context))


def private(response):
    """Kept by no cache and no search engine, and named to no other site."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def is_read(request):
    """Whether somebody reads: not a HEAD, a browser that fetches ahead, or a program that draws a card of the link."""
    headers = request.headers
    ahead = "prefetch" in headers.get("Sec-Purpose", headers.get("Purpose", ""))
    program = headers.get("User-Agent", "")
    return (
        request.method == "GET"
        and not ahead
        and headers.get("Sec-Fetch-Dest", "document") == "document"
        and "Mozilla/" in program
        and not _PROGRAM.search(program)
    )
