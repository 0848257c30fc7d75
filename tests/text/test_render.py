"""The printed body: addresses, numbers, links both ways."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from articles.text import RESERVED_IDS, Note, OutlineItem, clean, render, slugify
from tests.text.markup import HOSTILE, TAG_SOUP

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def ids(html):
    return re.findall(r' id="([^"]*)"', html)


def test_notes_are_numbered_and_stand_apart():
    rendered = render('<p>a<span class="footnote">b <em>c</em></span> d<span class="footnote">e</span></p>')
    assert rendered.body == (
        '<p id="p1">a<sup class="noteref"><a id="r1" href="#n1" role="doc-noteref" aria-label="Note 1">1</a></sup> d'
        '<sup class="noteref"><a id="r2" href="#n2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>'
    )
    assert rendered.notes == (Note(1, "b <em>c</em>"), Note(2, "e"))


def test_notes_are_numbered_in_reading_order():
    note = '<span class="footnote">{}</span>'.format
    rendered = render(
        f"<h2>a{note('one')}</h2><table><caption>b{note('two')}</caption><tr><td>c{note('three')}</td></tr></table>"
        f"<ul><li>d{note('four')}</li></ul>"
    )
    assert [item.html for item in rendered.notes] == ["one", "two", "three", "four"]
    assert re.findall(r'id="r(\d)"', rendered.body) == ["1", "2", "3", "4"]
    assert rendered.outline == (OutlineItem(2, "a", "a"),)


@pytest.mark.parametrize(
    ("lang", "note", "table"),
    [
        ("en", "Note 1", "Table 1"),
        ("tr", "Not 1", "Tablo 1"),
        ("ko", "주 1", "표 1"),
        ("pt-BR", "Note 1", "Table 1"),
    ],
)
def test_labels_speak_the_language_of_the_article(lang, note, table):
    body = render('<p>a<span class="footnote">b</span></p><table><tr><td>c</td></tr></table>', lang=lang).body
    assert f'aria-label="{note}"' in body
    assert f'<div class="table-scroll" role="region" aria-label="{table}" tabindex="0"><table>' in body


def test_headings_have_addresses():
    rendered = render("<h2>Deniz güvenliği</h2><h3>Maritime <em>security</em></h3><h2>한국</h2>")
    assert rendered.outline == (
        OutlineItem(2, "deniz-guvenligi", "Deniz güvenliği"),
        OutlineItem(3, "maritime-security", "Maritime security"),
        OutlineItem(2, "hangug", "한국"),
    )
    assert ids(rendered.body) == ["deniz-guvenligi", "maritime-security", "hangug"]


def test_heading_addresses_never_clash():
    headings = ["a", "a", "a-2", "A!", "p1", "n1", "r1", "Notes", "2025", "???", "…", "s-notes"]
    found = [item.id for item in render("".join(f"<h2>{text}</h2>" for text in headings)).outline]
    assert found == [
        "a", "a-2", "a-2-2", "a-3", "s-p1", "s-n1", "s-r1", "s-notes", "s-2025", "section", "section-2", "s-notes-2",
    ]  # fmt: skip


def test_ids_of_the_templates_are_never_those_of_a_heading():
    pages = [path for path in TEMPLATES.rglob("*.html") if "admin" not in path.parts]
    written = {name for path in pages for name in re.findall(r' id="([^"{]+)"', path.read_text())}
    assert written
    for name in written - RESERVED_IDS:
        assert slugify(name) != name, f"a heading could be called {name}: write it with _ or reserve it"


def test_paragraphs_have_numbers_outside_of_tables_and_short_items():
    body = render(
        "<p>a</p><blockquote><p>b</p></blockquote><ul><li>c</li><li><p>d</p><p>e</p></li></ul>"
        "<table><tr><td><p>f</p><p>g</p></td></tr></table><p>h</p>"
    ).body
    assert re.findall(r'<p id="(p\d)">(\w)', body) == [
        ("p1", "a"),
        ("p2", "b"),
        ("p3", "d"),
        ("p4", "e"),
        ("p5", "h"),
    ]
    assert "<li>c</li>" in body
    assert "<p>f</p><p>g</p>" in body


def test_header_cells_say_what_they_head():
    body = render("<table><tr><th>a<th scope=colgroup>b<tr><th>c<td>d</table>").body
    assert '<th scope="col">a</th><th scope="colgroup">b</th>' in body
    assert '<th scope="row">c</th><td>d</td>' in body


def test_links_abroad_open_without_a_way_back():
    body = render('<p><a href="https://example.org">a</a> <a href="/x">b</a> <a href="#p1">c</a></p>').body
    assert '<a href="https://example.org" rel="noopener">a</a>' in body
    assert '<a href="/x">b</a> <a href="#p1">c</a>' in body


def test_words_count_the_notes():
    assert render('<h2>One</h2><p>two three<span class="footnote">four</span></p>').words == 4


@settings(max_examples=200, deadline=None)
@given(TAG_SOUP | HOSTILE)
def test_same_source_same_bytes_and_unique_ids(source):
    rendered = render(source)
    assert rendered == render(clean(source))
    found = ids(rendered.body)
    assert len(found) == len(set(found))
    assert not RESERVED_IDS & set(found)
    assert all(f'id="r{note.number}"' in rendered.body for note in rendered.notes)
