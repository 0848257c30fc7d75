"""Lines to paragraphs."""

import textwrap

import pytest

from .samples import INSURERS, STRAIT, read, said

LONG = (
    f"{STRAIT} {INSURERS} A harbour that sleeps costs more than one that works, "
    "and both are paid for by whoever eats."
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\v", "\x85"])
def test_every_line_end(end):
    assert read(STRAIT + end + INSURERS).body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"


def test_spaces_and_invisible_characters():
    manuscript = read("\ufeffThe\u00a0strait\u202fcarries\t a\u200b third\u00ad of\u3000it  all, – “still”.")
    assert manuscript.body_html == "<p>The strait carries a third of it all, – “still”.</p>"


def test_control_characters_are_left_out_and_told():
    manuscript = read(STRAIT.replace("strait", "str\x02ait"))
    assert manuscript.body_html == f"<p>{STRAIT}</p>"
    assert said(manuscript, "1 characters without a meaning")


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("gap", ["\n\n", "\n   "])
def test_wrapped_lines_are_joined(width, gap):
    wrapped = [textwrap.fill(text, width, break_on_hyphens=False) for text in (LONG, LONG.upper(), LONG)]
    manuscript = read(gap.join(wrapped))
    assert manuscript.body_html == f"<p>{LONG}</p><p>{LONG.upper()}</p><p>{LONG}</p>"


def test_a_line_set_in_counts_with_what_it_is_set_in_by():
    first = "The harbour sleeps on through all the grey and wet winter."
    wrapped = textwrap.wrap(f"{first} Insurance {LONG}", 72, initial_indent=" " * 8)
    assert wrapped[0] == f"        {first}"
    assert read(*wrapped).body_html == f"<p>{first} Insurance {LONG}</p>"


def test_a_line_set_in_begins_a_paragraph_though_the_line_before_it_is_full():
    full = textwrap.wrap(LONG, 61, initial_indent="    ")
    assert read(*full, *full).body_html == f"<p>{LONG}</p><p>{LONG}</p>"


def test_short_lines_of_whole_sentences_are_not_joined():
    lines = [
        "The harbour sleeps, and the price of sleep goes up each year.",
        "Nobody counts the ships that did not come to it this winter.",
        "They are the ones that matter most to those who set the price.",
        "A map would show them as a gap between two lines of dots.",
    ]
    assert read(*lines).paragraphs == 4


def test_wrapped_without_blank_lines_is_doubted():
    manuscript = read(*textwrap.wrap(LONG, 60), *textwrap.wrap(LONG, 60))
    assert said(manuscript, "no blank line parts the paragraphs")


def test_a_word_broken_at_the_end_of_a_line():
    manuscript = read(
        "The cooperation of the two ports began with a map, and the coopera-",
        "tion went on with a purse. Any middle-power port knows how a middle-",
        "power port pays, and how a small and under-insured vessel is re-",
        "floated by those who never learnt the pre- and post-war rules of a",
        "sea that nobody wanted to insure—not even those who lived on it—",
        "until now.",
    )
    body = manuscript.body_html
    assert "and the cooperation went on" in body
    assert "how a middle-power port pays" in body
    assert "is re-floated by" in body
    assert "on it—until now" in body
    assert said(manuscript, "“re-floated” was broken at the end of a line")
    assert not said(manuscript, "middle-power")


def test_rules_quotations_and_marked_headings():
    manuscript = read(
        STRAIT,
        "* * *",
        INSURERS,
        "> quoted",
        "> words",
        "",
        "The Second Part",
        "----",
        STRAIT,
        "### Third",
        INSURERS,
    )
    assert manuscript.body_html == (
        f"<p>{STRAIT}</p><hr><p>{INSURERS}</p><blockquote><p>quoted words</p></blockquote>"
        f"<h2>The Second Part</h2><p>{STRAIT}</p><h3>Third</h3><p>{INSURERS}</p>"
    )
    assert [heading.reason for heading in manuscript.headings] == [
        "underlined in the manuscript",
        "marked with # in the manuscript",
    ]


def test_lines_with_as_many_tabs_are_a_table_and_told():
    manuscript = read(STRAIT, "Port\tShips", "Varna\t12", "", INSURERS)
    assert manuscript.body_html == (
        f'<p>{STRAIT}</p><table><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead>'
        f"<tbody><tr><td>Varna</td><td>12</td></tr></tbody></table><p>{INSURERS}</p>"
    )
    assert said(manuscript, "were read as a table")


@pytest.mark.parametrize(
    "lines",
    [
        ("1.\tThe first thing", "2.\tThe second thing"),
        ("Title:\tQuiet Seas", "Author:\tAnn Bell"),
        ("\tThe harbour was full.", "\tThe sea was not."),
        ("The harbour\twas full.", "The sea was not."),
    ],
)
def test_a_tab_after_a_sign_or_before_a_paragraph_makes_no_table(lines):
    assert "<table" not in read(STRAIT, *lines, INSURERS).body_html
