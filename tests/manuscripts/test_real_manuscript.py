"""The first real manuscript; its sentences stay in its file."""

import re
from pathlib import Path

import pytest

from articles.manuscripts import Manuscript, read_manuscript

FILE = Path(__file__).resolve().parents[3] / "shared" / "manuscripts" / "turkey-south-korea.txt"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the real manuscript is not beside the repository")


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    return read_manuscript(FILE)


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_its_parts(manuscript, lines):
    short = [line for line in lines if len(line) < 80]
    assert manuscript.title is None
    assert manuscript.standfirst is None
    assert manuscript.paragraphs == 14
    assert [heading.text for heading in manuscript.headings] == short
    assert len(short) == 3
    assert manuscript.author_notes == (lines[-2].removeprefix("* "),)
    assert manuscript.disclaimer == lines[-1].removeprefix("** ")
    assert manuscript.footnotes == ()


def test_its_author(manuscript):
    (author,) = manuscript.authors
    assert (author.honorific, author.name) == ("Dr.", "Ju Hyung Kim")
    assert (author.role, author.affiliation) == ("President", "Security Management Institute")


def test_its_body_is_its_lines(manuscript, lines):
    assert re.findall(r"<(?:p|h2)>(.*?)</(?:p|h2)>", manuscript.body_html) == lines[:-2]
    assert manuscript.body_html.count("<p>") == 14
    assert manuscript.body_html.count("<h2>") == 3


def test_its_dashes_and_quotes(manuscript):
    everything = manuscript.body_html + manuscript.author_note + manuscript.disclaimer
    assert [everything.count(mark) for mark in "—–’"] == [8, 3, 13]


def test_the_only_doubt_is_the_missing_title(manuscript):
    assert [warning for warning in manuscript.warnings if "title" not in warning] == []
    assert len(manuscript.warnings) == 1
    assert (manuscript.encoding, manuscript.language) == ("utf-8", "en")


def test_reasons_tell_the_length_and_what_follows(manuscript):
    for heading in manuscript.headings:
        assert heading.reason == f"{len(heading.text)} characters, no full stop, a paragraph follows"
