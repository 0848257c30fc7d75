import datetime
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone
from django.utils.formats import date_format

# "Until further notice". Not the last day a datetime can hold: that one overflows in local time.
OPEN_END = datetime.datetime(9999, 1, 1, tzinfo=datetime.UTC)

_fixed: ContextVar[datetime.datetime | None] = ContextVar("fixed", default=None)


def whole_second(moment):
    """Times of the workflow carry no microseconds: JSON fixtures would cut them, and the trigger would see a change."""
    return moment.replace(microsecond=0)


def now():
    """The present in whole seconds: what the workflow writes and the public pages read by."""
    return whole_second(_fixed.get() or timezone.now())


def in_utc(moment):
    """“06:00 UTC”; with the day where it is another one there."""
    utc = moment.astimezone(datetime.UTC)
    words = date_format(utc, "H:i") + " UTC"
    return words if utc.date() == timezone.localtime(moment).date() else f"{date_format(utc, 'j F')}, {words}"


def in_words(moment, form="j F Y, H:i"):
    """By the clocks of the publication, with UTC beside it: “3 May 2026, 09:00 (06:00 UTC)”."""
    local = timezone.localtime(moment)
    words = date_format(local, form)
    return f"{words} ({in_utc(moment)})" if local.utcoffset() else f"{words} UTC"


@contextmanager
def fixed(moment):
    """For an archive brought along, the demo's builder and tests: within this, `now()` is `moment`."""
    token = _fixed.set(moment)
    try:
        yield
    finally:
        _fixed.reset(token)
