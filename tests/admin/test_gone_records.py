"""Records deleted by another, listed before another changed them, or given a name another takes in the same moment."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError

from articles.models import Author, Disclaimer, Topic, TopicName
from tests.admin.forms import data_of, words_of
from tests.admin.test_stale_records import address, press, save
from tests.makers import make_author, make_disclaimer, make_topic, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def fatma(client):
    """Another publisher, in a browser of her own."""
    other = client.__class__()
    user = make_user("fatma", role="Publisher", first_name="Fatma", last_name="Kaya")
    other.force_login(user)
    return other


@pytest.fixture
def as_me(as_publisher):
    return as_publisher


@pytest.fixture
def topic():
    topic = make_topic("Türkiye")
    for name in ("Turkey", "Anatolia"):
        TopicName.objects.create(topic=topic, name=name)
    return topic


def delete(client, record):
    page = address(record, "delete")
    client.post(page, data_of(client.get(page)))


# -- Deleted meanwhile -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "changes"),
    [(make_author, {"bio": "Long in the typing."}), (make_disclaimer, {"wording": "Long in the typing."})],
)
def test_a_record_deleted_meanwhile_gives_back_what_was_typed(as_me, fatma, make, changes):
    record = make()
    page = as_me.get(address(record))
    delete(fatma, record)
    refused = press(as_me, record, page, **changes)
    assert refused.status_code == 409
    assert "Fatma Kaya deleted it on" in words_of(refused)
    add = f"/admin/articles/{record._meta.model_name}/add/"
    assert f'action="{add}"' in refused.content.decode()
    as_me.post(add, data_of(refused, _save="1"))
    ((field, value),) = changes.items()
    assert getattr(type(record).objects.get(), field) == value


def test_a_topic_deleted_meanwhile_with_its_names(as_me, fatma, topic):
    page = as_me.get(address(topic))
    delete(fatma, topic)
    refused = press(as_me, topic, page, description="Long in the typing.")
    as_me.post("/admin/articles/topic/add/", data_of(refused, _save="1"))
    again = Topic.objects.get()
    assert (again.name, again.aliases, again.description) == (
        "Türkiye",
        ["Anatolia", "Turkey"],
        "Long in the typing.",
    )


@pytest.mark.parametrize("count", ["x", "-1", "9" * 30, "1001"])
def test_a_forged_count_of_rows_is_no_error_of_the_server(as_me, topic, count):
    page = as_me.get(address(topic))
    assert press(as_me, topic, page, names__TOTAL_FORMS=count, description="x").status_code in (200, 409)
    topic.delete()
    assert press(as_me, Topic(pk=topic.pk or 1), page, names__TOTAL_FORMS=count).status_code in (200, 409)


def test_who_may_not_change_it_is_not_told_that_it_is_gone(as_guest):
    author = make_author()
    author_address = address(author)
    author.delete()
    assert as_guest.post(author_address, {"name": "x"}).status_code == 403


# -- Many at once ----------------------------------------------------------------------------------------------


def approve(client, page, *records):
    listed = data_of(page, action="approve_selected") | {"_selected_action": [r.pk for r in records]}
    return client.post(f"/admin/articles/{records[0]._meta.model_name}/", listed, follow=True)


def test_what_was_changed_since_the_list_was_opened_is_not_approved_unseen(as_me, fatma):
    first, second = (make_author(name, is_approved=False) for name in ("Can Demir", "Ece Kaya"))
    page = as_me.get("/admin/articles/author/")
    save(fatma, second, bio="Something else altogether.")
    words = words_of(approve(as_me, page, first, second))
    assert "Approved: 1." in words
    assert "Ece Kaya: Not approved: Fatma Kaya changed it on" in words
    assert list(Author.objects.filter(is_approved=True)) == [first]
    assert "Approved: 1." in words_of(approve(as_me, as_me.get("/admin/articles/author/"), second))


def test_an_approval_is_in_the_log_and_makes_open_forms_stale(as_me, fatma):
    disclaimer = make_disclaimer(is_approved=False)
    page = as_me.get(address(disclaimer))
    approve(fatma, fatma.get("/admin/articles/disclaimer/"), disclaimer)
    assert LogEntry.objects.filter(user__username="fatma").count() == 1
    refused = press(as_me, disclaimer, page, wording="My words.")
    assert "Fatma Kaya changed it on" in words_of(refused)
    press(as_me, disclaimer, refused, "_keep_mine")
    disclaimer = Disclaimer.objects.get()
    assert (disclaimer.is_approved, disclaimer.wording) == (True, "My words.")


def test_a_name_taken_in_the_last_moment_is_told_in_words(as_me, monkeypatch):
    """As PostgreSQL lets it happen: the other's name stands there only when mine is written."""
    page = as_me.get("/admin/articles/topic/add/")
    unpatched = Topic.clean

    def before_the_other(self):
        monkeypatch.setattr(Topic, "clean", unpatched)
        unpatched(self)
        make_topic("Türkiye")

    monkeypatch.setattr(Topic, "clean", before_the_other)
    # No 500: it is tried once more, and here it goes through, for the other's went with the transaction undone.
    as_me.post("/admin/articles/topic/add/", data_of(page, name="TÜRKİYE", _save="1"))
    assert Topic.objects.get().name == "TÜRKİYE"


def test_those_who_meet_again_and_again_are_told_apart_in_the_end(as_me, monkeypatch):
    page = as_me.get("/admin/articles/author/add/")
    unpatched, meetings = Author.save, iter(range(4))

    def met(self, **kwargs):
        if next(meetings, None) is not None:
            raise IntegrityError("duplicate key")
        unpatched(self, **kwargs)

    monkeypatch.setattr(Author, "save", met)
    as_me.post("/admin/articles/author/add/", data_of(page, name="Can Demir", _save="1"))
    assert Author.objects.get().name == "Can Demir"


def test_opening_a_form_costs_the_same_with_many_rows(as_me, django_assert_max_num_queries):
    topic = make_topic("Ports")
    for number in range(30):
        TopicName.objects.create(topic=topic, name=f"Port {number}")
    with django_assert_max_num_queries(15):
        as_me.get(address(topic))
