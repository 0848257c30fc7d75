import datetime

import pytest

from articles.models import Disclaimer, Reason, Version, clock
from articles.models.clock import OPEN_END
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    cancel_scheduled,
    create_draft,
    publish,
    readiness,
    save_revision,
)
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
    utc,
)
from tests.workflow.rows import refusal_of

pytestmark = pytest.mark.django_db

FRIDAY = utc(2036, 5, 2)


def test_the_first_version_holds_everything_a_reader_sees():
    author = make_author(honorific="Dr.", orcid="0000-0002-1825-0097", family_name="Arslan")
    article = make_draft(
        author=author,
        note="She writes.",
        kind="analysis",
        disclaimer=make_disclaimer(),
        originally_at="Daily Example",
        body='<h2>Quays</h2><p>One<span class="footnote">A note.</span> two.</p>',
    )
    with clock.fixed(NOON):
        version = publish(article, by=COMMAND_LINE)
    version.refresh_from_db()
    assert (version.number, version.reason) == (1, Reason.FIRST)
    assert (version.published_at, version.superseded_at, version.first_published_at) == (NOON, OPEN_END, NOON)
    assert version.updated_at is None
    assert (version.kind, version.language, version.title) == ("analysis", "en", "Slow harbours")
    assert version.source == article.body
    assert 'id="quays"' in version.body
    assert [(o["level"], o["text"]) for o in version.outline] == [(2, "Quays")]
    assert [note["html"] for note in version.endnotes] == ["A note."]
    assert (version.words, len(version.text_hash)) == (5, 64)
    assert version.disclaimer == "What stands here is the author’s view alone."
    assert version.originally_at == "Daily Example"
    assert version.bylines == [
        {
            "slug": "leyla-arslan",
            "printed_name": "Dr. Leyla Arslan",
            "name": "Leyla Arslan",
            "honorific": "Dr.",
            "family_name": "Arslan",
            "is_body": False,
            "role": "Senior fellow",
            "affiliation": "Harbour Institute",
            "note": "She writes.",
            "orcid": "0000-0002-1825-0097",
        }
    ]
    assert [(p.author, p.position) for p in version.printed_bylines.all()] == [(author, 1)]


def test_profile_and_disclaimer_edits_change_nothing_printed():
    author, disclaimer = make_author(), make_disclaimer()
    article = make_live_article(author=author, disclaimer=disclaimer)
    before = list(Version.objects.values())
    author.name, author.affiliation, author.slug = "L. Arslan", "Elsewhere", "l-arslan"
    author.save()
    disclaimer.wording = "Other words."
    disclaimer.save()
    make_change(article, title="Other", standfirst="Other", kind="report", language="tr")
    assert list(Version.objects.values()) == before


def test_every_missing_thing_is_named_at_once():
    article = create_draft(by=COMMAND_LINE)
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE, at=utc(2001, 1, 1), reason="minor")) == [
        *("title", "body", "byline", "topic", "disclaimer", "reason", "time"),
    ]
    author, topic = make_author(is_approved=False), make_topic("Unheard", is_approved=False)
    waiting = make_disclaimer(is_approved=False, language="tr")
    article = make_draft("???", author=author, topics=[topic], disclaimer=waiting, body="<hr>")
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE)) == [
        *("slug", "body", "disclaimer-language", "author-approval", "disclaimer-approval", "topic-approval"),
    ]


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": ""}, "title", "title"),
        ({"title": "???"}, "slug", "slug"),
        ({"body": ""}, "body", "body"),
        ({"body": "<p>* * *</p>"}, "body", "body"),
        ({"topics": []}, "topic", "topics"),
        ({"no_disclaimer": False}, "disclaimer", "disclaimer"),
    ],
)
def test_one_missing_thing_is_named_with_its_field(fields, code, field):
    article = make_draft(**{"title": "Slow harbours"} | fields)
    assert [(p.code, p.field) for p in readiness(article)] == [(code, field)]
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE)) == [code]
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE, at=FRIDAY)) == [code]


def test_unapproved_records_are_named_until_they_are_approved():
    authors = [make_author(name, is_approved=False) for name in ("Leyla Arslan", "Mina Kaya")]
    article = make_draft()
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(a) for a in authors])
    messages = " ".join(p.message for p in readiness(article))
    assert "Leyla Arslan" in messages
    assert "Mina Kaya" in messages
    for author in authors:
        author.is_approved = True
        author.save()
    assert readiness(article) == []
    publish(article, by=COMMAND_LINE)


@pytest.mark.parametrize("reason", ["minor", "update", "correction", "withdrawal", "reinstatement", "typo"])
def test_a_first_publication_is_nothing_else(reason):
    article = make_draft()
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE, reason=reason, note="So.")) == ["reason"]


@pytest.mark.parametrize("reason", [None, "", "first", "withdrawal", "reinstatement", "typo"])
def test_a_change_says_what_it_is(reason):
    article = make_live_article()
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE, reason=reason, note="So.")) == ["reason"]


@pytest.mark.parametrize("note", ["", "  \n "])
def test_a_correction_tells_readers_what_was_wrong(note):
    article = make_change(make_live_article())
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE, reason="correction", note=note)) == ["note"]
    version = publish(article, by=COMMAND_LINE, reason="correction", note=" A wrong\nyear. ")
    assert version.note == "A wrong year."


def test_a_withdrawn_piece_is_not_published_over():
    article = make_withdrawn_article()
    for at in (None, FRIDAY):
        assert refusal_of(lambda at=at: publish(article, by=COMMAND_LINE, reason="update", at=at)) == [
            "withdrawn"
        ]


def test_dates_move_by_reason():
    with clock.fixed(NOON):
        article = make_live_article()
    dates = []
    for hours, reason in enumerate(["minor", "update", "minor", "correction", "minor"], start=1):
        with clock.fixed(NOON + datetime.timedelta(hours=hours)):
            make_change(article, body=f"<p>{hours}</p>")
            version = publish(article, by=COMMAND_LINE, reason=reason, note="So.")
        assert version.first_published_at == NOON
        dates.append(version.updated_at and (version.updated_at - NOON).seconds // 3600)
    assert dates == [None, 2, 2, 4, 4]


@pytest.mark.parametrize("reason", ["minor", "update"])
@pytest.mark.parametrize("at", [None, FRIDAY])
def test_a_text_that_readers_see_already_is_not_published_again(reason, at):
    article = make_live_article()
    act = lambda: publish(article, by=COMMAND_LINE, reason=reason, at=at, same_text=True)  # noqa: E731
    assert refusal_of(act) == ["unchanged"]
    make_change(article)
    make_change(article, body=article.versions.get().source)
    assert refusal_of(act) == ["unchanged"]


def test_a_correction_by_a_note_alone_is_asked_about_first():
    article = make_live_article()
    values = {"by": COMMAND_LINE, "reason": "correction", "note": "The year was put right in May."}
    assert refusal_of(lambda: publish(article, **values)) == ["unchanged"]
    version = publish(article, same_text=True, **values)
    assert version.text_hash == article.versions.get(number=1).text_hash
    assert version.note == "The year was put right in May."


@pytest.mark.parametrize(
    "change",
    [
        lambda a: make_change(a, body=a.body, title="Quick harbours"),
        lambda a: make_change(a, body=a.body, standfirst=""),
        lambda a: make_change(a, body=a.body, kind="report"),
        lambda a: make_change(a, body=a.body, originally_at="The Quay Review"),
        lambda a: a.bylines.update(note="Studies ports."),
        lambda a: Disclaimer.objects.update(wording="The author speaks, not the house."),
    ],
)
def test_anything_that_is_printed_is_a_change(change):
    """A disclaimer's new wording too, which the working copy does not hold."""
    article = make_live_article(disclaimer=make_disclaimer())
    change(article)
    assert publish(article, by=COMMAND_LINE, reason="minor").number == 2


@pytest.mark.parametrize("place", ["lead", "figure"])
def test_what_a_picture_says_is_a_change_too(place):
    image = make_image(alt="Cranes.")
    figure = f'<p>Ports.</p><figure data-image="{image.uid}"></figure>'
    article = make_live_article(**{"lead_image": image} if place == "lead" else {"body": figure})
    act = lambda: publish(article, by=COMMAND_LINE, reason="minor")  # noqa: E731
    assert refusal_of(act) == ["unchanged"]
    image.alt = "Five cranes at dusk."
    image.save()
    article.refresh_from_db()
    assert act().number == 2


def test_a_waiting_version_may_move_to_another_hour_unchanged():
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    later = FRIDAY + datetime.timedelta(days=1)
    assert publish(article, by=COMMAND_LINE, reason="update", at=later).published_at == later


def test_a_scheduled_update_is_declared_for_its_hour():
    article = make_change(make_live_article())
    assert publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY).updated_at == FRIDAY


def test_a_second_schedule_cancels_the_first_and_says_so():
    article = make_scheduled_article(at=FRIDAY)
    later = FRIDAY + datetime.timedelta(days=3)
    publish(article, by=COMMAND_LINE, at=later)
    version = article.versions.get()
    assert (version.number, version.published_at) == (1, later)
    assert article.taggings.get().first_published_at == later
    assert version.printed_bylines.get().first_published_at == later
    actions = list(article.events.order_by("number").values_list("action", flat=True))
    assert actions == ["created", "scheduled", "cancelled", "scheduled"]
    assert "May 2036" in article.events.get(action="cancelled").detail


def test_publishing_now_cancels_what_waits():
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    version = publish(article, by=COMMAND_LINE, reason="minor")
    assert [v.reason for v in article.versions.order_by("number")] == ["first", "minor"]
    assert version.superseded_at == OPEN_END
    assert article.events.filter(action="cancelled").count() == 1


def test_a_refused_publication_does_not_cancel_what_waits():
    article = make_change(make_live_article())
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    make_change(article, body="")
    assert refusal_of(lambda: publish(article, by=COMMAND_LINE, reason="minor")) == ["body"]


def test_a_cancelled_first_version_leaves_a_draft():
    article = make_scheduled_article(at=FRIDAY)
    cancel_scheduled(article, by=COMMAND_LINE)
    assert not article.versions.exists()
    assert article.taggings.get().first_published_at is None
    article.delete()


def test_a_cancelled_change_leaves_the_live_version_open():
    article = make_change(make_live_article())
    before = article.versions.values().get()
    publish(article, by=COMMAND_LINE, reason="update", at=FRIDAY)
    cancel_scheduled(article, by=COMMAND_LINE)
    assert article.versions.values().get() == before


@pytest.mark.parametrize("make", [make_draft, make_live_article, make_withdrawn_article])
def test_there_is_nothing_to_cancel(make):
    article = make()
    assert refusal_of(lambda: cancel_scheduled(article, by=COMMAND_LINE)) == ["nothing-waits"]


def test_what_has_become_public_is_not_cancelled():
    article = make_scheduled_article(at=FRIDAY)
    with clock.fixed(FRIDAY):
        assert refusal_of(lambda: cancel_scheduled(article, by=COMMAND_LINE)) == ["nothing-waits"]


def test_an_archive_keeps_its_date():
    old = utc(1998, 5, 3)
    article = make_live_article(originally_published_at=old)
    version = article.versions.get()
    assert version.first_published_at == old < version.published_at
    assert article.taggings.get().first_published_at == old
    publish(make_change(article), by=COMMAND_LINE, reason="update")
    assert {v.first_published_at for v in article.versions.all()} == {old}


def test_what_is_published_is_what_is_saved():
    article = make_draft()
    article.title = "Typed, but not saved"
    assert publish(article, by=COMMAND_LINE).title == "Slow harbours"
