"""Which pieces a piece takes up. Like its topics this belongs to the article, and takes effect at once."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Event, Relation, RelationType, Version, clock
from articles.models.relation import ORDERED

from .acting import Problem, Refusal, record, take

# A piece that takes up more is a survey of the literature.
MOST = 20


@transaction.atomic
def relate(article, relations, *, by):
    """Let the article take up exactly these: pairs of a type and another article.

    What readers do not find now can stay, not come.
    """
    take(article, by=by, may=rules.may_relate, ask=_("Your account may not relate pieces. Ask an editor."))
    article.refresh_from_db()
    # One at a time: two that each see nothing of the other could close a circle between them.
    Relation.objects.select_for_update().order_by("pk").first()
    wanted = dict.fromkeys((RelationType(type), target) for type, target in relations)
    there = {(row.type, row.target): row for row in article.relations.select_related("target")}
    new = [pair for pair in wanted if pair not in there]
    gone = [row.pk for pair, row in there.items() if pair not in wanted]
    if not new and not gone:
        return
    article.relations.filter(pk__in=gone).delete()
    problems = [*_too_many(wanted), *_problems(article, new)]
    if problems:
        raise Refusal(*problems)
    Relation.objects.bulk_create(Relation(source=article, type=type, target=other) for type, other in new)
    article.touch(clock.now())
    detail = "; ".join(f"{type.label} “{other}”" for type, other in wanted)
    record(article, Event.Action.RELATED, by=by, detail=detail or _("none any more"))


def _too_many(wanted):
    if len(wanted) > MOST:
        yield _problem("many", _("A piece takes up at most %d others.") % MOST)


def _problems(article, new):
    """All that is wrong at once, one sentence for each piece."""
    targets = [other for _type, other in new]
    live = set(
        Version.objects.live(clock.now()).filter(article__in=targets).values_list("article", flat=True)
    )
    turned = set(Relation.objects.filter(target=article, source__in=targets).values_list("type", "source"))
    for type, other in new:
        if other == article:
            yield _problem("itself", _("A piece cannot take up itself."))
        elif other.pk not in live:
            yield _problem("hidden", _("Readers do not find “%s” now. Choose a live piece.") % other)
        elif (type, other.pk) in turned:
            yield _problem("turned", _("“%s” says this of the present piece already.") % other)
        elif type in ORDERED and article.pk in Relation.objects.before([other]):
            yield _problem(
                "circle",
                _("“%s” comes after the present piece already: the two would turn in a circle.") % other,
            )


def _problem(code, message):
    return Problem(code, message, "relations")
