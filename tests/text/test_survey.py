"""What a body holds beside its words."""

import pytest

from articles.text.survey import Link, survey


def skipped(source):
    return [heading.text for heading in survey(source).skipped()]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>a</p>", []),
        ("<h2>One</h2><h3>Two</h3>", []),
        ("<h3>Two</h3><p>a</p><h2>One</h2><h3>Three</h3>", ["Two"]),
        ("<h3>One</h3><h3>Two</h3>", ["One", "Two"]),
        ("<h3>A <em>slanted</em><br>one<span class='footnote'>Note</span></h3><p>a</p>", ["A slanted one"]),
    ],
)
def test_a_subheading_above_every_heading_is_skipped(source, found):
    assert skipped(source) == found


def test_links_of_text_tables_and_notes_in_order():
    source = (
        '<p>See <a href="/a/">one <strong>bold</strong> link</a> and <a href="/b/">two</a><a href="/c/">three</a>.'
        '<span class="footnote">In <a href="/n/">a note</a>.</span></p>'
        '<table><tbody><tr><td><a href="#p1">cell</a></td></tr></tbody></table>'
        '<ul><li><a href="https://example.org/">out</a></li></ul>'
    )
    assert survey(source).links == (
        *(Link("/a/", "one bold link"), Link("/b/", "two"), Link("/c/", "three"), Link("/n/", "a note")),
        *(Link("#p1", "cell"), Link("https://example.org/", "out")),
    )


def test_parts_are_the_ids_the_page_will_have():
    source = '<h2>Grain</h2><p>a<span class="footnote">n</span></p><p>id="fake"</p>'
    assert survey(source).parts == {"grain", "p1", "p2", "r1", "n1"}


def test_an_empty_body_holds_nothing():
    found = survey("")
    assert (found.headings, found.links, found.parts) == ((), (), frozenset())
