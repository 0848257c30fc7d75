"""Plain text, counting, excerpts and the hash of a colophon."""

import hashlib

import pytest

from articles.text import clean, direction, excerpt, plain_text, reading_minutes, text_hash, word_count, words

BODY = (
    '<h2>Head</h2><p>One<span class="footnote">A <em>note</em></span> two<br>three.</p><ul><li>x<ul><li>y</li></ul></li></ul>'
    "<table><caption>C</caption><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>"
)


def test_plain_text():
    assert plain_text(BODY) == "Head\n\nOne two\nthree.\n\nx\n\ny\n\nC\na\tb\nc\t\n\nA note"
    assert plain_text(BODY, notes=False) == "Head\n\nOne two\nthree.\n\nx\n\ny\n\nC\na\tb\nc\t"
    assert plain_text("") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Well-known,” she said—twice – and left…", ["Well-known", "she", "said", "twice", "and", "left"]),
        ("Türkiye’nin 3.5% payı (yüzde)", ["Türkiye’nin", "3.5", "payı", "yüzde"]),
        ("대한민국과 튀르키예는", ["대한민국과", "튀르키예는"]),
        ("中国的 rise。日本", ["中", "国", "的", "rise", "日", "本"]),
        ("مَرْحَبًا بكم، أهلا", ["مَرْحَبًا", "بكم", "أهلا"]),
        ("— * 한", ["한"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words(f"<p>{text}</p>") == expected
    assert word_count(f"<p>{text}</p>") == len(expected)


def test_words_of_two_blocks_stay_apart():
    assert words("<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>") == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("count", "lang", "minutes"),
    [(0, "en", 1), (1, "en", 1), (2300, "en", 10), (1800, "tr", 10), (2000, "xx", 10)],
)
def test_reading_minutes(count, lang, minutes):
    assert reading_minutes(count, lang) == minutes


def test_excerpt_is_cut_after_a_word():
    source = '<h2>Heading</h2><p>Sea lanes matter,<span class="footnote">note</span> and so do ports.</p><p>More.</p>'
    assert excerpt(source) == "Sea lanes matter, and so do ports. More."
    assert excerpt(source, 20) == "Sea lanes matter…"
    assert excerpt(source, 10) == "Sea lanes…"
    assert excerpt("<p>中国的海洋安全政策</p>", 5) == "中国的海…"
    assert excerpt("<h2>Only a heading</h2>") == "Only a heading"
    assert excerpt("") == ""


@pytest.mark.parametrize("length", range(2, 60))
def test_excerpt_is_never_longer(length):
    assert len(excerpt("<p>Sea lanes, energy – and the yards of İzmit: all of it.</p>", length)) <= length


def test_hash_is_of_the_words():
    assert text_hash("<p>Sea  lanes</p>") == hashlib.sha256(b"Sea lanes").hexdigest()
    assert text_hash("<h2>Sea</h2><p><b>la</b>nes</p>") == text_hash("<p>Sea lanes</p>")
    assert text_hash("<p>Sea Lanes</p>") != text_hash("<p>Sea lanes</p>")
    assert text_hash('<p>a<span class="footnote">b</span></p>') != text_hash("<p>a</p>")
    assert text_hash(BODY) == text_hash(clean(BODY))
    assert text_hash("<p>e\u0301</p>") == text_hash("<p>\u00e9</p>")


@pytest.mark.parametrize(
    ("code", "expected"), [("ar", "rtl"), ("fa-IR", "rtl"), ("tr", "ltr"), ("ko", "ltr"), ("", "ltr")]
)
def test_direction(code, expected):
    assert direction(code) == expected
