"""Which pieces are the parts of a series, in their order. It belongs to the articles, and takes effect at once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Series, SeriesPart

from .acting import Problem, Refusal


@transaction.atomic
def arrange(series, articles, *, by):
    """Let these articles be the parts of the series, in this order.

    What readers do not find yet can be among them: it takes its place when it is published.
    """
    if not (by.is_active and by.has_perm("articles.change_series")):
        raise PermissionDenied(_("Your account may not change series. Ask an editor."))
    Series.objects.select_for_update().get(pk=series.pk)
    articles = list(dict.fromkeys(articles))
    if [article.pk for article in articles] == list(series.parts.values_list("article", flat=True)):
        return
    problems = [taken(part) for part in SeriesPart.objects.of_others(series, articles)]
    if problems:
        raise Refusal(*problems)
    series.parts.all().delete()
    SeriesPart.objects.bulk_create(
        SeriesPart(series=series, article=article, position=position)
        for position, article in enumerate(articles, start=1)
    )


def taken(part):
    words = {"piece": part.article, "series": part.series}
    message = _("“%(piece)s” is a part of “%(series)s”: a piece belongs to one series.") % words
    return Problem("taken", message, "parts")
