"""Which live pieces print no disclaimer, or a wording its record no longer has. Looks, and touches none of them."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import rules
from articles.models import Article, Disclaimer, FormerWording, Version, clock
from articles.models.version_queries import CAP
from articles.text import wording_hash

PER_PAGE = 50
# What `?wording=` may say besides the key of an earlier wording; NOW stands before the key of a record.
NONE, NOW = "none", "now-"


@dataclass(frozen=True)
class Wording:
    title: str
    wording: str
    until: object
    pieces: str
    address: str


def earlier_wordings(disclaimer=None):
    """What records, or one of them, once said and live pieces print still. Two queries, however many pieces."""
    former = FormerWording.objects.still_printed(clock.now())
    if disclaimer is not None:
        former = former.filter(disclaimer=disclaimer)
    # What another record says now is nobody's old wording.
    present = set(map(wording_hash, Disclaimer.objects.values_list("wording", flat=True)))
    return [_wording(row) for row in former if row.wording_hash not in present]


def _wording(row):
    address = f"{reverse('admin:articles_disclaimer_coverage')}?wording={row.pk}"
    return Wording(str(row.disclaimer), row.wording, row.until, pieces_in_words(row.count), address)


def pieces_in_words(count):
    if count > CAP:
        return _("more than %d live pieces") % CAP
    return ngettext("%d live piece", "%d live pieces", count) % count


def carrying(digest):
    """How many live pieces print the disclaimer of this hash. One query."""
    return Version.objects.live(clock.now()).count_with_wording(digest)


def printing(disclaimer):
    """The articles that print a wording of this record now, the present one or an earlier."""
    hashes = [
        wording_hash(disclaimer.wording),
        *disclaimer.former_wordings.values_list("wording_hash", flat=True),
    ]
    others = Disclaimer.objects.exclude(pk=disclaimer.pk).values_list("wording", flat=True)
    own = set(hashes) - set(map(wording_hash, others))
    live = Version.objects.live(clock.now()).order_by().filter(disclaimer_hash__in=own)
    return Article.objects.filter(pk__in=live.values("article"))


def page(request, model_admin):
    """The overview, or the pieces of one wording, `?wording=`."""
    if not request.user.has_perm("articles.view_disclaimer"):
        raise PermissionDenied
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Disclaimers on live pieces"),
        "opts": model_admin.opts,
        **(_pieces(request) if "wording" in request.GET else _overview()),
    }
    return TemplateResponse(request, "admin/articles/disclaimer/coverage.html", context)


def _overview():
    without = carrying("")
    return {"wordings": earlier_wordings(), "without": without and pieces_in_words(without)}


def _pieces(request):
    """Two queries for the page: its versions with their working copies, which of these the user may open."""
    digest, heading, wording = _asked_for(request.GET["wording"])
    text = request.GET.get("page", "1")
    number = min(int(text), 100_000) if text.isascii() and text.isdigit() and int(text) else 1
    start = (number - 1) * PER_PAGE
    rows = Version.objects.live(clock.now()).with_wording(digest)[start : start + PER_PAGE + 1]
    versions = list(rows)
    shown = versions[:PER_PAGE]
    articles = Article.objects.filter(pk__in=[version.article_id for version in shown])
    open_to = set(rules.visible(request.user, articles).values_list("pk", flat=True))
    pieces = [
        # What becomes of another's working copy is not a writer's to know.
        (version, may_open, _working_copy(version.article) if may_open else "–")
        for version in shown
        for may_open in [version.article_id in open_to]
    ]
    return {
        "heading": heading,
        "wording": wording,
        "pieces": pieces,
        "page": number,
        "more": len(versions) > PER_PAGE,
        "query": f"wording={request.GET['wording']}&",
    }


def _asked_for(text):
    """The hash, a heading and the words: of no disclaimer, of a record's present wording, or of an earlier one."""
    if text == NONE:
        return "", _("Live pieces without a disclaimer"), ""
    present = text.startswith(NOW)
    key = text.removeprefix(NOW)
    rows = Disclaimer.objects.all() if present else FormerWording.objects.select_related("disclaimer")
    row = key.isascii() and key.isdigit() and len(key) < 12 and rows.filter(pk=key).first()
    if not row:
        raise Http404(_("There is no such wording."))
    if present:
        return wording_hash(row.wording), _("Live pieces with the wording of “%s”") % row, row.wording
    return row.wording_hash, _("Live pieces with an earlier wording of “%s”") % row.disclaimer, row.wording


def _working_copy(article):
    """What would be printed if the piece were published again."""
    if article.no_disclaimer:
        return _("none needed, by choice")
    return str(article.disclaimer) if article.disclaimer else _("not decided")
