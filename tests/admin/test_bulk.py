"""Several articles at once: each is named with what it will be, or why not, before anything happens."""

import datetime

import pytest
from django.contrib.auth.models import Permission

from articles.models import Article, Author, Topic, clock
from articles.workflow import COMMAND_LINE, save_revision
from tests.admin.forms import data_of, words_of
from tests.makers import (
    make_approved_article,
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def mixed():
    """One of each that a list can hold."""
    tomorrow = clock.now() + datetime.timedelta(days=1)
    return [
        make_draft("Fresh"),
        make_draft("Bare", topics=[]),
        make_live_article("Same"),
        make_change(make_live_article("Changed")),
        make_scheduled_article("Waiting", at=tomorrow),
        make_withdrawn_article("Gone"),
    ]


def choose(client, action, articles, **more):
    sent = {"action": action, "index": "0", "_selected_action": [article.pk for article in articles]} | more
    return client.post(LIST, sent, follow=True)


def send(client, page, **changes):
    changes = {"unapproved": "on"} | changes
    return client.post(page.request["PATH_INFO"], data_of(page) | changes)


def test_a_refused_page_says_so_at_its_head(as_publisher):
    page = choose(as_publisher, "publish", [make_draft("Fresh")])
    assert b"Not done" not in page.content
    refused = as_publisher.post(page.request["PATH_INFO"], data_of(page)).content.decode()
    head = refused.split('<p class="desk-sentences">')[0]
    assert "Not done: this is in the way" in head
    assert 'href="#id_unapproved"' in head
    assert "autofocus" in head


def test_one_that_cannot_be_changed_is_spoken_of_as_one(as_publisher):
    page = choose(as_publisher, "publish", [make_draft("Bare", topics=[])])
    assert "1 article is chosen. It cannot be changed this way now." in words_of(page)


def versions(title):
    return list(Article.objects.get(title=title).versions.values_list("reason", flat=True))


def test_the_list_offers_what_the_role_may_do(client, signed_in, writer, as_publisher):
    make_draft("Fresh", by=writer)
    page = as_publisher.get(LIST).content.decode()
    for action in ("publish", "schedule", "retag"):
        assert f'<option value="{action}">' in page
    assert '<option value="withdraw' not in page
    assert "<option" not in signed_in(writer).get(LIST).content.decode()


def test_the_page_counts_and_names_every_piece_before_anything_happens(as_publisher, mixed):
    page = choose(as_publisher, "publish", mixed)
    said = words_of(page)
    assert "6 articles are chosen. It can be done with 3, and not with 3." in said
    assert (
        "First publications (2) Fresh Commentary, Leyla Arslan · No editor has approved it. Waiting" in said
    )
    assert "is cancelled." in said
    assert "Changes to what readers see (1) Changed" in said
    assert "Not these 3, and why" in said
    assert "Bare It has no topic" in said
    assert "Same Readers have this text already." in said
    assert "Gone It is withdrawn. Reinstate it first" in said
    assert "Publish 3 articles now" in said
    assert versions("Fresh") == []
    assert versions("Changed") == ["first"]


def test_publish(as_publisher, mixed):
    done = send(as_publisher, choose(as_publisher, "publish", mixed), reason="update", note="New figures.")
    said = words_of(done)
    assert "Published: 3 articles. Changed Fresh Waiting" in said
    assert "Not done: 3 articles." in said
    assert versions("Fresh") == ["first"]
    assert versions("Changed") == ["first", "update"]
    assert Article.objects.get(title="Changed").versions.get(number=2).note == "New figures."
    assert Article.objects.get(title="Fresh").versions.get().note == ""
    assert Article.objects.live(clock.now()).filter(title="Waiting").exists()
    assert versions("Bare") == []


def test_a_change_to_a_live_text_must_be_called_something_and_a_correction_is_not_made_in_bulk(
    as_publisher, mixed
):
    page = choose(as_publisher, "publish", mixed)
    assert 'value="correction"' not in page.content.decode()
    again = send(as_publisher, page)
    assert "Say what kind of change it is." in words_of(again)
    assert send(as_publisher, page, reason="correction").status_code == 200
    assert versions("Fresh") == []


def test_first_publications_are_asked_nothing(as_publisher):
    page = choose(as_publisher, "publish", [make_draft("Fresh")])
    assert 'name="reason"' not in page.content.decode()
    assert "Publish 1 article now" in words_of(page)
    send(as_publisher, page)
    assert versions("Fresh") == ["first"]


def test_a_save_in_between_is_refused_for_that_piece_in_words(as_publisher):
    articles = [make_draft("One"), make_draft("Two")]
    page = choose(as_publisher, "publish", articles)
    articles[0].body = "<p>Others have written meanwhile.</p>"
    save_revision(articles[0], by=COMMAND_LINE)
    said = words_of(send(as_publisher, page))
    assert "Published: 1 article. Two" in said
    assert "Not done: 1 article. One Someone has saved this article since you opened it." in said
    assert (versions("One"), versions("Two")) == ([], ["first"])


def test_sent_twice_it_is_done_once(as_publisher):
    page = choose(as_publisher, "publish", [make_draft("One")])
    send(as_publisher, page)
    send(as_publisher, page)
    assert versions("One") == ["first"]


def test_what_has_become_ready_unseen_is_not_done(as_publisher):
    unapproved = make_author("New Name", is_approved=False)
    page = choose(as_publisher, "publish", [make_draft("One", author=unapproved), make_draft("Two")])
    Author.objects.update(is_approved=True)
    said = words_of(send(as_publisher, page))
    assert "One It was not ready when you looked, and is now." in said
    assert versions("One") == []


def test_what_no_editor_has_approved_takes_one_yes(as_publisher):
    page = choose(as_publisher, "publish", [make_approved_article("Approved"), make_draft("Raw")])
    assert "Raw Commentary, Leyla Arslan · No editor has approved it." in words_of(page)
    again = send(as_publisher, page, unapproved="")
    assert "Tick the box, or go back and choose approved ones only." in words_of(again)
    assert versions("Approved") == []
    send(as_publisher, page)
    assert (versions("Approved"), versions("Raw")) == (["first"], ["first"])


def test_nothing_is_asked_for_the_sake_of_what_cannot_be_done(as_publisher, mixed):
    """Neither approval for one without a topic, nor a kind of change for one that has not changed."""
    bare, same = mixed[1:3]
    page = choose(as_publisher, "publish", [make_approved_article("Approved"), bare, same])
    assert b'name="unapproved"' not in page.content
    assert b'name="reason"' not in page.content
    send(as_publisher, page)
    assert (versions("Approved"), versions("Bare"), versions("Same")) == (["first"], [], ["first"])


def test_schedule(as_publisher, mixed):
    page = choose(as_publisher, "schedule", mixed)
    assert "Schedule 3 articles" in words_of(page)
    done = send(as_publisher, page, reason="minor", at="2090-05-03T09:00")
    assert "Scheduled for Wednesday 3 May 2090, 09:00 (06:00 UTC): 3 articles." in words_of(done)
    assert Article.objects.scheduled(clock.now()).count() == 3
    assert versions("Changed") == ["first", "minor"]


@pytest.mark.parametrize("at", ["", "yesterday", "2001-01-01T09:00"])
def test_a_time_that_cannot_be_is_refused(as_publisher, at):
    page = choose(as_publisher, "schedule", [make_draft("One")])
    send(as_publisher, page, at=at)
    assert versions("One") == []


def test_retag_shows_what_each_gains_and_loses_and_then_does_it(as_publisher):
    sea, trade = make_topic("Sea"), make_topic("Trade")
    articles = [make_draft("One", topics=[sea]), make_live_article("Two", topics=[sea, trade])]
    articles += [make_live_article("Three", topics=[trade])]
    page = choose(as_publisher, "retag", articles)
    assert "Chosen (3) One Commentary, Leyla Arslan · Sea" in words_of(page)
    looked = send(as_publisher, page, add="Trade", remove="Sea")
    said = words_of(looked)
    assert "Would change (2)" in said
    assert "One Commentary, Leyla Arslan · gains Trade · loses Sea" in said
    assert "Two Commentary, Leyla Arslan · loses Sea" in said
    assert "Not this one, and why Three Its topics are so already." in said
    assert list(articles[0].topics.all()) == [sea]
    done = send(as_publisher, looked)
    assert "Topics changed: 2 articles. One Two" in words_of(done)
    for article in articles:
        assert list(article.topics.all()) == [trade]


def test_retag_looks_again_when_other_topics_were_typed(as_publisher):
    sea, trade = make_topic("Sea"), make_topic("Trade")
    article = make_draft("One", topics=[sea])
    looked = send(as_publisher, choose(as_publisher, "retag", [article]), add="Trade")
    send(as_publisher, looked, add="", remove="Sea")
    assert list(article.topics.all()) == [sea]
    assert trade.taggings.count() == 0


@pytest.mark.parametrize(
    ("add", "remove", "said"),
    [
        ("", "", "Choose a topic to add or to take away."),
        ("Sea", "SEA", "A topic cannot be added and taken away at once."),
        ("Nowhere", "", "There is no topic “Nowhere” yet."),
        ("", "Nowhere", "There is no topic “Nowhere”."),
    ],
)
def test_retag_says_what_is_wrong_and_keeps_what_was_typed(as_publisher, add, remove, said):
    article = make_draft("One", topics=[make_topic("Sea")])
    answer = send(as_publisher, choose(as_publisher, "retag", [article]), add=add, remove=remove)
    assert said in words_of(answer)
    assert (add or remove) in answer.content.decode() or said.startswith("Choose")
    assert article.topics.count() == 1


def test_retag_leaves_no_published_piece_without_a_topic(as_publisher):
    live = make_live_article("Live", topics=[make_topic("Sea")])
    looked = send(as_publisher, choose(as_publisher, "retag", [live]), remove="Sea")
    assert "Live A published article needs at least one topic." in words_of(looked)
    send(as_publisher, looked)
    assert live.topics.count() == 1


def test_a_new_topic_is_made_when_it_is_done_not_when_it_is_looked_at(as_publisher):
    article = make_draft("One", topics=[make_topic("Sea")])
    looked = send(as_publisher, choose(as_publisher, "retag", [article]), add="+ Ice")
    assert "gains Ice" in words_of(looked)
    assert not Topic.objects.filter(name="Ice").exists()
    send(as_publisher, looked)
    assert article.topics.filter(name="Ice").exists()


def test_one_new_topic_for_two_articles_is_one_topic(as_publisher):
    articles = [make_draft("One"), make_draft("Two")]
    looked = send(as_publisher, choose(as_publisher, "retag", articles), add="+ Ice")
    assert "Topics changed: 2 articles." in words_of(send(as_publisher, looked))
    assert Topic.objects.get(name="Ice").taggings.count() == 2


def test_all_on_the_other_pages_are_taken_up_to_a_hundred(as_publisher):
    Article.objects.bulk_create(Article(title=f"A {n}") for n in range(101))
    first = Article.objects.first()
    said = words_of(choose(as_publisher, "publish", [first], select_across="1"))
    assert "More than 100 are chosen." in said
    first.delete()
    said = words_of(choose(as_publisher, "publish", [Article.objects.first()], select_across="1"))
    assert "100 articles are chosen. None of them can be changed this way now." in said
    assert "Choose those on the other pages too (100 at most)" in words_of(as_publisher.get(LIST))


@pytest.mark.parametrize("query", ["", "?of=", "?of=x.-1.99999999999999999999", "?of=4711"])
def test_an_address_without_articles_leads_back_to_the_list(as_publisher, query):
    answer = as_publisher.get(f"{LIST}bulk/publish/{query}", follow=True)
    assert "Choose articles in the list first." in words_of(answer)


def test_pieces_that_are_gone_are_said(as_publisher):
    one, two = make_draft("One"), make_draft("Two")
    address = f"{LIST}bulk/publish/?of={one.pk}.{two.pk}"
    two.delete()
    assert "1 article is chosen. 1 more is gone, or not yours." in words_of(as_publisher.get(address))


@pytest.mark.parametrize("piece", ["{pk}", "{pk}:", "{pk}:0", "{pk}:x", "{pk}:1:1"])
def test_a_forged_piece_without_its_version_is_refused(as_publisher, piece):
    article = make_change(make_draft("One"))
    sent = {"piece": piece.format(pk=article.pk), "ready": article.pk, "unapproved": "on"}
    as_publisher.post(f"{LIST}bulk/publish/", sent)
    assert versions("One") == []


def test_an_editor_retags_and_publishes_nothing(as_editor):
    article = make_draft("One")
    assert as_editor.get(f"{LIST}bulk/publish/?of={article.pk}").status_code == 403
    choose(as_editor, "publish", [article])
    assert versions("One") == []
    assert as_editor.get(f"{LIST}bulk/retag/?of={article.pk}").status_code == 200


def test_who_sees_only_their_own_changes_no_others(signed_in, writer):
    """No role of ours is like this; an administrator may make one."""
    writer.user_permissions.add(Permission.objects.get(codename="classify_article"))
    client = signed_in(writer)
    own, other = make_draft("Own", by=writer), make_draft("Other")
    page = client.get(f"{LIST}bulk/retag/?of={own.pk}.{other.pk}")
    assert "1 article is chosen. 1 more is gone, or not yours." in words_of(page)
    assert "Other" not in words_of(page)
    make_topic("Sea")
    sent = {"piece": [f"{own.pk}:1", f"{other.pk}:1"], "ready": [own.pk, other.pk]}
    client.post(f"{LIST}bulk/retag/", sent | {"add": "Sea", "looked_at": "sea|"})
    assert own.topics.filter(name="Sea").exists()
    assert not other.topics.filter(name="Sea").exists()
