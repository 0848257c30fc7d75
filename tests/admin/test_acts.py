import datetime
import re

import pytest
from django.utils import timezone

from articles.models import FormerAddress, Reason, Version, clock
from articles.workflow import COMMAND_LINE, create_draft
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_scheduled_article,
    make_superseded_article,
    make_topic,
    make_withdrawn_article,
)


def address(article, act="change"):
    return f"/admin/articles/article/{article.pk}/{act}/"


def do(client, article, act, **values):
    """Send the page of the act with these values, and the yes to what no editor has approved."""
    values = {"unapproved": "on"} | values
    return client.post(
        address(article, act), data_of(client.get(address(article, act)), **values), follow=True
    )


def in_days(days):
    return clock.now() + datetime.timedelta(days=days)


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def live_body(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def test_publish_saves_the_form_then_asks_then_publishes(as_publisher, client):
    draft = make_draft()
    form = data_of(as_publisher.get(address(draft)), title="Quick harbours", slug="", _publish="1")
    page = as_publisher.post(address(draft), form, follow=True)
    assert page.redirect_chain[-1][0] == address(draft, "publish")
    assert "Quick harbours" in words_of(page)
    assert not draft.versions.exists()
    done = as_publisher.post(address(draft, "publish"), data_of(page, unapproved="on"), follow=True)
    assert "Published: readers see version 1 now." in words_of(done)
    draft.refresh_from_db()
    assert "Quick harbours" in live_body(client, draft)


def test_a_new_article_goes_from_its_form_to_the_question(as_publisher):
    page = as_publisher.post(
        "/admin/articles/article/add/",
        data_of(as_publisher.get("/admin/articles/article/add/"), title="New", _publish="1"),
        follow=True,
    )
    assert page.redirect_chain[-1][0].endswith("/publish/")
    assert "It has no text." in words_of(page)


def test_everything_in_the_way_is_named_at_once_with_the_way_to_its_field(as_publisher):
    turkish = make_disclaimer("Yazar", "tr")
    author = make_author("New Name", is_approved=False)
    draft = make_draft("", author=author, body="", topics=[], disclaimer=turkish)
    page = as_publisher.get(address(draft, "publish"))
    said = words_of(page)
    for words in ("no title", "no text", "no topic", "waits for an editor", "The disclaimer is in"):
        assert words in said
    assert 'name="seen_version"' not in page.content.decode()
    links = re.findall(r'href="([^"]*#id_\w+)"', page.content.decode())
    assert f"{address(draft)}#id_body" in links
    assert f"{address(draft)}#id_topics" in links
    posted = as_publisher.post(address(draft, "publish"), {"seen_version": draft.row_version})
    assert posted.status_code == 200
    assert not draft.versions.exists()


@pytest.mark.parametrize("model", ["author", "disclaimer", "topic"])
def test_what_waits_for_approval_leads_to_its_own_page(as_publisher, model):
    record = {
        "author": lambda: make_author("New Name", is_approved=False),
        "disclaimer": lambda: make_disclaimer(is_approved=False),
        "topic": lambda: make_topic("Sea lanes", is_approved=False),
    }[model]()
    draft = make_draft(**{"topics": [record]} if model == "topic" else {model: record})
    page = as_publisher.get(address(draft, "publish")).content.decode()
    own_page = f"/admin/articles/{model}/{record.pk}/change/"
    assert f'href="{own_page}#id_is_approved"' in page
    assert 'id="id_is_approved"' in as_publisher.get(own_page).content.decode()


def test_the_question_shows_what_readers_get(as_publisher):
    wording = "What stands here is the author’s view alone."
    draft = make_draft(body="<p>" + "word " * 460 + "</p>", disclaimer=make_disclaimer(wording=wording))
    page = as_publisher.get(address(draft, "publish")).content.decode()
    assert "<dt>Standfirst</dt><dd>Why the waterfront forgets nothing.</dd>" in page
    assert "<dt>Length</dt><dd>460 words, 2 minutes</dd>" in page
    assert f"<dt>Disclaimer</dt><dd>{wording}</dd>" in page


def test_the_question_names_the_pictures(as_publisher):
    bare = as_publisher.get(address(make_draft("Bare"), "publish")).content.decode()
    assert "<dt>Lead image</dt><dd>None</dd>" in bare
    assert "<dt>Figures in the text</dt><dd>None</dd>" in bare
    lead, figure = make_image("Cranes"), make_image("Storm")
    body = f'<p>Words.</p><figure data-image="{figure.uid}"></figure>'
    draft = make_draft("Full", lead_image=lead, body=body)
    for act in ("publish", "schedule"):
        page = as_publisher.get(address(draft, act)).content.decode()
        assert "<dt>Lead image</dt><dd>Cranes</dd>" in page
        assert "<dt>Figures in the text</dt><dd>1</dd>" in page


def test_a_change_to_a_live_piece_says_what_it_is(as_publisher):
    article = make_change(make_live_article())
    page = do(as_publisher, article, "publish")
    assert "Say what kind of change this is" in words_of(page)
    page = do(as_publisher, article, "publish", reason="correction", note="")
    assert "A correction needs a note" in words_of(page)
    page = do(as_publisher, article, "publish", reason="correction", note="The year was wrong.")
    assert "readers see version 2" in words_of(page)
    version = article.versions.get(number=2)
    assert (version.reason, version.note) == (Reason.CORRECTION, "The year was wrong.")


@pytest.mark.parametrize(
    ("act", "sent", "field"),
    [
        ("publish", {"reason": ""}, "reason"),
        ("schedule", {"at": ""}, "at"),
        ("withdraw", {"note": ""}, "note"),
    ],
)
def test_a_refused_act_says_so_at_the_head_with_the_way_to_the_field(as_publisher, act, sent, field):
    article = make_change(make_live_article())
    assert b'id="in-the-way"' not in as_publisher.get(address(article, act)).content
    page = do(as_publisher, article, act, **sent).content.decode()
    assert "<title>Error:" in " ".join(page.split()).replace("<title> ", "<title>")
    head, rest = page.split('<p class="desk-sentences">', 1)
    assert "Not done: this is in the way" in head
    assert re.search(rf'href="#id_{field}"', head)
    assert "?:" not in head
    assert f'id="id_{field}"' in rest
    assert re.search(r'<section class="desk-in-the-way"[^>]* tabindex="-1" autofocus>', head)


def test_typed_words_come_back_with_a_refusal(as_publisher):
    article = make_change(make_live_article())
    page = do(as_publisher, article, "publish", reason="", note="Long in the typing.")
    assert fields_of(page)["note"] == "Long in the typing."


def test_publishing_what_has_changed_meanwhile_is_refused(as_publisher):
    draft = make_draft()
    page = as_publisher.get(address(draft, "publish"))
    make_change(draft)
    response = as_publisher.post(address(draft, "publish"), data_of(page, unapproved="on"))
    assert "this article was changed after you opened this page" in words_of(response)
    assert not draft.versions.exists()


def test_schedule_and_cancel(as_publisher, client):
    draft = make_draft()
    at = in_days(3)
    page = do(as_publisher, draft, "schedule", at=local(at))
    assert "Scheduled: readers see version 1 from" in words_of(page)
    assert "Scheduled for" in words_of(page)
    waiting = draft.versions.get()
    assert waiting.published_at == at.replace(second=0)
    assert client.get(draft.get_absolute_url()).status_code == 404
    page = do(as_publisher, draft, "cancel-scheduled")
    assert "no version is scheduled now" in words_of(page)
    assert not draft.versions.exists()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("", "Choose the date and time."),
        ("soon", "Enter a valid date/time."),
        ("2001-01-01T10:00", "That time has passed. To publish now, use Publish…"),
        ("9999-12-31T23:59", "too far ahead"),
    ],
)
def test_a_time_that_cannot_be_is_refused_in_words(as_publisher, at, said):
    draft = make_draft()
    page = do(as_publisher, draft, "schedule", at=at)
    assert said in words_of(page)
    assert not draft.versions.exists()


def test_a_save_after_scheduling_offers_to_schedule_again(as_publisher):
    article = make_change(make_scheduled_article(at=in_days(5)))
    page = as_publisher.get(address(article))
    assert "lacks your latest changes" in words_of(page)
    assert "Schedule again…" in words_of(page)
    waiting_at = article.versions.get().published_at
    assert fields_of(as_publisher.get(address(article, "schedule")))["at"] == local(waiting_at)
    page = as_publisher.get(address(article, "schedule"))
    assert "is cancelled: this one takes its place" in words_of(page)


def test_withdraw_needs_a_reason_and_reinstate_brings_it_back(as_publisher, client):
    article = make_live_article()
    public = re.search(r'<div class="body.*?</div>', live_body(client, article), re.S)
    assert public
    page = do(as_publisher, article, "withdraw", note="  ")
    assert "Give the reason" in words_of(page)
    page = do(as_publisher, article, "withdraw", note="The figures did not hold.", withdrawn_by="author")
    assert "Withdrawn since" in words_of(page)
    assert client.get(article.get_absolute_url()).status_code == 410
    page = do(as_publisher, article, "reinstate", note="They hold.")
    assert "Reinstated: readers see it again, as version 3." in words_of(page)
    assert public.group() in live_body(client, article)


def test_correct_takes_the_live_text_and_keeps_the_other(as_publisher):
    article = make_change(make_live_article())
    page = do(as_publisher, article, "correct")
    assert "kept as revision 2" in words_of(page)
    article.refresh_from_db()
    assert "slow institutions" in article.body
    assert "quick institutions" in article.revisions.get(number=2).data["body"]


def test_topics_of_a_live_article_change_at_once(as_editor, client):
    article = make_live_article()
    make_topic("Energy")
    page = do(as_editor, article, "classify", topics="Energy")
    assert "Topics changed." in words_of(page)
    assert client.get("/topics/energy/").status_code == 200
    assert client.get("/topics/maritime-security/").status_code == 404
    assert "needs at least one topic" in words_of(do(as_editor, article, "classify", topics=""))
    assert "cannot be a topic" in words_of(do(as_editor, article, "classify", topics="???"))


def test_the_address_of_a_live_article_moves_and_the_old_one_leads_on(as_editor, client):
    article = make_live_article()
    make_draft("Taken")
    assert "“Taken” has this address already" in words_of(do(as_editor, article, "address", slug="taken"))
    assert "“not-an-address” would do" in words_of(do(as_editor, article, "address", slug="Not an address!"))
    assert "no spaces. Address" in words_of(do(as_editor, article, "address", slug="???"))
    page = do(as_editor, article, "address", slug="quick-harbours")
    assert "The address has changed." in words_of(page)
    assert FormerAddress.objects.get().slug == "slow-harbours"
    assert client.get("/articles/slow-harbours/").status_code == 301


def test_an_act_that_makes_no_sense_now_is_refused_in_words(as_publisher):
    withdrawn = make_withdrawn_article()
    page = as_publisher.get(address(withdrawn, "publish"))
    assert "Reinstate it first" in words_of(page)
    draft = make_draft("Draft")
    for act, values in (
        ("withdraw", {"note": "x", "withdrawn_by": "editors"}),
        ("reinstate", {}),
        ("correct", {}),
    ):
        response = as_publisher.post(address(draft, act), {"seen_version": draft.row_version} | values)
        assert response.status_code == 200, act
        assert "Not yet: this is in the way" in words_of(response), act
    response = as_publisher.post(address(draft, "cancel-scheduled"), {"seen_version": draft.row_version})
    assert "No version of this article is scheduled." in words_of(response)


@pytest.mark.parametrize(
    "end", ["4711/publish/", "99999999999999999999/withdraw/", "4711/history/", "x/history/", "x/change/"]
)
def test_an_article_that_is_not_there_is_told_in_words(as_publisher, end):
    response = as_publisher.get(f"/admin/articles/article/{end}", follow=True)
    assert "There is no such article. Perhaps it was deleted." in words_of(response)


def test_the_form_lists_versions_and_offers_no_way_to_change_them(as_publisher):
    article = make_superseded_article()
    page = words_of(as_publisher.get(address(article)))
    assert "First publication" in page
    assert "Update" in page
    for model in ("version", "revision", "event", "printedbyline", "byline"):
        assert as_publisher.get(f"/admin/articles/{model}/").status_code == 404
    assert Version.objects.count() == 2


def test_the_log_says_who_did_what(as_publisher):
    article = make_live_article()
    do(as_publisher, article, "withdraw", note="The figures did not hold.", withdrawn_by="editors")
    page = words_of(as_publisher.get(address(article, "log")))
    assert "priya withdrew by the editors: The figures did not hold." in page
    assert "command line published" in page


def test_a_bare_draft_can_be_made_and_saved(as_editor):
    draft = create_draft(by=COMMAND_LINE)
    assert as_editor.get(address(draft)).status_code == 200
