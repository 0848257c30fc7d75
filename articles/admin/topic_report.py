"""Topics that need a gardener: thin, orphaned, gone quiet, waiting, or with words nobody has read for a year."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Topic, clock

THIN = 3
YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Section:
    title: str
    advice: str
    topics: list


def report(request, model_admin):
    """Three queries for the topics, however many there are."""
    if not request.user.has_perm("articles.view_topic"):
        raise PermissionDenied
    now = clock.now()
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Topics that need a look"),
        "opts": model_admin.opts,
        "sections": sections(Topic.objects.with_uses(now), now),
    }
    return TemplateResponse(request, "admin/articles/topic/report.html", context)


def sections(topics, now):
    """A topic stands in each section that is true of it."""
    day = timezone.localtime(now).date()
    return [
        Section(
            _("Waiting for approval"),
            _("No article under one of these can be published."),
            [t for t in topics if not t.is_approved],
        ),
        Section(
            _("No live piece"),
            _("Readers do not find these. Delete what no article uses, or merge it into another."),
            [t for t in topics if not t.count],
        ),
        Section(
            _("Fewer than three live pieces"),
            _("Perhaps an alias of a broader topic: merge it, or let it grow."),
            [t for t in topics if 0 < t.count < THIN],
        ),
        Section(
            _("Nothing new for a year"),
            _("The newest piece is more than a year old."),
            [t for t in topics if t.latest_at and t.latest_at < now - YEAR],
        ),
        Section(
            _("“Where we stand” not reviewed for a year"),
            _("Read it again; if it is still true, set the date to today."),
            [t for t in topics if t.standpoint and (not t.reviewed_on or t.reviewed_on < day - YEAR)],
        ),
    ]
