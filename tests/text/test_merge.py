import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import clean
from articles.text.merge import merge_bodies, merge_sets, merge_values

BASE = "<p>Ports are slow.</p><p>They remember storms.</p><p>Cranes stand idle today.</p>"


def merged(base, mine, theirs):
    """What is taken where nobody has to choose, and the collisions."""
    pieces = merge_bodies(base, mine, theirs)
    return "".join(piece.mine for piece in pieces), [
        (piece.mine, piece.theirs) for piece in pieces if piece.collides
    ]


def test_changes_to_neighbouring_paragraphs_do_not_collide():
    mine = BASE.replace("slow", "very slow")
    theirs = BASE.replace("storms", "every storm")
    assert merged(BASE, mine, theirs) == (mine.replace("storms", "every storm"), [])


def test_both_changed_one_paragraph():
    mine, theirs = BASE.replace("slow", "quick"), BASE.replace("slow", "late")
    _text, collisions = merged(BASE, mine, theirs)
    assert collisions == [("<p>Ports are quick.</p>", "<p>Ports are late.</p>")]


def test_the_same_change_is_taken_once():
    both = BASE.replace("slow", "quick") + "<p>New.</p>"
    assert merged(BASE, both, both) == (both, [])


def test_what_one_took_out_is_gone_and_what_the_other_put_in_is_there():
    mine = BASE.replace("<p>They remember storms.</p>", "")
    theirs = BASE.replace("<p>Cranes", "<h2>Idle</h2><p>Cranes")
    assert merged(BASE, mine, theirs) == (
        "<p>Ports are slow.</p><h2>Idle</h2><p>Cranes stand idle today.</p>",
        [],
    )


def test_taking_out_what_the_other_changed_is_a_collision():
    mine = BASE.replace("<p>They remember storms.</p>", "")
    theirs = BASE.replace("storms", "every storm")
    assert merged(BASE, mine, theirs)[1] == [("", "<p>They remember every storm.</p>")]


def test_both_put_something_in_at_one_place():
    assert merged(BASE, BASE + "<p>Mine.</p>", BASE + "<p>Theirs.</p>")[1] == [
        ("<p>Mine.</p>", "<p>Theirs.</p>")
    ]


def test_a_paragraph_split_in_two_beside_one_that_was_changed():
    mine = BASE.replace("They remember storms.", "They remember.</p><p>Storms above all.")
    theirs = BASE.replace("idle today", "idle")
    text, collisions = merged(BASE, mine, theirs)
    assert collisions == []
    assert (
        text == "<p>Ports are slow.</p><p>They remember.</p><p>Storms above all.</p><p>Cranes stand idle.</p>"
    )


def test_formatting_and_notes_count_as_changes():
    note = '<span class="footnote">See 1912.</span>'
    mine = BASE.replace("slow", "<strong>slow</strong>")
    theirs = BASE.replace("slow.", f"slow.{note}")
    assert merged(BASE, mine, theirs)[1] == [
        ("<p>Ports are <strong>slow</strong>.</p>", f"<p>Ports are slow.{note}</p>")
    ]


def test_texts_begun_from_nothing():
    assert merged("", "<p>Mine.</p>", "") == ("<p>Mine.</p>", [])
    assert merged("", "<p>Mine.</p>", "<p>Theirs.</p>")[1] == [("<p>Mine.</p>", "<p>Theirs.</p>")]


bodies = st.lists(
    st.sampled_from(
        ["<p>one</p>", "<p>two</p>", "<p>one two</p>", "<h2>two</h2>", "<ul><li>a</li></ul>", "<p>x y</p>"]
    ),
    max_size=8,
).map(lambda blocks: clean("".join(blocks)))


@given(bodies, bodies)
def test_where_one_side_changed_nothing_the_other_is_taken_whole(base, other):
    assert merged(base, other, base) == (other, [])
    assert merged(base, base, other) == (other, [])
    assert merged(base, other, other) == (other, [])


@given(bodies, bodies, bodies)
def test_each_side_can_be_read_off_its_pieces(base, mine, theirs):
    """Choosing mine everywhere, whatever only one changed is there; nothing that only they put in is lost."""
    pieces = merge_bodies(base, mine, theirs)
    mirrored = merge_bodies(base, theirs, mine)
    assert [(p.theirs, p.mine) for p in pieces] == [(p.mine, p.theirs) for p in mirrored]
    assert all(piece.mine or piece.theirs for piece in pieces)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "told"),
    [
        ("a", "a", "b", ("b", False)),
        ("a", "b", "a", ("b", False)),
        ("a", "b", "b", ("b", False)),
        ("a", "b", "c", ("b", True)),
        ("a", "a", "a", ("a", False)),
    ],
)
def test_values(base, mine, theirs, told):
    assert merge_values(base, mine, theirs) == told


def test_sets_never_collide():
    assert merge_sets(["sea", "law"], ["sea", "war"], ["law", "oil"]) == ["war", "oil"]
    assert merge_sets(["sea"], ["sea", "war"], ["sea", "war"]) == ["sea", "war"]


def test_a_long_text_takes_no_time():
    sentences = [f"<p>Paragraph {number} speaks of harbours and their trade.</p>" for number in range(600)]
    mine = [line.replace("trade", "tides") if number % 3 else line for number, line in enumerate(sentences)]
    theirs = [
        line.replace("speaks", "tells") if number % 4 else line for number, line in enumerate(sentences)
    ]
    started = time.perf_counter()
    merge_bodies("".join(sentences), "".join(mine), "".join(theirs))
    assert time.perf_counter() - started < 2
