import pytest

from .samples import INSURERS, STRAIT, read, said

LONG = f"{STRAIT} {INSURERS}"


@pytest.mark.parametrize(
    "line",
    [
        "What Insurers See",
        "What insurers see",
        "WHAT INSURERS SEE",
        "What do insurers see?",
        "1. What Insurers See",
        "보험사가 보는 것",
        "ماذا ترى شركات التأمين",
    ],
)
def test_a_short_line_before_a_paragraph(line):
    manuscript = read(STRAIT, line, INSURERS)
    (heading,) = manuscript.headings
    assert heading.text == line
    assert heading.reason == f"{len(line)} characters, no full stop, a paragraph follows"
    assert f"<h2>{line}</h2>" in manuscript.body_html


@pytest.mark.parametrize(
    "line",
    [
        "Insurers see the weather.",
        "Insurers see three things:",
        "and then the weather",
        "12 May 2025",
        "— Ann Bell",
        "He said: “Enough.”",
        "Enough. Or so it seemed to him",
        "1234",
    ],
)
def test_short_lines_that_are_no_headings(line):
    manuscript = read(STRAIT, line, INSURERS)
    assert manuscript.headings == ()
    assert manuscript.paragraphs == 3


def test_a_last_line_is_no_heading():
    assert read(STRAIT, "What Insurers See").headings == ()


def test_headings_below_headings_and_above_lists():
    manuscript = read(
        STRAIT, "Part Two", "2.1 What Insurers See", INSURERS, "The Ports", "- Varna", "- Odesa"
    )
    assert [heading.text for heading in manuscript.headings] == [
        "Part Two",
        "2.1 What Insurers See",
        "The Ports",
    ]
    assert "<h3>2.1 What Insurers See</h3>" in manuscript.body_html
    assert manuscript.headings[0].reason.endswith("another heading follows")
    assert manuscript.headings[2].reason.endswith("a list follows")


def test_a_long_line_in_sentence_case_is_doubted():
    line = "What the insurers of the quiet sea have seen on their way north"
    assert said(read(STRAIT, line, INSURERS), "Check that it is not a sentence")


@pytest.mark.parametrize("line", ["— What would help —", "-- What would help --", "== What would help =="])
def test_strokes_on_both_sides_are_the_look_of_a_heading(line):
    manuscript = read(LONG, "", line, "", LONG)
    assert [heading.text for heading in manuscript.headings] == ["What would help"]


def test_strokes_around_what_is_no_heading_stay():
    line = "— and nobody, it turned out, had asked the pilots. —"
    assert line in read(LONG, "", line, "", LONG).body_html


def test_a_stack_of_short_lines_is_no_stack_of_headings():
    manuscript = read("The Harbour Office", "Quay Street Nine", "Second Floor", STRAIT)
    assert manuscript.headings == ()
    assert manuscript.paragraphs == 4
    assert said(manuscript, "Most lines are short")


def test_lines_with_a_colon_are_headings_where_there_are_several():
    manuscript = read(LONG, "What would help:", LONG, "What would not:", LONG)
    assert [heading.text for heading in manuscript.headings] == ["What would help:", "What would not:"]
    assert said(manuscript, "“What would help:” was read as a heading")


def test_one_line_with_a_colon_is_kept_and_doubted():
    manuscript = read(LONG, "What would help:", LONG)
    assert manuscript.headings == ()
    assert said(manuscript, "“What would help:” may be a heading")
    quoted = read(LONG, "A pilot told me:", f"“{LONG}”", "Another said:", f"“{LONG}”")
    assert (quoted.headings, said(quoted, "heading")) == ((), False)
