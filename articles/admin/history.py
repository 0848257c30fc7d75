"""What became of an article: its kept texts, and the log. Both a page at a time, by number: neither counts its rows."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Revision, Version, clock

from . import kept, status
from .changes import said
from .numbers import number_in

PAGE = 50


def context_of(model_admin, request, article, title):
    """What each page beside an article starts with."""
    return {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
        "zone": status.zone(clock.now()),
    }


def article_for(model_admin, request, pk):
    """The article, for who may see it; None where there is none among theirs."""
    article = model_admin.get_object(request, str(pk))
    if article is not None and not model_admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


@dataclass(frozen=True)
class Page:
    """Rows numbered from `newest` down, from `before` on. `newer` and `older` are the numbers other pages start before."""

    rows: list
    newer: int | None
    older: int | None


def page_of(rows, before):
    """Of rows numbered without gaps, those before the number asked for in the page's address, newest first."""
    newest = rows.aggregate(newest=Max("number"))["newest"] or 0
    before = min(number_in(before) or newest + 1, newest + 1)
    before = max(before, 2)
    found = list(rows.filter(number__lt=before, number__gte=before - PAGE).order_by("-number"))
    newer = min(before + PAGE, newest + 1) if before <= newest else None
    older = before - PAGE if before - PAGE > 1 else None
    return Page(found, newer, older)


@dataclass(frozen=True)
class Line:
    """A kept text in the list."""

    revision: Revision
    changed: str
    published: list[tuple[Version, str, bool]]
    """The versions made of it, each with where it stands for readers, and whether they see it now."""
    back: str
    """The address where it is put back; "" where that changes nothing or may not be done."""


def revisions(model_admin, request, pk):
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    page = page_of(article.revisions.defer("data"), request.GET.get("before", ""))
    may_change = model_admin.has_change_permission(request, article)
    context = context_of(model_admin, request, article, _("History")) | {
        "page": page,
        "lines": list(_lines(article, page, may_change)),
        "compare": reverse("admin:articles_article_compare", args=[article.pk]),
        "preview": reverse("admin:articles_article_preview", args=[article.pk]),
        "live": article.versions.live(clock.now()).exists(),
        "may_change": may_change,
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def log(model_admin, request, pk):
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    page = page_of(article.events, request.GET.get("before", ""))
    may_change = model_admin.has_change_permission(request, article)
    context = context_of(model_admin, request, article, _("Log")) | {
        "page": page,
        "events": kept.log_of(article, page.rows, may_change=may_change),
    }
    return TemplateResponse(request, "admin/articles/article/log.html", context)


def _lines(article, page, may_change):
    if not page.rows:
        return
    newest = page.rows[0].number if page.newer is None else None
    published = {}
    for version in article.versions.of_revisions(page.rows[-1].number, page.rows[0].number):
        published.setdefault(version.revision_number, []).append((version, *_standing(version)))
    for revision in page.rows:
        back = may_change and revision.number != newest
        yield Line(
            revision,
            said(revision.changed),
            published.get(revision.number, []),
            kept.address(article, revision.number) if back else "",
        )


def _standing(version):
    now = clock.now()
    if version.published_at > now:
        return _("waits for %s") % status.brief_hour(version.published_at), False
    if version.superseded_at > now:
        return _("readers see it now"), True
    return _("until %s") % status.brief(version.superseded_at), False
