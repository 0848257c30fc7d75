"""What stands between the title and the text, and names that stand above all else."""

import pytest

from articles.manuscripts import read_bytes

from .samples import BELL, INSURERS, STRAIT, read, said

TITLE = "The Price of a Quiet Sea"
SLANTED = "Why cover is dear"


def read_markdown(*paragraphs: str):
    return read_bytes("\n\n".join(paragraphs).encode(), "manuscript.md")


def headings(manuscript):
    return [heading.text for heading in manuscript.headings]


def test_a_slanted_phrase_below_the_title_is_the_standfirst():
    found = read_markdown(f"# {TITLE}", f"*{SLANTED}*", STRAIT, "## Maps", INSURERS)
    assert (found.standfirst, headings(found)) == (SLANTED, ["Maps"])
    assert said(found, "Read as the standfirst")


def test_one_of_several_slanted_headings_is_none():
    found = read_markdown(f"# {TITLE}", f"*{SLANTED}*", STRAIT, "*Maps of the sea*", INSURERS)
    assert (found.standfirst, headings(found)) == (None, [SLANTED, "Maps of the sea"])


@pytest.mark.parametrize("place", ["Varna", "Varna, Bulgaria", "İzmir"])
def test_a_place_right_below_the_byline_is_left_out(place):
    found = read(TITLE, "By Ann Bell", place, "", STRAIT, "", "What insurers see", "", INSURERS)
    assert (headings(found), found.paragraphs) == (["What insurers see"], 2)
    assert said(found, f"“{place}”, below the byline, was read as a place")


def test_so_is_one_where_headings_are_marked():
    found = read_markdown(f"# {TITLE}", "**By Ann Bell**", "Varna", STRAIT, "## Maps", INSURERS)
    assert headings(found) == ["Maps"]


@pytest.mark.parametrize("line", ["Introduction", "Maps"])
def test_a_word_set_apart_from_the_byline_is_a_heading(line):
    assert headings(read(TITLE, "By Ann Bell", "", line, "", STRAIT, "", INSURERS)) == [line]


def test_a_bare_name_at_the_top_whom_a_note_introduces_is_the_byline():
    found = read_markdown("Ann Bell", "# Maps of the sea", STRAIT, "# Ports", INSURERS, rf"\* {BELL}")
    assert [author.name for author in found.authors] == ["Ann Bell"]
    assert found.title == "Maps of the sea"
    assert said(found, "“Maps of the sea” was read as the title")


def test_a_heading_above_the_first_words_of_a_list():
    found = read(STRAIT, "", "What insurers say", "", "They say so:", "", "- pay;", "- wait.", "", INSURERS)
    assert headings(found) == ["What insurers say"]
