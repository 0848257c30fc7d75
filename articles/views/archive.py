from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Kind, Version, clock

from .lists import ByYear, canonical, page_numbers, page_of
from .narrowing import Choice, Narrowing


def archive(request):
    """Four queries: the first year, how many pieces of each year and kind, a page of them, the publication."""
    narrowing = Narrowing.of(request.GET, ("year", "kind"))
    year, kind = int(narrowing.year or 0), narrowing.kind
    if kind and kind not in Kind.values:
        raise Http404(_("There is no such kind."))
    live = Version.objects.live(clock.now())
    years, kinds = live.counts(year, kind)
    if year and not kinds:
        raise Http404(_("Nothing was published in that year."))
    pieces = live.for_lists().newest_first()
    shown = {year: years.get(year, 0)} if year else years
    page = page_of(request, ByYear((pieces.of_kind(kind) if kind else pieces).first_published_in, shown))
    address = reverse("articles:archive")
    context = {"page": page, "pages": page_numbers(page), "narrowing": narrowing, "address": address}
    context |= {"filters": _filters(narrowing, years, kinds, address), "title": _title(narrowing)}
    context["canonical"] = canonical(address, page, narrowing.query)
    return render(request, "articles/archive.html", context)


def _title(narrowing):
    """What was chosen; empty where nothing was."""
    return ", ".join(filter(None, (narrowing.kind and str(Kind(narrowing.kind).label), narrowing.year)))


def _filters(narrowing, years, kinds, address):
    """(label, its choices) of what there is to choose, each with how many pieces it leads to."""
    years = {str(year): count for year, count in years.items()}
    return [
        (_("Kind"), _links(narrowing, "kind", _("All kinds"), kinds, address)),
        (_("Year"), _links(narrowing, "year", _("All years"), years, address)),
    ]


def _links(narrowing, name, all_label, counts, address):
    chosen, labels = getattr(narrowing, name), dict(Kind.choices)
    # What is chosen stands among them, be there no piece of both.
    offered = counts if not chosen or chosen in counts else {**counts, chosen: 0}
    rows = [("", all_label, sum(counts.values()))]
    rows += [(value, labels.get(value, value), count) for value, count in offered.items()]
    return [
        Choice(label, narrowing.url(address, **{name: value}), value == chosen, count)
        for value, label, count in rows
    ]
