import pytest
from hypothesis import given

from articles.citations.lines import one_line

from .records import HOSTILE


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\r\nlines", "two lines"),
        ("a\u2028b\x85c", "a b c"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("unpaired \ud800 half", "unpaired half"),
        ("I\u0307stanbul", "İstanbul"),
        ("  wide \u00a0 space ", "wide space"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_text_becomes_one_clean_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(HOSTILE)
def test_a_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.encode() == one_line(line).encode()
