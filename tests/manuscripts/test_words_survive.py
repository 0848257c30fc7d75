"""No word of a manuscript is lost, whatever its shape."""

import re
from collections import Counter
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscripts import ManuscriptError, read_bytes

# Words that say what a line is are not part of what it says; a mark of a list is on the page as a mark.
CONTENT = st.integers(0, 9999).map(
    lambda number: "Q" + "".join("bdfgklmnrz"[int(n)] + "a" for n in str(number))
)
JOINTS = st.sampled_from(
    [" ", " ", " ", ", ", ". ", " – ", "—", "* ", "*. ", "[1] ", "¹ ", " (", ") ", "\u00a0", "’s "]
)
OPENINGS = st.sampled_from(
    [
        "", "", "", "", "* ", "** ", "*", "† ", "• ", "- ", "– ", "o ", "1. ", "2. ", "a) ", "b) ", "[1] ", "¹ ",
        "> ", "# ", "### ", "   ", "\t", "Title: ", "By ", "Dr. ", "Author: ", "Notes", "Notes\n", "Disclaimer: ",
        "Disclaimer\n", "About the author\n", "About the author: ", "Standfirst: ", "12 May 2025\n", "---\n", "***\n",
    ]
)  # fmt: skip
PHRASES = st.sampled_from(
    [
        "", "", "", ".", "?", " is a senior fellow at the ", ", Professor at the ", " and ", " Institute",
        " The views expressed are those of the author.", "\n", "\n\n", "\n=====",
    ]
)  # fmt: skip


@st.composite
def lines(draw) -> str:
    words = draw(st.lists(st.tuples(CONTENT, JOINTS), min_size=1, max_size=25))
    text = "".join(word + joint for word, joint in words)
    return (
        draw(OPENINGS)
        + text.strip()
        + draw(PHRASES)
        + draw(CONTENT)
        + draw(st.sampled_from(["", ".", "*", "[1]"]))
    )


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"Q[a-z]+", text))


def everything(manuscript) -> str:
    return " ".join(
        [
            manuscript.title or "",
            manuscript.standfirst or "",
            *(f"{a.honorific} {a.name} {a.role} {a.affiliation}" for a in manuscript.authors),
            manuscript.author_note or "",
            manuscript.disclaimer or "",
            manuscript.body_html,
            *manuscript.warnings,
        ]
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_every_word_is_somewhere(parts, end):
    text = end.join(parts)
    manuscript = read_bytes(text.encode(), "a.txt")
    assert words_of(text) - words_of(everything(manuscript)) == Counter()


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300).map(str.encode), st.binary(max_size=300)))
def test_anything_is_read_or_refused(data):
    # Anything but a ManuscriptError would fail here.
    with suppress(ManuscriptError):
        manuscript = read_bytes(data, "a.txt")
        assert manuscript.paragraphs <= manuscript.body_html.count("<p>")
