"""Pieces that belong together: the page of a series, and the place of a piece in one."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Series, Version, clock
from articles.text import direction
from articles.text import render as render_text

from .lists import canonical, page_numbers, page_of


@dataclass(frozen=True)
class Place:
    """Where a piece stands among the live parts of its series: drafts in it are neither counted nor led to."""

    title: str
    slug: str
    language: str
    number: int
    total: int
    before: object
    after: object

    @property
    def url(self):
        return reverse("articles:series", args=[self.slug])

    @property
    def neighbours(self):
        """Keys of the articles before and after."""
        return {part.article for part in (self.before, self.after) if part}


def place_of(version, at):
    """One query, whether or not the piece is part of a series; None where it is not."""
    parts = list(Version.objects.live(at).beside_in_series(version.article))
    own = next((index for index, part in enumerate(parts) if part.article == version.article_id), None)
    if own is None:
        return None
    before, after = parts[own - 1] if own else None, next(iter(parts[own + 1 :]), None)
    part = parts[own]
    names = (part.series_title, part.series_slug, part.series_language)
    return Place(*names, own + 1, len(parts), before, after)


def series_index(request):
    """Three queries: how many series, the page of them, the publication."""
    page = page_of(request, Series.objects.open_to_readers(clock.now()))
    if not page.paginator.count:
        raise Http404(_("There is no series yet."))
    context = {"page": page, "pages": page_numbers(page), "canonical": canonical(request.path, page)}
    return render(request, "articles/series_index.html", context)


def series(request, slug):
    """Four queries: the series, how many parts, the page of them, the publication."""
    series = get_object_or_404(Series, slug=slug)
    page = page_of(request, Version.objects.live(clock.now()).for_lists().in_series(series))
    if not page.paginator.count:
        raise Http404
    context = {
        "series": series,
        "introduction": render_text(series.description, lang=series.language),
        "direction": direction(series.language),
        "page": page,
        "pages": page_numbers(page),
        "canonical": canonical(series.get_absolute_url(), page),
        "feed_url": reverse("articles:series-feed", args=[slug]),
    }
    return render(request, "articles/series.html", context)
