from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models import Kind, Version, clock

from .lists import page_numbers, page_of


def archive(request):
    """Five queries: the first year, the years since that have pieces, how many pieces, the page of them, the publication."""
    live = Version.objects.live(clock.now())
    kind, year = request.GET.get("kind", ""), request.GET.get("year", "")
    if kind and kind not in Kind.values:
        raise Http404(_("There is no such kind."))
    years = live.years()
    if year and year not in map(str, years):
        raise Http404(_("Nothing was published in that year."))
    pieces = live.for_lists().newest_first()
    if kind:
        pieces = pieces.of_kind(kind)
    if year:
        pieces = pieces.first_published_in(int(year))
    page = page_of(request, pieces)
    context = {"page": page, "pages": page_numbers(page), "years": years, "kinds": Kind.choices}
    query = "".join(f"{name}={value}&" for name, value in (("year", year), ("kind", kind)) if value)
    chosen = {"kind": kind, "year": int(year) if year else None, "base_query": query}
    return render(request, "articles/archive.html", {**context, **chosen})
