"""The kit with which others republish a piece, where the institution has said on what terms."""

from itertools import cycle

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.languages import spoken
from articles.models import Publication
from articles.text import republishing, titled

from .addresses import absolute
from .standing import of_what_stands

# The signs of components/author_notes.html, in its order.
SIGNS = ("*", "†", "‡", "§", "¶", "**", "††", "‡‡")


@of_what_stands
def republish(request, version):
    """Two queries: the version in force, the publication."""
    publication = _offering(version)
    with override(spoken(version.language)):
        piece = _piece(version, publication)
        context = {
            "version": version,
            "publication": publication,
            "canonical": absolute(version.get_absolute_url()),
            "terms": normalize_newlines(publication.republishing_terms.strip()).split("\n\n"),
            "copies": list(_copies(piece, version.article.slug)),
            "without_pictures": bool(version.lead_image) or "<figure" in version.body,
        }
        return render(request, "articles/republish.html", context)


@of_what_stands
def republish_file(request, version, ending):
    """Two queries, as above. Saved and not shown: as a page of this site it would compete with the article."""
    publication = _offering(version)
    media_type, write = republishing.FORMS[ending]
    with override(spoken(version.language)):
        text = write(_piece(version, publication))
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{version.article.slug}.{ending}"'
    response["Link"] = f'<{absolute(version.get_absolute_url())}>; rel="canonical"'
    response["X-Robots-Tag"] = "noindex"
    return response


def address_of_kit(version, publication):
    """None where there is none: without terms, and of a piece that appeared elsewhere first and is not ours to give away."""
    if not publication.may_be_republished(version):
        return None
    return reverse("articles:republish", args=[version.article.slug])


def _offering(version):
    publication = Publication.objects.current()
    if not publication.may_be_republished(version):
        raise Http404
    return publication


def _copies(piece, slug):
    for ending, label, write in (
        ("html", "HTML", republishing.as_html),
        ("md", "Markdown", republishing.as_markdown),
        ("txt", _("Plain text"), republishing.as_text),
    ):
        file = reverse(f"articles:republish-{ending}", args=[slug])
        yield {"label": label, "ending": ending, "text": write(piece), "file": file}


def _piece(version, publication):
    notes = version.author_notes
    noted = [index for index, line in enumerate(version.bylines) if line["note"]]
    signs = dict(zip(noted, cycle(SIGNS)))
    day = date_format(timezone.localtime(version.first_published_at), _("j F Y"))
    attribution = _("First published by %(publication)s, %(day)s:") % {
        "publication": publication.name,
        "day": day,
    }
    return republishing.Piece(
        title=version.title,
        standfirst=version.standfirst,
        body=version.source,
        language=version.language,
        address=absolute(version.get_absolute_url()),
        signed=tuple(_signed(line, signs.get(index, "")) for index, line in enumerate(version.bylines)),
        about_authors=tuple(f"{sign} {note}" for sign, note in zip(signs.values(), notes, strict=True)),
        disclaimer=version.disclaimer,
        attribution=attribution,
        licence=publication.licence_url,
        notes_label=_("Notes"),
    )


def _signed(line, sign):
    """Dr. Leyla Arslan*, Senior fellow, Harbour Institute"""
    name = titled(line["name"], line["honorific"])
    return ", ".join(filter(None, (name + sign, line["role"], line["affiliation"])))
