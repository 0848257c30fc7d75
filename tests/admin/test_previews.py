"""The preview of the desk, and the links it makes for people without an account."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import PreviewLink, clock
from articles.workflow import COMMAND_LINE, make_preview, publish, revoke_preview
from tests.admin.forms import data_of, words_of
from tests.admin.test_history import address, fill
from tests.makers import NOON, make_change, make_draft, make_live_article, make_withdrawn_article


def made(client, article, **values):
    page = client.get(address(article, "previews"))
    sent = data_of(page, **{"purpose": "for Dr. Arslan’s approval"} | values)
    return client.post(address(article, "previews"), sent, follow=True)


def test_a_link_is_made_and_listed_with_its_whole_address(as_editor, settings):
    settings.SITE_URL = "https://harbour.example"
    draft = make_draft()
    page = made(as_editor, draft)
    link = draft.previews.get()
    said = words_of(page)
    assert "The link is made: copy it from the list and send it." in said
    assert f'value="https://harbour.example/preview/{link.token}/"' in page.content.decode()
    assert "for Dr. Arslan’s approval" in said
    assert "always the text as it was saved last" in said
    assert "Not read yet" in said
    assert link.expires_at - link.created_at == datetime.timedelta(days=14)
    assert link.revision is None


def test_what_was_chosen_is_made(as_editor):
    draft = make_change(make_draft())
    made(as_editor, draft, text="2", days="90")
    link = draft.previews.get()
    assert (link.revision, (link.expires_at - link.created_at).days) == (2, 90)


def test_from_the_history_the_text_is_chosen(as_editor):
    draft = make_change(make_draft())
    page = as_editor.get(address(draft, "previews"), {"revision": "1"})
    assert data_of(page)["text"] == ["1"]
    assert "Always revision 1, whatever is saved later" in words_of(page)
    sent = data_of(page, purpose="For one")
    as_editor.post(address(draft, "previews") + "?revision=1", sent)
    assert draft.previews.get().revision == 1


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"purpose": " "}, "Say whom the link is for, and what for: its readers see it."),
        ({"days": "365"}, "Select a valid choice."),
        ({"text": "7"}, "Select a valid choice."),
        ({"days": ""}, "This field is required."),
    ],
)
def test_a_wrong_answer_is_told_and_what_was_typed_stands(as_editor, values, said):
    draft = make_draft()
    page = made(as_editor, draft, **values)
    assert said in words_of(page)
    assert not draft.previews.exists()
    if "purpose" not in values:
        assert 'value="for Dr. Arslan’s approval"' in page.content.decode()


def test_a_withdrawn_piece_is_refused_in_words(as_editor):
    assert "It is withdrawn: reinstate it first" in words_of(made(as_editor, make_withdrawn_article()))


def test_a_link_is_revoked_by_its_button(as_editor, client):
    draft = make_draft()
    made(as_editor, draft)
    link = draft.previews.get()
    page = as_editor.post(address(draft, "previews"), {"_revoke": link.pk}, follow=True)
    assert "Revoked: the link “for Dr. Arslan’s approval” leads nowhere from now on." in words_of(page)
    assert link.token not in page.content.decode()
    assert "Revoked on" in words_of(page)
    assert client.get(link.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("key", ["", "x", "999", "9" * 40])
def test_a_link_that_is_none_is_not_revoked(as_editor, key):
    other = make_preview(make_draft("Other"), by=COMMAND_LINE, purpose="For one")
    draft = make_draft("Draft")
    for sent in (key, other.pk):
        assert as_editor.post(address(draft, "previews"), {"_revoke": sent}).status_code == 200
    other.refresh_from_db()
    assert other.revoked_at is None


def test_the_list_says_where_each_link_leads(as_editor):
    with clock.fixed(NOON):
        article = make_live_article()
        make_preview(article, by=COMMAND_LINE, purpose="Expired one", days=1)
    old = make_preview(article, by=COMMAND_LINE, purpose="Overtaken one")
    old.count_view(clock.now())
    make_change(article)
    publish(article, by=COMMAND_LINE, reason="minor")
    make_preview(article, by=COMMAND_LINE, purpose="Open one")
    said = words_of(as_editor.get(address(article, "previews")))
    assert "Open one Works until" in said
    assert "Overtaken one Published meanwhile: the link leads to the article." in said
    assert "Expired one Expired on 3 March 2026" in said
    assert "Read once, on" in said


def test_the_log_says_who_made_and_revoked_it(as_editor):
    draft = make_draft()
    made(as_editor, draft)
    as_editor.post(address(draft, "previews"), {"_revoke": draft.previews.get().pk})
    log = words_of(as_editor.get(address(draft, "log")))
    assert "emre made a preview link for Dr. Arslan’s approval" in log
    assert "emre revoked a preview link for Dr. Arslan’s approval" in log


def test_a_writer_shows_their_own_draft_until_it_is_public(as_writer, writer):
    draft = make_draft(by=writer)
    assert "Preview links…" in words_of(as_writer.get(address(draft, "change")))
    made(as_writer, draft)
    assert draft.previews.count() == 1
    publish(draft, by=COMMAND_LINE)
    assert as_writer.get(address(draft, "previews")).status_code == 403
    assert "Preview links…" not in words_of(as_writer.get(address(draft, "change")))


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_list_asks_the_same_for_any_number_of_links(as_editor, count):
    draft = make_draft()
    fill(draft, count)
    for number in range(count):
        link = make_preview(draft, by=COMMAND_LINE, purpose=f"Link {number}")
        if number % 2:
            revoke_preview(link, by=COMMAND_LINE)
    with CaptureQueriesContext(connection) as captured:
        assert as_editor.get(address(draft, "previews")).status_code == 200
    # The session, the user, what the user and the groups may do (two), the article; the newest number, what is in force,
    # the open links, the others; the publication's name.
    assert len(captured) == 10


def test_the_preview_shows_what_was_saved_last_in_a_frame(as_editor):
    draft = make_draft()
    page = as_editor.get(address(draft, "preview"))
    framed = address(draft, "preview/page")
    assert f'<iframe src="{framed}?"' in page.content.decode()
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    shown = as_editor.get(framed)
    said = words_of(shown)
    assert "Slow harbours" in said
    assert "Preview, " not in said
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert "frame-ancestors 'none'" not in shown["Content-Security-Policy"]
    assert shown["X-Robots-Tag"] == "noindex, nofollow"


def test_no_other_page_may_be_framed(as_editor):
    draft = make_draft()
    for page in ("preview", "previews", "change", "history"):
        response = as_editor.get(address(draft, page))
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert ("frame-src" in response["Content-Security-Policy"]) == (page == "preview")


def test_its_width_is_chosen_in_the_address(as_editor):
    draft = make_draft()
    page = as_editor.get(address(draft, "preview")).content.decode()
    assert "desk-frame is-desktop" in page
    assert 'href="?width=phone"' in page
    page = as_editor.get(address(draft, "preview"), {"width": "phone"}).content.decode()
    assert "desk-frame is-phone" in page
    assert 'href="?width=desktop"' in page
    assert (
        "desk-frame is-desktop" in as_editor.get(address(draft, "preview"), {"width": "x"}).content.decode()
    )


def test_a_kept_text_is_previewed_too(as_editor):
    draft = make_change(make_draft(), title="Quick harbours")
    page = as_editor.get(address(draft, "preview"), {"revision": "1"}).content.decode()
    assert f'<iframe src="{address(draft, "preview/page")}?revision=1"' in page
    assert 'href="?revision=1&amp;width=phone"' in page
    assert "Slow harbours" in words_of(as_editor.get(address(draft, "preview/page"), {"revision": "1"}))
    assert f'href="{address(draft, "preview")}?revision=1"' in as_editor.get(address(draft)).content.decode()
    for number in ("9", "x", "", "9" * 40):
        for part in ("preview", "preview/page"):
            assert as_editor.get(address(draft, part), {"revision": number}).status_code == 404


def test_nothing_is_counted_or_written_by_an_editors_own_preview(as_editor):
    draft = make_draft()
    link = make_preview(draft, by=COMMAND_LINE, purpose="For one")
    as_editor.get(address(draft, "preview/page"), headers={"user-agent": "Mozilla/5.0"})
    assert PreviewLink.objects.get(pk=link.pk).views == 0
    assert not draft.versions.exists()
