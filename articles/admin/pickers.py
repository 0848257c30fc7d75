"""Suggestions for the pickers, as JSON. Seen by who may see the records; each answer holds a screenful."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.translation import gettext as _

from articles.models import Author, Topic
from articles.text import normal_form

from . import search

SHOWN = 12


def authors(request):
    if not request.user.has_perm("articles.view_author"):
        raise PermissionDenied
    found = search.authors(Author.objects.all(), request.GET.get("q", ""))[:SHOWN]
    return JsonResponse({"suggestions": [_author(author) for author in found]})


def topics(request):
    """By preferred name or alias; where an alias matched, it says so."""
    if not request.user.has_perm("articles.view_topic"):
        raise PermissionDenied
    query = request.GET.get("q", "")
    form = normal_form(query)
    found = search.topics(Topic.objects.all(), query).prefetch_related("names")[:SHOWN]
    known = Topic.objects.named(query) if form else None
    return JsonResponse(
        {
            "suggestions": [_topic(topic, form) for topic in found],
            "known": known.name if known else "",
            "sayable": bool(form),
        }
    )


def _author(author):
    return {
        "id": str(author.pk),
        "label": author.name,
        "hint": ", ".join(filter(None, [author.role, author.affiliation, _waiting(author)])),
        "name": author.name,
        "honorific": author.honorific,
        "role": author.role,
        "affiliation": author.affiliation,
    }


def _topic(topic, form):
    alias = next((name for name in topic.aliases if form and form in normal_form(name)), "")
    matched = form in normal_form(topic.name)
    shown = "" if matched else alias
    return {
        "label": topic.name,
        "hint": ", ".join(filter(None, [shown, _waiting(topic)])),
        "waiting": not topic.is_approved,
    }


def _waiting(record):
    return "" if record.is_approved else _("waits for approval")
