"""However a topic is spelled, it is found: by the picker, by the form, and when a name is typed for another."""

import pytest

from articles.models import Topic
from tests.admin.forms import data_of, words_of
from tests.makers import make_draft, make_topic

PAIRS = [
    ("Energy", "Energy "),
    ("Energy", "ENERGY"),
    ("Türkiye", "TÜRKİYE"),
    ("TÜRKİYE", "Türkiye"),
    ("Türkiye", "turkiye"),
    ("U.S.", "US"),
    ("US", "U.S."),
    ("South-Korea", "South Korea"),
    ("South Korea", "south-korea"),
]
SUGGEST = "/admin/articles/article/topics/"


def save(client, draft, *lines):
    address = f"/admin/articles/article/{draft.pk}/change/"
    return client.post(address, data_of(client.get(address), topics=list(lines)))


@pytest.mark.parametrize(("known", "typed"), PAIRS)
def test_the_picker_knows_it_and_offers_no_second_one(as_editor, known, typed):
    make_topic(known)
    answer = as_editor.get(SUGGEST, {"q": typed}).json()
    assert answer["known"] == known
    assert [topic["label"] for topic in answer["suggestions"]] == [known]


@pytest.mark.parametrize("mark", ["", "+", "+ "])
@pytest.mark.parametrize(("known", "typed"), PAIRS)
def test_the_form_takes_the_one_there_is_also_where_a_new_one_was_asked_for(as_editor, known, typed, mark):
    topic, draft = make_topic(known), make_draft(topics=[])
    assert save(as_editor, draft, mark + typed).status_code == 302
    assert list(draft.topics.all()) == [topic]
    assert Topic.objects.count() == 1


@pytest.mark.parametrize(("known", "typed"), PAIRS)
def test_two_spellings_on_one_article_are_one_topic(as_editor, known, typed):
    make_topic(known)
    draft = make_draft(topics=[])
    save(as_editor, draft, known, typed)
    assert draft.topics.count() == 1


@pytest.mark.parametrize("sent", ["Straits", "+Straits", "+ Straits", "+straits\n+STRAITS"])
def test_who_may_not_make_a_topic_makes_none_however_it_is_sent(as_writer, writer, sent):
    draft = make_draft(by=writer, topics=[make_topic("Energy")])
    page = save(as_writer, draft, "Energy", sent)
    assert page.status_code == 200
    assert "ask an editor to add it" in words_of(page)
    assert [topic.name for topic in Topic.objects.all()] == ["Energy"]


def test_a_new_topic_is_made_where_it_is_asked_for_by_who_may(as_editor):
    draft = make_draft(topics=[])
    assert "To make it one, choose" in words_of(save(as_editor, draft, "Straits"))
    save(as_editor, draft, "+Straits")
    assert [topic.name for topic in draft.topics.all()] == ["Straits"]


def test_renamed_it_is_found_by_the_old_name_and_its_old_address_leads_on(as_editor):
    topic = make_topic("Turkey")
    address = f"/admin/articles/topic/{topic.pk}/change/"
    as_editor.post(address, data_of(as_editor.get(address), name="Türkiye"))
    assert as_editor.get(SUGGEST, {"q": "TURKEY"}).json()["known"] == "Türkiye"
    draft = make_draft(topics=[])
    save(as_editor, draft, "turkey")
    assert list(draft.topics.all()) == [topic]
