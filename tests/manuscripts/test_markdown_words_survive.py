"""No word of a Markdown file is lost, whatever it stands in."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscripts import read_bytes

from .test_words_survive import everything, words_of

# Stands for a word; each is given a spelling of its own, since a warning is said only once.
WORD = "Qword"
HOLDERS = st.sampled_from(
    [
        "{}", "{}", "{}", "{} {}", "*{}*", "**{}**", "***{}***", "_{}_", "`{}`", "[{}](https://example.org/a)",
        '[{}](https://example.org/b "{}")', "[{}][1]", "[{}][none]", "![{}](https://example.org/p.png)", "<{}>", "<b>{}</b>",
        "<https://example.org/{}>", "{}[^1]", "{}[^2]", "{}[^none]", "^[{}]", "{}*", "{}**", "\\*{}", "{}\\", "{}  ", "{}.", "{},",
        "~~{}~~", "&lt;{}&gt;", "{}<br>{}", "<!-- {} -->", "{}[1]", "{}¹", "({})", "“{}”", "| {} |", "Dr. {}", "{}: {}",
    ]
)  # fmt: skip
OPENINGS = st.sampled_from(
    [
        "", "", "", "", "# ", "## ", "### ", "###### ", "- ", "* ", "** ", "+ ", "  - ", "    - ", "1. ", "2) ", "> ", "> > ", "> - ",
        "    ", "\t", "[^1]: ", "[^2]: ", "[1]: ", "[1] ", "* Dr. ", "By ", "Title: ", "Author: ", "Standfirst: ", "**Title:** ",
        "About the author: ", "## About the author\n", "## Notes\n", "## Abstract\n\n", "Disclaimer: ", "Keywords: ", "```\n",
        "<div>", "---\n", "***\n", "% ", "12 May 2025\n", "date: ", ": ",
    ]
)  # fmt: skip
ENDINGS = st.sampled_from(
    [
        "",
        "",
        "",
        ".",
        " is a fellow at the Harbour Institute.",
        "\n===",
        "\n---",
        "\n```",
        "\n    ",
        " #",
        "  ",
        "\\",
        "</div>",
    ]
)
HEADS = st.sampled_from(
    [
        "", "", "", "---\ntitle: {}\nauthor: {}\n---\n", "---\ntitle: {}\nauthors:\n  - name: {}\n    role: {}\n    bio: {}\ntags: [{}, {}]\n---\n",
        "+++\ntitle = \"{}\"\ndraft = {}\n+++\n", "---\n{}\n---\n", "---\ntitle: >\n  {}\n  {}\nsummary: |\n  {}\n---\n",
        "Title: {}\nAuthor: {}\n  {}\n\n", "% {}\n% {}; {}\n% {}\n\n", "---\n# {}\ntitle: {} # {}\n---\n", "---\ntitle:\n  {}\nx: {{a: {}}}\n---\n",
    ]
)  # fmt: skip


def filled(shape: str) -> str:
    return shape.replace("{}", WORD).replace("{{", "{").replace("}}", "}")


@st.composite
def blocks(draw) -> str:
    line = " ".join(filled(held) for held in draw(st.lists(HOLDERS, min_size=1, max_size=8)))
    if draw(st.integers(0, 6)) == 0:
        return f"| {WORD} | {line} |\n| --- | :-: |\n| {line} | {WORD} | {WORD} |"
    return draw(OPENINGS) + line + draw(ENDINGS)


def spelled(source: str) -> str:
    numbers = count(1)
    return re.sub(
        WORD, lambda _: "Q" + "".join("bdfgklmnrz"[int(n)] + "a" for n in str(next(numbers))), source
    )


@st.composite
def files(draw) -> str:
    parts = draw(st.lists(blocks(), min_size=1, max_size=12))
    return spelled(filled(draw(HEADS)) + draw(st.sampled_from(["\n", "\n\n", "\n\n"])).join(parts))


def test_the_second_address_of_one_label_is_told():
    manuscript = read_bytes(b"[1]: Qda\n[1]: Qfa\n\nSome words.", "a.md")
    assert {"Qda", "Qfa"} <= words_of(everything(manuscript)).keys()


@settings(max_examples=200, deadline=None)
@given(files())
def test_every_word_is_somewhere(source):
    manuscript = read_bytes(f"{source}\n\nSome words.".encode(), "a.md")
    assert words_of(source) - words_of(everything(manuscript)) == {}
