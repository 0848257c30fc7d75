from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.utils.translation import gettext as _

PER_PAGE = 20


def page_of(request, items):
    """The page of `items` that `?page=` names. Two queries: a count and the page. A page that is not there is a 404."""
    try:
        return Paginator(items, PER_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(_("There is no such page.")) from error


def page_numbers(page):
    """The numbers a reader is offered, with `Paginator.ELLIPSIS` for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
