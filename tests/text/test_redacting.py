"""Words taken out of HTML and of plain text."""

import pytest

from articles.text.redacting import holds, redact


@pytest.mark.parametrize(
    ("text", "phrase", "left"),
    [
        ("A plain line.", "plain line", "A [x]."),
        ("Smoke > fire, and  A PLAIN\u00a0line.", "a plain line", "Smoke > fire, and  [x]."),
        ("<p>Mr. <em>Ali</em> Veli said.</p>", "ali veli", "<p>Mr. <em>[x]</em> said.</p>"),
        ("<p><b>Mr. Ali</b> Veli said.</p>", "Mr. Ali Veli", "<p><b>[x]</b> said.</p>"),
        ("<p>Smith &amp; Co. of Riga</p>", "smith & co.", "<p>[x] of Riga</p>"),
        ("<p>“Ali’s” and</p>", '"Ali\'s"', "<p>[x] and</p>"),
        (
            '<p class="strong">strong <strong>a</strong></p>',
            "strong",
            '<p class="strong">[x] <strong>a</strong></p>',
        ),
        ('<img alt="Ali Veli at sea" src="/a.png">', "Ali Veli", '<img alt="[x] at sea" src="/a.png">'),
        ('<a href="/ali/">here</a>', "ali", '<a href="/[x]/">here</a>'),
        ("<p>Alive.</p>", "Ali Veli", "<p>Alive.</p>"),
    ],
)
def test_the_words_go_and_the_markup_stays(text, phrase, left):
    assert redact(text, [phrase], "[x]") == left
    assert not holds(left.replace("strong", ""), [phrase])


def test_several_phrases():
    assert redact("Ali of Riga", ["Ali", "Riga"], "[x]") == "[x] of [x]"
