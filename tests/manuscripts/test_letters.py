"""What stands around a piece that came as a letter: a greeting above it, a name below it."""

import pytest

from .samples import BELL, INSURERS, STRAIT, VIEWS, read, said

TITLE = "The Price of a Quiet Sea"
BODY = f"<p>{STRAIT}</p><p>{INSURERS}</p>"


def named(manuscript):
    return [(a.honorific, a.name, a.role, a.affiliation) for a in manuscript.authors]


@pytest.mark.parametrize(
    ("lines", "author", "told"),
    [
        (["— Ann Bell, Varna"], ("", "Ann Bell", "", ""), ["“Varna”, beside the name"]),
        (["- Dr. Ann Bell"], ("Dr.", "Ann Bell", "", ""), []),
        (["By Ann Bell"], ("", "Ann Bell", "", ""), []),
        (["Ann Bell"], ("", "Ann Bell", "", ""), ["“Ann Bell” was read as the byline"]),
        (
            ["— Ann Bell", "Director, Harbour Institute", "12 May 2025"],
            ("", "Ann Bell", "Director", "Harbour Institute"),
            ["“12 May 2025” stands below"],
        ),
        (
            ["Dr. Ann Bell", "Senior Fellow", "Harbour Institute"],
            ("Dr.", "Ann Bell", "Senior Fellow", "Harbour Institute"),
            [],
        ),
        (["Kind regards,", "Ann Bell", "Varna"], ("", "Ann Bell", "", ""), ["“Kind regards,”", "“Varna”"]),
        (["Saygılarımla,", "Ayşe Kaya"], ("", "Ayşe Kaya", "", ""), ["“Saygılarımla,”"]),
    ],
)
@pytest.mark.parametrize("notes", [[], ["", f"** {VIEWS}"]])
def test_a_name_below_the_text_is_the_byline(lines, author, told, notes):
    for manuscript in (
        read(f"Title: {TITLE}", "", STRAIT, "", INSURERS, "", *lines, *notes),
        read(f"Title: {TITLE}", "", STRAIT, "", INSURERS, *notes, "", *lines),
    ):
        assert named(manuscript) == [author]
        assert manuscript.body_html == BODY
        assert manuscript.disclaimer == (VIEWS if notes else None)
        assert all(said(manuscript, words) for words in told)


def test_a_name_that_stands_above_and_below_is_told():
    manuscript = read(TITLE, "By Ann Bell", "", STRAIT, "", INSURERS, "", "— Ann Bell")
    assert manuscript.body_html == BODY
    assert said(manuscript, "“— Ann Bell” stands below the text")


@pytest.mark.parametrize(
    "last",
    [
        ["“The sea is deep.”", "— John Roe"],
        ["> The sea is deep.", "— John Roe"],
        ["– John Roe"],
        ["Quiet Strait"],
    ],
)
def test_what_is_nobodys_name_or_somebody_elses_stays(last):
    manuscript = read(TITLE, "By Ann Bell", "", STRAIT, "", INSURERS, "", *last)
    assert [author.name for author in manuscript.authors] == ["Ann Bell"]
    assert last[-1].lstrip("–") in manuscript.body_html


@pytest.mark.parametrize("greeting", ["Dear editors,", "Sayın Editör,", "Hello,", "Sehr geehrte Frau Roe,"])
@pytest.mark.parametrize("head", [[TITLE, "By Ann Bell"], [f"Title: {TITLE}", "Author: Ann Bell"]])
def test_a_letter_above_the_piece_is_left_out_and_told(greeting, head):
    letter = [greeting, "", "Please find my piece below. Best wishes, Ann", ""]
    manuscript = read(*letter, *head, "", STRAIT, INSURERS)
    assert (manuscript.title, [a.name for a in manuscript.authors]) == (TITLE, ["Ann Bell"])
    assert manuscript.body_html == BODY
    assert said(manuscript, f"“{greeting}” was read as part of a letter")
    assert said(manuscript, "Please find my piece below.")


def test_an_open_letter_is_a_piece():
    manuscript = read("Dear colleagues,", "", STRAIT, "", INSURERS, "", f"* {BELL}")
    assert "Dear colleagues," in manuscript.body_html
