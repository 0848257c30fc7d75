"""Which texts print their notes beside them: not where the notes would run on far below the text."""

from pathlib import Path

import pytest

from articles.models import Version
from articles.views.notes import MOST, stand_beside
from tests.makers import make_live_article

STYLE = Path(__file__).resolve().parents[2] / "static" / "css" / "site.css"


def version_with(*notes, letters=10_000):
    return Version(
        body="x" * letters, endnotes=[{"number": n, "html": html} for n, html in enumerate(notes, 1)]
    )


@pytest.mark.parametrize(
    ("version", "beside"),
    [
        (version_with(), False),
        (version_with("A source."), True),
        (version_with(*["A source."] * MOST), True),
        (version_with(*["A source."] * (MOST + 1)), False),
        (version_with("x" * 6_001), False),
    ],
)
def test_notes_beside(version, beside):
    assert stand_beside(version) is beside


def test_the_stylesheet_has_a_line_for_each():
    style = STYLE.read_text()
    assert f"#n{MOST} {{" in style
    assert f"#n{MOST + 1} {{" not in style


def test_the_page_says_whether_they_do(client, db):
    make_live_article("With", body=f"<p>{'Text ' * 50}<span class='footnote'>A source.</span></p>")
    make_live_article("Without")
    assert 'class="piece notes-beside"' in client.get("/articles/with/").content.decode()
    assert "notes-beside" not in client.get("/articles/without/").content.decode()
