"""Habits of writers, each around the same text: what stands above and below it is read, the text itself is left alone."""

import pytest

from articles.manuscripts import read_bytes

ONE = (
    "The debate over mining the sea bed has been conducted mostly by people who have never seen the machines. They are "
    "the size of a house, they move slowly, and they leave a track that will outlast the company that made it."
)
TWO = (
    "Two questions matter more than the rest. The first is who carries the cost when a plume drifts across a border; "
    "the second is who notices. Neither is answered in the draft code, which runs to three hundred pages."
)
BODY = f"<p>{ONE}</p><h2>Who Pays</h2><p>{TWO}</p>"
TITLE = "Digging in the Dark"
ANN = ("", "Ann Marchetti", "fellow", "Abyss Policy Group")
LARS = ("Prof.", "Lars Ek", "", "Fjord University")
NOTE = "Ann Marchetti is a fellow at the Abyss Policy Group."
VIEWS = "The views expressed are the author's own."

HABITS = {
    "kind of piece": (["OP-ED", "", TITLE, "", "Ann Marchetti*", ""], ["", f"*{NOTE}", VIEWS], [ANN]),
    "introduced above": ([TITLE, "By Ann Marchetti", NOTE, ""], [VIEWS], [ANN]),
    "institution below": (
        [TITLE, "", "Ann Marchetti", "Fellow, Abyss Policy Group", ""],
        [VIEWS],
        [("", "Ann Marchetti", "Fellow", "Abyss Policy Group")],
    ),
    "one a line": ([TITLE, "", "Prof. Lars Ek", "Fjord University", "lars@fjord.example", ""], [], [LARS]),
    "rules between": ([TITLE, "—", "By Ann Marchetti", "—"], ["—", f"* {NOTE}", f"** {VIEWS}"], [ANN]),
    "minutes to read": ([TITLE, "By Ann Marchetti", "4 min read", ""], [f"* {NOTE}", f"** {VIEWS}"], [ANN]),
    "notes in brackets": ([TITLE, "By Ann Marchetti", ""], ["", f"({NOTE} The views are personal.)"], [ANN]),
    "marks in brackets": ([TITLE, "By Ann Marchetti", ""], ["", f"[*] {NOTE}", f"[**] {VIEWS}"], [ANN]),
    "label above notes": ([TITLE, "By Ann Marchetti", ""], ["", "About the Author", NOTE, "", VIEWS], [ANN]),
    "star on the byline": (
        [TITLE, "", "By Ann Marchetti*", ""],
        ["", "* Fellow, Abyss Policy Group", f"** {VIEWS}"],
        [("", "Ann Marchetti", "Fellow", "Abyss Policy Group")],
    ),
    "two in a sentence": (
        [TITLE, "By Ann Marchetti and Prof. Lars Ek", ""],
        ["", f"* {NOTE[:-1]}, and Lars Ek is a professor at Fjord University.", f"** {VIEWS}"],
        [ANN, ("Prof.", "Lars Ek", "professor", "Fjord University")],
    ),
    "verbs": (
        [TITLE, "By Ann Marchetti", ""],
        ["", "* Ann Marchetti chairs the Foundation for Quiet Seas.", f"** {VIEWS}"],
        [("", "Ann Marchetti", "", "Foundation for Quiet Seas")],
    ),
    "in capitals": ([TITLE, "BY ANN MARCHETTI", ""], ["", f"* {NOTE}", f"** {VIEWS}"], [ANN]),
}


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_habit(habit, ending):
    above, below, authors = HABITS[habit]
    text = [ONE, "", "Who Pays", "", TWO]
    lines = [*above, "", *text, "", *below]
    if ending == ".md":
        lines = [
            f"# {line}" if line == TITLE else f"## {line}" if line == "Who Pays" else line for line in lines
        ]
    manuscript = read_bytes("\n".join(lines).encode(), f"a{ending}")
    assert manuscript.title == TITLE
    assert [(a.honorific, a.name, a.role, a.affiliation) for a in manuscript.authors] == authors
    assert manuscript.body_html == BODY
    assert ("views" in (manuscript.disclaimer or "")) == any("views" in line for line in below)


def test_a_title_of_two_lines():
    manuscript = read_bytes(f"Digging in the Dark:\nWhy to Wait\nBy Ann Marchetti\n\n{ONE}".encode(), "a.txt")
    assert manuscript.title == "Digging in the Dark: Why to Wait"


def test_a_line_between_title_and_byline_is_the_standfirst():
    manuscript = read_bytes(f"{TITLE}\nA pause is not a plan\nBy Ann Marchetti\n\n{ONE}".encode(), "a.txt")
    assert (manuscript.title, manuscript.standfirst) == (TITLE, "A pause is not a plan")


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["이서준 | 해양안보연구소 선임연구원"], [("", "이서준", "선임연구원", "해양안보연구소")]),
        (
            ["김하늘 교수 (동해대학교)·박민재 박사 (해양안보연구소)"],
            [("교수", "김하늘", "", "동해대학교"), ("박사", "박민재", "", "해양안보연구소")],
        ),
    ],
)
def test_korean_bylines(lines, authors):
    text = "정부는 지난봄 새로운 해양 전략을 발표했다. 문서는 길었고 사진은 많았다. 그러나 예산표는 없었다."
    manuscript = read_bytes("\n".join(["바다를 지키는 것은 배가 아니다", *lines, "", text]).encode(), "a.txt")
    assert manuscript.title == "바다를 지키는 것은 배가 아니다"
    assert [(a.honorific, a.name, a.role, a.affiliation) for a in manuscript.authors] == authors
