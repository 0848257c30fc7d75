import datetime

import pytest

from articles.models import clock
from tests.makers import NOON


def test_the_present_has_whole_seconds():
    assert clock.now().microsecond == 0
    assert clock.now().tzinfo is not None


def test_a_fixed_clock_stands_and_is_given_back():
    with clock.fixed(NOON):
        assert clock.now() == NOON
        with clock.fixed(NOON + datetime.timedelta(days=1, microseconds=999_999)):
            assert clock.now() == NOON + datetime.timedelta(days=1)
        assert clock.now() == NOON
        with pytest.raises(KeyError), clock.fixed(NOON.replace(year=1999)):
            raise KeyError
        assert clock.now() == NOON
    assert clock.now() > NOON.replace(year=2024)


def test_the_open_end_can_be_told_in_any_zone():
    for hours in (-12, 14):
        clock.OPEN_END.astimezone(datetime.timezone(datetime.timedelta(hours=hours)))
