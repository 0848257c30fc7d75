"""What each block was taken for and why, and what changes when the editor decides otherwise."""

import pytest

from articles.manuscripts import ManuscriptError, Role, read_bytes

from .samples import BELL, INSURERS, STRAIT, VIEWS

LINES = [
    "The Price of a Quiet Sea",
    "By Ann Bell",
    "12 May 2025",
    f"{STRAIT}[1]",
    "What Insurers See",
    INSURERS,
    "• weather",
    "• maps",
    "[1] Brokers’ circular of May.",
    f"* {BELL}",
    f"** {VIEWS}",
]
ROLES = [
    Role.TITLE,
    Role.BYLINE,
    Role.LEFT_OUT,
    Role.PARAGRAPH,
    Role.HEADING,
    Role.PARAGRAPH,
    Role.ITEM,
    Role.ITEM,
    Role.FOOTNOTE,
    Role.AUTHOR_NOTE,
    Role.DISCLAIMER,
]


def read(choices=None, lines=LINES):
    return read_bytes("\n".join(lines).encode(), "manuscript.txt", choices)


def test_each_block_in_order_with_its_role():
    parts = read().parts
    assert [part.index for part in parts] == list(range(len(LINES)))
    assert [part.text for part in parts] == LINES
    assert [part.role for part in parts] == ROLES


def test_each_role_has_a_reason():
    reasons = [part.reason for part in read().parts]
    assert reasons == [
        "24 characters, no full stop, beside the byline",
        "begins like a byline",
        "a date above the text",
        "nothing makes it anything else",
        "17 characters, no full stop, a paragraph follows",
        "nothing makes it anything else",
        "begins with “•”",
        "begins with “•”",
        "its mark stands in the text",
        "begins with * and says who the author is",
        "begins with ** and says whose the views are",
    ]


def test_what_was_guessed_is_not_sure():
    parts = read(lines=["The Price of a Quiet Sea", "", STRAIT, INSURERS]).parts
    assert [part.sure for part in parts] == [False, True, True]


@pytest.mark.parametrize(
    ("choices", "field", "value"),
    [
        ({4: Role.PARAGRAPH}, "headings", ()),
        ({4: "title", 0: "paragraph"}, "title", "What Insurers See"),
        ({4: Role.TITLE, 0: Role.TITLE}, "title", "The Price of a Quiet Sea What Insurers See"),
        ({5: Role.STANDFIRST}, "standfirst", INSURERS),
        ({9: Role.DISCLAIMER, 10: Role.AUTHOR_NOTE}, "author_note", VIEWS),
        ({9: Role.LEFT_OUT, 10: Role.LEFT_OUT}, "author_notes", ()),
        ({1: Role.PARAGRAPH}, "paragraphs", 3),
        ({6: Role.PARAGRAPH, 7: Role.PARAGRAPH}, "paragraphs", 4),
        ({5: Role.FOOTNOTE}, "footnotes", ("Brokers’ circular of May.", INSURERS)),
    ],
)
def test_a_choice_is_carried_out(choices, field, value):
    manuscript = read(choices)
    assert getattr(manuscript, field) == value
    assert {i: manuscript.parts[i].role for i in choices} == choices
    assert all(manuscript.parts[i].sure and manuscript.parts[i].reason == "chosen by you" for i in choices)


def test_the_rest_is_understood_around_a_choice():
    lines = ["Ann Bell", STRAIT, "A Quiet Sea", INSURERS]
    # Without a title above it, nobody would take a bare name for a byline.
    assert read(lines=lines).authors == ()
    assert [a.name for a in read({2: Role.TITLE}, lines=lines).authors] == ["Ann Bell"]


def test_choosing_what_was_understood_changes_nothing():
    understood = read()
    again = read({part.index: part.role for part in understood.parts})
    assert again.warnings == ()
    assert again.to_dict() | {"warnings": list(understood.warnings)} == understood.to_dict()


def test_a_byline_chosen_that_names_nobody_is_told():
    manuscript = read({5: Role.BYLINE})
    assert any(f"“{INSURERS}” could not be read for names" in warning for warning in manuscript.warnings)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({99: Role.TITLE}, "another file"),
        ({-1: Role.TITLE}, "another file"),
        ({3: Role.TABLE}, "Block 4 of the manuscript cannot be read as “table”"),
        ({3: "nonsense"}, "cannot be read as “nonsense”"),
    ],
)
def test_a_choice_no_screen_offers_is_refused(choices, words):
    with pytest.raises(ManuscriptError, match=words):
        read(choices)
