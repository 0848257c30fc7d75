"""What a clock on the wall means, in zones that put it forward and back, and in one that does not."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.admin.wall_clock import moments, nearest

BERLIN, NEW_YORK, ISTANBUL, LORD_HOWE = (
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Europe/Istanbul", "Australia/Lord_Howe")
)


def utc(found):
    return [moment.astimezone(UTC).strftime("%d %H:%M") for moment in found]


@pytest.mark.parametrize(
    ("zone", "shown", "meant"),
    [
        (BERLIN, datetime(2027, 3, 28, 1, 59), ["28 00:59"]),
        (BERLIN, datetime(2027, 3, 28, 2, 0), []),
        (BERLIN, datetime(2027, 3, 28, 2, 59), []),
        (BERLIN, datetime(2027, 3, 28, 3, 0), ["28 01:00"]),
        (BERLIN, datetime(2026, 10, 25, 1, 59), ["24 23:59"]),
        (BERLIN, datetime(2026, 10, 25, 2, 0), ["25 00:00", "25 01:00"]),
        (BERLIN, datetime(2026, 10, 25, 2, 59), ["25 00:59", "25 01:59"]),
        (BERLIN, datetime(2026, 10, 25, 3, 0), ["25 02:00"]),
        (NEW_YORK, datetime(2027, 3, 14, 2, 30), []),
        (NEW_YORK, datetime(2026, 11, 1, 1, 30), ["01 05:30", "01 06:30"]),
        (ISTANBUL, datetime(2027, 3, 28, 2, 30), ["27 23:30"]),
        (ISTANBUL, datetime(2026, 10, 25, 2, 30), ["24 23:30"]),
        (LORD_HOWE, datetime(2026, 10, 4, 2, 15), []),
        (LORD_HOWE, datetime(2026, 10, 4, 2, 30), ["03 15:30"]),
        (LORD_HOWE, datetime(2027, 4, 4, 1, 45), ["03 14:45", "03 15:15"]),
    ],
)
def test_a_time_is_one_moment_none_or_two(zone, shown, meant):
    assert utc(moments(shown, zone)) == meant


@pytest.mark.parametrize(
    ("zone", "shown", "before", "after"),
    [
        (BERLIN, datetime(2027, 3, 28, 2, 30), "01:59 +0100", "03:00 +0200"),
        (NEW_YORK, datetime(2027, 3, 14, 2, 0), "01:59 -0500", "03:00 -0400"),
        (LORD_HOWE, datetime(2026, 10, 4, 2, 29), "01:59 +1030", "02:30 +1100"),
        (ZoneInfo("Pacific/Apia"), datetime(2011, 12, 30, 12, 0), "23:59 -1000", "00:00 +1400"),
    ],
)
def test_the_times_nearest_to_a_skipped_one(zone, shown, before, after):
    assert [moment.strftime("%H:%M %z") for moment in nearest(shown, zone)] == [before, after]


@pytest.mark.parametrize("shown", [datetime.min, datetime.max.replace(microsecond=0)])
@pytest.mark.parametrize("zone", [NEW_YORK, LORD_HOWE])
def test_the_ends_of_the_calendar_break_nothing(zone, shown):
    assert len(moments(shown, zone)) == 1
