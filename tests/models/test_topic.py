"""A word belongs to one topic, as its name or as an alias."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Topic, TopicName
from tests.makers import make_draft, make_topic

pytestmark = pytest.mark.django_db

SAME = [
    ("Energy", "Energy "),
    ("Energy", "ENERGY"),
    ("Türkiye", "TÜRKİYE"),
    ("Türkiye", "turkiye"),
    ("U.S.", "US"),
    ("South-Korea", "South Korea"),
    ("Maritime security", "Maritime   Security"),
]


def alias(topic, name):
    return TopicName.objects.create(topic=topic, name=name)


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_second_topic_of_the_same_name_is_refused_in_words(first, second):
    topic = Topic.objects.create(name=first)
    for make in (lambda: Topic(name=second).clean(), lambda: Topic.objects.create(name=second)):
        with pytest.raises(ValidationError, match="already a name of the topic") as refused:
            make()
        assert first in refused.value.message % refused.value.params
    assert list(Topic.objects.all()) == [topic]
    assert Topic.objects.named(second) == topic


@pytest.mark.parametrize(("first", "second"), SAME)
def test_nor_can_it_be_an_alias_of_another(first, second):
    Topic.objects.create(name=first)
    other = Topic.objects.create(name="Diplomacy")
    for make in (lambda: TopicName(topic=other, name=second).clean(), lambda: alias(other, second)):
        with pytest.raises(ValidationError, match="already a name of the topic"):
            make()
    assert other.aliases == []


def test_an_alias_belongs_to_one_topic_too():
    korea, asia = Topic.objects.create(name="Republic of Korea"), Topic.objects.create(name="East Asia")
    alias(korea, "South Korea")
    for make in (
        lambda: alias(asia, "South-Korea"),
        lambda: Topic.objects.create(name="SOUTH KOREA"),
        lambda: Topic(name="south korea").clean(),
    ):
        with pytest.raises(ValidationError, match="Republic of Korea"):
            make()
    assert Topic.objects.named("south-korea") == korea


def test_the_database_holds_the_rule_too():
    topic, other = Topic.objects.create(name="Türkiye"), Topic.objects.create(name="Diplomacy")
    (name,) = topic.names.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        TopicName.objects.bulk_create(
            [TopicName(topic=other, name="Turkiye", normal_form=name.normal_form, slug="other")]
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        TopicName.objects.bulk_create(
            [TopicName(topic=topic, name="Turkey", normal_form="turkey", slug="turkey", is_preferred=True)]
        )


@pytest.mark.parametrize("name", ["", " ", "???", "—", "…!", "\u200b"])
def test_a_name_that_says_nothing_is_refused(name):
    with pytest.raises(ValidationError, match="at least one letter or digit"):
        Topic.objects.create(name=name)
    with pytest.raises(ValidationError, match="at least one letter or digit" if name else "cannot be blank"):
        Topic(name=name).full_clean()
    assert not Topic.objects.exists()
    assert not TopicName.objects.exists()


@pytest.mark.parametrize("name", ["ß" * 100, "ﷺ" * 100, "a" * 101, "İ" * 100])
def test_a_name_that_grows_too_long_is_refused_or_kept_but_never_an_error(name):
    try:
        with transaction.atomic():
            topic = Topic(name=name)
            topic.full_clean(exclude=["slug"])
            topic.save()
    except ValidationError:
        assert not Topic.objects.exists()
    else:
        assert Topic.objects.named(name) == topic


@pytest.mark.parametrize("name", ["ENERGY", "power"])
def test_an_alias_equal_to_a_name_the_topic_has_is_refused_in_words(name):
    topic = Topic.objects.create(name="Energy")
    alias(topic, "Power")
    for make in (lambda: TopicName(topic=topic, name=name).clean(), lambda: alias(topic, name)):
        with pytest.raises(ValidationError, match="already a name of the topic"):
            make()
    assert topic.names.count() == 2


def test_a_topic_may_be_saved_and_respelled():
    topic = Topic.objects.create(name="Energy")
    topic.name = "ENERGY "
    topic.clean()
    topic.save()
    assert [(n.name, n.is_preferred) for n in topic.names.all()] == [("ENERGY", True)]
    assert topic.slug == "energy"
    alias(topic, "Power").save()
    assert topic.aliases == ["Power"]


def test_renamed_it_keeps_the_old_name_as_an_alias_with_its_address():
    topic = Topic.objects.create(name="Turkey")
    topic.name = "Türkiye"
    topic.save()
    topic.refresh_from_db()
    names = {n.name: (n.slug, n.is_preferred) for n in topic.names.all()}
    assert names == {"Turkey": ("turkey", False), "Türkiye": ("turkiye", True)}
    assert topic.slug == "turkiye"
    assert topic.aliases == ["Turkey"]
    assert Topic.objects.named("turkey") == topic
    with pytest.raises(ValidationError, match="Türkiye"):
        Topic.objects.create(name="TURKEY")


def test_renamed_back_and_forth_it_has_two_names_still():
    topic = Topic.objects.create(name="Turkey")
    for name in ("Türkiye", "Turkey", "Türkiye", "Turkey"):
        topic.name = name
        topic.save()
    assert {n.name: (n.slug, n.is_preferred) for n in topic.names.all()} == {
        "Turkey": ("turkey", True),
        "Türkiye": ("turkiye", False),
    }
    assert topic.slug == "turkey"


def test_an_alias_can_become_the_name():
    topic = Topic.objects.create(name="Energy")
    alias(topic, "Power")
    topic.name = "Power"
    topic.save()
    assert (topic.slug, topic.aliases) == ("power", ["Energy"])


def test_a_refused_name_leaves_the_topic_as_it_was():
    topic, other = Topic.objects.create(name="Energy"), Topic.objects.create(name="Power")
    other.name = "ENERGY"
    with pytest.raises(ValidationError):
        other.save()
    other.refresh_from_db()
    assert other.name == "Power"
    assert list(topic.names.values_list("name", flat=True)) == ["Energy"]


@pytest.mark.parametrize("name", ["한국", "남중국해", "Ελλάδα", "تركيا", "C++", "5G"])
def test_a_name_in_any_script_gets_an_address(name):
    topic = Topic.objects.create(name=name)
    assert topic.slug
    assert topic.slug.isascii()
    assert topic.names.get().slug == topic.slug
    assert topic.name == name


def test_two_names_of_one_address_get_two():
    """Names that differ to readers may be one in the letters of an address."""
    assert [Topic.objects.create(name=name).slug for name in ("Öl", "Oel", "올")] == ["ol", "oel", "ol-2"]


def test_topics_sort_by_letters_not_by_code():
    for name in ("Zinc", "Çevre", "diplomacy", "Éducation", "Iran", "İstanbul"):
        Topic.objects.create(name=name)
    names = [t.name for t in Topic.objects.all()]
    assert names == ["Çevre", "diplomacy", "Éducation", "Iran", "İstanbul", "Zinc"]


def test_a_string_given_to_an_article_finds_the_topic_or_makes_one_whole():
    """taggit's own door: it splits nothing when strings are given one by one."""
    topic = make_topic("Maritime security")
    article = make_draft(topics=[topic])
    article.topics.add("MARITIME SECURITY", "sea lanes")
    assert {t.name for t in article.topics.all()} == {"Maritime security", "sea lanes"}
    assert Topic.objects.named("Sea-lanes").names.get().is_preferred
