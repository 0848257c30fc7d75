"""A corrected file of an article that is there."""

import datetime
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from articles.importing import Decisions, Record, compare_again, make_draft, take_again, understand
from articles.manuscripts import Picture, read_bytes
from articles.models import Article, Image, clock
from articles.text import figures_in
from articles.workflow import COMMAND_LINE, Refusal, save_revision, take_manuscript
from tests.makers import make_disclaimer, make_topic, picture

pytestmark = pytest.mark.django_db

TEXT = """\
Title: Ice on the Strait

By Dr. Mira Solheim, Research Director, Fjord Institute

Harbours close in winter because nobody has paid for the icebreaker. That is the whole of the matter.

What it would cost

The ministry has the figures, and has had them since the last hard frost.[1]

A ship costs less than the winter it saves, whatever the season.

[1] Ministry of Ports, annual report.

* Dr. Mira Solheim is the Research Director at the Fjord Institute.
"""
CORRECTED = (
    TEXT.replace("has the figures", "has published the figures")
    .replace("annual report.", "annual report, 2025.")
    .replace("* Dr. Mira Solheim is the", "* Dr. Mira Solheim is now the")
)


def read(text, name="ice.txt"):
    return read_bytes(text.encode(), name)


def original(text, name="ice.txt"):
    return take_manuscript(text.encode(), by=COMMAND_LINE, name=name)


@pytest.fixture
def article():
    decisions = Decisions(disclaimer=Record.NONE, topics=[make_topic()])
    return make_draft(understand(read(TEXT)), by=COMMAND_LINE, decisions=decisions, original=original(TEXT))


def edit(article, old, new):
    article.body = article.body.replace(old, new)
    save_revision(article, by=COMMAND_LINE)


def bring(article, text=CORRECTED, accepted=None):
    new = compare_again(article, read(text))
    keys = [change.key for change in new.changes] if accepted is None else accepted
    # Later than the files before it, and not in the same second.
    with clock.fixed(clock.now() + datetime.timedelta(minutes=article.manuscript_files.count())):
        file = original(text, "ice-2.txt")
    return take_again(new, keys, by=COMMAND_LINE, original=file)


def test_what_it_changes_is_told_paragraph_by_paragraph(article):
    kinds = [change.key.partition("-")[0] for change in compare_again(article, read(CORRECTED)).changes]
    assert kinds == ["body", "note"]
    text, note = compare_again(article, read(CORRECTED)).changes
    assert "has the figures" in text.now
    assert "has published the figures" in text.new
    assert "annual report, 2025." in text.new
    assert note.new.startswith("Dr. Mira Solheim is now")


def test_what_is_taken_is_saved_and_the_rest_of_the_article_stays(article):
    topics, byline = list(article.topics.all()), article.bylines.get()
    revision = bring(article)
    article = Article.objects.get()
    assert "has published the figures" in article.body
    assert article.bylines.get().note.startswith("Dr. Mira Solheim is now")
    assert (article.bylines.get().role, article.bylines.get().author) == (byline.role, byline.author)
    assert (list(article.topics.all()), article.no_disclaimer) == (topics, True)
    assert (revision.number, revision.comment) == (2, "From a new file of the author: ice-2.txt")


def test_what_is_left_stays_as_it_is(article):
    before = article.body
    assert bring(article, accepted=[]).number == 1
    assert Article.objects.get().body == before


def test_what_the_desk_has_edited_is_kept(article):
    edit(article, "A ship costs less", "An icebreaker costs less")
    assert len(compare_again(article, read(CORRECTED)).changes) == 2
    bring(article)
    assert "An icebreaker costs less" in Article.objects.get().body


def test_what_both_changed_is_said_and_loses_nothing_unless_it_is_taken(article):
    edit(article, "has the figures", "knows the figures")
    (text,) = [change for change in compare_again(article, read(CORRECTED)).changes if change.is_text]
    assert text.collides
    bring(article, accepted=[])
    assert "knows the figures" in Article.objects.get().body


def changed(article, text):
    return {
        change.part: (change.new, change.collides) for change in compare_again(article, read(text)).changes
    }


def test_a_new_role_or_affiliation_is_offered_and_printed(article):
    text = TEXT.replace("Research Director, Fjord Institute", "Director, Fjord and Sound Institute")
    assert changed(article, text) == {
        "role": ("Director", False),
        "affiliation": ("Fjord and Sound Institute", False),
    }
    note = article.bylines.get().note
    bring(article, text)
    byline = article.bylines.get()
    assert (byline.role, byline.affiliation, byline.note) == ("Director", "Fjord and Sound Institute", note)
    assert (byline.honorific, byline.name) == ("Dr.", "Mira Solheim")


def test_what_the_desk_says_of_the_author_or_calls_the_piece_is_not_undone(article):
    article.title = "Who pays for the ice?"
    article.bylines.update(role="Senior Fellow")
    save_revision(article, by=COMMAND_LINE)
    assert set(changed(article, CORRECTED)) == {"body", "note"}, "the file says what it said before"
    both = CORRECTED.replace("Ice on the Strait", "Ice on the Straits").replace("Research Dir", "Dir")
    found = changed(article, both)
    assert (found["title"], found["role"]) == (("Ice on the Straits", True), ("Director", True))


def test_without_a_file_before_all_it_says_otherwise_is_offered(article):
    article.manuscript_files.all().delete()
    article.title = "Who pays for the ice?"
    save_revision(article, by=COMMAND_LINE)
    assert changed(article, TEXT) == {"title": ("Ice on the Strait", False)}


def test_a_second_correction_is_compared_with_the_first(article):
    bring(article, accepted=[])
    # Left once, it is not offered again: the file before said so too.
    later = CORRECTED.replace("whatever the season", "in any season")
    (change,) = [change for change in compare_again(article, read(later)).changes if change.is_text]
    assert "in any season" in change.new


def test_the_file_joins_the_originals_and_is_known(article):
    bring(article)
    assert [file.name for file in article.manuscript_files.order_by("name")] == ["ice-2.txt", "ice.txt"]
    assert understand(read(CORRECTED)).draft == article


def test_a_copy_someone_has_saved_over_is_refused(article):
    stale = Article.objects.get()
    edit(article, "A ship", "A tug")
    with pytest.raises(Refusal, match="Someone has saved"):
        bring(stale)
    assert "has published" not in Article.objects.get().body
    assert article.manuscript_files.count() == 1


def test_a_change_that_is_not_on_offer_is_refused(article):
    with pytest.raises(ValidationError, match="look again"):
        bring(article, accepted=["body-999"])


def test_an_article_that_was_never_a_file_is_compared_as_it_stands(article):
    article.manuscript_files.all().delete()
    edit(article, "A ship costs less", "An icebreaker costs less")
    changes = [change.new for change in compare_again(article, read(CORRECTED)).changes if change.is_text]
    assert len(changes) == 2
    assert any("A ship costs less" in change for change in changes)


def test_who_does_not_sign_and_another_disclaimer_are_said_and_not_taken(article):
    make_disclaimer(wording="The views expressed in this article are the author's own.")
    text = CORRECTED.replace(
        "By Dr. Mira Solheim", "By Ada Berg, Fellow, Fjord Institute, and Dr. Mira Solheim"
    )
    text += "\n** The views expressed in this article are the author's own.\n"
    said = " ".join(compare_again(article, read(text)).doubts)
    assert "The file names “Ada Berg”, who does not sign the article." in said
    assert "another disclaimer than the article" in said
    bring(article, text)
    assert (Article.objects.get().disclaimer, article.bylines.count()) == (None, 1)


def test_a_picture_comes_with_the_change_it_stands_in(article):
    cranes = Picture("picture-1.png", picture("Cranes"))
    manuscript = read(CORRECTED)
    figure = f'<figure data-image="{cranes.uid}"><figcaption>Cranes</figcaption></figure>'
    with_figure = replace(manuscript, body_html=manuscript.body_html + figure, pictures=(cranes,))
    new = compare_again(article, with_figure)
    (change,) = [change for change in new.changes if "figure data-image" in change.new]
    take_again(new, [], by=COMMAND_LINE, original=original(CORRECTED + " "))
    assert not Image.objects.exists()
    article.refresh_from_db()
    new = compare_again(article, with_figure)
    take_again(new, [change.key], by=COMMAND_LINE, original=original(CORRECTED + "  "))
    assert figures_in(Article.objects.get().body) == (str(Image.objects.get().uid),)
