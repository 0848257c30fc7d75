"""The working copy as a file."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import importing
from articles.manuscripts import read_bytes
from articles.text import figures_in
from articles.workflow import COMMAND_LINE, create_draft
from tests.admin.test_history import address
from tests.makers import BylineEntry, make_author, make_disclaimer, make_draft, make_image

ENDINGS = ("docx", "md", "txt")


def export(client, article, ending):
    return client.get(address(article, f"export/{ending}"))


@pytest.fixture
def signed(db):
    """By two, with a note each, a disclaimer and a note in the text."""
    entries = [
        BylineEntry(make_author(name, honorific="Dr."), note=f"Dr. {name} is a senior fellow at Harbour Institute.")
        for name in ("Leyla Arslan", "Mira Solheim")
    ]  # fmt: skip
    body = (
        "<p>Harbours close in winter because nobody has paid for the icebreaker, and nobody means to.</p>"
        '<h2>What it costs</h2><p>The ministry has the figures.<span class="footnote">Annual report.</span></p>'
    )
    disclaimer = make_disclaimer(wording="The views expressed here are the authors' own.")
    return create_draft(
        by=COMMAND_LINE,
        bylines=entries,
        title="Slow harbours",
        standfirst="Why it is so.",
        body=body,
        disclaimer=disclaimer,
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_taken_away_and_brought_in_is_the_same_piece(as_editor, signed, ending):
    response = export(as_editor, signed, ending)
    assert response["Content-Disposition"] == f'attachment; filename="slow-harbours.{ending}"'
    manuscript = read_bytes(response.content, f"slow-harbours.{ending}")
    again = make_draft_of(manuscript)
    for field in ("title", "standfirst", "body", "disclaimer", "language"):
        assert getattr(again, field) == getattr(signed, field)
    assert lines(again) == lines(signed)
    new = importing.compare_again(signed, manuscript)
    assert (new.changes, new.doubts) == ([], [doubt for doubt in new.doubts if "standfirst" in doubt])


def make_draft_of(manuscript):
    return importing.make_draft(importing.understand(manuscript), by=COMMAND_LINE)


def lines(article):
    return [
        (line.author, line.name, line.honorific, line.role, line.affiliation, line.note)
        for line in article.bylines.all()
    ]


def test_a_word_file_brings_its_pictures(as_editor, db):
    image = make_image()
    article = make_draft(
        body=f'<p>Harbours close in winter, as they do.</p><figure data-image="{image.uid}"></figure>'
    )
    manuscript = read_bytes(export(as_editor, article, "docx").content, "a.docx")
    (picture,) = manuscript.pictures
    assert picture.description == image.alt
    assert figures_in(manuscript.body_html) == (picture.uid,)


def test_a_draft_with_nothing_in_it_is_a_file_too(as_editor, db):
    article = create_draft(by=COMMAND_LINE)
    for ending in ENDINGS:
        response = export(as_editor, article, ending)
        assert (response.status_code, response["Content-Disposition"]) == (
            200,
            f'attachment; filename="untitled.{ending}"',
        )


def test_the_form_leads_to_each(as_editor, db):
    article = make_draft()
    page = as_editor.get(address(article, "change")).content.decode()
    assert all(f'href="{address(article, f"export/{ending}")}"' in page for ending in ENDINGS)


@pytest.mark.parametrize("number", [1, 3, 300])
def test_as_many_queries_however_much_there_is(as_editor, db, number):
    images = [make_image(f"Picture {place}") for place in range(min(number, 3))]
    figures = "".join(f'<figure data-image="{image.uid}"></figure>' for image in images)
    article = make_draft(body=figures + "<p>Harbours close in winter.</p>" * number)
    export(as_editor, article, "txt")
    with CaptureQueriesContext(connection) as queries:
        export(as_editor, article, "txt")
    # session, user, permissions (two), the article; its bylines, its pictures
    assert len(queries) == 7
