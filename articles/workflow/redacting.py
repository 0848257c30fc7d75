"""Taking words out of what was published, where a court or a right asks for it. The one change a version's words know."""

import dataclasses

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles import rules
from articles.models import Article, Event, Version, clock
from articles.models.immutability import lifted
from articles.models.version import REDACTED, REMOVED
from articles.text import clean, text_hash, wording_hash
from articles.text.redacting import holds, redact
from articles.text.rerendering import render_again, same_words

from .acting import Problem, Refusal, record, take
from .drafting import keep, revise

SHORTEST = 3
# Of a version; its text is rendered anew from its source.
SAID = ("title", "standfirst", "note", "originally_at", "disclaimer", "bylines", "lead_image")
# Of the working copy.
TYPED = ("title", "standfirst", "body", "originally_at")


@transaction.atomic
def redact_versions(article, phrases, *, by, reason):
    """Take `phrases` out of every version of `article`, and of the working copy. Returns the numbers of the versions.

    A mark stands in place of the words, and the record of the piece says when and why (`reason`, which readers see).
    The guard is lifted inside this transaction. Revisions of before keep the words: the desk alone sees those.
    """
    take(
        article,
        by=by,
        may=rules.may_redact,
        ask=_("Only a superuser may take words out of what was printed."),
    )
    article.refresh_from_db()
    phrases, reason = [" ".join(phrase.split()) for phrase in phrases], " ".join(reason.split())
    _require(phrases, reason)
    revisions, numbers = {}, []
    with lifted(connection):
        for version in article.versions.order_by("number"):
            values = _values(version, phrases, reason)
            if values:
                values |= _revision(article, version, phrases, revisions, by=by)
                models.QuerySet(Version).filter(pk=version.pk).update(**values)
                numbers.append(version.number)
                version_hash = values["content_hash"]
    if not numbers:
        raise Refusal(Problem("nowhere", _("No version of this article holds these words.")))
    if numbers[-1] == version.number:
        article.version_hash = version_hash
    _mend_working_copy(article, phrases, by=by)
    versions = ", ".join(map(str, numbers))
    record(article, Event.Action.REDACTED, by=by, detail=_("version %s") % f"{versions}: {reason}")
    return numbers


def _require(phrases, reason):
    problems = []
    if not phrases or any(len(phrase) < SHORTEST for phrase in phrases):
        problems.append(Problem("words", _("Say which words, of three characters or more.")))
    if not reason:
        problems.append(Problem("reason", _("Give the reason: readers see it.")))
    if problems:
        raise Refusal(*problems)


def _values(version, phrases, reason):
    """The columns of `version` that are new; none where it says none of the words."""
    with override(version.language):
        mark = str(REMOVED)
        day = date_format(timezone.localtime(clock.now()), "j F Y")
        notice = REDACTED % {"day": day, "reason": reason}
    values = {name: _redacted(getattr(version, name), phrases, mark) for name in SAID}
    values |= _rendered(version, phrases, mark)
    values = {name: value for name, value in values.items() if value != getattr(version, name)}
    if not values:
        return {}
    left = [name for name, value in values.items() if holds(str(value), phrases)]
    if left:
        message = _("The words cannot be taken out of version %(number)d: they stay in its %(where)s.")
        where = {"number": version.number, "where": ", ".join(left)}
        raise Refusal(Problem("left", message % where))
    if "disclaimer" in values:
        values["disclaimer_hash"] = wording_hash(values["disclaimer"])
    return values | {"note": f"{values.get('note', version.note)} {notice}".strip()}


def _rendered(version, phrases, mark):
    source = redact(version.source, phrases, mark)
    if source == version.source and not holds(version.body, phrases):
        return {}
    source, printed = clean(source), redact(version.body, phrases, mark)
    # Rendered anew, for ids are made of words too; figures as they were printed then.
    rendered = render_again(source, lang=version.language, printed=printed)
    if not same_words(printed, rendered.body):
        message = _("Version %d would lose other words too. Take longer or shorter ones.")
        raise Refusal(Problem("rendering", message % version.number))
    return {
        "source": source,
        "body": rendered.body,
        "outline": [dataclasses.asdict(item) for item in rendered.outline],
        "endnotes": [dataclasses.asdict(note) for note in rendered.notes],
        "words": rendered.words,
        "text_hash": text_hash(source),
    }


def _revision(article, version, phrases, revisions, *, by):
    """What a correction starts from is without the words too: a revision of its own, one for all versions made of it."""
    number = version.revision_number
    if number not in revisions:
        revision = article.revisions.get(number=number)
        with override(version.language):
            data = _redacted(revision.data, phrases, str(REMOVED))
        if data != revision.data:
            revision = keep(article, data, by=by, comment=_("Without the words that were removed"))
        revisions[number] = revision
    revision = revisions[number]
    return {"revision_number": revision.number, "content_hash": revision.content_hash}


def _mend_working_copy(article, phrases, *, by):
    with override(article.language):
        mark = str(REMOVED)
    for name in TYPED:
        setattr(article, name, _redacted(getattr(article, name), phrases, mark))
    article.save()
    for line in article.bylines.all():
        for name in ("name", "honorific", "role", "affiliation", "note"):
            setattr(line, name, _redacted(getattr(line, name), phrases, mark))
        line.save()
    revision = revise(article, by=by, comment=_("Without the words that were removed"))
    Article.objects.filter(pk=article.pk).update(content_hash=revision.content_hash)
    article.touch(clock.now())  # a form that was opened before is stale: it holds the words


def _redacted(value, phrases, mark):
    if isinstance(value, str):
        return redact(value, phrases, mark)
    if isinstance(value, dict):
        return {key: _redacted(item, phrases, mark) for key, item in value.items()}
    return [_redacted(item, phrases, mark) for item in value] if isinstance(value, list) else value
