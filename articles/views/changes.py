"""What changed between two public versions of a piece."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.languages import spoken
from articles.models import Publication, Reason, clock
from articles.text import CONTENT_LANGUAGES, figures_in, titled
from articles.text.diff import Row, Stretch, diff_bodies, diff_texts, stretches

from .addresses import absolute
from .standing import gone, of_what_stands


@dataclass(frozen=True)
class Changes:
    lines: list[tuple[str, Row]]
    """(label, its words) of what differs around the text."""
    stretches: tuple[Stretch, ...]
    """The paragraphs, long runs of unchanged ones folded; empty where all are the same."""


@of_what_stands
def changes(request, current, older, newer):
    """Three queries: the version in force, the two asked for, the publication."""
    versions = list(current.article.versions.public(clock.now()).numbered(older, newer))
    if len(versions) < 2 or older > newer:
        raise Http404
    old, new = versions
    for version in versions:
        version.article = current.article
        if version.reason == Reason.WITHDRAWAL:
            return gone(request, version)
    with override(spoken(new.language)):
        context = {
            "old": old,
            "new": new,
            "current": current,
            "changes": compare(old, new),
            "publication": Publication.objects.current(),
            "canonical": absolute(current.get_absolute_url()),
        }
        return render(request, "articles/changes.html", context)


def led_to_changes(history):
    """The record, newest first; each change of the text knows the page that shows it beside the text before."""
    later = None
    for entry in history:
        if entry.reason == Reason.WITHDRAWAL:
            continue
        if later and later.reason != Reason.REINSTATEMENT:
            pair = [entry.article.slug, entry.number, later.number]
            later.changes_url = reverse("articles:changes", args=pair)
        later = entry
    return history


def compare(old, new):
    before, after = _around(old), _around(new)
    lines = [
        (label, Row("changed", "p", diff_texts(words, after[label])))
        for label, words in before.items()
        if words != after[label]
    ]
    # What the library calls a picture is the desk's; readers know its caption.
    pictures = dict.fromkeys({*figures_in(old.source), *figures_in(new.source)}, _("Picture"))
    rows = diff_bodies(old.source, new.source, pictures)
    changed = any(row.change != "same" for row in rows)
    return Changes(lines, stretches(rows) if changed else ())


def _around(version):
    """{what it is called: its words} of what a version prints around its text."""
    lead = version.lead_image
    return {
        _("Title"): version.title,
        _("Standfirst"): version.standfirst,
        _("Kind"): str(version.kind_label),
        _("Language"): dict(CONTENT_LANGUAGES).get(version.language, version.language),
        _("Authors"): "\n".join(map(_signed, version.bylines)),
        _("Picture"): "\n".join(filter(None, (lead.get("caption"), lead.get("credit"), lead.get("src")))),
        _("Disclaimer"): version.disclaimer,
        _("First appeared in"): version.originally_at,
    }


def _signed(line):
    name = titled(line["name"], line["honorific"])
    return ", ".join(filter(None, (name, line["role"], line["affiliation"], line["note"])))
