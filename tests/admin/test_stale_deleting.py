"""What another has saved since the question is not deleted by the answer to it."""

import pytest

from articles.models import TopicName
from articles.workflow import COMMAND_LINE, save_revision
from tests.admin.forms import data_of, words_of
from tests.makers import (
    make_approved_article,
    make_article_in_review,
    make_author,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db
CASES = {
    "article": (make_draft, "standfirst"),
    "author": (make_author, "role"),
    "disclaimer": (make_disclaimer, "label"),
    "image": (make_image, "title"),
    "topic": (make_topic, "description"),
}


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request):
    make, field = request.param
    return make(), field


@pytest.fixture
def fatma(client):
    other = client.__class__()
    other.force_login(make_user("fatma", role="Publisher", first_name="Fatma", last_name="Kaya"))
    return other


def address(record, page="delete"):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/{page}/"


def save(client, record, **changes):
    form = address(record, "change")
    response = client.post(form, data_of(client.get(form), _save="1", **changes), follow=True)
    assert response.status_code == 200, words_of(response)


def is_there(record):
    return type(record).objects.filter(pk=record.pk).exists()


def test_what_nobody_saved_since_is_deleted(as_publisher, case):
    record, _field = case
    as_publisher.post(address(record), data_of(as_publisher.get(address(record))))
    assert not is_there(record)


def test_what_another_saved_since_is_asked_once_more(as_publisher, fatma, case):
    record, field = case
    page = as_publisher.get(address(record))
    save(fatma, record, **{field: "Her words."})
    refused = as_publisher.post(address(record), data_of(page))
    assert refused.status_code == 409
    assert "Not deleted: this was changed after you opened the page" in words_of(refused)
    assert "Fatma Kaya" in words_of(refused)
    assert is_there(record)
    as_publisher.post(address(record), data_of(refused))
    assert not is_there(record)


@pytest.mark.parametrize("forged", ["", "x", '{"fields": {}, "rows": {}, "at": "2090-01-01T00:00:00Z"}'])
def test_an_answer_to_no_page_deletes_nothing(as_publisher, case, forged):
    record, _field = case
    sent = {"post": "yes"} | ({"_seen": forged, "seen_version": forged} if forged else {})
    response = as_publisher.post(address(record), sent)
    assert response.status_code == 409
    assert is_there(record)


def test_another_name_of_a_topic_counts(as_publisher):
    topic = make_topic("Ports")
    page = as_publisher.get(address(topic))
    TopicName.objects.create(topic=topic, name="Harbours")
    assert as_publisher.post(address(topic), data_of(page)).status_code == 409
    assert is_there(topic)


def test_what_is_public_meanwhile_is_refused_in_words(as_publisher):
    draft = make_draft()
    page = as_publisher.get(address(draft))
    save_revision(draft, by=COMMAND_LINE)
    live = make_live_article("Live")
    said = as_publisher.post(address(live), data_of(page))
    assert said.status_code == 403
    assert "so it stays on record" in words_of(said)


@pytest.mark.parametrize("make", [make_article_in_review, make_approved_article])
def test_a_writer_is_told_how_to_have_back_what_is_handed_in(as_writer, writer, make):
    article = make(by=writer)
    for response in (as_writer.get(address(article)), as_writer.post(address(article), {"post": "yes"})):
        assert response.status_code == 403
        assert "Ask an editor to return it to you" in words_of(response)
    assert is_there(article)
    assert "Delete the draft" not in words_of(as_writer.get(address(article, "change")))
