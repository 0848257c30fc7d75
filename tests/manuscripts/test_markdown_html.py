"""HTML among Markdown: what it says of blocks is kept."""

import pytest

from articles.manuscripts import read_bytes

from .samples import INSURERS, STRAIT, said

TITLE = "The Price of a Quiet Sea"


def read(*lines: str):
    return read_bytes("\n".join(lines).encode(), "manuscript.md")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>Maps</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "<h2>Maps</h2><ul><li>one</li><li>two</li></ul>"),
        ("<h2>Maps</h2>\n<p>The map.</p>\n<p>The sea.</p>", "<h2>Maps</h2><p>The map.</p><p>The sea.</p>"),
        ("<ol><li>one<ul><li>and a half</li></ul></li></ol>", "<ol><li>one<ul><li>and a half</li></ul></li></ol>"),
        ("<blockquote><p>Sail, <em>he</em> said.</p></blockquote>", "<blockquote><p>Sail, <em>he</em> said.</p></blockquote>"),
        ("<div>Up,<br>down.</div>", "<p>Up,<br>down.</p>"),
        ("<table><tr><td>1</td></tr></table>", "<table><tbody><tr><td>1</td></tr></tbody></table>"),
        ("<h2>Maps</h2>\n<h4>Of the sea</h4>\n<p>The map.</p>", "<h2>Maps</h2><h3>Of the sea</h3><p>The map.</p>"),
    ],
)  # fmt: skip
def test_blocks_of_html_are_the_blocks_they_say(html, expected):
    assert read(STRAIT, "", *html.split("\n"), "", INSURERS).body_html == (
        f"<p>{STRAIT}</p>{expected}<p>{INSURERS}</p>"
    )


def test_the_first_heading_of_html_is_the_title():
    found = read(f'<h1 align="center">{TITLE}</h1>', "", STRAIT, "", "<h2>Maps</h2>", "", INSURERS)
    assert (found.title, said(found, "read as the title")) == (TITLE, False)
