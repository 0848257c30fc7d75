"""A list of records carries when it was opened: an action on many does not touch what was changed since, unseen."""

from django import forms
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.dateparse import parse_datetime


def _now():
    return timezone.now().isoformat()


class ListedActionForm(ActionForm):
    listed_at = forms.CharField(widget=forms.HiddenInput, initial=_now, label="", required=False)


def changed_since(request, model):
    """{key: the newest line of the log} of the records of `model` changed since the list was opened.

    Without a time that can be read every record with a line in the log counts as changed.
    """
    try:
        since = parse_datetime(request.POST.get("listed_at", ""))
    except ValueError:
        since = None
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model))
    if since and timezone.is_aware(since):
        entries = entries.filter(action_time__gt=since)
    return {entry.object_id: entry for entry in entries.select_related("user").order_by("action_time")}
