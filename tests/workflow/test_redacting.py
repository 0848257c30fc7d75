"""Words taken out of what was published: of every version, with a mark, a notice and a line in the log, and nothing else."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, models, transaction

from articles.models import Article, Event, Version, clock, status_of
from articles.models.immutability import installed
from articles.text import text_hash
from articles.workflow import COMMAND_LINE, Refusal, correct, publish, save_revision
from articles.workflow.redacting import redact_versions
from tests.makers import make_change, make_live_article, make_publisher, utc

pytestmark = pytest.mark.django_db
BODY = (
    "<h2>What Ali Veli did</h2><p>It is said that <em>Ali</em> Veli took it.<span class='footnote'>Ali Veli, memo.</span></p>"
    "<p>Others did not.</p>"
)
REASON = "by order of a court"


@pytest.fixture
def article():
    """Live, changed once, and the working copy ahead of both."""
    with clock.fixed(utc(2026, 3, 1)):
        article = make_live_article("Who took it", standfirst="Not only Ali Veli.", body=BODY)
        article.body = BODY.replace("Others did not.", "Nobody else did.")
        save_revision(article, by=COMMAND_LINE)
        with clock.fixed(utc(2026, 3, 2)):
            publish(article, by=COMMAND_LINE, reason="update", note="New facts.")
    return make_change(article, body=BODY.replace("Others", "The others"))


def redacted(article, superuser, *phrases, reason=REASON):
    with clock.fixed(utc(2026, 4, 1)):
        return redact_versions(article, phrases or ["Ali Veli"], by=superuser, reason=reason)


def columns(version):
    return {field.attname: getattr(version, field.attname) for field in Version._meta.concrete_fields}


def test_no_version_says_the_words_any_more(article, superuser, client):
    assert redacted(article, superuser) == [1, 2]
    for version in article.versions.all():
        assert "veli" not in str(columns(version)).lower()
        assert "<em>[words removed]</em> took it." in version.body
        assert version.text_hash == text_hash(version.source)
    for page in ("/articles/who-took-it/", "/articles/who-took-it/v/1/", "/feed.atom"):
        assert "veli" not in client.get(page).content.decode().lower()


def test_readers_are_told_when_and_why(article, superuser, client):
    redacted(article, superuser)
    first, second = article.versions.order_by("number")
    assert first.note == "Words were removed on 1 April 2026: by order of a court"
    assert second.note == f"New facts. {first.note}"
    assert first.note in client.get("/articles/who-took-it/").content.decode()


def test_the_notice_and_the_mark_speak_the_language_of_the_piece(superuser, client):
    article = make_live_article("Kim aldı", language="tr", body="<p>Onu Ali Veli aldı.</p>")
    redacted(article, superuser, reason="mahkeme kararıyla")
    version = article.versions.get()
    assert "Onu [sözcükler çıkarıldı] aldı." in version.body
    assert version.note == "1 Nisan 2026 tarihinde sözcükler çıkarıldı: mahkeme kararıyla"


def test_nothing_else_of_a_version_changes(article, superuser):
    before = [columns(version) for version in article.versions.all()]
    redacted(article, superuser)
    after = [columns(version) for version in article.versions.all()]
    text = {"standfirst", "source", "body", "outline", "endnotes", "text_hash", "note"}
    for old, new in zip(before, after, strict=True):
        changed = {name for name in old if old[name] != new[name]}
        assert changed == text | {"revision_number", "content_hash"}


def test_the_guard_is_back(article, superuser):
    redacted(article, superuser)
    assert installed(connection)
    with pytest.raises(DatabaseError, match="immutable"), transaction.atomic():
        models.QuerySet(Version).update(body="x")


def test_the_desk_goes_on_without_the_words(article, superuser):
    """Neither the working copy nor a correction of the live text brings them back, and what was changed still is."""
    redacted(article, superuser)
    article = Article.objects.with_status(clock.now()).get()
    assert "Veli" not in article.body + article.standfirst
    assert "The others did not." in article.body
    assert status_of(article).changed
    correct(article, by=superuser)
    article = Article.objects.with_status(clock.now()).get()
    assert "Nobody else did." in article.body
    assert "Veli" not in article.body
    assert not status_of(article).changed


def test_a_copy_that_readers_have_is_still_what_they_have(superuser):
    article = make_live_article(body=BODY)
    redacted(article, superuser)
    article = Article.objects.with_status(clock.now()).get()
    assert not status_of(article).changed
    assert article.version_hash == article.content_hash
    assert [revision.changed for revision in article.revisions.order_by("number")] == [[], ["body"]]


def test_a_form_opened_before_brings_nothing_back(superuser):
    opened = make_live_article(body=BODY)
    redacted(Article.objects.get(), superuser)
    opened.standfirst = "Saved over it."
    with pytest.raises(Refusal, match="Someone has saved this article"):
        save_revision(opened, by=superuser)


def test_a_version_that_waits_appears_without_them(article, superuser):
    later = clock.now() + datetime.timedelta(days=9)
    publish(article, by=COMMAND_LINE, reason="update", at=later)
    assert redacted(article, superuser) == [1, 2, 3]
    assert "Veli" not in article.versions.get(number=3).body


def test_it_is_in_the_log_without_the_words(article, superuser):
    redacted(article, superuser)
    event = Event.objects.filter(article=article).order_by("-number").first()
    assert (event.action, event.by) == ("redacted", superuser)
    assert event.detail == "version 1, 2: by order of a court"


@pytest.mark.parametrize(
    ("phrases", "reason", "code"),
    [
        ([], REASON, "words"),
        (["A"], REASON, "words"),
        (["Ali Veli"], " ", "reason"),
        (["Ayşe"], REASON, "nowhere"),
    ],
)
def test_what_is_refused_changes_nothing(article, superuser, phrases, reason, code):
    before = [columns(version) for version in article.versions.all()]
    with pytest.raises(Refusal) as refused:
        redact_versions(article, phrases, by=superuser, reason=reason)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert [columns(version) for version in article.versions.all()] == before
    assert installed(connection)


def test_a_publisher_may_not(article):
    with pytest.raises(PermissionDenied, match="Only a superuser"):
        redact_versions(article, ["Ali Veli"], by=make_publisher(), reason=REASON)
    assert "Veli" in article.versions.first().body
