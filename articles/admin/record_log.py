"""Who changed a record, newest first, a page at a time. Django's own page counts its log, which has no index to count by."""

from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .numbers import number_in

PAGE = 50
FURTHEST = 10_000


def page_of(model_admin, request, object_id):
    key = unquote(object_id)
    record = model_admin.get_object(request, key)
    if record is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, key)
    if not model_admin.has_view_or_change_permission(request, record):
        raise PermissionDenied
    number = min(number_in(request.GET.get("page")) or 1, FURTHEST)
    start = (number - 1) * PAGE
    rows = list(entries_of(record).select_related("user")[start : start + PAGE + 1])
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("History"),
        "subtitle": str(record),
        "opts": model_admin.opts,
        "module_name": capfirst(model_admin.opts.verbose_name_plural),
        "object": record,
        "entries": rows[:PAGE],
        "page": number,
        "more": len(rows) > PAGE,
    }
    return TemplateResponse(request, "admin/object_history.html", context)


def entries_of(record):
    """By the index admin_log_of_record, which migration 0014 lays on Django's table, in its order."""
    kind = ContentType.objects.get_for_model(record)
    return LogEntry.objects.filter(content_type=kind, object_id=str(record.pk)).order_by("-pk")
