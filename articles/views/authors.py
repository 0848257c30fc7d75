from functools import partial
from itertools import groupby

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.citations import json_ld
from articles.citations.names import split_name
from articles.models import Author, FormerAuthorAddress, Topic, Version, clock

from .addresses import absolute
from .lists import ByYear, canonical, page_numbers, page_of
from .narrowing import Narrowing
from .survey import SURVEYED, affiliations_of
from .timeline import bars

TOPICS = 12


def authors(request):
    """Three queries: how many authors, the page of them with their counts, the publication."""
    page = page_of(request, Author.objects.with_live_pieces(clock.now()))
    context = {"page": page, "pages": page_numbers(page), "authors": page}
    return render(request, "articles/authors.html", context | {"canonical": canonical(request.path, page)})


def author(request, slug):
    """Four queries: the author, how many pieces each year, a page of them, the publication. Two more on the first page: see
    `_overview`."""
    author = Author.objects.at_address(slug)
    if author is None:
        return moved(slug, "articles:author")
    at = clock.now()
    live = Version.objects.live(at)
    years = live.author_years(author)
    if not years:
        raise Http404
    narrowing = Narrowing.of(request.GET, ("year",))
    context = {"author": author, "count": sum(years.values()), "years": list(years.items())}
    context |= {"bars": bars(years, timezone.localtime(at).year), "narrowing": narrowing}
    context |= _pieces(request, author, live, years, narrowing)
    if context["page"].number == 1 and not narrowing.year:
        context |= _overview(author, live)
    return render(request, "articles/author.html", context)


def _pieces(request, author, live, years, narrowing):
    year = int(narrowing.year or 0)
    if year and year not in years:
        raise Http404(_("Nothing was published in that year."))
    shown = {year: years[year]} if year else years
    page = page_of(request, ByYear(partial(live.for_lists().by_author, author), shown))
    address = author.get_absolute_url()
    return {
        "page": page,
        "pages": page_numbers(page),
        "groups": _by_year(author, page, years),
        "address": address,
        "canonical": canonical(address, page, narrowing.query),
        "feed_url": reverse("articles:author-feed", args=[author.slug]),
    }


def _by_year(author, page, years):
    """(year, how many there are of it, those on this page); each piece with who signed it too, and as what it was signed."""
    for version in page:
        own = version.bylines[version.author_position - 1]
        version.affiliation_then = own["affiliation"] if own["affiliation"] != author.affiliation else ""
        version.signed_with = [line for line in version.bylines if line is not own]
    groups = groupby(page, _year)
    return [(year, years[year], list(versions)) for year, versions in groups]


def _overview(author, live):
    """Two queries: the newest pieces, and the topics they are under."""
    pieces = list(live.by_author(author).for_survey("author_position")[:SURVEYED])
    elsewhere = [f"https://orcid.org/{author.orcid}"] if author.orcid else []
    topics = list(Topic.objects.of_articles([piece.article for piece in pieces])[:TOPICS])
    for topic in topics:
        topic.count = topic.pieces
    name = split_name(author.name, author.is_body, author.family_name or None, author.affiliation or None)
    return {
        "then": _then(author, pieces),
        "topics": topics,
        "json_ld": json_ld.dumps_profile(
            name,
            url=absolute(author.get_absolute_url()),
            honorific=author.honorific,
            role=author.role,
            about=author.bio,
            elsewhere=[*elsewhere, *([author.website] if author.website else [])],
        ),
    }


def _then(author, pieces):
    """What was printed before the present affiliation. Pieces in another language print the present one in their own
    words, which is no former one."""
    signed = [(piece, piece.bylines[piece.author_position - 1], _year(piece)) for piece in pieces]
    now = [
        (piece.language, year) for piece, line, year in signed if line["affiliation"] == author.affiliation
    ]
    since = min((year for _language, year in now), default=9999)
    languages = {language for language, _year in now}
    return affiliations_of(
        (line, year)
        for piece, line, year in signed
        if line["affiliation"] != author.affiliation and (year < since or piece.language in languages)
    )


def _year(piece):
    return timezone.localtime(piece.first_published_at).year


def moved(slug, name):
    """A former address leads to the present one in one hop, like a former name of a topic."""
    former = get_object_or_404(FormerAuthorAddress.objects.select_related("author"), slug=slug)
    if not Version.objects.live(clock.now()).by_author(former.author).exists():
        raise Http404
    return HttpResponsePermanentRedirect(reverse(name, args=[former.author.slug]))
