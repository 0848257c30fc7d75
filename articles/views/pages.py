from django.http import Http404
from django.shortcuts import redirect, render

from articles.models import Page
from articles.models.publication import ABOUT
from articles.text import direction
from articles.text import render as render_text

from .addresses import absolute


def about(request):
    """Two queries: the page, the publication. Of a house that has not written it, its name and address."""
    return _shown(request, Page.objects.public().at_address(ABOUT), "articles/about.html")


def page(request, slug):
    """Two queries: the page, the publication."""
    if slug == ABOUT:
        return redirect("articles:about", permanent=True)
    page = Page.objects.public().at_address(slug)
    if page is None:
        raise Http404
    return _shown(request, page, "articles/page.html")


def _shown(request, page, template):
    context = {"page": page, "canonical": absolute(request.path)}
    if page:
        context |= {
            "text": render_text(page.body, lang=page.language),
            "direction": direction(page.language),
        }
    return render(request, template, context)
