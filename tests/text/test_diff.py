from hypothesis import given
from hypothesis import strategies as st

from articles.text.diff import Part, Row, diff_bodies, diff_texts


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
