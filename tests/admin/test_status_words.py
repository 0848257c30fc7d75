import datetime

import pytest
from django.utils import timezone

from articles.admin import status
from articles.models import Status

THURSDAY = datetime.datetime(2026, 5, 7, 21, 30, tzinfo=datetime.UTC)
NOTHING = {
    "ever_public": False,
    "live_number": None,
    "live_since": None,
    "withdrawn_since": None,
    "waiting_number": None,
    "waiting_at": None,
    "changed": False,
    "waiting_lacks_changes": False,
}
LIVE = {"ever_public": True, "live_number": 2, "live_since": THURSDAY}
WAITING = {"waiting_number": 3, "waiting_at": THURSDAY}
# Times are told in the desk's zone: the evening of Thursday in Greenwich is Friday there.
ISTANBUL = "Europe/Istanbul"


def words(**facts):
    with timezone.override(ISTANBUL):
        return " ".join(status.sentences(Status(**NOTHING | facts)))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Draft: readers cannot see it."),
        (LIVE, "Live: version 2, published 8 May 2026."),
        (
            LIVE | {"changed": True},
            "Live: version 2, published 8 May 2026. Unpublished changes: readers do not see them yet.",
        ),
        (
            {"waiting_number": 1, "waiting_at": THURSDAY},
            "Scheduled for Friday 8 May 2026, 00:30 (7 May, 21:30 UTC), version 1. Until then readers cannot see it.",
        ),
        (
            LIVE | WAITING | {"changed": True},
            "Live: version 2, published 8 May 2026. "
            "Version 3 replaces it on Friday 8 May 2026, 00:30 (7 May, 21:30 UTC).",
        ),
        (
            LIVE | WAITING | {"changed": True, "waiting_lacks_changes": True},
            "Live: version 2, published 8 May 2026. "
            "Version 3 replaces it on Friday 8 May 2026, 00:30 (7 May, 21:30 UTC). "
            "The scheduled version lacks your latest changes: schedule it again to take them in.",
        ),
        (
            {"withdrawn_since": THURSDAY, "ever_public": True},
            "Withdrawn since 8 May 2026: readers find your reason in place of the text.",
        ),
    ],
)
def test_the_status_line(facts, said):
    assert words(**facts) == said


def test_the_zone_is_named():
    with timezone.override(ISTANBUL):
        assert status.zone(THURSDAY) == "Europe/Istanbul, UTC+03:00"
