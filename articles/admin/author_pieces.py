"""Every piece of an author, with the name, role and affiliation printed then."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, PrintedByline, Reason, clock

FIRST, PER_PAGE = 10, 50


def pieces_of(author, user, *, start=0, number=FIRST):
    """(the pieces, whether there are more). Two queries: those the user may open are links."""
    at = clock.now()
    visible = rules.visible(user, Article.objects.all())
    found = PrintedByline.objects.newest_of_each(author, at, visible)
    rows = list(found[start : start + number + 1])
    shown = [_piece(row, at) for row in rows[:number]]
    articles = visible.filter(pk__in=[version.article_id for version in shown])
    open_to = set(articles.values_list("pk", flat=True))
    for version in shown:
        version.linked = version.article_id in open_to
    return shown, len(rows) > number


def page(request, model_admin, author):
    number = _number(request.GET.get("page"))
    pieces, more = pieces_of(author, request.user, start=(number - 1) * PER_PAGE, number=PER_PAGE)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Pieces, as printed then"),
        "subtitle": str(author),
        "opts": model_admin.opts,
        "original": author,
        "pieces": pieces,
        "page": number,
        "more": more,
    }
    return TemplateResponse(request, "admin/articles/author/pieces.html", context)


def _piece(row, at):
    version = row.version
    version.line = row.line
    version.standing = ""
    if version.reason == Reason.WITHDRAWAL:
        version.standing = _("withdrawn")
    elif version.published_at > at:
        version.standing = _("scheduled")
    elif version.superseded_at <= at:
        version.standing = _("version %d, no longer in force") % version.number
    return version


def _number(text):
    """A page that is no number is the first one; far beyond the last stands nothing."""
    return min(int(text), 100_000) if text and text.isascii() and text.isdigit() and int(text) else 1
