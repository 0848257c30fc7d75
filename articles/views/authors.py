from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.models import Author, Version, clock

from .lists import page_numbers, page_of


def authors(request):
    """Three queries: how many authors, the page of them with their counts, the publication."""
    page = page_of(request, Author.objects.with_live_pieces(clock.now()))
    return render(
        request, "articles/authors.html", {"page": page, "pages": page_numbers(page), "authors": page}
    )


def author(request, slug):
    """Four queries: the author, how many pieces, the page of them, the publication."""
    author = get_object_or_404(Author, slug=slug)
    page = page_of(request, Version.objects.live(clock.now()).for_lists().by_author(author))
    if not page.paginator.count:
        raise Http404
    for version in page:
        printed = next((line["affiliation"] for line in version.bylines if line["slug"] == slug), "")
        version.affiliation_then = printed if printed != author.affiliation else ""
    feed_url = reverse("articles:author-feed", args=[slug])
    context = {"author": author, "page": page, "pages": page_numbers(page), "feed_url": feed_url}
    return render(request, "articles/author.html", context)
