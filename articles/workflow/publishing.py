import dataclasses

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import DECLARED, Event, PrintedByline, Reason, Tagging, Version, clock
from articles.text import clean, render, text_hash

from .acting import Problem, Refusal, record, take
from .bylines import printed
from .drafting import revise
from .readiness import readiness


@transaction.atomic
def publish(article, *, by, at=None, reason=None, note=""):
    """Publish the working copy now, or at `at`: readers see it from that second on, with nothing run at the hour.

    `reason` says what kind of change it is (minor, update, correction); a first publication needs none.
    A correction needs a `note`, which readers see. A version that waits already is cancelled by this one.
    Raises Refusal with everything that is in the way; returns the new Version.
    """
    take(article, by=by, permission="articles.publish_article")
    article.refresh_from_db()
    now = clock.now()
    at = clock.whole_second(at) if at else now
    standing = article.versions.in_force(now).first()
    note = " ".join(note.split())
    if not reason and standing is None:
        reason = Reason.FIRST
    problems = [*readiness(article), *_wrong_act(standing, reason, note), *_wrong_time(at, now)]
    if problems:
        raise Refusal(*problems)
    cancel_waiting(article, now=now, by=by)
    revision = revise(article, by=by)
    version = append(
        article,
        standing,
        at=at,
        reason=reason,
        note=note,
        authors=[line.author for line in article.bylines.select_related("author")],
        revision_number=revision.number,
        content_hash=revision.content_hash,
        **_text(article),
    )
    action = Event.Action.PUBLISHED if at <= now else Event.Action.SCHEDULED
    record(article, action, by=by, detail=_describe(version, at if at > now else None))
    article.touch(now)
    return version


@transaction.atomic
def cancel_scheduled(article, *, by):
    """Take back the version that waits. It was never public, so nothing of it is kept but a line in the log."""
    take(article, by=by, permission="articles.publish_article")
    if not cancel_waiting(article, now=clock.now(), by=by):
        raise Refusal(Problem("nothing-waits", _("No version of this article is scheduled.")))
    article.touch(clock.now())


def cancel_waiting(article, *, now, by):
    """Cancel the waiting version, if there is one, and leave the one before it open-ended again."""
    waiting = article.versions.waiting(now).first()
    if waiting is None:
        return False
    waiting.cancel(now)
    before = article.versions.in_force(now).first()
    if before:
        before.supersede(clock.OPEN_END)
    else:
        Tagging.objects.filter(content_object=article).update(first_published_at=None)
    record(article, Event.Action.CANCELLED, by=by, detail=_describe(waiting, waiting.published_at))
    return True


def append(article, standing, *, at, reason, authors, **columns):
    """Write the next version and close the one that stands. `authors` follow it as rows, in the printed order."""
    number = standing.number + 1 if standing else 1
    first = standing.first_published_at if standing else (article.originally_published_at or at)
    if standing:
        standing.supersede(at)
    updated_at = at if reason in DECLARED else (standing.updated_at if standing else None)
    version = Version.objects.create(
        article=article,
        number=number,
        reason=reason,
        published_at=at,
        first_published_at=first,
        updated_at=updated_at,
        **columns,
    )
    PrintedByline.objects.bulk_create(
        PrintedByline(version=version, author=author, position=position, first_published_at=first)
        for position, author in enumerate(authors, start=1)
    )
    if number == 1:
        Tagging.objects.filter(content_object=article).update(first_published_at=first)
    return version


def _text(article):
    """Everything readers will see of the working copy, rendered once and for good."""
    source = clean(article.body)
    rendered = render(source, lang=article.language)
    return {
        "kind": article.kind,
        "language": article.language,
        "title": article.title,
        "standfirst": article.standfirst.strip(),
        "originally_at": article.originally_at,
        "source": source,
        "body": rendered.body,
        "outline": [dataclasses.asdict(item) for item in rendered.outline],
        "endnotes": [dataclasses.asdict(item) for item in rendered.notes],
        "words": rendered.words,
        "text_hash": text_hash(source),
        "bylines": printed(article),
        "disclaimer": article.disclaimer.wording if article.disclaimer else "",
    }


def _wrong_act(standing, reason, note):
    if standing is None:
        if reason != Reason.FIRST:
            yield Problem(
                "reason", _("It has not been published yet: this is its first publication."), "reason"
            )
    elif standing.reason == Reason.WITHDRAWAL:
        yield Problem("withdrawn", _("It is withdrawn. Reinstate it first, then publish the change."))
    elif reason not in (Reason.MINOR, Reason.UPDATE, Reason.CORRECTION):
        yield Problem("reason", _("Say what kind of change this is: minor, update or correction."), "reason")
    elif reason == Reason.CORRECTION and not note:
        yield Problem("note", _("A correction needs a note that tells readers what was wrong."), "note")


def _wrong_time(at, now):
    if timezone.is_naive(at):
        yield Problem("time", _("Say in which time zone this time is."), "at")
    elif at < now:
        yield Problem("time", _("That time has passed. To publish now, use Publish…"), "at")
    elif at >= clock.OPEN_END:
        yield Problem("time", _("That time is too far ahead."), "at")


def _describe(version, at):
    words = _("version %(number)d, %(reason)s") % {
        "number": version.number,
        "reason": version.reason_label.lower(),
    }
    if at:
        words += _(", for %s") % date_format(timezone.localtime(at), "j F Y, H:i")
    return f"{words}: {version.note}" if version.note else words
