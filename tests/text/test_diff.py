import random
import time

from hypothesis import given
from hypothesis import strategies as st

from articles.text.diff import Part, Row, diff_bodies, diff_texts, stretches


def shown(rows):
    """- and + as a proof-reader would write them."""
    signs = {"same": "", "removed": "-", "added": "+"}
    return [
        "".join(f"[{signs[p.change]}{p.text}]" if p.change != "same" else p.text for p in row.parts)
        for row in rows
    ]


def test_a_changed_word_inside_a_paragraph():
    rows = diff_bodies("<p>Ports are slow institutions.</p>", "<p>Ports are quick institutions.</p>")
    assert shown(rows) == ["Ports are [-slow][+quick] institutions."]
    assert rows[0].change == "changed"


def test_neighbouring_changed_words_are_one_change():
    rows = diff_bodies(
        "<p>The old port of Izmir was never closed by anyone at all.</p>",
        "<p>The new harbour of Izmir was never closed by anyone at all.</p>",
    )
    assert shown(rows) == ["The [-old port][+new harbour] of Izmir was never closed by anyone at all."]


def test_paragraphs_added_removed_and_kept():
    rows = diff_bodies(
        "<p>One.</p><p>Two.</p><p>Three.</p>", "<p>One.</p><p>Quite something else.</p><p>Three.</p>"
    )
    assert shown(rows) == ["One.", "[+Quite something else.]", "[-Two.]", "Three."]


def test_headings_items_and_notes_are_compared_where_they_stand():
    old = "<h2>Ports</h2><ul><li>slow</li></ul><p>A claim.<span class='footnote'>Old source.</span></p>"
    new = "<h2>Ports</h2><ul><li>slow</li></ul><p>A claim.<span class='footnote'>New source.</span></p>"
    rows = diff_bodies(old, new)
    assert [row.tag for row in rows] == ["h2", "ul", "p"]
    assert shown(rows)[2] == "A claim. [[-Old][+New] source.]"


def test_a_heading_made_a_paragraph_is_a_change():
    assert [row.change for row in diff_bodies("<h2>Ports</h2>", "<p>Ports</p>")] != ["same"]


def test_a_title():
    assert diff_texts("Slow ports", "Slow harbours") == (
        Part("same", "Slow "),
        Part("removed", "ports"),
        Part("added", "harbours"),
    )


words = st.lists(st.sampled_from("port sea slow the, of. Ankara’s 한국 a".split()), max_size=12).map(" ".join)
bodies = st.lists(words, max_size=6).map(lambda paragraphs: "".join(f"<p>{text}</p>" for text in paragraphs))


def side(rows, name):
    return [text for row in rows if (text := "".join(p.text for p in getattr(row, name)).split())]


@given(bodies, bodies)
def test_each_side_can_be_read_off(old, new):
    """No word of either side is lost or moved."""
    rows = diff_bodies(old, new)
    flat = [" ".join(words for text in side(rows, name) for words in text) for name in ("old", "new")]
    plain = [" ".join(body.replace("<p>", " ").replace("</p>", " ").split()) for body in (old, new)]
    assert flat == plain


@given(bodies)
def test_the_same_text_shows_no_change(body):
    assert all(row == Row("same", row.tag, row.parts) for row in diff_bodies(body, body))


def test_what_is_too_long_to_weigh_is_shown_whole():
    old = f"<p>Same start {' '.join(f'x{n} a{n}' for n in range(700))} same end</p>"
    new = f"<p>Same start {' '.join(f'x{n} b{n}' for n in range(700))} same end</p>"
    (row,) = diff_bodies(old, new)
    assert [part.change for part in row.parts] == ["same", "removed", "added", "same"]
    assert row.parts[0].text.startswith("Same start ")


def test_a_changed_target_or_mark_is_told_though_the_words_are_the_same():
    old = '<p>See <a href="https://example.org/a">the report</a>.</p><p>Plain words.</p><p>Stays.</p>'
    new = (
        '<p>See <a href="https://example.org/b">the report</a>.</p><p><em>Plain</em> words.</p><p>Stays.</p>'
    )
    link, mark, same = diff_bodies(old, new)
    assert shown([link, mark]) == ["See the report.", "Plain words."]
    assert (link.change, link.same_words, mark.change, mark.same_words) == ("changed", True, "changed", True)
    assert link.links == (Part("removed", "https://example.org/a"), Part("added", "https://example.org/b"))
    assert mark.links == ()
    assert (same.change, same.same_words) == ("same", False)


def test_a_link_taken_out_of_changed_words_is_told():
    old = '<p>See <a href="https://example.org/a">the long report</a> here.</p>'
    (row,) = diff_bodies(old, "<p>See the short report here.</p>")
    assert shown([row]) == ["See the [-long][+short] report here."]
    assert row.links == (Part("removed", "https://example.org/a"),)
    assert not row.same_words


def test_an_item_moved_a_level_down_is_a_change():
    old = "<ul><li>One</li><li>Two</li></ul>"
    rows = diff_bodies(old, "<ul><li>One<ul><li>Two</li></ul></li></ul>")
    assert [(row.change, row.same_words) for row in rows][1] == ("changed", True)


def body(*paragraphs):
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def folds(old, new):
    return [(stretch.folded, len(stretch.rows)) for stretch in stretches(diff_bodies(old, new))]


def test_what_stays_is_folded_but_for_what_stands_beside_a_change():
    ten = [f"Paragraph number {n} stays as it is." for n in "abcdefghij"]
    changed = [*ten]
    changed[4] = ten[4].replace("stays", "moves")
    assert folds(body(*ten), body(*changed)) == [(True, 3), (False, 3), (True, 4)]
    assert folds(body(*ten), body(*ten)) == [(True, 10)]
    # One paragraph is shown: to fold it would take as much room.
    assert folds(body(*ten[2:6]), body(*changed[2:6])) == [(False, 1), (False, 3)]
    assert stretches(()) == ()


def test_five_thousand_words_are_compared_in_well_under_a_second():
    dice = random.Random(7)
    lexicon = [
        f"{a}{b}" for a in "port sea quay pier dock ship crane rope".split() for b in "s ed ing er".split()
    ]
    old = [" ".join(dice.choices(lexicon, k=50)) + "." for _ in range(100)]
    new = [
        words if n % 3 else " ".join([*words.split()[:25], *dice.choices(lexicon, k=25)])
        for n, words in enumerate(old)
    ]
    start = time.perf_counter()
    rows = diff_bodies(body(*old), body(*new))
    took = time.perf_counter() - start
    assert sum(row.change != "same" for row in rows) >= 34
    assert took < 0.5
