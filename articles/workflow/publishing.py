import dataclasses

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rules
from articles.models import DECLARED, Article, Event, PrintedByline, Reason, Stage, Tagging, Version, clock
from articles.text import clean, render, text_hash

from .acting import Problem, Refusal, record, take
from .bylines import printed
from .drafting import revise
from .pictures import as_printed, images_of, print_images, printed_lead
from .readiness import readiness


@transaction.atomic
def publish(article, *, by, at=None, reason=None, note="", same_text=False, unapproved=False):
    """Publish the working copy now, or at `at`: readers see it from that second on, with nothing run at the hour.

    `reason` says what kind of change it is (minor, update, correction); a first publication needs none.
    A correction needs a `note`, which readers see; one that leaves the text as it is needs `same_text`. What has not
    been approved needs `unapproved`: that someone was asked and said yes to it. A version that waits already is
    cancelled by this one.
    Raises Refusal with everything that is in the way; returns the new Version.
    """
    take(article, by=by, may=rules.may_publish)
    article.refresh_from_db()
    now = clock.now()
    at = clock.whole_second(at) if at else now
    standing = article.versions.in_force(now).first()
    note = " ".join(note.split())
    if not reason and standing is None:
        reason = Reason.FIRST
    problems = [
        *readiness(article),
        *_wrong_act(standing, reason, note),
        *_wrong_time(at, now),
        *_not_approved(article, unapproved, by),
    ]
    if problems:
        raise Refusal(*problems)
    if reason != Reason.FIRST and reads_the_same(article, standing):
        _refuse_the_same(standing, reason, same_text)
    cancel_waiting(article, now=now, by=by)
    revision = revise(article, by=by)
    version = _append_working_copy(article, standing, revision, at=at, reason=reason, note=note)
    action = Event.Action.PUBLISHED if at <= now else Event.Action.SCHEDULED
    detail = _describe(version, at if at > now else None, article.stage)
    record(article, action, by=by, detail=detail, revision=revision.number)
    article.enter(Stage.APPROVED, now)
    return version


def _append_working_copy(article, standing, revision, **columns):
    return append(
        article,
        standing,
        authors=[line.author for line in article.bylines.select_related("author")],
        images=images_of(article).values(),
        revision_number=revision.number,
        content_hash=revision.content_hash,
        **columns,
        **printed_text(article),
    )


@transaction.atomic
def cancel_scheduled(article, *, by):
    """Take back the version that waits. It was never public, so nothing of it is kept but a line in the log."""
    take(article, by=by, may=rules.may_publish)
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
    _remember(article, before.content_hash if before else "")
    record(article, Event.Action.CANCELLED, by=by, detail=_describe(waiting, waiting.published_at))
    return True


def append(article, standing, *, at, reason, authors, images=(), **columns):
    """Write the next version and close the one that stands. `authors` follow it as rows, in the printed order; so do `images`."""
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
    print_images(version, images)
    if number == 1:
        Tagging.objects.filter(content_object=article).update(first_published_at=first)
    _remember(article, version.content_hash)
    return version


def _remember(article, version_hash):
    """Keep on the article what its newest version holds: see Article.version_hash."""
    Article.objects.filter(pk=article.pk).update(version_hash=version_hash)
    article.version_hash = version_hash


def printed_text(article):
    """Everything readers will see of the working copy, rendered once and for good."""
    return _written(article) | _rendered(article)


def _written(article):
    return {
        "kind": article.kind,
        "language": article.language,
        "title": article.title,
        "standfirst": article.standfirst.strip(),
        "originally_at": article.originally_at,
        "source": clean(article.body),
        "bylines": printed(article),
        "disclaimer": article.disclaimer.wording if article.disclaimer else "",
        "lead_image": printed_lead(article.lead_image),
    }


def _rendered(article):
    source = clean(article.body)
    pictures = {uid: as_printed(image) for uid, image in images_of(article).items()}
    rendered = render(source, lang=article.language, images=pictures)
    return {
        "body": rendered.body,
        "outline": [dataclasses.asdict(item) for item in rendered.outline],
        "endnotes": [dataclasses.asdict(item) for item in rendered.notes],
        "words": rendered.words,
        "text_hash": text_hash(source),
    }


def reads_the_same(article, version):
    """Whether readers of `version` would find nothing changed if the working copy were published.

    By what is printed, not by the revision's hash: a disclaimer's new wording and a picture's new alternative text are
    changes, their revision is the same. Renders only what no written word has told apart.
    """
    return all(
        getattr(version, column) == value
        for columns in (_written, _rendered)
        for column, value in columns(article).items()
    )


def _refuse_the_same(standing, reason, confirmed):
    if reason != Reason.CORRECTION:
        message = _("Readers see this very text already, as version %d: there is nothing to publish.")
        raise Refusal(Problem("unchanged", message % standing.number, "reason"))
    if not confirmed:
        message = _(
            "Readers see this very text already: the correction would consist of your note alone. "
            "Tick the box if that is what you want."
        )
        raise Refusal(Problem("unchanged", message, "same_text"))


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


def _not_approved(article, confirmed, by):
    # A command has nobody to ask: who runs it has the server.
    if article.stage != Stage.APPROVED and by.pk and not confirmed:
        message = _("No editor has approved this text: tick the box if it is to be published all the same.")
        yield Problem("unapproved", message, "unapproved")


def _describe(version, at, stage=Stage.APPROVED):
    words = _("version %(number)d, %(reason)s") % {
        "number": version.number,
        "reason": version.reason_label.lower(),
    }
    if at:
        words += _(", for %s") % clock.in_words(at)
    if stage != Stage.APPROVED:
        words += _(", without approval")
    return f"{words}: {version.note}" if version.note else words
