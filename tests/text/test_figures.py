"""Figures: a picture of the library by its name, at the top of a text, with a caption of its own or none."""

import pytest

from articles.text import Picture, clean, excerpt, figures_in, plain_text, render, text_hash, word_count
from articles.text.diff import diff_bodies

UID = "8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11"
OTHER = "11111111-2222-4333-8444-555555555555"
BARE = f'<figure data-image="{UID}"></figure>'
FIGURE = f'<figure data-image="{UID}"><figcaption>Cranes, <em>counted</em></figcaption></figure>'
PICTURE = Picture(
    alt="Four cranes & a tug",
    caption="From the library",
    credit="Drawn by Ada <Moreau>",
    src="/media/x-800.png",
    width=800,
    height=600,
    sources=(
        ("image/avif", "/media/x-480.avif 480w, /media/x-800.avif 800w"),
        ("image/png", "/media/x-480.png 480w, /media/x-800.png 800w"),
    ),
)


@pytest.mark.parametrize("source", [BARE, FIGURE, f"<p>a</p>{FIGURE}<p>b</p>", BARE + BARE])
def test_a_figure_stays_as_it_is(source):
    assert clean(source) == source


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (f'<figure data-image="{UID.upper()}"></figure>', BARE),
        (f'<figure data-image=" {UID} " class="x" style="a" onclick="b"></figure>', BARE),
        (f'<div><section><figure data-image="{UID}"></figure></section></div>', BARE),
        (f'<figure data-image="{UID}"><figcaption> </figcaption></figure>', BARE),
        (f'<figure data-image="{UID}"><img src="https://example.org/x.png" alt="y"></figure>', BARE),
        (
            f'<figure data-image="{UID}">Words</figure>',
            BARE.replace("></", "><figcaption>Words</figcaption></"),
        ),
        (
            f'<figure data-image="{UID}"><figcaption>a<br><br>b</figcaption></figure>',
            BARE.replace("></", "><figcaption>a<br>b</figcaption></"),
        ),
    ],
)
def test_a_figure_is_brought_into_its_one_form(source, kept):
    assert clean(source) == kept
    assert clean(kept) == kept


@pytest.mark.parametrize(
    "name", ["", "x", UID[:-1], UID.replace("-", ""), f"{{{UID}}}", f"{UID}?", "../" + UID]
)
def test_what_names_no_picture_is_no_figure_and_keeps_its_words(name):
    assert clean(f'<figure data-image="{name}"><figcaption>Words</figcaption></figure>') == "<p>Words</p>"


def test_pictures_of_other_places_are_left_out():
    source = '<figure><img src="https://example.org/a.png" alt="b"><figcaption>Words</figcaption></figure>'
    assert clean(source) == "<p>Words</p>"


@pytest.mark.parametrize(
    "around", ["<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>", "<table><tr><td>{}</td></tr></table>"]
)
def test_inside_other_blocks_only_the_words_stay(around):
    kept = clean(around.format(FIGURE))
    assert "figure" not in kept
    assert plain_text(kept) == "Cranes, counted"


@pytest.mark.parametrize(
    "after", ["<p>Text</p>", "<h2>Text</h2>", "<ul><li>Text</li></ul>", "<div>Text</div>", FIGURE]
)
def test_one_that_was_never_closed_swallows_nothing(after):
    kept = clean(f'<figure data-image="{UID}"><figcaption>Words{after}')
    assert kept.startswith(BARE.replace("></figure>", "><figcaption>Words</figcaption></figure>"))
    assert kept.removeprefix(kept[: kept.index("</figure>") + 9]) == clean(after)


def test_a_caption_may_hold_a_note_and_a_link():
    source = (
        f'<figure data-image="{UID}"><figcaption>By <a href="https://example.org/">us</a>'
        '<span class="footnote">Ours.</span></figcaption></figure>'
    )
    assert clean(source) == source
    assert [note.html for note in render(source).notes] == ["Ours."]


def test_words_of_captions_count_and_pictures_do_not():
    assert word_count(f"<p>One two</p>{FIGURE}{BARE}") == 4
    assert plain_text(f"<p>One two</p>{FIGURE}{BARE}") == "One two\n\nCranes, counted"
    assert text_hash(f"<p>One</p>{BARE}") == text_hash("<p>One</p>")
    assert excerpt(f"{FIGURE}<p>One two</p>") == "One two"


def test_which_pictures_a_text_has():
    second = BARE.replace(UID, OTHER)
    assert figures_in(f"{second}<p>a</p>{FIGURE}{second}") == (OTHER, UID)
    assert figures_in("<p>a</p>") == ()


def test_a_page_prints_it_in_three_formats():
    body = render(f"<p>a</p>{BARE}", images={UID: PICTURE}).body
    assert body == (
        '<p id="p1">a</p><figure id="f1"><picture><source type="image/avif"'
        ' srcset="/media/x-480.avif 480w, /media/x-800.avif 800w" sizes="(min-width: 60rem) 54rem, 100vw">'
        '<img src="/media/x-800.png" srcset="/media/x-480.png 480w, /media/x-800.png 800w"'
        ' sizes="(min-width: 60rem) 54rem, 100vw" alt="Four cranes &amp; a tug" width="800" height="600"'
        ' loading="lazy" decoding="async"></picture><figcaption>From the library'
        ' <span class="credit">Drawn by Ada &lt;Moreau&gt;</span></figcaption></figure>'
    )


def test_its_own_caption_comes_before_the_librarys():
    body = render(FIGURE, images={UID: PICTURE}).body
    assert "<figcaption>Cranes, <em>counted</em> <span" in body
    assert "From the library" not in body


def test_of_a_lost_picture_the_caption_stays():
    assert render(FIGURE).body == '<figure id="f1"><figcaption>Cranes, <em>counted</em></figcaption></figure>'
    assert render(BARE).body == ""


def test_a_comparison_names_picture_and_caption():
    changed = FIGURE.replace("counted", "uncounted")
    (row,) = diff_bodies(FIGURE, changed, {UID: "Cranes at dusk"})
    assert row.change == "changed"
    assert "".join(part.text for part in row.new) == "[Cranes at dusk] Cranes, uncounted"
    _same, row = diff_bodies(f"<p>a</p>{BARE}", f"<p>a</p>{BARE.replace(UID, OTHER)}", {UID: "Old one"})
    assert ["".join(part.text for part in side) for side in (row.old, row.new)] == ["[Old one]", "[11111111]"]
