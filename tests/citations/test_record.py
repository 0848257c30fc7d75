from datetime import date, datetime

import pytest

from articles.citations.names import split_name
from articles.citations.record import GENRES

from .records import KIM, make_record


def test_every_text_of_a_record_is_one_line() -> None:
    record = make_record(
        title="A\nB",
        abstract="One.\r\n\r\nTwo.",
        topics=("sea\nlanes", " "),
        names=(KIM, split_name("\x01")),
        series="Long\tviews",
        corrections=((date(2025, 11, 26), "A figure\nwas wrong."),),
    )
    assert (record.title, record.abstract, record.series) == ("A B", "One. Two.", "Long views")
    assert record.topics == ("sea lanes",)
    assert record.names == (KIM,)
    assert record.corrections == ((date(2025, 11, 26), "A figure was wrong."),)


@pytest.mark.parametrize("field", ["published", "version_date", "modified"])
def test_a_naive_moment_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="aware"):
        make_record(**{field: datetime(2025, 11, 24)})


def test_genres_name_the_six_kinds() -> None:
    assert set(GENRES) == {"commentary", "analysis", "brief", "report", "interview", "summary"}
    assert make_record(kind="brief").genre == "Policy brief"
    assert [make_record(kind=kind).is_report for kind in ("report", "brief", "analysis")] == [
        True,
        True,
        False,
    ]
