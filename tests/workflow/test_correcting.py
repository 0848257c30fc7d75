"""To correct the live text the working copy becomes it; what it held is kept and offered back."""

import pytest

from articles.models import Version, clock
from articles.workflow import COMMAND_LINE, BylineEntry, correct, publish, restore_revision, save_revision
from tests.makers import (
    BODY,
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_reinstated_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
    utc,
)
from tests.workflow.rows import refusal_of

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)


@pytest.mark.parametrize(
    "make", [make_draft, make_withdrawn_article, lambda: make_scheduled_article(at=FRIDAY)]
)
def test_what_readers_cannot_see_is_not_corrected(make):
    article = make()
    assert refusal_of(lambda: correct(article, by=COMMAND_LINE)) == ["not-live"]


@pytest.mark.parametrize("make", [make_live_article, make_reinstated_article])
def test_a_working_copy_that_is_live_is_left_alone(make):
    article = make()
    assert correct(article, by=COMMAND_LINE) is None
    assert article.revisions.count() == 1


def test_the_working_copy_becomes_the_live_text_and_the_kept_one_comes_back():
    author, guest = make_author("Leyla Arslan"), make_author("Mina Kaya")
    disclaimer, other = make_disclaimer(), make_disclaimer("Other")
    article = make_live_article(
        author=author, disclaimer=disclaimer, note="She writes.", originally_published_at=utc(2020, 5, 3)
    )
    versions = list(Version.objects.values())
    article.disclaimer, article.originally_published_at = other, None
    article.kind, article.title, article.body = "report", "Quick harbours", "<p>New.</p>"
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(guest), BylineEntry(author)])

    kept = correct(article, by=COMMAND_LINE)

    article.refresh_from_db()
    assert (article.title, article.body, article.kind) == ("Slow harbours", BODY, "commentary")
    assert (article.disclaimer, article.originally_published_at) == (disclaimer, utc(2020, 5, 3))
    assert [(b.author, b.note) for b in article.bylines.all()] == [(author, "She writes.")]
    assert article.content_hash == article.versions.get().content_hash
    assert list(Version.objects.values()) == versions

    restored, gone = restore_revision(article, kept.number, by=COMMAND_LINE)
    article.refresh_from_db()
    assert (article.title, article.body, article.kind) == ("Quick harbours", "<p>New.</p>", "report")
    assert (article.disclaimer, article.originally_published_at) == (other, None)
    assert [b.author for b in article.bylines.all()] == [guest, author]
    assert restored.content_hash == kept.content_hash
    assert gone == []


def test_it_leaves_topics_and_address_where_they_are():
    article = make_change(make_live_article(topics=[make_topic("Ports")]))
    article.topics.set([make_topic("Energy")])
    correct(article, by=COMMAND_LINE)
    assert [t.name for t in article.topics.all()] == ["Energy"]


def test_it_leaves_what_waits_alone_until_the_correction_is_published():
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    kept = correct(article, by=COMMAND_LINE)
    assert article.versions.waiting(clock.now()).exists()
    make_change(article, body="<p>Ports, corrected.</p>")
    publish(article, by=COMMAND_LINE, reason="correction", note="A wrong year.")
    assert not article.versions.waiting(clock.now()).exists()
    restore_revision(article, kept.number, by=COMMAND_LINE)
    article.refresh_from_db()
    assert article.body == "<p>Ports are quick institutions after all.</p>"


def test_a_reinstated_text_is_corrected_from_what_stands():
    article = make_change(make_reinstated_article())
    correct(article, by=COMMAND_LINE)
    article.refresh_from_db()
    assert article.body == BODY


def test_nobody_printed_is_lost_when_an_author_has_moved_to_another_address():
    """Published again without the second author, a correction would have struck them out."""
    one, two = make_author("Leyla Arslan"), make_author("Mina Kaya")
    article = make_draft()
    entries = [BylineEntry(one), BylineEntry(two, role="Guest", note="She wrote too.")]
    save_revision(article, by=COMMAND_LINE, bylines=entries)
    publish(article, by=COMMAND_LINE)
    make_change(article)
    two.slug = "mina-kaya-2"
    two.save()
    correct(article, by=COMMAND_LINE)
    lines = [(b.author, b.role, b.note) for b in article.bylines.all()]
    assert lines == [(one, "Senior fellow", ""), (two, "Guest", "She wrote too.")]


def test_typed_but_unsaved_words_are_not_kept_as_if_saved():
    article = make_change(make_live_article())
    article.title = "Typed, but not saved"
    kept = correct(article, by=COMMAND_LINE)
    assert kept.data["title"] == "Slow harbours"
    assert article.revisions.filter(number=kept.number).get().data["body"] != BODY
