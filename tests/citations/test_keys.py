import re
from datetime import date

import pytest
from hypothesis import given

from articles.citations.keys import citation_key
from articles.citations.names import Name, split_name

from .records import HOSTILE, make_record


@pytest.mark.parametrize(
    ("name", "title", "key"),
    [
        (split_name("Ju Hyung Kim"), "The Quiet Straits", "kim2025quiet"),
        (split_name("Ayşe Yılmaz"), "“Türkiye’nin” denizleri", "yilmaz2025turkiyenin"),
        (split_name("Jan van der Berg"), "Sea-lane security", "vanderberg2025sea"),
        (
            split_name("Security Management Institute", is_body=True),
            "???",
            "securitymanagementinstitute2025untitled",
        ),
        (split_name("김주형"), "한국", "gim2025hangug"),
        (split_name("Sea " * 20, is_body=True), "Ocean" * 20, f"{'sea' * 10}2025{'ocean' * 6}"),
    ],
)
def test_keys_are_ascii_and_telling(name: Name, title: str, key: str) -> None:
    assert citation_key(make_record(names=(name,), title=title)) == key


def test_a_later_version_keeps_the_key() -> None:
    later = make_record(version=7, version_date=date(2031, 1, 1))
    assert citation_key(later) == citation_key(make_record())


def test_without_an_author_the_key_says_so() -> None:
    assert citation_key(make_record(names=())) == "anonymous2025quiet"


@given(HOSTILE, HOSTILE)
def test_no_title_or_name_breaks_a_key(title: str, name: str) -> None:
    key = citation_key(make_record(title=title, names=(split_name(name),)))
    assert re.fullmatch(r"[a-z0-9]{1,64}", key)
