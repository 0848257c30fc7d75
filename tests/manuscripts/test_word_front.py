"""Above the text of a Word file: lines that breaks part, names with stars, positions on lines of their own."""

import pytest

from articles.manuscripts import read_bytes

from .samples import INSURERS, STRAIT, VIEWS, said
from .word_files import word_file

TEXT = f"{STRAIT} {INSURERS}"
TITLE = "**Who Insures the Insurers**"


def read(*lines: str):
    return read_bytes(word_file("\n".join(lines)), "manuscript.docx")


def people(manuscript):
    return [(a.honorific, a.name, a.role, a.affiliation) for a in manuscript.authors]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ann Bell{br}Visiting Fellow{br}Harbour Security Forum"],
        ["Ann Bell{br}Visiting Fellow, Harbour Security Forum"],
        ["[center] Ann Bell", "[center] Visiting Fellow", "[center] Harbour Security Forum", "[]"],
        ["Ann Bell", "Visiting Fellow, Harbour Security Forum"],
    ],
)
def test_a_name_above_a_position_is_the_byline(lines):
    found = read(TITLE, *lines, TEXT, "**The cost of waiting**", TEXT)
    assert found.title == "Who Insures the Insurers"
    assert people(found) == [("", "Ann Bell", "Visiting Fellow", "Harbour Security Forum")]
    assert [heading.text for heading in found.headings] == ["The cost of waiting"]


def test_a_role_that_names_an_institution_stands_above_the_one_it_is_held_at():
    found = read(
        "[Title] The Slow Harbour", "Prof. Ann Bell", "Head of Department",
        "Faculty of Law, Coimbra University", "bell@example.org", "[]", TEXT,
    )  # fmt: skip
    assert people(found) == [
        ("Prof.", "Ann Bell", "Head of Department", "Faculty of Law, Coimbra University")
    ]
    assert said(found, "bell@example.org")


def test_a_heading_below_a_name_is_no_position():
    found = read("[Title] The Slow Harbour", "By Ann Bell", "Ministers, Markets and Mines", TEXT)
    assert people(found) == [("", "Ann Bell", "", "")]
    assert [heading.text for heading in found.headings] == ["Ministers, Markets and Mines"]


def test_a_verse_keeps_its_breaks():
    assert (
        "<p>The sea is wide<br>and nobody owns it.</p>"
        in read("[Title] The Slow Harbour", TEXT, "The sea is wide{br}and nobody owns it.", TEXT).body_html
    )


def test_stars_on_names_without_honorifics():
    notes = [
        "* Ann Bell is a pilot at Sea College.",
        "** Ada Ortiz, fellow, Harbour Institute",
        "*** The views expressed are those of the authors.",
    ]
    names = "[center] Ann Bell{sup *}, Ada Ortiz{sup **} and John Roe{sup ***}"
    found = read("[Title] The Slow Harbour", names, TEXT, *notes)
    assert [author.name for author in found.authors] == ["Ann Bell", "Ada Ortiz", "John Roe"]
    assert found.author_note == "Ann Bell is a pilot at Sea College.\nAda Ortiz, fellow, Harbour Institute"
    assert found.headings == ()


def test_a_header_of_two_rows_stays_one():
    rows = ["[table header]", "| Season | Premium | >> |", "| ^^ | voyage | day |", "| Spring | 1 | 2 |"]
    html = read(TEXT, *rows, TEXT).body_html
    head = html[html.index("<thead>") : html.index("</thead>")]
    assert (head.count("<tr>"), "voyage" in head, "Spring" in head) == (2, True, False)


def test_the_title_of_pages_is_one_by_its_style():
    shape = {"names": {"Title": "Title A", "Heading 1": "Heading A"}}
    source = f"[Title] The Slow Harbour\n{TEXT}\n[Heading 1] The cost\n{TEXT}"
    found = read_bytes(word_file(source, **shape), "a.docx")
    assert found.parts[0].reason == "in the style “Title A”"
    assert [heading.reason for heading in found.headings] == ["in the style “Heading A”"]


def test_notes_that_word_numbers_below_a_heading_go_to_their_raised_numbers():
    found = read(
        "[Title] The Slow Harbour", "By Ann Bell", f"{STRAIT}{{sup 1}}", f"{INSURERS}{{sup 2}}", "[Heading 1] Notes",
        "[ol:0] A visit in May.", "[ol:0] The harbour office.", "* Ann Bell is a pilot at Sea College.",
    )  # fmt: skip
    assert found.footnotes == ("A visit in May.", "The harbour office.")
    assert found.headings == ()


def test_a_list_below_notes_that_nothing_refers_to_stays_a_list():
    found = read(
        "[Title] The Slow Harbour",
        TEXT,
        "[Heading 1] References",
        "[ol:0] Bell, A. (2024).",
        "[ol:0] Roe, J.",
    )
    assert "<ol><li>Bell, A. (2024).</li>" in found.body_html
    assert not said(found, "was found in the text")


def test_the_sign_before_a_heading_is_no_part_of_it():
    found = read("[Title] The Slow Harbour", TEXT, "**■ The cost of waiting**", TEXT)
    assert "<h2>The cost of waiting</h2>" in found.body_html


def test_a_name_with_an_institution_signs_the_text_though_no_blank_line_is_above_it():
    found = read(
        "[Title] The Slow Harbour",
        TEXT,
        TEXT,
        "Dr. Ann Bell, Bosphorus Trade Watch",
        "*The views expressed are the author’s own.",
    )
    assert people(found) == [("Dr.", "Ann Bell", "", "Bosphorus Trade Watch")]
    assert found.paragraphs == 2


def test_names_beside_each_other_above_where_they_work():
    rows = ["[table bare]", "| Ada Ortiz | Dr. John Roe |", "| Harbour Institute | Sea College |"]
    found = read("[Title] The Slow Harbour", *rows, TEXT, "[Heading 1] The cost", TEXT)
    assert people(found) == [
        ("", "Ada Ortiz", "", "Harbour Institute"),
        ("Dr.", "John Roe", "", "Sea College"),
    ]
    assert found.body_html.startswith("<p>The strait")


def test_a_table_has_its_caption_above_or_below():
    rows = ["| Season | Premium |", "| Spring | 1 |"]
    above = read(TEXT, "Table 1: Premiums", *rows, TEXT)
    below = read(TEXT, *rows, "[Caption] Table 1: Premiums", TEXT)
    assert "<table><caption>Table 1: Premiums</caption>" in above.body_html
    assert below.body_html == above.body_html


def test_a_standfirst_is_told():
    found = read("[Title] The Slow Harbour", "[Subtitle] Why nobody pays", "By Ann Bell", TEXT)
    assert (found.title, found.standfirst) == ("The Slow Harbour", "Why nobody pays")
    assert said(found, "Read as the standfirst: “Why nobody pays”")


def test_a_title_with_a_colon_goes_on_in_the_subtitle():
    found = read("[Title] The Slow Harbour:", "[Subtitle] Why nobody pays", "By Ann Bell", TEXT)
    assert (found.title, found.standfirst) == ("The Slow Harbour: Why nobody pays", None)


def test_a_title_in_two_lines_with_a_colon_is_one():
    look = "[center, b, size=32]"
    found = read(f"{look} THE SLOW HARBOUR:", f"{look} WHY NOBODY PAYS", "[center] By Ann Bell", TEXT)
    assert found.title == "THE SLOW HARBOUR: WHY NOBODY PAYS"
    assert people(found) == [("", "Ann Bell", "", "")]


def test_a_bold_name_below_the_text_is_no_heading():
    lines = ["**Dr. Ann Bell**", "Director, Skills Programme", "Harbour Policy Centre", "bell@example.org"]
    found = read("[Title] The Slow Harbour", TEXT, TEXT, "[]", *lines)
    assert people(found) == [("Dr.", "Ann Bell", "Director", "Skills Programme")]
    assert found.headings == ()
    assert said(found, "Harbour Policy Centre")
    assert said(found, "bell@example.org")


def test_labels_that_breaks_part_are_lines():
    lines = "Author: Dr. Ann Bell{br}Affiliation: Harbour Institute{br}Date: 1 July 2026"
    found = read("[Title] The Slow Harbour", lines, TEXT, TEXT)
    assert people(found) == [("Dr.", "Ann Bell", "", "Harbour Institute")]
    assert said(found, "Date: 1 July 2026")


def test_a_table_of_notes_is_none_and_a_table_of_figures_is_no_note():
    rows = [
        "| **About the author** | Ann Bell is a pilot at Sea College. |",
        "| **Disclaimer** | The views are hers. |",
    ]
    notes = read("[Title] The Slow Harbour", "By Ann Bell", TEXT, TEXT, *rows)
    assert (notes.author_note, notes.disclaimer) == (
        "Ann Bell is a pilot at Sea College.",
        "The views are hers.",
    )
    figures = read(TEXT, f"* {STRAIT}", "| View | Share |", "| The views expressed are the author’s | 1 |")
    assert "<td>The views expressed are the author’s</td>" in figures.body_html


@pytest.mark.parametrize("name", ["Dr. Ann Bell", "Prof. Ann Bell"])
def test_a_title_and_a_name_that_a_break_parts(name):
    found = read(f"The Slow Harbour{{br}}{name}", TEXT, TEXT)
    assert (found.title, people(found)) == (
        "The Slow Harbour",
        [(name[: -len(" Ann Bell")], "Ann Bell", "", "")],
    )


def test_a_department_stands_above_the_university_it_is_a_part_of():
    lines = ["Ann Bell", "Associate Professor, Department of War Studies", "Coimbra University"]
    found = read("[Title] The Slow Harbour", *lines, f"//Disclaimer: {VIEWS}//", TEXT)
    place = "Department of War Studies, Coimbra University"
    assert people(found) == [("", "Ann Bell", "Associate Professor", place)]
    assert (found.headings, found.disclaimer) == ((), VIEWS)
    heading = read("[Title] The Slow Harbour", *lines[:2], "[]", "**Universities at Sea**", TEXT)
    assert [heading.text for heading in heading.headings] == ["Universities at Sea"]


def test_a_slanted_turkish_sentence_below_the_name_is_a_note():
    note = "Nihat Soylu, emekli büyükelçi ve Kıyı Strateji Merkezi danışmanıdır."
    found = read("[Title] Yavaş Liman", "Büyükelçi (E) Nihat Soylu", f"//{note}//", TEXT)
    assert [(a.honorific, a.name) for a in found.authors] == [("Büyükelçi (E)", "Nihat Soylu")]
    assert found.author_note == note


def test_a_position_behind_the_label_of_an_affiliation():
    lines = ["Author: Dr. Ann Bell", "Affiliation: Senior Researcher, Harbour Institute"]
    found = read("[Title] The Slow Harbour", *lines, TEXT)
    assert people(found) == [("Dr.", "Ann Bell", "Senior Researcher", "Harbour Institute")]


def test_a_house_that_calls_itself_the_keeps_the_article():
    found = read("[Title] The Slow Harbour", "Sana Iqbal, Correspondent, The Coastal Review", TEXT)
    assert people(found) == [("", "Sana Iqbal", "Correspondent", "The Coastal Review")]


@pytest.mark.parametrize("first", ["| The Slow Harbour | >> |", "| The Slow Harbour |  |"])
def test_a_title_over_a_name_and_a_place_in_a_table(first):
    found = read(first, "| Dr. Ann Bell | Harbour Institute |", TEXT, "[Heading 1] The cost", TEXT)
    assert found.title == "The Slow Harbour"
    assert people(found) == [("Dr.", "Ann Bell", "", "Harbour Institute")]
    assert found.warnings == ()


def test_a_table_of_figures_above_the_text_stays_one():
    found = read("| Losses by year | >> |", "| 2024 | 31 |", "| 2025 | 44 |", TEXT, TEXT)
    assert "<table>" in found.body_html


@pytest.mark.parametrize("between", ["{br}", ", ", " | "])
def test_an_address_behind_a_place_is_no_part_of_it(between):
    place = f"Analyst, Harbour Policy Lab{between}bell@example.org"
    found = read("[Title] The Slow Harbour", "[center] Ann Bell", f"[center] {place}", "[]", TEXT)
    assert people(found) == [("", "Ann Bell", "Analyst", "Harbour Policy Lab")]
    assert said(found, "bell@example.org")


def test_a_bold_title_above_a_bare_name_and_bold_headings():
    lines = [TEXT, "**The cost of waiting**", TEXT, "**What is to be done**", TEXT]
    found = read("**The Slow Harbour**", "//Ann Bell*//", *lines, "//*Ann Bell is a pilot at Sea College.//")
    assert (found.title, [author.name for author in found.authors]) == ("The Slow Harbour", ["Ann Bell"])
    assert len(found.headings) == 2


def test_an_arabic_name_is_known_by_the_note_that_introduces_it():
    text = "شهدت المنطقة تحولات عميقة في سوق المياه، وتراجعت كميات الأمطار عامًا بعد عام."
    lines = ["**ميناء لا يخص أحدًا**", "**منى العلي**", text, "**الكلفة**", text]
    found = read(*lines, "منى العلي باحثة في مركز الساحل للدراسات.")
    assert found.title == "ميناء لا يخص أحدًا"
    assert people(found) == [("", "منى العلي", "باحثة", "مركز الساحل للدراسات")]
    assert [heading.text for heading in found.headings] == ["الكلفة"]
    assert read(*lines).authors == ()


def test_a_korean_heading_may_be_of_two_letters():
    text = "지난 십 년 동안 해상 교통로는 눈에 띄게 복잡해졌고, 화물선의 수는 두 배로 늘었다."
    found = read("[Title] 썰물의 시간", text, "**결론**", text)
    assert [heading.text for heading in found.headings] == ["결론"]
