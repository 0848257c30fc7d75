"""Of which piece a piece is the translation. Like its topics this belongs to the article, and takes effect at once."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Event, Translation, Version, clock

from .acting import Problem, Refusal, record, take


@transaction.atomic
def translate(article, original, *, by):
    """Let the article be the translation of `original`, or of none.

    What readers do not find now can stay, not come.
    """
    ask = _("Your account may not say what a piece is a translation of. Ask an editor.")
    take(article, by=by, may=rules.may_relate, ask=ask)
    article.refresh_from_db()
    # One at a time: two that each see nothing of the other could make a chain.
    Translation.objects.select_for_update().order_by("pk").first()
    there = Translation.objects.filter(article=article).select_related("original").first()
    if original == (there and there.original):
        return
    if there:
        there.delete()
    if original:
        problem = _problem(article, original)
        if problem:
            raise Refusal(Problem(*problem, "original"))
        Translation.objects.create(article=article, original=original)
    article.touch(clock.now())
    detail = _("of “%s”") % original if original else _("of none")
    record(article, Event.Action.TRANSLATED, by=by, detail=detail)


def _problem(article, original):
    """(code, sentence) of what is in the way."""
    if original == article:
        return "itself", _("A piece cannot be the translation of itself.")
    if not Version.objects.live(clock.now()).filter(article=original).exists():
        return "hidden", _("Readers do not find “%s” now. Choose a live piece.") % original
    chain = Translation.objects.filter(article=original).select_related("original").first()
    if chain:
        said = _("“%(piece)s” is a translation itself: choose its original, “%(original)s”.")
        return "chain", said % {"piece": original, "original": chain.original}
    if article.translations.exists():
        return "original", _("This piece has translations of its own: it is an original.")
    words = {"piece": original, "language": article.get_language_display()}
    if original.language == article.language:
        return "language", _("Both are in the same language, %(language)s.") % words
    taken = Article.objects.filter(translation__original=original, language=article.language).first()
    if taken:
        said = _("“%(piece)s” has a translation into %(language)s already: “%(other)s”.")
        return "taken", said % {**words, "other": taken}
    return None
