"""Suggestions for the pickers, as JSON. Seen by who may see the records; each answer holds a screenful."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.translation import gettext as _

from articles.models import Author, PrintedByline, Topic, clock
from articles.text import normal_form, titled

from . import live_article, search, status

SHOWN = 12
# Of a byline, what choosing its author fills in.
FILLED = ("name", "honorific", "role", "affiliation")


def authors(request):
    if not request.user.has_perm("articles.view_author"):
        raise PermissionDenied
    found = list(search.authors(Author.objects.all(), request.GET.get("q", ""))[:SHOWN])
    printed = PrintedByline.objects.last_of(found, clock.now())
    return JsonResponse({"suggestions": [_author(author, printed.get(author.pk)) for author in found]})


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


def live_articles(request):
    """What may take the place of a withdrawn piece, or be taken up by another."""
    if not any(request.user.has_perm(f"articles.{act}_article") for act in ("withdraw", "classify")):
        raise PermissionDenied
    found = live_article.found(request.GET.get("q", ""))[:SHOWN]
    return JsonResponse({"suggestions": [_live_article(version) for version in found]})


def _live_article(version):
    names = ", ".join(line["name"] for line in version.bylines)
    return {
        "label": version.title,
        "hint": " · ".join(filter(None, [names, status.day(version.first_published_at)])),
        "address": version.get_absolute_url(),
    }


def _author(author, row):
    """With `which`, what may be printed of them, where the record differs from what was last printed."""
    record = {field: getattr(author, field) for field in FILLED}
    suggestion = {
        "id": str(author.pk),
        "label": author.name,
        "address": author.slug,
        "hint": ", ".join(filter(None, [author.role, author.affiliation, _waiting(author)])),
        **record,
    }
    printed = row and {field: row.line[field] for field in FILLED}
    if printed and printed != record:
        day = status.day(row.version.published_at)
        suggestion["which"] = [
            {"words": _("As on record: %s") % _in_words(record), **record},
            {"words": _("As last printed (%(day)s): %(words)s") % {"day": day, "words": _in_words(printed)}}
            | printed,
        ]
    return suggestion


def _in_words(line):
    name = titled(line["name"], line["honorific"])
    return ", ".join(filter(None, [name, line["role"], line["affiliation"]]))


def _topic(topic, form):
    alias = next((name for name in topic.aliases if form and form in normal_form(name)), "")
    matched = form in normal_form(topic.name)
    shown = "" if matched else alias
    return {
        "label": topic.name,
        "address": topic.slug,
        "hint": ", ".join(filter(None, [shown, _waiting(topic)])),
        "waiting": not topic.is_approved,
    }


def _waiting(record):
    return "" if record.is_approved else _("waits for approval")
