"""No word of a Word file is lost, whatever it stands in; none that was deleted comes back."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscripts import read_bytes

from .test_words_survive import everything
from .word_files import word_file

HOLDERS = st.sampled_from(
    [
        "{}", "{}", "{}", "**{}**", "//{}//", "__{}__", "{{note {}}}", "{{end {}}}", "{{mark *|{}}}", "{{mark **|{} is a fellow at X}}",
        "{{ins {}}}", "{{to {}}}", "{{link https://example.org/|{}}}", "{{field https://example.org/|{}}}", "{{simple ftp://x|{}}}",
        "{{hidden {}}}", "{{box {}}}", "{{box [b] {}}}", "{{math {}}}", "{{control {}}}", "{{prompt {}}}", "{{smart {}}}", "{{size 40|{}}}",
        "{{sup {}}}", "{{sub {}}}", "{}{{br}}", "{}{{br}}{{br}}", "{}{{tab}}", "{}{{pic }}",
    ]
)  # fmt: skip
GONE = st.sampled_from(["{{del {}}}", "{{from {}}}", "{{comment {}}}"])
LOOKS = st.sampled_from(
    [
        "", "", "", "[Title] ", "[Subtitle] ", "[Heading 1] ", "[Heading 2] ", "[b] ", "[caps] ", "[center, size=40] ", "[Quote] ",
        "[quote=720] ", "[ul:0] ", "[ul:2] ", "[ol:1] ", "[letters:0] ", "[List Bullet] ", "[Caption] ", "[TOC 1] ", "[header] ",
        "[footer] ", "[merge] ", "[drop] ", "[bidi] ", "* ", "• ", "1. ", "By ", "Figure 1. ", "Table 1. ", "About the author: ",
    ]
)  # fmt: skip


# A word that stays, and one that is gone; each is given a spelling of its own, since a warning is said only once.
STAYS, GOES = "Qword", "Zword"


@st.composite
def paragraphs(draw) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 8))):
        pieces.append(draw(HOLDERS).format(STAYS))
        pieces.append(draw(GONE).format(GOES))
    line = " ".join(filter(None, pieces))
    if draw(st.integers(0, 5)) == 0:
        return f"| {line} | {STAYS} |\n| ^^ | {STAYS} |"
    return (
        draw(LOOKS) + line + draw(st.sampled_from(["", ".", ". And so it goes on, as texts do, to the end."]))
    )


def spelled(source: str) -> str:
    numbers = count(1)
    return re.sub(f"{STAYS}|{GOES}", lambda match: match[0][0] + "ba" * next(numbers) + "z", source)


@settings(max_examples=100, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=10), st.sampled_from([0, 3]), st.booleans())
def test_every_word_is_somewhere_and_none_that_is_gone(drawn, split, strict):
    source = spelled("\n".join(drawn))
    manuscript = read_bytes(word_file(f"{source}\nSome words.", split=split, strict=strict), "a.docx")
    found = f"{everything(manuscript)} {manuscript.standfirst}"
    assert [word for word in re.findall("Q(?:ba)+z", source) if word not in found] == []
    assert not re.findall("Z(?:ba)+z", found)
