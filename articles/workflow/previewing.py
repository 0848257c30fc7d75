"""What readers would get of a text that is not published, and the links that show it to people without an account."""

import datetime
from copy import copy

from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Event, PreviewLink, Reason, Version, clock
from articles.models.byline import PRINTED
from articles.text import titled

from .acting import Problem, Refusal, name_of, record, take
from .publishing import printed_text
from .snapshots import apply, topics_in

DAYS = 14
LONGEST = 90
# More at a time than anybody keeps an eye on.
MOST = 50


@transaction.atomic
def make_preview(article, *, by, purpose, days=DAYS, revision=None):
    """Make a link that shows the working copy, or the kept text `revision`, for so many days. Returns it.

    It shows what comes after the version readers see when it is made, and leads to the article once that is public.
    """
    _take(article, by)
    now = clock.now()
    purpose = " ".join(purpose.split())
    standing = article.versions.in_force(now).first()
    problems = [*_wrong_words(purpose, days), *_wrong_text(article, standing, revision, now)]
    if problems:
        raise Refusal(*problems)
    link = PreviewLink.objects.create(
        article=article,
        purpose=purpose,
        revision=revision,
        after_version=standing.number if standing else 0,
        created_at=now,
        created_by=by if by.pk else None,
        created_by_name=name_of(by),
        expires_at=now + datetime.timedelta(days=days),
    )
    record(article, Event.Action.PREVIEWED, by=by, detail=purpose, revision=revision)
    return link


@transaction.atomic
def revoke_preview(link, *, by):
    """From now on the link answers as if it had never been."""
    _take(link.article, by)
    link.refresh_from_db(fields=["revoked_at"])
    if link.revoked_at is None:
        link.revoked_at = clock.now()
        link.save(update_fields=["revoked_at"])
        record(link.article, Event.Action.UNPREVIEWED, by=by, detail=link.purpose)


def proof(article, revision=None):
    """A version that is never saved: what a publication would print of the working copy, or of a kept text."""
    if revision is None:
        text = printed_text(article)
    else:
        article, data = copy(article), revision.data
        apply(article, data)
        text = printed_text(article) | {"bylines": [_line(line) for line in data["bylines"]]}
        wording = (data.get("named", {}).get("disclaimer") or {}).get("wording")
        if wording:
            text["disclaimer"] = wording
    text["title"] = text["title"] or _("Untitled")
    standing = article.versions.in_force(clock.now()).first()
    first = standing.first_published_at if standing else article.originally_published_at
    return Version(article=article, reason=Reason.FIRST, first_published_at=first, **text)


def topics_of(article, revision=None):
    """Those it stands under; of a kept text, those it stood under then, as far as they are still there."""
    if revision is None:
        return list(article.topics.all())
    topics, _gone = topics_in(revision.data)
    return sorted(topics, key=lambda topic: (topic.name_key, topic.slug))


def _line(line):
    """A byline as it was kept, whatever became of the author."""
    return {
        **{field: line[field] for field in PRINTED},
        "slug": line["author"],
        "printed_name": titled(line["name"], line["honorific"]),
    }


def _take(article, by):
    ask = _("Only who may change an article can show it to others. Ask an editor.")
    take(article, by=by, may=rules.may_show, ask=ask)


def _wrong_words(purpose, days):
    if not purpose:
        message = _("Say whom the link is for, and what for: its readers see it.")
        yield Problem("purpose", message, "purpose")
    elif len(purpose) > PreviewLink._meta.get_field("purpose").max_length:
        yield Problem("purpose", _("Say it in 200 characters at most."), "purpose")
    if not 1 <= days <= LONGEST:
        yield Problem("days", _("A link lasts from one day to %d.") % LONGEST, "days")


def _wrong_text(article, standing, revision, now):
    if standing and standing.reason == Reason.WITHDRAWAL:
        yield Problem("withdrawn", _("It is withdrawn: reinstate it first, then show what comes next."))
    if revision is not None and not article.revisions.filter(number=revision).exists():
        message = _("There is no such earlier text. Choose one in the history.")
        yield Problem("no-revision", message, "history")
    if article.previews.open(now).count() >= MOST:
        message = _("There are %d open links to this article already. Revoke one first.") % MOST
        yield Problem("too-many", message)
