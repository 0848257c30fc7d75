import pytest

from articles.matching import suggest_topics
from tests.makers import make_topic

pytestmark = pytest.mark.django_db


def offered(text, language="en", title=""):
    return [match.topic.name for match in suggest_topics(title, text, language)]


@pytest.mark.parametrize(
    ("topic", "text", "language"),
    [
        ("Maritime security", "Much is said about maritime security these days.", "en"),
        ("Alliances", "ALLIANCES, they say, are tested.", "en"),
        ("Alliance", "Old alliances and an alliance’s price.", "en"),
        ("Alliances", "An alliance is tested.", "en"),
        ("Türkiye", "Türkiye'nin limanları dolu.", "tr"),
        ("Türkiye", "Turkiye limanlarını açtı.", "tr"),
        ("Deniz güvenliği", "Bu, deniz güvenliğinin sınırıdır.", "tr"),
        ("Savunma sanayii", "Savunma sanayiinde yeni bir dönem.", "tr"),
        ("Güvenlik", "Avrupa’nın güvenliğine katkı.", "tr"),
        ("안보", "한국의 안보는 바다에 달려 있다.", "ko"),
        ("한국", "한국과 튀르키예의 협력", "ko"),
        ("U.S. policy", "The US policy is old.", "en"),
    ],
)
def test_a_name_in_the_text_is_found(topic, text, language):
    make_topic(topic)
    assert offered(text, language) == [topic]


@pytest.mark.parametrize(
    ("topic", "text", "language"),
    [
        ("Arms", "The alarms were charming armchairs.", "en"),
        ("Maritime security", "Security is maritime here.", "en"),
        ("At", "Atlar ve ata sporları.", "tr"),
        ("Liman", "Limanist bir sözcük değildir.", "tr"),
        ("한국", "한국어교실에서", "ko"),
        ("Trade", "Tradesmen traded.", "en"),
    ],
)
def test_a_part_of_a_word_is_not(topic, text, language):
    make_topic(topic)
    assert offered(text, language) == []


def test_an_alias_leads_to_its_topic_which_is_counted_once():
    topic = make_topic("Türkiye")
    topic.names.create(name="Turkey")
    (match,) = suggest_topics("", "Turkey exports. Türkiye imports. Turkey’s ports are full.", "en")
    assert (match.topic, match.name, match.times, match.in_title) == (topic, "Turkey", 3, False)
    assert match.in_words() == "“Turkey”, 3 times"


def test_the_title_goes_before_what_is_named_in_passing():
    make_topic("Energy")
    make_topic("Ports")
    (first, second) = suggest_topics("What ports cost", "Energy and energy.", "en")
    assert (first.topic.name, first.in_words()) == ("Ports", "“Ports”, once, and in the title")
    assert second.topic.name == "Energy"


def test_the_longer_name_is_meant_where_it_stands():
    make_topic("Security")
    make_topic("Maritime security")
    assert offered("Maritime security it is.") == ["Maritime security"]


def test_what_waits_for_approval_is_not_offered():
    make_topic("Ports", is_approved=False)
    assert offered("Ports and ports.") == []


@pytest.mark.parametrize("number", [1, 3, 300])
def test_two_queries_and_eight_offers_however_many_there_are(number, django_assert_num_queries):
    for place in range(number):
        make_topic(f"Theme {place}")
    text = " ".join(f"Theme {place}." for place in range(number))
    with django_assert_num_queries(2):  # all names, the topics that were met
        assert len(offered(text)) == min(number, 8)
