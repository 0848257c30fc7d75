"""Markdown: what it marks is kept, what it hides is told, what it costs is bounded."""

import time
from contextlib import suppress

import pytest

from articles.manuscripts import ManuscriptError, Role, read_bytes

from .samples import BELL, INSURERS, STRAIT, VIEWS, said

TITLE = "The Price of a Quiet Sea"
CIRCULAR = "Brokers’ circular of May."


def read(*lines: str):
    return read_bytes("\n".join(lines).encode(), "manuscript.md")


@pytest.mark.parametrize(
    "head",
    [
        ["---", f"title: {TITLE}", "author: Dr. Ann Bell", "---", ""],
        ["---", f'title: "{TITLE}"', "authors:", "  - name: Ann Bell", "    honorific: Dr.", "---", ""],
        ["+++", f'title = "{TITLE}"', 'author = "Dr. Ann Bell"', "+++", ""],
        [f"Title: {TITLE}", "Author: Dr. Ann Bell", ""],
        [f"title:  {TITLE}", "author: [Dr. Ann Bell]", ""],
        [f"# {TITLE}", "", "By Dr. Ann Bell", ""],
        [TITLE, "=====", "", "*By Dr. Ann Bell*", ""],
        ["---", f"title: {TITLE}", "author: Dr. Ann Bell", "---", "", f"# {TITLE}", ""],
    ],
)
def test_title_and_author(head):
    manuscript = read(*head, STRAIT, "", INSURERS)
    assert manuscript.title == TITLE
    assert [a.name for a in manuscript.authors] == ["Ann Bell"]
    assert manuscript.body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"


def test_authors_of_front_matter_with_their_positions():
    manuscript = read(
        "---",
        f"title: {TITLE}",
        "authors:",
        "  - name: Dr. Ann Bell",
        "    title: Senior Fellow",
        "    affiliation: Harbour Institute",
        "  - name: Carl Dorn",
        "    affiliation: University of the Coast",
        "---",
        "",
        STRAIT,
    )
    assert [(a.honorific, a.name, a.role, a.affiliation) for a in manuscript.authors] == [
        ("Dr.", "Ann Bell", "Senior Fellow", "Harbour Institute"),
        ("", "Carl Dorn", "", "University of the Coast"),
    ]


def test_front_matter_is_never_obeyed():
    manuscript = read(
        "---", "title: &a A *Quiet* Sea", "x: *a", "y: !!python/object:os.system", "---", "", STRAIT
    )
    assert manuscript.title == "&a A *Quiet* Sea"
    assert said(manuscript, "x: *a")
    assert said(manuscript, "y: !!python/object:os.system")


def test_levels_of_headings():
    manuscript = read(f"# {TITLE}", "", STRAIT, "", "## Two", "", STRAIT, "", "#### Four", "", INSURERS)
    assert "<h2>Two</h2>" in manuscript.body_html
    assert "<h3>Four</h3>" in manuscript.body_html
    several = read("# One", "", STRAIT, "", "# Two", "", STRAIT, "", "## Under", "", STRAIT)
    assert several.title is None
    assert [h.text for h in several.headings] == ["One", "Two", "Under"]
    assert said(several, "“One”, may be one")


def test_a_rule_right_below_a_paragraph_makes_no_heading_of_it():
    assert read(STRAIT, "---", INSURERS).body_html == f"<p>{STRAIT}</p><hr><p>{INSURERS}</p>"


@pytest.mark.parametrize(
    "notes",
    [
        [f"* {BELL}", f"** {VIEWS}"],
        [f"* {BELL}", "", f"** {VIEWS}"],
        [rf"\* {BELL}", "", rf"\*\* {VIEWS}"],
        [f"*{BELL}*", "", f"*{VIEWS}*"],
        [f"*{BELL}*", f"*{VIEWS}*"],
        ["---", f"**About the author:** {BELL}", "", f"**Disclaimer:** {VIEWS}"],
        ["## About the author", "", BELL, "", "## Disclaimer", "", VIEWS],
        [f"* {BELL}", f"* {VIEWS}"],
    ],
)
def test_a_star_before_a_note_is_no_bullet(notes):
    manuscript = read(STRAIT, "", INSURERS, "", *notes)
    assert (manuscript.author_note, manuscript.disclaimer) == (BELL, VIEWS)
    assert manuscript.body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"


def test_a_note_of_several_lines_keeps_its_words_apart():
    manuscript = read(STRAIT, "", INSURERS, "", "* Ann Bell is a senior fellow at", "the Harbour Institute.")
    assert manuscript.author_note == BELL


def test_lists_of_stars_are_lists():
    manuscript = read(STRAIT, "", "* weather", "* maps", "    1. of the sea", "", INSURERS)
    assert "<ul><li>weather</li><li>maps<ol><li>of the sea</li></ol></li></ul>" in manuscript.body_html


def test_numbered_headings_are_no_lists():
    manuscript = read(STRAIT, "", "1. What Insurers See", "", INSURERS, "", "2. The Strait", "", STRAIT)
    assert [h.text for h in manuscript.headings] == ["1. What Insurers See", "2. The Strait"]


def test_notes_stand_where_their_marks_stood():
    manuscript = read(f"{STRAIT}[^1] And^[Hardly *ever*.] so on.", "", INSURERS, "", f"[^1]: {CIRCULAR}")
    assert manuscript.footnotes == (CIRCULAR, "Hardly ever.")
    assert f'{STRAIT}<span class="footnote">{CIRCULAR}</span> And' in manuscript.body_html
    assert '<span class="footnote">Hardly <em>ever</em>.</span>' in manuscript.body_html


def test_a_note_on_the_byline_is_about_its_author():
    manuscript = read(f"# {TITLE}", "", "By Ann Bell[^a]", "", STRAIT, "", f"[^a]: {BELL}")
    assert manuscript.author_note == BELL
    assert [(a.name, a.affiliation) for a in manuscript.authors] == [("Ann Bell", "Harbour Institute")]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([STRAIT, "", "[^2]: Nobody asked for this."], "Nobody asked for this."),
        ([f"{STRAIT}[^1] {INSURERS}[^1]", "", f"[^1]: {CIRCULAR}"], "note 1 more than once"),
        ([STRAIT, "", "[1]: https://example.org/a"], "https://example.org/a"),
        ([STRAIT, "", "![A map](https://example.org/map.png)"], "“A map” (https://example.org/map.png)"),
        ([STRAIT, "", "<!-- shorten this -->", "", INSURERS], "<!-- shorten this -->"),
        ([f"{STRAIT} <!-- shorten this -->"], "<!-- shorten this -->"),
        ([f"{STRAIT} <script>"], "<script>"),
    ],
)
def test_what_has_no_place_is_told(lines, words):
    manuscript = read(*lines)
    assert said(manuscript, words)
    assert "map.png" not in manuscript.body_html
    assert "script" not in manuscript.body_html


def test_tables_quotations_and_links():
    manuscript = read(
        STRAIT,
        "",
        "| Port | Ships |",
        "|---|--:|",
        "| A | 12 |",
        "",
        "> Quiet, [he](https://a.example) said.",
    )
    assert manuscript.body_html == (
        f'<p>{STRAIT}</p><table><thead><tr><th scope="col">Port</th><th scope="col">Ships</th></tr></thead>'
        '<tbody><tr><td>A</td><td>12</td></tr></tbody></table><blockquote><p>Quiet, <a href="https://a.example">he'
        "</a> said.</p></blockquote>"
    )
    assert [part.role for part in manuscript.parts] == [Role.PARAGRAPH, Role.TABLE, Role.QUOTE]


def test_an_indented_paragraph_is_no_program():
    assert read(f"    {STRAIT}", "", f"    {INSURERS}").body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"


def test_only_what_says_the_language_of_words_is_kept_of_html():
    found = read(
        f'{STRAIT} <span lang="tr">*kıyı*</span> <span onclick="x">sea</span> <span lang="x&quot; y">a</span>.'
    )
    assert '<span lang="tr"><em>kıyı</em></span> sea a.' in found.body_html


def test_notes_that_refer_to_each_other_lose_no_word():
    chain = [f"[^{n}]: harbour{n}. [^{n + 1}]" for n in range(400)]
    found = read(f"{STRAIT}[^0]", "", *"\n\n".join([*chain, "[^400]: harbour400. [^3]"]).split("\n"))
    told = found.body_html + " ".join(found.warnings)
    assert [n for n in range(401) if f"harbour{n}." not in told] == []


N = 100_000
SHAPES = {
    "opening brackets": "[" * N,
    "closing brackets": "]" * N,
    "pictures": "![" * (N // 2),
    "notes in notes": "^[" * (N // 2),
    "definitions": "".join(f"[^{i}]: b\n\n" for i in range(N // 10)),
    "stars": "*a **a " * (N // 7),
    "quotations": ">" * N,
    "deep lists": "".join("  " * i + "* a\n" for i in range(300)),
    "wide table": "a|" * 200 + "\n" + "-|" * 200 + "\n" + "a\n" * (N // 4),
    "entities": "&" * N,
    "one line": "word " * 1_000_000,
    "notes in a circle": "a[^0]\n\n" + "".join(f"[^{n}]: b [^{(n + 1) % 2_400}]\n\n" for n in range(2_400)),
    "aliases": "---\n" + "a: &a [*a, *a]\n" * 150 + "---\ntext",
    "lists in front matter": "---\ntitle: " + "[" * N + "\n---\ntext",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_takes_long(shape):
    begun = time.process_time()
    with suppress(ManuscriptError):
        read_bytes(SHAPES[shape].encode(), "a.md")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("ending", ["", "  ", "\\"])
def test_a_head_may_have_its_keys_in_bold(ending):
    manuscript = read(
        f"**Title:** Quiet Seas{ending}\n**Author**: Ann Bell, Harbour Institute{ending}\n\n{STRAIT}\n"
    )
    assert (manuscript.title, manuscript.authors[0].name) == ("Quiet Seas", "Ann Bell")
    assert manuscript.body_html == f"<p>{STRAIT}</p>"


def test_lines_of_a_note_without_a_mark_are_told_apart():
    manuscript = read_bytes(b"The text.\n\n[^1]: One  \ntwo", "a.md")
    assert "No mark was found in the text for note 1: “One two”" in manuscript.warnings


@pytest.mark.parametrize("rule", ["\\*\\*\\*", "\\* \\* \\*", "— — —"])
def test_signs_in_a_row_part_what_is_above_from_what_is_below(rule):
    manuscript = read(STRAIT, "", rule, "", INSURERS, "", rule, "", f"*{VIEWS}*")
    assert manuscript.body_html == f"<p>{STRAIT}</p><hr><p>{INSURERS}</p>"
    assert manuscript.disclaimer == VIEWS
