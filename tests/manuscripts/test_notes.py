"""Notes are told apart by what they say, not by their number of stars, nor by their order."""

from itertools import permutations

import pytest

from .samples import BELL, INSURERS, STRAIT, VIEWS, read, said


@pytest.mark.parametrize(
    "marks", list(permutations(["*", "**", "***", "†", "‡", "* ", "About the author: "], 2))
)
def test_any_marks_in_any_order(marks):
    for notes in ((BELL, VIEWS), (VIEWS, BELL)):
        first, second = notes
        if marks[0].startswith("About"):
            first, second = BELL, VIEWS
        if marks[1].startswith("About"):
            first, second = VIEWS, BELL
        manuscript = read(STRAIT, INSURERS, f"{marks[0]}{first}", f"{marks[1]}{second}")
        assert (manuscript.author_note, manuscript.disclaimer) == (BELL, VIEWS)
        assert manuscript.paragraphs == 2


@pytest.mark.parametrize(
    "label",
    [
        "About the author",
        "About the Author(s)",
        "Author bio",
        "Author’s note",
        "Yazar hakkında",
        "YAZAR HAKKINDA",
        "저자 소개",
        "عن الكاتب",
    ],
)
@pytest.mark.parametrize("between", [": ", "\n\n"])
def test_labelled_notes_about_the_author(label, between):
    manuscript = read(STRAIT, INSURERS, "", f"{label}{between}She has sailed for thirty years.")
    assert manuscript.author_note == "She has sailed for thirty years."
    assert manuscript.body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"
    assert said(manuscript, "could not be read for name, role and affiliation")


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ayşe Yılmaz, Kıyı Üniversitesi'nde öğretim üyesidir.",
        "필자는 해양연구원 선임연구위원이다.",
        "김민수 박사는 해양연구원 선임연구위원이다.",
        "د. أحمد علي باحث في مركز الميناء.",
        "The author is a senior fellow at the Harbour Institute.",
    ],
)
def test_starred_notes_about_the_author(text):
    manuscript = read(STRAIT, INSURERS, f"* {text}")
    assert manuscript.author_note == text
    assert manuscript.paragraphs == 2


def test_several_authors_have_several_notes():
    roe = "John Roe is a researcher at the Riga Forum."
    manuscript = read(
        "Title: Sea", "By Ann Bell and John Roe", STRAIT, "About the authors", BELL, roe, f"* {VIEWS}"
    )
    assert manuscript.author_notes == (BELL, roe)
    assert manuscript.author_note == f"{BELL}\n{roe}"
    assert [(a.name, a.role, a.affiliation) for a in manuscript.authors] == [
        ("Ann Bell", "senior fellow", "Harbour Institute"),
        ("John Roe", "researcher", "Riga Forum"),
    ]


def test_one_note_that_says_both():
    manuscript = read(STRAIT, f"* {BELL} The views expressed are her own.")
    assert (manuscript.author_note, manuscript.disclaimer) == (BELL, "The views expressed are her own.")


def test_two_notes_in_one_line():
    manuscript = read(STRAIT, f"* {BELL} ** {VIEWS}")
    assert (manuscript.author_note, manuscript.disclaimer) == (BELL, VIEWS)


def test_a_note_with_no_mark_is_taken_with_a_warning():
    manuscript = read(STRAIT, INSURERS, BELL)
    assert manuscript.author_note == BELL
    assert said(manuscript, "because of what it says")


def test_the_star_that_points_to_the_author_leaves_the_text():
    manuscript = read(f"{STRAIT}*", INSURERS, f"* {BELL}")
    assert manuscript.body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"


def test_notes_alone_are_no_text():
    assert said(read(f"* {BELL}"), "no paragraph of text")


def test_a_note_about_somebody_else_is_doubted():
    manuscript = read("Title: Sea", "By John Roe", STRAIT, f"* {BELL}")
    assert [author.name for author in manuscript.authors] == ["John Roe"]
    assert said(manuscript, "about Ann Bell, whom the byline does not name")


def test_the_author_of_a_note_is_the_one_of_the_byline():
    manuscript = read(
        "Title: Sea", "By Ann Bell", STRAIT, "* The author is a senior fellow at the Harbour Institute."
    )
    (author,) = manuscript.authors
    assert (author.name, author.role, author.affiliation) == (
        "Ann Bell",
        "senior fellow",
        "Harbour Institute",
    )


@pytest.mark.parametrize("mark", ["", "* "])
def test_a_note_that_begins_with_a_name_of_the_byline_is_about_its_bearer(mark):
    note = "Gen. (ret.) Ann Bell commanded the harbour guard from 2016 to 2020."
    manuscript = read("Title: Sea", "By Ann Bell", STRAIT, INSURERS, mark + note)
    assert manuscript.author_note == note
    assert manuscript.paragraphs == 2
    assert read("Title: Sea", "By John Roe", STRAIT, INSURERS, note).author_note is None


def test_what_somebody_did_is_parted_from_whose_the_views_are():
    note = "Amb. (ret.) Ann Bell served as consul in Varna and is on the board of the Sea Society."
    manuscript = read(STRAIT, INSURERS, f"*{note} {VIEWS}")
    assert (manuscript.author_note, manuscript.disclaimer) == (note, VIEWS)


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Get Outlook for iOS<https://aka.example/x>",
        "iPhone’umdan gönderildi",
        "Von meinem iPad gesendet",
        "나의 iPhone에서 보냄",
        "(ends)",
        "- END -",
    ],
)
def test_what_programs_and_writers_put_below_a_piece_is_left_out_and_told(line):
    manuscript = read(STRAIT, INSURERS, "", f"* {BELL}", "", line)
    assert (manuscript.author_note, manuscript.paragraphs) == (BELL, 2)
    assert said(manuscript, line)


@pytest.mark.parametrize("dashes", ["-- ", "--"])
def test_the_signature_of_a_mail_is_left_out_and_told(dashes):
    manuscript = read(
        STRAIT, INSURERS, f"* {BELL}", "", dashes, "Ann Bell", "Quay 4, Varna", "Tel. +359 52 555 0199"
    )
    assert (manuscript.author_note, manuscript.paragraphs) == (BELL, 2)
    assert said(manuscript, "“Ann Bell / Quay 4, Varna / Tel. +359 52 555 0199” was read as the signature")


def test_notes_below_two_dashes_are_no_signature():
    manuscript = read(STRAIT, INSURERS, "", "-- ", BELL, "bell@harbour.example")
    assert manuscript.author_note == BELL


def test_a_note_without_a_name_is_about_the_only_author():
    manuscript = read("Title: Sea", "بقلم: د. سلمى الخطيب", STRAIT, "* باحثة أولى في مركز الميناء للدراسات.")
    assert [(a.role, a.affiliation) for a in manuscript.authors] == [("باحثة أولى", "مركز الميناء للدراسات")]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Bell, +44 20 7946 0000, ann@example.org",
        "Tel: +90 212 555 00 00",
        "Ann Bell | www.example.org",
        "© 2026 Harbour Institute",
    ],
)
def test_ways_to_reach_somebody_are_no_note_and_hide_none(line):
    manuscript = read("The Quiet Sea", "By Ann Bell", "", STRAIT, "", f"* {BELL}", f"** {VIEWS}", "", line)
    assert (manuscript.author_note, manuscript.disclaimer, manuscript.paragraphs) == (BELL, VIEWS, 1)
    assert said(manuscript, line)


@pytest.mark.parametrize("dash", [" –", " —", " -", "."])
def test_a_label_with_a_dash_or_a_stop(dash):
    manuscript = read(STRAIT, INSURERS, f"About the Author{dash} {BELL}", f"Disclaimer{dash} {VIEWS}")
    assert (manuscript.author_note, manuscript.disclaimer) == (BELL, VIEWS)


def test_notes_between_underscores_are_slanted():
    manuscript = read(STRAIT, f"_{INSURERS}_", "", f"_{BELL}_", f"_{VIEWS}_")
    assert (manuscript.author_note, manuscript.disclaimer) == (BELL, VIEWS)
    assert manuscript.body_html == f"<p>{STRAIT}</p><p><em>{INSURERS}</em></p>"


def test_a_note_that_names_nobody_is_about_whose_name_has_its_star():
    manuscript = read(
        "Sea and Land", "", "Dr. Ann Bell* – Prof. John Roe**", "", STRAIT, INSURERS, "", "* Fellow, Sea Institute",
        "** Dean of the Faculty of Law at Riga University",
    )  # fmt: skip
    assert [(a.name, a.role, a.affiliation) for a in manuscript.authors] == [
        ("Ann Bell", "Fellow", "Sea Institute"),
        ("John Roe", "Dean of the Faculty of Law", "Riga University"),
    ]


def test_a_note_above_the_title_needs_no_mark():
    manuscript = read(BELL, "", "The Price of a Quiet Sea", "", STRAIT, "", INSURERS)
    assert (manuscript.author_note, manuscript.title) == (BELL, "The Price of a Quiet Sea")
    assert said(manuscript, "was read as a note about the author because of what it says")


def test_a_degree_behind_the_name_does_not_hide_its_note():
    note = "Ann Bell’s latest book, Tidal Debt, was published in 2024."
    manuscript = read(
        "Sea and Land", "", "Dr. Ann Bell, PhD, Director, Sea Institute", "", STRAIT, INSURERS, "", note
    )
    assert manuscript.author_note == note


def test_a_last_paragraph_below_a_note_is_doubted():
    last = "Nobody at the institute has to agree with a word of it."
    manuscript = read("Sea and Land", "", "By Ann Bell", "", STRAIT, INSURERS, "", BELL, last)
    assert said(manuscript, f"“{last}” stands below what may be a note")
    assert not said(read("Sea and Land", "", "By Ann Bell", "", STRAIT, INSURERS), "what may be a note")


@pytest.mark.parametrize(
    "label", ["عن الكاتبين", "نبذة عن المؤلفين", "저자소개", "Yazarın notu", "Note on the author"]
)
def test_more_labels_of_notes(label):
    assert read(STRAIT, INSURERS, f"{label}: {BELL}").author_note == BELL
