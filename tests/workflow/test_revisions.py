import json

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Author, clock
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    change_address,
    classify,
    publish,
    restore_revision,
    save_revision,
)
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_editor,
    make_live_article,
    make_topic,
    make_writer,
    utc,
)
from tests.workflow.rows import refusal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def far_keys():
    """Primary keys no text, number or date of an article could be mistaken for."""
    return {
        "author": Author.objects.create(pk=918_273_001, name="Leyla Arslan"),
        "disclaimer": make_disclaimer(pk=918_273_002),
        "topics": [make_topic("Ports", pk=918_273_003)],
    }


def test_a_revision_names_records_by_natural_keys(far_keys):
    article = make_draft(**far_keys, originally_published_at=utc(2020, 5, 3))
    data = article.revisions.get().data
    assert "918273" not in json.dumps(data)
    assert data["disclaimer"] == ["Views of the author", "en"]
    assert [line["author"] for line in data["bylines"]] == ["leyla-arslan"]
    assert data["topics"] == ["ports"]
    assert data["originally_published_at"] == "2020-05-03T09:00:00+00:00"


def test_restoring_gives_back_all_of_it(far_keys):
    article = make_draft(
        **far_keys, note="She writes.", originally_published_at=utc(2020, 5, 3), kind="report"
    )
    first = article.revisions.get()
    article.disclaimer, article.no_disclaimer, article.originally_published_at = None, True, None
    make_change(article, title="Other", standfirst="Other", kind="analysis", language="tr")
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(make_author("Mina Kaya"))], topics=[])
    revision, gone = restore_revision(article, 1, by=make_editor())
    article.refresh_from_db()
    assert gone == []
    assert revision.number == article.revisions.count() == 4
    assert revision.data == first.data
    assert revision.content_hash == first.content_hash == article.content_hash
    assert article.originally_published_at == utc(2020, 5, 3)
    assert [(b.author, b.note) for b in article.bylines.all()] == [(far_keys["author"], "She writes.")]
    assert list(article.topics.all()) == far_keys["topics"]
    assert article.events.order_by("-number").first().revision == 1


def test_records_that_are_gone_are_named_and_break_nothing(far_keys):
    article = make_draft(**far_keys)
    article.disclaimer, article.no_disclaimer = None, True
    other = make_author("Mina Kaya")
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(other)], topics=[make_topic("Energy")])
    far_keys["author"].delete()
    far_keys["disclaimer"].delete()
    far_keys["topics"][0].delete()
    revision, gone = restore_revision(article, 1, by=COMMAND_LINE)
    article.refresh_from_db()
    assert gone == ["Views of the author", "Leyla Arslan", "Ports"]
    assert (article.disclaimer, article.no_disclaimer) == (None, False)
    assert not article.bylines.exists()
    assert not article.topics.exists()
    assert revision.data["bylines"] == []
    assert article.revisions.get(number=1).data["topics"] == ["ports"]


def test_a_renamed_topic_is_found_by_its_old_address():
    topic = make_topic("Turkey")
    article = make_draft(topics=[topic])
    save_revision(article, by=COMMAND_LINE, topics=[make_topic("Energy")])
    topic.name = "Türkiye"
    topic.save()
    _revision, gone = restore_revision(article, 1, by=COMMAND_LINE)
    assert gone == []
    assert list(article.topics.all()) == [topic]


def test_restoring_what_is_there_makes_no_revision():
    article = make_draft()
    revision, gone = restore_revision(article, 1, by=COMMAND_LINE)
    assert (revision.number, gone) == (1, [])


def test_a_public_piece_gets_its_text_back_but_stays_in_its_place():
    article = make_live_article(topics=[make_topic("Ports")])
    version = article.versions.values().get()
    make_change(article, title="Quick harbours")
    article.topics.set([make_topic("Energy")])
    restore_revision(article, 1, by=COMMAND_LINE)
    article.refresh_from_db()
    assert article.title == "Slow harbours"
    assert [t.name for t in article.topics.all()] == ["Energy"]
    assert article.versions.values().get() == version


def test_a_writer_restores_no_public_piece():
    writer = make_writer()
    article = make_draft(by=writer)
    restore_revision(article, 1, by=writer)
    publish(article, by=COMMAND_LINE)
    with pytest.raises(PermissionDenied):
        restore_revision(article, 1, by=writer)


def test_a_publication_names_the_revision_it_was_of_manuscript():
    article = make_change(make_draft())
    version = publish(article, by=COMMAND_LINE)
    assert version.revision_number == 2
    revision = article.revisions.get(number=2)
    assert version.content_hash == revision.content_hash == article.content_hash
    assert revision.data["body"] == version.source


def test_revisions_are_numbered_and_dated_in_order():
    article = make_draft()
    for hour in range(3):
        with clock.fixed(utc(2036, 1, 1, hour)):
            make_change(article, body=f"<p>{hour}</p>")
    found = list(article.revisions.order_by("number").values_list("number", "created_at"))
    assert [number for number, _ in found] == [1, 2, 3, 4]
    assert [moment for _, moment in found[1:]] == [utc(2036, 1, 1, hour) for hour in range(3)]
    assert article.modified_at == utc(2036, 1, 1, 2)


def test_a_revision_there_never_was_is_told():
    article = make_draft()
    assert refusal_of(lambda: restore_revision(article, 7, by=COMMAND_LINE)) == ["no-revision"]


def test_restoring_takes_back_what_was_typed_and_not_saved():
    article = make_change(make_draft())
    article.slug, article.owner = "typed-but-not-saved", make_writer()
    restore_revision(article, 1, by=COMMAND_LINE)
    article.refresh_from_db()
    assert (article.slug, article.owner) == ("slow-harbours", None)


def test_a_revision_says_in_what_it_differs():
    article = make_draft()
    article.disclaimer, article.no_disclaimer = make_disclaimer(), False
    make_change(article, standfirst="Other words.")
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(make_author("Mina Kaya"))], topics=[])
    article.originally_at, article.originally_published_at = "The Quay Review", utc(2020, 5, 3)
    make_change(article, kind="report", language="tr", slug="elsewhere")
    said = list(article.revisions.order_by("number").values_list("changed", flat=True))
    assert said == [
        [],
        ["body", "disclaimer", "standfirst"],
        ["bylines", "topics"],
        ["kind", "language", "originally_at", "originally_published_at", "slug"],
    ]


def test_topics_and_address_of_a_public_piece_make_revisions_too():
    article = make_live_article()
    classify(article, [make_topic("Energy")], by=COMMAND_LINE)
    change_address(article, "moved", by=COMMAND_LINE)
    rows = list(article.revisions.order_by("number").values_list("number", "changed"))
    assert rows == [(1, []), (2, ["topics"]), (3, ["slug"])]
    assert list(article.events.order_by("number").values_list("action", "revision")) == [
        ("created", 1),
        ("published", 1),
        ("classified", 2),
        ("addressed", 3),
    ]


def test_records_renamed_since_are_found_again():
    disclaimer = make_disclaimer("Views of the author")
    author = make_author("Leyla Arslan")
    article = make_draft(author=author, disclaimer=disclaimer)
    article.disclaimer, article.no_disclaimer = None, True
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(make_author("Mina Kaya"))])
    disclaimer.label, disclaimer.wording = "Own views", "Other wording."
    disclaimer.save()
    author.name, author.slug = "Leyla Kaya", "leyla-kaya"
    author.save()
    # Who takes their names meanwhile is somebody else.
    make_disclaimer("Views of the author")
    make_author("Leyla Arslan")
    _revision, gone = restore_revision(article, 1, by=COMMAND_LINE)
    article.refresh_from_db()
    assert gone == []
    assert article.disclaimer == disclaimer
    assert [(line.author, line.name) for line in article.bylines.all()] == [(author, "Leyla Arslan")]


def test_to_rename_a_record_is_not_to_change_the_articles_that_name_it():
    disclaimer, author = make_disclaimer("Views of the author"), make_author("Leyla Arslan")
    article = make_live_article(author=author, disclaimer=disclaimer)
    disclaimer.label = "Own views"
    disclaimer.save()
    author.slug = "leyla"
    author.save()
    article = type(article).objects.get()
    assert save_revision(article, by=COMMAND_LINE).number == 1
    assert make_change(article).revisions.get(number=2).changed == ["body"]
    restore_revision(article, 1, by=COMMAND_LINE)
    article.refresh_from_db()
    assert article.content_hash == article.versions.get().content_hash


def test_two_authors_who_are_one_now_sign_once():
    first, second = make_author("Leyla Arslan"), make_author("L. Arslan")
    article = make_draft(author=first)
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(first), BylineEntry(second)])
    kept = article.revisions.get(number=2)
    kept.data["named"]["authors"]["l-arslan"] = str(first.uid)
    kept.save()
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(second)])
    _revision, gone = restore_revision(article, 2, by=COMMAND_LINE)
    assert gone == ["L. Arslan"]
    assert [line.author for line in article.bylines.all()] == [first]


def test_a_snapshot_from_before_records_were_named_is_restored_by_its_keys():
    article = make_draft(disclaimer=make_disclaimer())
    kept = article.revisions.get()
    del kept.data["named"]
    kept.save()
    make_change(article, title="Other")
    assert restore_revision(article, 1, by=COMMAND_LINE)[1] == []
    article.refresh_from_db()
    assert (article.title, article.disclaimer.label) == ("Slow harbours", "Views of the author")
