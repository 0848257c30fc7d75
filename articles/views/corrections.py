from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models import Version, clock

from .lists import canonical, page_numbers, page_of


def corrections(request):
    """Six queries: the first year, the years that have entries, how many, the page, what stands now, the publication."""
    at = clock.now()
    record = Version.objects.public(at).on_record()
    years = record.years_on_record()
    year = request.GET.get("year", "")
    if year and year not in map(str, years):
        raise Http404(_("There is no entry of that year."))
    chosen = int(year) if year else next(iter(years), None)
    page = page_of(request, record.recorded_in(chosen).for_record())
    standing = Version.objects.in_force(at).of_articles([entry.article_id for entry in page])
    context = {
        "entries": [(entry, standing[entry.article_id]) for entry in page],
        "page": page,
        "pages": page_numbers(page),
        "years": years,
        "year": chosen,
        "base_query": f"year={chosen}&" if year else "",
    }
    context["canonical"] = canonical(request.path, page, context["base_query"])
    return render(request, "articles/corrections.html", context)
