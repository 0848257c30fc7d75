"""Records saved by two: authors, topics with their other names, disclaimers, the publication."""

import re

import pytest

from articles.models import Publication, Topic, TopicName
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import make_author, make_disclaimer, make_live_article, make_page, make_topic, make_user

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


def address(record, page="change"):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/{page}/"


def press(client, record, page, button="_save", **changes):
    named = re.search(rf'name="{button}" value="([^"]*)"', page.content.decode())
    data = data_of(page, **changes) | {button: [named[1] if named else "1"]}
    return client.post(address(record), data, follow=True)


def save(client, record, **changes):
    response = press(client, record, client.get(address(record)), **changes)
    assert response.status_code == 200, words_of(response)


CASES = {
    "author": (make_author, "role", "affiliation"),
    "disclaimer": (make_disclaimer, "wording", "label"),
    "topic": (make_topic, "description", "name"),
    "publication": (lambda: Publication.objects.create(name="Institute"), "tagline", "description"),
    "page": (make_page, "description", "title"),
}


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request):
    make, field, other = request.param
    return make(), field, other


def test_a_save_over_another_s_is_refused_and_nothing_typed_is_lost(as_me, fatma, case):
    record, field, _other = case
    page = as_me.get(address(record))
    save(fatma, record, **{field: "Her words."})
    refused = press(as_me, record, page, **{field: "My words."})
    assert refused.status_code == 409
    words = words_of(refused)
    assert "Not saved: this was changed after you opened it Fatma Kaya changed it on" in words
    assert "What you typed stands below" in words
    assert "this is in the way" not in words
    assert "<del>Her</del><ins>My</ins> words." in refused.content.decode()
    assert fields_of(refused)[field] == "My words."
    record.refresh_from_db()
    assert getattr(record, field) == "Her words."


def test_keep_mine_saves_what_i_changed_and_leaves_what_i_did_not_touch(as_me, fatma, case):
    record, field, other = case
    page = as_me.get(address(record))
    save(fatma, record, **{field: "Her words.", other: "Hers alone"})
    refused = press(as_me, record, page, **{field: "My words."})
    assert press(as_me, record, refused, "_keep_mine").status_code == 200
    record.refresh_from_db()
    assert (getattr(record, field), getattr(record, other)) == ("My words.", "Hers alone")


def test_what_they_changed_and_i_did_not_touch_is_told_too(as_me, fatma, case):
    record, field, other = case
    page = as_me.get(address(record))
    save(fatma, record, **{other: "Hers alone"})
    refused = press(as_me, record, page, **{field: "My words."})
    assert refused.status_code == 409
    record.refresh_from_db()
    assert getattr(record, other) == "Hers alone"


def test_a_third_save_in_between_is_refused_again(as_me, fatma, case):
    record, field, _other = case
    page = as_me.get(address(record))
    save(fatma, record, **{field: "Her words."})
    refused = press(as_me, record, page, **{field: "My words."})
    save(fatma, record, **{field: "Her second thoughts."})
    again = press(as_me, record, refused, "_keep_mine")
    assert again.status_code == 409
    assert words_of(again).count("Fatma Kaya changed it on") == 2
    assert fields_of(again)[field] == "My words."
    assert press(as_me, record, again, "_keep_mine").status_code == 200
    record.refresh_from_db()
    assert getattr(record, field) == "My words."


def test_saving_again_without_choosing_is_refused_again(as_me, fatma, case):
    record, field, _other = case
    page = as_me.get(address(record))
    save(fatma, record, **{field: "Her words."})
    refused = press(as_me, record, page, **{field: "My words."})
    assert press(as_me, record, refused).status_code == 409
    record.refresh_from_db()
    assert getattr(record, field) == "Her words."


def test_one_after_the_other_nobody_is_asked(as_me, fatma, case):
    record, field, _other = case
    for client in (as_me, fatma, as_me):
        save(client, record, **{field: f"Words of {id(client)}."})


def test_in_another_window_of_mine(as_me, case):
    record, field, _other = case
    page = as_me.get(address(record))
    save(as_me, record, **{field: "Here."})
    assert "In another window you changed it on" in words_of(press(as_me, record, page, **{field: "There."}))


@pytest.mark.parametrize("seen", ["", "x", "[]", '{"fields": 1}', '{"fields": {}, "rows": {}, "at": "x"}'])
def test_a_forged_token_does_not_save(as_me, case, seen):
    record, field, _other = case
    page = as_me.get(address(record))
    refused = press(as_me, record, page, _seen=seen, **{field: "Forged."})
    assert refused.status_code == 409
    assert press(as_me, record, page, _seen=seen, _keep_mine="0", **{field: "Forged."}).status_code == 409
    record.refresh_from_db()
    assert getattr(record, field) != "Forged."


# -- Ticks, and the rows of a topic ----------------------------------------------------------------------------


def test_a_tick_is_a_change_like_any_other(as_me, fatma):
    author = make_author(is_approved=False)
    page = as_me.get(address(author))
    save(fatma, author, is_approved="on")
    refused = press(as_me, author, page, role="Director")
    assert "<del>No</del><ins>Yes</ins>" in refused.content.decode()
    press(as_me, author, refused, "_keep_mine")
    author.refresh_from_db()
    assert (author.is_approved, author.role) == (True, "Director")


@pytest.fixture
def topic():
    topic = make_topic("Türkiye")
    for name in ("Turkey", "Anatolia"):
        TopicName.objects.create(topic=topic, name=name)
    return topic


def aliases(topic):
    return Topic.objects.get(pk=topic.pk).aliases


def rename(page, old, new):
    """The change that types `new` where `old` stands among the other names."""
    name = next(
        key for key, values in fields_of(page).lists() if values == [old] and key.startswith("names-")
    )
    return {name.replace("-", "__"): new}


def delete_row(page, name):
    key = next(
        key for key, values in fields_of(page).lists() if values == [name] and key.startswith("names-")
    )
    return {key.replace("name", "DELETE").replace("DELETEs-", "names-").replace("-", "__"): "on"}


def test_an_other_name_changed_by_both(as_me, fatma, topic):
    page = as_me.get(address(topic))
    theirs = fatma.get(address(topic))
    assert press(fatma, topic, theirs, **rename(theirs, "Turkey", "Turkiye Cumhuriyeti")).status_code == 200
    refused = press(as_me, topic, page, **rename(page, "Turkey", "Republic"))
    assert refused.status_code == 409
    assert "<del>Turkiye Cumhuriyeti</del><ins>Republic</ins>" in refused.content.decode()
    press(as_me, topic, refused, "_keep_mine")
    assert aliases(topic) == ["Anatolia", "Republic"]


def test_other_names_added_by_both(as_me, fatma, topic):
    page, theirs = as_me.get(address(topic)), fatma.get(address(topic))
    press(fatma, topic, theirs, names__2__name="Asia Minor")
    refused = press(as_me, topic, page, names__2__name="The Straits")
    assert refused.status_code == 409
    assert "<ins>Asia Minor</ins>" in refused.content.decode()
    press(as_me, topic, refused, "_keep_mine")
    assert aliases(topic) == ["Anatolia", "Asia Minor", "The Straits", "Turkey"]


def test_an_other_name_they_took_away(as_me, fatma, topic):
    page, theirs = as_me.get(address(topic)), fatma.get(address(topic))
    assert press(fatma, topic, theirs, **delete_row(theirs, "Turkey")).status_code == 200
    assert aliases(topic) == ["Anatolia"]
    refused = press(as_me, topic, page, **rename(page, "Turkey", "Republic"))
    assert refused.status_code == 409
    assert "<ins>Republic</ins>" in refused.content.decode()
    assert press(as_me, topic, refused, "_keep_mine").status_code == 200
    assert aliases(topic) == ["Anatolia", "Republic"]


def test_an_other_name_they_took_away_and_i_did_not_touch_stays_away(as_me, fatma, topic):
    page, theirs = as_me.get(address(topic)), fatma.get(address(topic))
    press(fatma, topic, theirs, **delete_row(theirs, "Turkey"))
    refused = press(as_me, topic, page, description="Mine.")
    assert refused.status_code == 409
    assert press(as_me, topic, refused, "_keep_mine").status_code == 200
    assert (aliases(topic), Topic.objects.get(pk=topic.pk).description) == (["Anatolia"], "Mine.")


def test_an_other_name_i_take_away_and_they_changed(as_me, fatma, topic):
    page, theirs = as_me.get(address(topic)), fatma.get(address(topic))
    press(fatma, topic, theirs, **rename(theirs, "Turkey", "Republic"))
    refused = press(as_me, topic, page, **delete_row(page, "Turkey"))
    assert refused.status_code == 409
    press(as_me, topic, refused, "_keep_mine", **delete_row(page, "Turkey"))
    assert aliases(topic) == ["Anatolia"]


def test_the_pieces_they_pinned_stay_pinned(as_me, fatma):
    topic = make_topic()
    for number in (1, 2):
        make_live_article(f"Piece {number}", topics=[topic])
    page = as_me.get(address(topic))
    save(fatma, topic, pins_0="piece-2")
    refused = press(as_me, topic, page, description="My words.")
    assert fields_of(refused)["pins_0"] == "piece-2"
    assert press(as_me, topic, refused, "_keep_mine").status_code == 200
    topic.refresh_from_db()
    assert topic.description == "My words."
    assert [pin.article.slug for pin in topic.pins.all()] == ["piece-2"]
