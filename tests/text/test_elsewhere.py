"""A body taken elsewhere: nothing of our page in it, and links that lead back."""

import re

from hypothesis import HealthCheck, given, settings

from articles.text import clean, for_elsewhere, html_with_notes, words
from tests.text.bodies import BODIES

UID = "8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11"
PAGE = "https://example.org/articles/slow-harbours/"


def test_links_lead_back_from_anywhere():
    source = '<p><a href="#p3">a</a> <a href="/topics/x/">b</a> <a href="https://e.org/c">c</a> <a href="mailto:d@e.org">d</a></p>'
    assert re.findall('href="(.*?)"', for_elsewhere(source, PAGE)) == [
        f"{PAGE}#p3",
        "https://example.org/topics/x/",
        "https://e.org/c",
        "mailto:d@e.org",
    ]


def test_pictures_and_repeated_quotes_stay_at_home():
    source = (
        '<p>Ports wait for us.</p><blockquote class="pull"><p>Ports wait</p></blockquote>'
        '<blockquote class="pull"><p>Something else</p></blockquote>'
        f'<figure data-image="{UID}"><figcaption>A port</figcaption></figure>'
    )
    taken = for_elsewhere(source, PAGE)
    assert taken == '<p>Ports wait for us.</p><blockquote class="pull"><p>Something else</p></blockquote>'
    assert html_with_notes(taken) == (
        "<p>Ports wait for us.</p><blockquote><p>Something else</p></blockquote>",
        (),
    )


def test_notes_are_numbered_in_brackets_and_follow():
    source = '<p lang="tr">A<span class="footnote">One <em>two</em></span> b<span class="footnote">Three</span></p>'
    assert html_with_notes(source) == (
        '<p lang="tr">A<sup>[1]</sup> b<sup>[2]</sup></p>',
        ("One <em>two</em>", "Three"),
    )


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_every_word_is_taken_along_and_no_class_or_id(body):
    html, notes = html_with_notes(for_elsewhere(body, PAGE))
    assert not re.search(r"<[^>]*\s(?:class|id)=", html)
    marks = re.sub(r"<sup>\[\d+\]</sup>", "", html)
    assert words(clean(marks) + "".join(f"<p>{note}</p>" for note in notes)) == words(body)
