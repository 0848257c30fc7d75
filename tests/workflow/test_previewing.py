import datetime

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Article, PreviewLink, Version, clock
from articles.workflow import (
    COMMAND_LINE,
    make_preview,
    proof,
    publish,
    revoke_preview,
    save_revision,
)
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_editor,
    make_live_article,
    make_publisher,
    make_superseded_article,
    make_user,
    make_withdrawn_article,
    make_writer,
    utc,
)
from tests.workflow.rows import every_row, refusal_of

pytestmark = pytest.mark.django_db
NOW = utc(2030, 5, 3, 12)
PRINTED = (
    *("kind", "language", "title", "standfirst", "originally_at", "source", "body", "outline", "endnotes"),
    *("words", "text_hash", "bylines", "disclaimer", "lead_image"),
)


def test_a_proof_is_what_a_publication_would_print_and_writes_nothing():
    article = make_draft(
        body="<h2>Ports</h2><p>Slow<span class='footnote'>A note.</span>.</p>",
        note="She writes.",
        disclaimer=make_disclaimer(),
    )
    before = every_row()
    shown = proof(article)
    assert every_row() == before
    assert shown.pk is None
    printed = publish(article, by=COMMAND_LINE)
    assert {field: getattr(shown, field) for field in PRINTED} == {
        field: getattr(printed, field) for field in PRINTED
    }


def test_the_proof_of_a_kept_text_names_what_is_gone():
    author, disclaimer = make_author("Leyla Arslan", honorific="Dr."), make_disclaimer()
    article = make_draft("First", author=author, disclaimer=disclaimer)
    article.title, article.disclaimer, article.no_disclaimer = "Second", None, True
    save_revision(article, by=COMMAND_LINE, bylines=[])
    author.delete()
    disclaimer.delete()
    before = every_row()
    shown = proof(article, article.revisions.get(number=1))
    assert every_row() == before
    assert (shown.title, shown.disclaimer) == ("First", "What stands here is the author’s view alone.")
    assert [line["printed_name"] for line in shown.bylines] == ["Dr. Leyla Arslan"]
    assert article.title == "Second"


def test_a_link_says_what_it_is_for_and_until_when():
    writer = make_writer()
    article = make_draft(by=writer)
    with clock.fixed(NOW):
        link = make_preview(article, by=writer, purpose="  for Dr. Arslan’s \n approval ")
    assert (link.purpose, link.created_by, link.created_by_name) == (
        "for Dr. Arslan’s approval",
        writer,
        "wanda",
    )
    assert link.expires_at == NOW + datetime.timedelta(days=14)
    assert (link.revision, link.after_version, link.views) == (None, 0, 0)
    event = article.events.first()
    assert (event.action, event.detail, event.by) == ("previewed", "for Dr. Arslan’s approval", writer)


def test_tokens_are_long_and_never_the_same():
    article = make_draft()
    tokens = {make_preview(article, by=COMMAND_LINE, purpose="p").token for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) >= 32


def test_to_make_a_link_moves_nothing_of_the_article():
    article = make_draft()
    before = Article.objects.values().get()
    link = make_preview(article, by=COMMAND_LINE, purpose="For one")
    link.count_view(NOW)
    revoke_preview(link, by=COMMAND_LINE)
    assert Article.objects.values().get() == before
    assert not Version.objects.exists()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"purpose": "  "}, "purpose"),
        ({"purpose": "x" * 201}, "purpose"),
        ({"days": 0}, "days"),
        ({"days": 91}, "days"),
        ({"revision": 9}, "no-revision"),
    ],
)
def test_what_cannot_be_is_told(values, code):
    article = make_draft()
    assert refusal_of(lambda: make_preview(article, by=COMMAND_LINE, **{"purpose": "For one"} | values)) == [
        code
    ]


def test_a_withdrawn_piece_is_not_shown():
    article = make_withdrawn_article()
    assert refusal_of(lambda: make_preview(article, by=COMMAND_LINE, purpose="For one")) == ["withdrawn"]


def test_there_are_never_more_open_links_than_anybody_keeps_an_eye_on():
    article = make_draft()
    links = [make_preview(article, by=COMMAND_LINE, purpose=f"{n}") for n in range(50)]
    assert refusal_of(lambda: make_preview(article, by=COMMAND_LINE, purpose="One more")) == ["too-many"]
    revoke_preview(links[0], by=COMMAND_LINE)
    make_preview(article, by=COMMAND_LINE, purpose="One more")


def test_a_link_knows_what_readers_see_when_it_is_made():
    assert make_preview(make_superseded_article(), by=COMMAND_LINE, purpose="p").after_version == 2


def test_who_may_change_the_article_may_show_it():
    writer = make_writer()
    own, other = make_draft("Own", by=writer), make_draft("Other")
    assert make_preview(own, by=writer, purpose="For one")
    publish(own, by=COMMAND_LINE)
    for article, user in ((other, writer), (own, writer), (other, make_user("guest"))):
        with pytest.raises(PermissionDenied):
            make_preview(article, by=user, purpose="For one")
    link = make_preview(other, by=make_editor(), purpose="For one")
    with pytest.raises(PermissionDenied):
        revoke_preview(link, by=writer)
    revoke_preview(link, by=make_publisher())


def test_revoking_twice_is_once():
    article = make_draft()
    link = make_preview(article, by=COMMAND_LINE, purpose="For one")
    with clock.fixed(NOW):
        revoke_preview(link, by=COMMAND_LINE)
    revoke_preview(PreviewLink.objects.get(), by=COMMAND_LINE)
    assert PreviewLink.objects.get().revoked_at == NOW
    assert [event.action for event in article.events.all()][:2] == ["unpreviewed", "previewed"]


def test_links_go_with_the_draft_they_show():
    article = make_draft()
    make_preview(article, by=COMMAND_LINE, purpose="For one")
    article.delete()
    assert not PreviewLink.objects.exists()


def test_a_change_of_a_live_piece_is_dated_as_the_piece_is():
    article = make_change(make_live_article(at=utc(2026, 3, 2)))
    assert proof(article).first_published_at == utc(2026, 3, 2)
    assert proof(make_draft("Draft")).first_published_at is None
