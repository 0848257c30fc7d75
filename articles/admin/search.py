"""The search boxes of the lists: by folded keys, so that "Türkiye" is found by "turkiye" on both engines."""

from django.db.models import Exists, OuterRef, Q

from articles.models import Byline, Tagging
from articles.text import fold, normal_form

TERMS = 8  # a pasted paragraph is not a search


def terms(text):
    return fold(text).split()[:TERMS]


def articles(queryset, text):
    """Each term stands in the title, in an author's name or in a name of a topic."""
    for term in terms(text):
        bylines = Byline.objects.filter(article=OuterRef("pk"), author__name_key__contains=term)
        condition = Q(title_key__contains=term) | Exists(bylines)
        if form := normal_form(term):
            tagging = Tagging.objects.filter(
                content_object=OuterRef("pk"), tag__names__normal_form__contains=form
            )
            condition |= Exists(tagging)
        queryset = queryset.filter(condition)
    return queryset


def authors(queryset, text):
    for term in terms(text):
        queryset = queryset.filter(name_key__contains=term)
    return queryset


def topics(queryset, text):
    """By any name, alias or preferred."""
    form = normal_form(text)
    if not form:
        return queryset.none() if text.strip() else queryset
    return queryset.filter(names__normal_form__contains=form).distinct()
