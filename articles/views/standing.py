"""What an address of an article shows: the text in force, a tombstone, the way to where the piece is now, or nothing."""

from functools import wraps

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import override

from articles.languages import spoken
from articles.models import FormerAddress, Reason, Version, clock


def of_what_stands(view):
    """Hand the view the version in force in place of the address. One query, where there is one."""

    @wraps(view)
    def answer(request, slug, **kwargs):
        version = _in_force(slug)
        if version is None:
            return _moved(request, slug)
        if version.reason == Reason.WITHDRAWAL:
            return gone(request, version)
        return view(request, version, **kwargs)

    return answer


def gone(request, version):
    """One query more, or one for each piece on the way, where another has taken its place."""
    context = {"version": version, "replacement": version.replacement(clock.now())}
    with override(spoken(version.language)):
        return render(request, "articles/withdrawn.html", context, status=410)


def _in_force(slug):
    return Version.objects.in_force(clock.now()).at_address(slug)


def _moved(request, slug):
    """A former address leads to the present one in one hop, or shows the tombstone at once; else there is nothing."""
    former = get_object_or_404(FormerAddress.objects.select_related("article"), slug=slug)
    version = _in_force(former.article.slug)
    if version is None:
        raise Http404
    if version.reason == Reason.WITHDRAWAL:
        return gone(request, version)
    asked = request.resolver_match
    place = {**asked.captured_kwargs, "slug": former.article.slug}
    return HttpResponsePermanentRedirect(reverse(asked.view_name, kwargs=place))
