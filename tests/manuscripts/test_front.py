"""Title, standfirst and byline: taken where there is one, never made up."""

import pytest

from articles.manuscripts import read_bytes

from .samples import BELL, INSURERS, STRAIT, VIEWS, read, said

TITLE = "The Price of a Quiet Sea"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ((f"Title: {TITLE}", STRAIT), TITLE),
        (("Title:", TITLE, STRAIT), TITLE),
        ((f"Başlık: {TITLE}", STRAIT), TITLE),
        ((f"제목\uff1a{TITLE}", STRAIT), TITLE),
        ((f"TITLE: {TITLE}", STRAIT), TITLE),
        ((TITLE, "By Ann Bell", STRAIT), TITLE),
        ((TITLE, "Dr. Ann Bell, Harbour Institute", STRAIT), TITLE),
        ((f"{TITLE}?", "By Ann Bell", STRAIT), f"{TITLE}?"),
        (("By Ann Bell", "", TITLE, "", STRAIT), TITLE),
        ((TITLE, "12 May 2025", "By Ann Bell", STRAIT), TITLE),
        ((f"{TITLE}*", "By Ann Bell", STRAIT), TITLE),
        ((f"* {BELL}", TITLE, "", STRAIT), TITLE),
        (("POLICY BRIEF", f"Title: {TITLE}", STRAIT), TITLE),
        # No title:
        ((STRAIT, INSURERS), None),
        ((TITLE, STRAIT), None),
        (("Introduction", "", STRAIT), None),
        (("Giriş", "", STRAIT), None),
        (("Executive summary", "", STRAIT), None),
        (("It was a quiet sea, and cheap.", "", STRAIT), None),
        (("12 May 2025", "", STRAIT), None),
        (("Dear colleagues,", "", STRAIT), None),
        (("- a bullet", "", STRAIT), None),
        ((f"* {BELL}", STRAIT), None),
        ((TITLE,), None),
    ],
)
def test_title(lines, title):
    manuscript = read(*lines)
    assert manuscript.title == title
    assert (title is None) == (said(manuscript, "has no title") or said(manuscript, "names no title"))


def test_a_first_line_set_apart_is_taken_with_a_reason():
    manuscript = read(TITLE, "", STRAIT)
    assert manuscript.title == TITLE
    assert said(manuscript, "stands apart above the text, is short and has no full stop")
    assert TITLE not in manuscript.body_html


def test_a_first_line_that_nothing_sets_apart_stays_a_heading():
    manuscript = read(TITLE, STRAIT)
    assert manuscript.body_html == f"<h2>{TITLE}</h2><p>{STRAIT}</p>"
    assert said(manuscript, "may be one; it was kept as a heading")


def test_a_title_with_a_byline_is_not_doubted():
    assert read(TITLE, "By Ann Bell", STRAIT).warnings == ()


def test_standfirst_only_with_a_label():
    manuscript = read(f"Title: {TITLE}", "Standfirst: Why cover is dear.", STRAIT)
    assert manuscript.standfirst == "Why cover is dear."
    assert manuscript.body_html == f"<p>{STRAIT}</p>"
    assert read(TITLE, "By Ann Bell", "Why cover is dear.", STRAIT).standfirst is None


def test_a_bare_name_below_the_title_is_a_byline_unless_the_text_uses_its_words():
    named = read(TITLE, "Ann Bell", "", STRAIT)
    assert [author.name for author in named.authors] == ["Ann Bell"]
    assert said(named, "was read as the byline")
    heading = read(TITLE, "", "Grain Region", "", STRAIT)
    assert heading.authors == ()
    assert "<h2>Grain Region</h2>" in heading.body_html


def test_a_first_paragraph_about_a_person_is_text():
    manuscript = read(BELL, STRAIT, INSURERS)
    assert manuscript.authors == ()
    assert manuscript.paragraphs == 3


def test_notes_above_the_text():
    manuscript = read(f"** {VIEWS}", f"* {BELL}", "", STRAIT)
    assert (manuscript.author_note, manuscript.disclaimer) == (BELL, VIEWS)
    assert manuscript.body_html == f"<p>{STRAIT}</p>"


def test_a_date_is_left_out_and_told():
    manuscript = read(TITLE, "By Ann Bell", "12 Mayıs 2025", STRAIT)
    assert manuscript.body_html == f"<p>{STRAIT}</p>"
    assert said(manuscript, "“12 Mayıs 2025” was read as the date")


@pytest.mark.parametrize(
    ("line", "affiliation", "told"),
    [
        ("Ann Bell | May 2025", "", "“May 2025” was read as the date"),
        ("By Ann Bell, 4 March 2026", "", "“4 March 2026” was read as the date"),
        ("By Ann Bell – March 4, 2026", "", "“March 4, 2026” was read as the date"),
        ("By Ann Bell (@annbell)", "", "“@annbell” was left out"),
        (
            "By Ann Bell, Harbour Institute. ann@example.org",
            "Harbour Institute",
            "“ann@example.org” was left out",
        ),
        ("Ann Bell (ann@example.org)", "", "“ann@example.org” was left out"),
        ("Ann Bell (백서연)", "", "“백서연”, the name in another script, was left out of the byline."),
    ],
)
def test_a_date_or_address_beside_a_name_is_no_part_of_who_somebody_is(line, affiliation, told):
    manuscript = read(TITLE, "", line, "", STRAIT)
    assert [(a.name, a.role, a.affiliation) for a in manuscript.authors] == [("Ann Bell", "", affiliation)]
    assert said(manuscript, told)


def test_a_byline_that_cannot_be_read_stays_and_is_told():
    manuscript = read(TITLE, "", "By the staff of the harbour office", "", STRAIT)
    assert manuscript.authors == ()
    assert "By the staff of the harbour office" in manuscript.body_html
    assert said(manuscript, "may be the byline")


@pytest.mark.parametrize(
    "line", ["By Ann Bell in Ankara", "By Ann Bell* in Ankara", "By the staff of the harbour office"]
)
def test_a_byline_that_cannot_be_read_is_no_heading(line):
    manuscript = read(TITLE, "", line, "", STRAIT)
    assert (manuscript.title, manuscript.headings) == (TITLE, ())


@pytest.mark.parametrize("line", ["By the Numbers", "By 2030, a New Map"])
def test_a_heading_may_begin_like_a_byline(line):
    manuscript = read(TITLE, "", line, "", STRAIT)
    assert [heading.text for heading in manuscript.headings] == [line]
    assert not said(manuscript, "may be the byline")


@pytest.mark.parametrize("body", ["Harbour Institute", "Research Team of the Harbour Institute", "Editors"])
def test_a_body_signs(body):
    manuscript = read(TITLE, "", f"By the {body}", "", STRAIT)
    assert (manuscript.title, [author.name for author in manuscript.authors]) == (TITLE, [body])
    assert said(manuscript, f"“{body}” was read as a body that signs")


def test_names_one_below_the_other_are_the_byline():
    manuscript = read(TITLE, "", "Ann Bell", "John Roe", "", STRAIT)
    assert [author.name for author in manuscript.authors] == ["Ann Bell", "John Roe"]
    assert said(manuscript, "“John Roe” was read as another author")


def test_words_with_the_shape_of_a_title_and_a_name_are_asked_about():
    assert said(
        read(TITLE, "", "Govt. Spending Rises", "", STRAIT), "because it stands below the title. Check it."
    )
    assert not said(read(TITLE, "", "Dr. Ann Bell", "", STRAIT), "Check it.")


def test_a_line_right_below_the_title_and_above_the_byline_is_the_standfirst():
    manuscript = read(TITLE, "Why cover is dear", "", "By Ann Bell", "", STRAIT)
    assert (manuscript.title, manuscript.standfirst) == (TITLE, "Why cover is dear")
    assert said(manuscript, "Read as the standfirst")


@pytest.mark.parametrize(
    ("names", "places"),
    [
        ("Ann Bell¹, John Roe² and Ada Ortiz¹,²", ["¹ Harbour Institute", "² Sea College"]),
        ("Ann Bell1, John Roe2 and Ada Ortiz1,2", ["1 Harbour Institute", "2 Sea College"]),
        ("Ann Bell¹, John Roe² and Ada Ortiz¹ ²", ["¹ Harbour Institute ² Sea College"]),
    ],
)
def test_numbers_tie_names_to_the_institutions_below(names, places):
    manuscript = read(TITLE, "", names, *places, "", STRAIT)
    assert [(author.name, author.affiliation) for author in manuscript.authors] == [
        ("Ann Bell", "Harbour Institute"),
        ("John Roe", "Sea College"),
        ("Ada Ortiz", "Harbour Institute; Sea College"),
    ]
    assert manuscript.body_html == f"<p>{STRAIT}</p>"


def test_and_between_two_names_belongs_to_the_byline():
    manuscript = read(TITLE, "", "Prof. Ann Bell", "and", "Dr. John Roe", "", STRAIT)
    assert [author.name for author in manuscript.authors] == ["Ann Bell", "John Roe"]
    assert manuscript.body_html == f"<p>{STRAIT}</p>"


def test_what_a_star_on_the_title_says_is_left_out_and_told():
    talk = "* This article is based on a talk given in Port Ellery."
    manuscript = read(f"{TITLE}*", "By Ann Bell", "", STRAIT, "", talk)
    assert manuscript.body_html == f"<p>{STRAIT}</p>"
    assert said(manuscript, talk)
    with_a_note = read(f"{TITLE}*", "By Ann Bell", "", f"{STRAIT}*", "", talk)
    assert with_a_note.footnotes == (talk[2:],)


@pytest.mark.parametrize(
    "byline",
    [
        "Ann Bell (Harbour Institute)* and John Roe (Sea College)**",
        "Ann Bell (Harbour Institute)†, John Roe (Sea College)‡",
        "Ann Bell [*] (Harbour Institute) and John Roe (**) (Sea College)",
    ],
)
def test_stars_on_names_are_no_part_of_them(byline):
    manuscript = read(f"{TITLE} (*)", byline, "", STRAIT, "", "(*) Based on a talk.")
    assert manuscript.title == TITLE
    assert [(author.name, author.affiliation) for author in manuscript.authors] == [
        ("Ann Bell", "Harbour Institute"),
        ("John Roe", "Sea College"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["Deputy Director", "Harbour Institute"],
        ["Harbour Institute", "Deputy Director"],
        ["Deputy Director, Harbour Institute"],
        ["Deputy Director", "Harbour Institute", "bell@harbour.example"],
    ],
)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_lines_below_a_name_say_what_somebody_does_and_where(below, ending):
    text = "\n".join([f"# {TITLE}", "", "Ann al-Bell", *below, "", STRAIT])
    (author,) = (manuscript := read_bytes(text.encode(), f"a.{ending}")).authors
    assert (author.name, author.role, author.affiliation) == (
        "Ann al-Bell",
        "Deputy Director",
        "Harbour Institute",
    )
    assert manuscript.body_html == f"<p>{STRAIT}</p>"
    assert said(manuscript, "bell@harbour.example") == ("bell@harbour.example" in below)


def test_an_address_below_an_institution_with_no_word_of_its_kind():
    manuscript = read(TITLE, "", "Ann Bell", "Sea Observatory, Varna", "bell@sea.example", "", STRAIT)
    assert [(a.name, a.affiliation) for a in manuscript.authors] == [("Ann Bell", "Sea Observatory, Varna")]
    assert manuscript.body_html == f"<p>{STRAIT}</p>"


@pytest.mark.parametrize(
    ("title", "kind"), [(f"[Op-ed] {TITLE}", "[Op-ed]"), (f"OPINION | {TITLE}", "OPINION |"), (f"Harbours: {TITLE}", "")]
)  # fmt: skip
def test_a_title_that_begins_with_the_kind_of_piece_is_doubted(title, kind):
    manuscript = read(title, "By Ann Bell", "", STRAIT)
    assert manuscript.title == title
    assert said(manuscript, f"The title begins with “{kind}”") == bool(kind)


@pytest.mark.parametrize(
    "line",
    ["Nine Ports and Two Seas", "Why Ports, How Fleets", "두 바다, 한 걱정", "Neue Häfen und Zwei Meere"],
)
def test_words_with_which_titles_begin_begin_no_names(line):
    manuscript = read(line, "", "Ann Bell (Sea Institute) and John Roe (Riga Forum)", "", STRAIT)
    assert (manuscript.title, [author.name for author in manuscript.authors]) == (
        line,
        ["Ann Bell", "John Roe"],
    )


@pytest.mark.parametrize("kind", ["POLICY BRIEF NO. 12", "Research Paper 4/2025", "Commentary"])
def test_the_number_in_a_series_is_no_title(kind):
    manuscript = read(kind, "May 2025", "", TITLE, "", "By Ann Bell", "", STRAIT)
    assert manuscript.title == TITLE
    assert said(manuscript, f"“{kind}”")


def test_the_name_somebody_has_elsewhere_is_told():
    manuscript = read(TITLE, "", "By Ann Bell (@annbell), Harbour Institute", "", STRAIT)
    assert [(a.name, a.role, a.affiliation) for a in manuscript.authors] == [
        ("Ann Bell", "", "Harbour Institute")
    ]
    assert said(manuscript, "“@annbell” was left out of the byline")


@pytest.mark.parametrize("label", ["الكاتبة", "إعداد", "بقلم"])
def test_labels_of_bylines_in_arabic(label):
    manuscript = read(f"العنوان: {TITLE}", f"{label}: د. سلمى الخطيب", STRAIT)
    assert [(a.honorific, a.name) for a in manuscript.authors] == [("د.", "سلمى الخطيب")]


def test_each_name_may_have_an_address():
    manuscript = read(TITLE, "By Ann Bell (ann@example.org) and John Roe <roe@example.org>", "", STRAIT)
    assert [(a.name, a.role) for a in manuscript.authors] == [("Ann Bell", ""), ("John Roe", "")]
    assert said(manuscript, "“ann@example.org”")
    assert said(manuscript, "“roe@example.org”")


def test_a_slanted_line_above_the_title_stays_and_hides_no_title():
    line = "*Read at the pilots’ dinner in Varna, with small cuts.*"
    manuscript = read(line, "", TITLE, "", "By Ann Bell", "", STRAIT)
    assert (manuscript.title, [author.name for author in manuscript.authors]) == (TITLE, ["Ann Bell"])
    assert manuscript.headings == ()
    assert "Read at the pilots’ dinner" in manuscript.body_html


def test_a_slanted_line_may_say_where_the_piece_comes_from():
    manuscript = read("*This essay was first published in Varna.*", "", TITLE, "", "By Ann Bell", "", STRAIT)
    assert manuscript.title == TITLE
    assert "first published" not in manuscript.body_html
    assert said(manuscript, "is about the manuscript itself")
