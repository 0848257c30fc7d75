from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.citations import highwire, json_ld, plain
from articles.citations.formats import FORMATS
from articles.models import FormerAddress, Publication, Reason, Version, clock

from .addresses import absolute
from .records import record_of


def article(request, slug):
    """Four queries: the version in force, the article's topics, its history, the publication."""
    version = _in_force(slug, clock.now())
    if version is None:
        return _moved(request, slug, "articles:article")
    if version.reason == Reason.WITHDRAWAL:
        return _gone(request, version)
    return _page(request, version, current=version)


def version(request, slug, number):
    """A version at its own address, superseded or not. Five queries: as `article`, and the version asked for."""
    at = clock.now()
    current = _in_force(slug, at)
    if current is None:
        return _moved(request, slug, "articles:version", number)
    if current.reason == Reason.WITHDRAWAL:
        return _gone(request, current)
    asked = get_object_or_404(current.article.versions.public(at), number=number)
    if asked.reason == Reason.WITHDRAWAL:
        return _gone(request, asked)
    asked.article = current.article
    return _page(request, asked, current=current)


def cite(request, slug, extension):
    """The citation of what stands at the article's address, as a file for a reference manager."""
    version = _in_force(slug, clock.now())
    if version is None:
        return _moved(request, slug, f"articles:cite-{extension}")
    if version.reason == Reason.WITHDRAWAL:
        return _gone(request, version)
    form = FORMATS[extension]
    topics = list(version.article.topics.all())
    record = record_of(version, publication=Publication.objects.current(), topics=topics)
    response = HttpResponse(form.dumps(record), content_type=f"{form.media_type}; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{slug}.{extension}"'
    return response


def _in_force(slug, at):
    return Version.objects.in_force(at).at_address(slug)


def _page(request, version, *, current):
    article = version.article
    history = list(article.versions.public(clock.now()).for_history())
    topics = list(article.topics.all())
    corrections = [entry for entry in history if entry.reason == Reason.CORRECTION]
    publication = Publication.objects.current()
    record = record_of(version, publication=publication, topics=topics, corrections=corrections)
    context = {
        "version": version,
        "current": version.number == current.number,
        "topics": topics,
        "history": history,
        "corrections": corrections,
        "citation": plain.line(record),
        "citation_formats": [
            {"label": form.label, "url": reverse(f"articles:cite-{extension}", args=[article.slug])}
            for extension, form in FORMATS.items()
        ],
        "metas": highwire.meta(record),
        "json_ld": json_ld.dumps(record),
        "canonical": absolute(article.get_absolute_url()),
        "publication": publication,
    }
    return render(request, "articles/article.html", context)


def _gone(request, version):
    return render(request, "articles/withdrawn.html", {"version": version}, status=410)


def _moved(request, slug, name, *rest):
    """A former address leads to the present one in one hop, or shows the tombstone at once; else there is nothing."""
    former = get_object_or_404(FormerAddress.objects.select_related("article"), slug=slug)
    version = _in_force(former.article.slug, clock.now())
    if version is None:
        raise Http404
    if version.reason == Reason.WITHDRAWAL:
        return _gone(request, version)
    return HttpResponsePermanentRedirect(reverse(name, args=[former.article.slug, *rest]))
