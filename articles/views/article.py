from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import override

from articles.citations import highwire, json_ld, plain
from articles.citations.formats import FORMATS
from articles.languages import spoken
from articles.models import Publication, Reason, Relation, Version, clock

from .addresses import absolute
from .changes import led_to_changes
from .debate import debate_of
from .notes import stand_beside
from .pictures import lead_of, shared_image
from .records import record_of
from .related import about_authors, near, related_to
from .republish import address_of_kit
from .series import place_of
from .standing import gone, of_what_stands
from .translations import translations_of


@of_what_stands
def article(request, version):
    """Ten queries: the version in force, the article's topics, its history, its translations, its series, the publication,
    who signed it; its relations, the newest pieces of its topics and authors, and what of all these readers find."""
    return _page(request, version, current=version)


@of_what_stands
def version(request, current, number):
    """A version at its own address. Six queries for a superseded one: what stands now and what was asked for, topics, history,
    translations, publication."""
    asked = get_object_or_404(current.article.versions.public(clock.now()), number=number)
    if asked.reason == Reason.WITHDRAWAL:
        return gone(request, asked)
    asked.article = current.article
    return _page(request, asked, current=current)


@of_what_stands
def cite(request, version, extension):
    """The citation of what stands at the article's address, as a file for a reference manager."""
    form = FORMATS[extension]
    topics = list(version.article.topics.all())
    record = record_of(
        version,
        publication=Publication.objects.current(),
        topics=topics,
        place=place_of(version, clock.now()),
    )
    response = HttpResponse(form.dumps(record), content_type=f"{form.media_type}; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{version.article.slug}.{extension}"'
    return response


def _page(request, version, *, current):
    article = version.article
    history = led_to_changes(list(article.versions.public(clock.now()).for_history()))
    topics = list(article.topics.all())
    corrections = [entry for entry in history if entry.reason == Reason.CORRECTION]
    publication = Publication.objects.current()
    translations = translations_of(version, clock.now())
    place = place_of(version, clock.now()) if version.number == current.number else None
    record = record_of(
        version,
        publication=publication,
        topics=topics,
        corrections=corrections,
        translations=translations.linked_data,
        place=place,
    )
    context = {
        "version": version,
        "translations": translations,
        "place": place,
        "kit": address_of_kit(version, publication),
        "current": version.number == current.number,
        "topics": topics,
        "history": history,
        "corrections": corrections,
        "beside": stand_beside(version),
        "lead": lead_of(version),
        "shared_image": shared_image(version),
        "canonical": absolute(article.get_absolute_url()),
        "publication": publication,
    }
    context |= _cited(record, article)
    with override(spoken(version.language)):
        if context["current"]:
            context |= _leading_on(
                version, topics, led_to={*translations.articles, *(place.neighbours if place else ())}
            )
        return render(request, "articles/article.html", context)


def _cited(record, article):
    """How the page says who wrote what: to readers, to reference managers, to search engines."""
    return {
        "citation": plain.line(record),
        "citation_formats": [
            {"label": form.label, "url": reverse(f"articles:cite-{extension}", args=[article.slug])}
            for extension, form in FORMATS.items()
        ],
        "metas": highwire.meta(record),
        "json_ld": json_ld.dumps(record),
    }


def _leading_on(version, topics, led_to):
    """From the text in force to its authors and to other pieces, but for those the page leads to already."""
    at = clock.now()
    signed = list(version.printed_bylines.with_authors())
    relations = list(Relation.objects.around(version.article))
    debated = {key for row in relations for key in (row.source_id, row.target_id)}
    nearest = near(topics, signed)
    # Itself is among them: so the queries are as many where there is no other.
    found = Version.objects.live(at).for_lists().among({*debated, *nearest.articles}).newest_first()
    live = {other.article_id: other for other in found}
    return {
        "authors": about_authors(version, signed),
        "debate": debate_of(version.article, relations, live),
        "related": related_to(version, nearest, topics, signed, live, besides=debated | led_to),
    }
