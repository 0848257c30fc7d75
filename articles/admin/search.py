"""The search boxes of the lists: by folded keys, so that "Türkiye" is found by "turkiye" on both engines."""

from django.db.models import Q

from articles.models import Author, Byline, Tagging, TopicName
from articles.text import fold, normal_form

TERMS = 8  # a pasted paragraph is not a search


def terms(text):
    return fold(text).split()[:TERMS]


def articles(queryset, text):
    """Each term stands in the title, in an author's name or in a name of a topic.

    The names are looked up by themselves, and the titles in the index of the list (article_searched): asked of each
    of 20,000 articles in turn, a word that is nowhere took 80 ms.
    """
    for term in terms(text):
        bylines = Byline.objects.filter(author__in=Author.objects.filter(name_key__contains=term).order_by())
        found = Q(title_key__contains=term) | Q(pk__in=bylines.values("article"))
        if form := normal_form(term):
            names = TopicName.objects.filter(normal_form__contains=form).order_by()
            taggings = Tagging.objects.filter(tag__in=names.values("topic"))
            found |= Q(pk__in=taggings.values("content_object"))
        queryset = queryset.filter(found)
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
    names = TopicName.objects.filter(normal_form__contains=form).order_by()
    return queryset.filter(pk__in=names.values("topic"))


def images(queryset, text):
    for term in terms(text):
        queryset = queryset.filter(search_key__contains=term)
    return queryset
