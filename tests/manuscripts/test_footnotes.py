import pytest

from .samples import BELL, INSURERS, STRAIT, read, said

CIRCULAR = "Brokers’ circular of May, with a < b & c."
CIRCULAR_HTML = '<span class="footnote">Brokers’ circular of May, with a &lt; b &amp; c.</span>'


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        ("[1]", f"[1] {CIRCULAR}"),
        (" [1]", f"[1]{CIRCULAR}"),
        ("¹", f"¹ {CIRCULAR}"),
        ("[12]", f"[12] {CIRCULAR}"),
        ("¹", f"Notes\n1. {CIRCULAR}"),
        ("[1]", f"Dipnotlar\n1) {CIRCULAR}"),
        ("[1]", f"각주\n[1] {CIRCULAR}"),
        ("*", f"* {CIRCULAR}"),
        ("**", f"** {CIRCULAR}"),
        ("†", f"† {CIRCULAR}"),
    ],
)
def test_a_note_stands_where_its_mark_stood(mark, line):
    manuscript = read(f"{STRAIT}{mark} It did so in May.", INSURERS, "", *line.split("\n"))
    assert manuscript.body_html == f"<p>{STRAIT}{CIRCULAR_HTML} It did so in May.</p><p>{INSURERS}</p>"
    assert manuscript.footnotes == (CIRCULAR,)
    assert manuscript.paragraphs == 2
    assert [w for w in manuscript.warnings if "note" in w] == []


def test_before_and_after_notes_about_the_author():
    for notes in ([f"[1] {CIRCULAR}", f"* {BELL}"], [f"* {BELL}", f"[1] {CIRCULAR}"]):
        manuscript = read(f"{STRAIT}[1]", INSURERS, *notes)
        assert manuscript.footnotes == (CIRCULAR,)
        assert manuscript.author_note == BELL


def test_a_star_without_a_mark_in_the_text_is_kept_and_told():
    manuscript = read(STRAIT, INSURERS, f"* {CIRCULAR}")
    assert manuscript.body_html.endswith("<p>* Brokers’ circular of May, with a &lt; b &amp; c.</p>")
    assert said(manuscript, "No * was found in the text")


def test_a_number_without_a_mark_in_the_text_is_kept_and_told():
    manuscript = read(STRAIT, INSURERS, f"[1] {CIRCULAR}")
    assert "[1] Brokers’" in manuscript.body_html
    assert said(manuscript, "No [1] was found in the text")


def test_a_mark_without_a_note_is_kept_and_told():
    manuscript = read(f"{STRAIT}[3]", INSURERS)
    assert "gladly.[3]" in manuscript.body_html
    assert said(manuscript, "refers to [3], but there is no such note")


def test_a_second_mark_stays():
    manuscript = read(f"{STRAIT}[1]", f"{INSURERS}[1]", f"[1] {CIRCULAR}")
    assert manuscript.body_html.count("Brokers’") == 1
    assert "there.[1]" in manuscript.body_html
    assert said(manuscript, "note 1 more than once")


def test_a_note_that_cites_a_note_is_not_nested():
    manuscript = read(f"{STRAIT}[1]", f"{INSURERS}[2]", "[1] See [2].", f"[2] {CIRCULAR}")
    assert manuscript.footnotes == ("See [2].", CIRCULAR)
    assert '<span class="footnote">See [2].</span>' in manuscript.body_html


def test_stars_of_a_list_and_around_words_are_no_marks():
    manuscript = read("They call it *cheap* here.", "* Varna", "* Odesa", INSURERS, f"* {CIRCULAR}")
    assert "<li>Varna</li><li>Odesa</li>" in manuscript.body_html
    assert "*cheap*" in manuscript.body_html
    assert manuscript.footnotes == ()


def test_stars_around_words_draw_no_note():
    manuscript = read("They call it *cheap* here.", STRAIT, f"* {CIRCULAR}")
    assert manuscript.body_html.startswith("<p>They call it *cheap* here.</p>")
    assert said(manuscript, "No * was found in the text")


def test_a_star_in_the_text_does_not_draw_an_item_of_a_list():
    manuscript = read(f"{STRAIT}*", "* Varna", "* Odesa", INSURERS, f"* {BELL}")
    assert manuscript.body_html == (f"<p>{STRAIT}</p><ul><li>Varna</li><li>Odesa</li></ul><p>{INSURERS}</p>")


def test_a_heading_with_a_note_is_listed_without_it():
    manuscript = read(STRAIT, "What Insurers See[1]", INSURERS, f"[1] {CIRCULAR}")
    assert [heading.text for heading in manuscript.headings] == ["What Insurers See"]
    assert f"<h2>What Insurers See{CIRCULAR_HTML}</h2>" in manuscript.body_html


def test_round_marks_are_marks_where_each_has_its_note():
    manuscript = read(f"{STRAIT} (1)", "", f"{INSURERS}(2)", "", "Notes", f"(1) {CIRCULAR}", "(2) Of June.")
    assert manuscript.footnotes == (CIRCULAR, "Of June.")
    assert manuscript.headings == ()


@pytest.mark.parametrize(
    "text", [f"{STRAIT} First (1), then (2), then (3).", STRAIT, f"{STRAIT} It paid (1) crown."]
)
def test_other_numbers_in_brackets_are_none(text):
    manuscript = read(text, "", INSURERS, "", "Notes", f"(1) {CIRCULAR}", "(2) Of June.")
    assert manuscript.footnotes == ()
    assert text in manuscript.body_html
