"""What a new file changes of a text that was edited meanwhile, to be taken or left piece by piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import clean
from articles.text.merge import hunks, taken

BASE = "<p>Harbours close in winter, as they do.</p><p>The ministry has the figures.</p><p>It waits.</p>"
EDITED = BASE.replace("as they do", "as they must")
NEW = BASE.replace("has the figures", "has published the figures")


def changes(*bodies):
    return [(hunk.now, hunk.new) for hunk in hunks(*bodies) if hunk.is_change]


def every(found):
    return range(len(found))


def test_a_change_of_the_new_text_alone_is_offered():
    found = changes(BASE, EDITED, NEW)
    assert found == [
        ("<p>The ministry has the figures.</p>", "<p>The ministry has published the figures.</p>")
    ]


def test_taken_it_keeps_what_was_edited_meanwhile():
    found = hunks(BASE, EDITED, NEW)
    assert taken(found, every(found)) == EDITED.replace("has the figures", "has published the figures")
    assert taken(found, ()) == EDITED


def test_what_both_changed_collides():
    found = hunks(BASE, EDITED, BASE.replace("as they do", "as they will"))
    assert [hunk.collides for hunk in found if hunk.is_change] == [True]


def test_what_both_changed_alike_is_none():
    assert changes(BASE, EDITED, EDITED) == []


def test_without_a_base_every_difference_is_one():
    assert len(changes(EDITED, EDITED, NEW)) == 2


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (BASE + "<p>New at the end.</p>", ("", "<p>New at the end.</p>")),
        (BASE.replace("<p>It waits.</p>", ""), ("<p>It waits.</p>", "")),
        (BASE.replace("<p>It waits.</p>", "<h2>It waits</h2>"), ("<p>It waits.</p>", "<h2>It waits</h2>")),
    ],
)
def test_a_paragraph_more_less_or_of_another_kind(new, change):
    assert changes(BASE, BASE, new) == [change]


words = st.lists(st.sampled_from("harbour winter ministry figures waits ice".split()), min_size=1, max_size=6)
bodies = st.lists(words, min_size=1, max_size=6).map(
    lambda rows: clean("".join(f"<p>{' '.join(row)}</p>" for row in rows))
)


@given(bodies, bodies, bodies)
def test_nothing_taken_leaves_the_text_and_all_taken_with_no_edit_is_the_new_one(base, now, new):
    assert taken(hunks(base, now, new), ()) == now
    found = hunks(base, base, new)
    assert taken(found, every(found)) == new
