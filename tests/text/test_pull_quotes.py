"""Pull quotes: one form in the source, apart on the page, and not told twice to whom it would be twice."""

import pytest

from articles.text import clean, excerpt, plain_text, render, text_hash, without_echoes, word_count
from articles.text.diff import diff_bodies

TEXT = "<p>Ports are slow institutions. Nobody hurries a harbour, and no harbour minds.</p>"


def pull(words):
    return f'<blockquote class="pull"><p>{words}</p></blockquote>'


ECHO = pull("“Nobody hurries a harbour.”")


def test_it_is_kept_at_the_top_of_the_text():
    source = '<blockquote class="pull" lang="tr" dir="ltr"><p>a</p><ul><li>b</li></ul></blockquote>'
    assert clean(source) == source
    assert clean('<div><blockquote class="x pull big" style="y">a</blockquote></div>') == pull("a")


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        (
            '<blockquote>a<blockquote class="pull">b</blockquote></blockquote>',
            "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
        ),
        (
            '<ul><li>a<blockquote class="pull">b</blockquote></li></ul>',
            "<ul><li>a<blockquote><p>b</p></blockquote></li></ul>",
        ),
        ('<blockquote class="other">a</blockquote>', "<blockquote><p>a</p></blockquote>"),
        ('<p class="pull">a</p>', "<p>a</p>"),
        ('<blockquote class="pull"> </blockquote><p>a</p>', "<p>a</p>"),
    ],
)
def test_elsewhere_and_with_other_classes_it_is_none(source, cleaned):
    assert clean(source) == cleaned
    assert clean(cleaned) == cleaned


def test_words_of_the_text_are_counted_once():
    assert word_count(TEXT) == word_count(ECHO + TEXT) == render(TEXT + ECHO).words == 12
    assert word_count(TEXT + pull("Nobody waits")) == 14


@pytest.mark.parametrize(
    ("words", "repeated"),
    [
        ("nobody hurries a harbour", True),
        ("“Ports are slow … no harbour minds.”", True),
        ("Ports are slow […] <em>no harbour</em> minds...", True),
        ("Nobody hurries<br>a harbour", True),
        ("Nobody hurries a harbourmaster", False),
        ("Ports hurry", False),
        ("Nobody hurries a harbour — Leyla Arslan", False),
        ('Nobody <a href="/x/">hurries</a> a harbour', False),
        ('Nobody hurries a harbour<span class="footnote">Why</span>', False),
    ],
)
def test_what_the_text_says_as_well_is_read_aloud_once(words, repeated):
    body = render(pull(words) + TEXT).body
    assert ('<blockquote class="pull" aria-hidden="true"><p>' in body) == repeated
    assert (without_echoes(body) == render(TEXT).body) == repeated


def test_a_list_in_a_pull_quote_is_always_read_aloud():
    quote = '<blockquote class="pull"><ul><li>Ports are slow institutions</li></ul></blockquote>'
    assert "aria-hidden" not in render(TEXT + quote).body


def test_paragraphs_of_the_text_keep_their_numbers():
    assert '<p id="p2">' in render(TEXT + ECHO + "<p>b</p>").body


def test_it_is_no_part_of_the_excerpt_and_proved_with_the_rest():
    assert excerpt(ECHO + "<p>Text.</p>") == "Text."
    assert plain_text(ECHO) == "“Nobody hurries a harbour.”"
    assert text_hash(TEXT + ECHO) != text_hash(TEXT)


def test_a_quotation_made_a_pull_quote_is_a_change():
    quote = "<blockquote><p>Slow ports</p></blockquote>"
    (row,) = diff_bodies(quote, clean(quote.replace("<blockquote>", '<blockquote class="pull">')))
    assert (row.change, row.tag) == ("changed", "pull")
