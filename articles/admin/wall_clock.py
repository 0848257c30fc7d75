"""What a clock on the wall shows, and the moments it means: one as a rule, none or two when clocks are put forward or back."""

import datetime

MINUTE = datetime.timedelta(minutes=1)
SECOND = datetime.timedelta(seconds=1)


def moments(shown, zone):
    """The moments, in order, at which clocks of `zone` show the naive time `shown`."""
    try:
        both = {_utc(shown.replace(tzinfo=zone, fold=fold)) for fold in (0, 1)}
        there = [moment.astimezone(zone) for moment in sorted(both)]
    except OverflowError:  # the first and the last day of the calendar
        return [shown.replace(tzinfo=zone)]
    return [moment for moment in there if moment.replace(tzinfo=None, fold=0) == shown]


def nearest(shown, zone):
    """Of a time that is skipped: the last minute before the clocks are put forward, and the first one after."""
    leap = _leap(shown, zone)
    return [(leap - MINUTE).astimezone(zone), leap.astimezone(zone)]


def _leap(shown, zone):
    """The moment at which the offset changes, to the second."""
    before, after = (shown.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    early, late = ((shown - offset).replace(microsecond=0, tzinfo=datetime.UTC) for offset in (after, before))
    while late - early > SECOND:
        middle = early + (late - early) // 2 // SECOND * SECOND
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late


def _utc(moment):
    return moment.astimezone(datetime.UTC)
