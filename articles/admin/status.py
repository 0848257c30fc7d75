"""Where an article stands for readers, in words."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import clock


def day(moment):
    return date_format(timezone.localtime(moment), "j F Y")


def brief_day(moment):
    return date_format(timezone.localtime(moment), "j M Y")


def minute(moment):
    return date_format(timezone.localtime(moment), "j F Y, H:i")


def hour(moment):
    """When readers see something: with the day of the week, and in UTC too."""
    return clock.in_words(moment, "l j F Y, H:i")


def brief_hour(moment):
    return clock.in_words(moment, "j M Y, H:i")


def brief(moment):
    return date_format(timezone.localtime(moment), "j M Y, H:i")


def zone(moment):
    """“Europe/Istanbul, UTC+03:00”: times on the desk are in its zone, and say so."""
    local = timezone.localtime(moment)
    offset = local.strftime("%z")
    return f"{timezone.get_current_timezone_name()}, UTC{offset[:3]}:{offset[3:]}"


def short(status):
    """One cell of the list."""
    waiting = ""
    if status.waiting_number:
        waiting = _("version %(number)d on %(time)s") % {
            "number": status.waiting_number,
            "time": brief_hour(status.waiting_at),
        }
    if status.live_number:
        words = _("Live, version %d") % status.live_number
        words += _(", unpublished changes") if status.changed and not waiting else ""
    elif status.withdrawn_since:
        words = _("Withdrawn")
    elif waiting:
        return _("Scheduled for %s") % brief_hour(status.waiting_at)
    else:
        return _("Draft")
    return f"{words}; {waiting}" if waiting else words


def sentences(status, correction=""):
    """The status line of the form: what readers see now, what they will see, and what neither has.

    `correction` says where the text is that a correction in progress has put aside: see `kept.correction`.
    """
    yield _now(status)
    if correction:
        yield _correcting(status, correction)
    elif status.waiting_number:
        if status.live_number:
            yield _("Version %(number)d replaces it on %(time)s.") % _waiting(status)
        if status.waiting_lacks_changes:
            yield _("The scheduled version lacks your latest changes: schedule it again to take them in.")
    elif status.changed and status.live_number:
        yield _("Unpublished changes: readers do not see them yet.")
    elif status.changed and status.withdrawn_since:
        yield _("The text here differs from the one that was withdrawn.")


def _correcting(status, correction):
    if not status.waiting_number:
        return format_html(
            "{} {}.", _("You are correcting the live text. Your unpublished text is kept as"), correction
        )
    said = _(
        "You are correcting the live text. Version %(number)d still waits for %(time)s; your text for it is"
    ) % _waiting(status)
    return format_html("{} {}.", said, correction)


def saved(status):
    """What to say after a save: it never changes what readers see, and this is the moment to say so."""
    if status.live_number:
        if status.waiting_number:
            return _saved_before_the_next(status)
        if not status.changed:
            return _("Saved. The text is the one readers see.")
        return _("Saved. Readers still see version %d until you publish.") % status.live_number
    if status.withdrawn_since:
        return _("Saved. The article stays withdrawn.")
    if status.waiting_number and not status.waiting_lacks_changes:
        return _("Saved. The scheduled version has the same text.")
    if status.waiting_number:
        return _("Saved. The version scheduled for %(time)s lacks these changes.") % _waiting(status)
    return _("Saved as a draft. Readers cannot see it.")


def _saved_before_the_next(status):
    words = {"live": status.live_number} | _waiting(status)
    if status.waiting_lacks_changes:
        return (
            _(
                "Saved. Readers see version %(live)d until you publish, or until %(time)s: then version %(number)d, "
                "which lacks these changes."
            )
            % words
        )
    return (
        _("Saved. Readers see version %(live)d until %(time)s, then version %(number)d, which has this text.")
        % words
    )


def _now(status):
    if status.live_number:
        return _("Live: version %(number)d, published %(day)s.") % {
            "number": status.live_number,
            "day": day(status.live_since),
        }
    if status.withdrawn_since:
        return _("Withdrawn since %s: readers find your reason in place of the text.") % day(
            status.withdrawn_since
        )
    if status.waiting_number:
        return _("Scheduled for %(time)s, version %(number)d. Until then readers cannot see it.") % _waiting(
            status
        )
    return _("Draft: readers cannot see it.")


def _waiting(status):
    return {"number": status.waiting_number, "time": hour(status.waiting_at)}
