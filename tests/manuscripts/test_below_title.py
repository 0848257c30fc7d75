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


def test_a_line_in_capitals_below_a_name_that_is_not_is_a_heading():
    found = read("Yazan: Ayla Su", "", "DENİZ VE ÜNİVERSİTE", "", STRAIT, "", INSURERS)
    assert found.title == "DENİZ VE ÜNİVERSİTE"
    assert [(a.name, a.affiliation) for a in found.authors] == [("Ayla Su", "")]


def test_a_title_in_capitals_is_no_second_author():
    found = read(
        "DENİZİN BÜYÜK SORUSU", "Yazan: Ayla Su", "KENT VE ÜNİVERSİTE", STRAIT, "ANAHTAR KİMDE?", INSURERS
    )
    assert (found.title, len(found.authors)) == ("DENİZİN BÜYÜK SORUSU", 1)
    assert headings(found) == ["KENT VE ÜNİVERSİTE", "ANAHTAR KİMDE?"]


def test_an_address_does_not_say_the_name_once_more():
    found = read(TITLE, "", "Ann Bell", "", STRAIT, INSURERS, "She can be reached at ann.bell@example.org.")
    assert [author.name for author in found.authors] == ["Ann Bell"]


def test_what_the_editor_says_above_is_left_out():
    said_above = "[Editor’s note: the first of three pieces on ports.]"
    found = read(said_above, "", TITLE, "", "By Ann Bell", "", STRAIT)
    assert (found.title, found.paragraphs) == (TITLE, 1)
    assert said(found, said_above)


@pytest.mark.parametrize(
    "note", ["Senior Fellow, Sea Institute.", "Emekli büyükelçi, Kıyı Üniversitesi öğretim görevlisi."]
)
def test_a_position_with_a_star_is_that_of_the_only_author(note):
    found = read(TITLE, "By Ann Bell", STRAIT, INSURERS, f"*{note}", "**The views are the author’s own.")
    assert (found.author_notes, found.paragraphs) == ((note,), 2)
    assert found.authors[0].affiliation in note
    assert found.authors[0].role


@pytest.mark.parametrize(
    "note", ["The harbour was closed in May.", "Kıyı Üniversitesi uzmanlarının verileridir."]
)
def test_another_line_with_a_star_is_not(note):
    assert read(TITLE, "By Ann Bell", STRAIT, INSURERS, f"*{note}").author_notes == ()


def test_a_star_in_the_text_has_its_note():
    note = "Senior Fellow, Sea Institute."
    found = read(TITLE, "By Ann Bell", f"{STRAIT}*", INSURERS, f"*{note}")
    assert (found.author_notes, len(found.footnotes)) == ((), 1)


@pytest.mark.parametrize("who", ["The author", "The writer"])
def test_a_note_on_the_only_author_need_not_name_her(who):
    found = read(TITLE, "By Ann Bell", STRAIT, INSURERS, f"{who} is a fellow at the Sea Institute.")
    assert [(a.role, a.affiliation) for a in found.authors] == [("fellow", "Sea Institute")]
