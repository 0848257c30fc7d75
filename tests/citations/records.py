"""The cast of these tests: one record, and the titles of a hostile visitor."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from articles.citations.names import split_name
from articles.citations.record import Record

ISTANBUL = timezone(timedelta(hours=3))
KIM = split_name("Ju Hyung Kim", affiliation="Security Management Institute")

# Letters that formats take for mark-up, among whatever else Unicode holds.
HOSTILE = st.text(
    st.one_of(st.sampled_from(list("{}\\%&$#_~^@\",'=<>/-\r\n\t\x00\x1c\x85\u2028\u2029 ")), st.characters()),
    max_size=60,
)


def make_record(**changes: Any) -> Record:
    fields: dict[str, Any] = {
        "title": "The Quiet Straits",
        "kind": "commentary",
        "schema_type": "OpinionNewsArticle",
        "language": "en",
        "names": (KIM,),
        # 23:30 in London is the next day in Istanbul.
        "published": datetime(2025, 11, 24, 1, 30, tzinfo=ISTANBUL),
        "version": 2,
        "version_date": date(2025, 11, 26),
        "publisher": "instituDE",
        "url": "https://example.org/articles/quiet-straits/",
        "version_url": "https://example.org/articles/quiet-straits/v/2/",
        **changes,
    }
    return Record(**fields)
