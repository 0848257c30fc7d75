"""A body without mark-up: what stands for headings, lists, notes and links, and that no word is lost."""

from hypothesis import HealthCheck, given, settings

from articles.text import clean, typed, words
from articles.text.plain import words_in
from tests.text.markup import TAG_SOUP

UID = "8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11"


def test_what_stands_for_what():
    source = (
        '<h2>Who pays<br>for it</h2><p>Ports<span class="footnote">A <em>list</em>.</span> cost 10<sup>6</sup> euros on'
        ' the 1<sup>st</sup>.<br>See <a href="https://example.org/a">the plan</a> or <a href="https://example.org">https://example.org</a>.</p>'
        "<h3>Two</h3><ul><li>One<ol><li>inner</li><li>other</li></ol></li><li>Two<p>more</p></li></ul>"
        "<blockquote><p>Said</p><p>again</p></blockquote><hr>"
        "<table><caption>Costs</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td></tr></table>"
        f'<figure data-image="{UID}"><figcaption>A port</figcaption></figure><p>End.<span class="footnote">Two.</span></p>'
    )
    assert typed(source, {UID: "port.jpg"}) == (
        "Who pays for it\n===============\n\n"
        "Ports[1] cost 10^6 euros on the 1st.\n"
        "See the plan <https://example.org/a> or https://example.org.\n\n"
        "Two\n---\n\n"
        "- One\n  1. inner\n  2. other\n- Two\n  more\n\n"
        "> Said\n>\n> again\n\n"
        "* * *\n\n"
        "Costs\na\tb\n1\t\n\n"
        "[port.jpg] A port\n\n"
        "End.[2]\n\n"
        "[1] A list.\n\n"
        "[2] Two."
    )


def _without_signs(text):
    """Its words, of letters alone: signs, addresses and numbers of notes and lists are what typing adds."""
    return [word for word in words_in(text) if word.startswith("zq")]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TAG_SOUP)
def test_no_word_is_lost(source):
    assert sorted(_without_signs(typed(source))) == sorted(
        word for word in words(clean(source)) if word.startswith("zq")
    )


def test_an_address_follows_what_is_joined_to_its_words():
    source = '<p><a href="https://e.org">Plan</a>’ın, <em><a href="https://e.org/b">b</a></em>. <a href="https://e.org/c">c</a></p>'
    assert typed(source) == "Plan’ın <https://e.org>, b <https://e.org/b>. c <https://e.org/c>"
