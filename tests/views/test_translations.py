"""A piece and its translations lead to one another, among those that readers find."""

import json
import re

import pytest
from django.conf import settings

from articles.models import Publication, clock
from articles.workflow import COMMAND_LINE, publish, reinstate, translate, withdraw
from tests.makers import NOON, make_change, make_draft, make_live_article, make_scheduled_article, utc

pytestmark = pytest.mark.django_db
ENGLISH, TURKISH, KOREAN = "/articles/slow-harbours/", "/articles/yavas-limanlar/", "/articles/harbours-ko/"
QUERIES = 10
MOVED_ON = "Özgün metin bu çeviriden sonra güncellendi:"


@pytest.fixture
def pair(db):
    original = make_live_article(at=utc(2026, 1, 1))
    turkish = make_live_article("Yavaş limanlar", at=utc(2026, 1, 5), language="tr")
    translate(turkish, original, by=COMMAND_LINE)
    return original, turkish


def text_of(client, path):
    return client.get(path).content.decode()


def alternates(text):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', text))


def linked(text):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])


def test_each_page_names_all_and_the_original_as_default(client, pair):
    korean = make_live_article("느린 항구", at=utc(2026, 1, 6), language="ko", slug="harbours-ko")
    translate(korean, pair[0], by=COMMAND_LINE)
    site = settings.SITE_URL
    wanted = {"en": ENGLISH, "tr": TURKISH, "ko": KOREAN, "x-default": ENGLISH}
    for path in (ENGLISH, TURKISH, KOREAN):
        assert alternates(text_of(client, path)) == {code: site + at for code, at in wanted.items()}


def test_a_line_under_the_byline_leads_to_the_others(client, pair):
    english, turkish = text_of(client, ENGLISH), text_of(client, TURKISH)
    assert f'Also in: <a href="{TURKISH}" rel="alternate" hreflang="tr" lang="tr">Türkçe</a>' in english
    assert f'<a href="{ENGLISH}" rel="alternate" hreflang="en" lang="en">English</a>' in turkish
    assert "Çevrildiği dil:" in turkish
    assert "Translated from" not in english


def test_search_engines_are_told_which_is_the_original(client, pair):
    english, turkish = linked(text_of(client, ENGLISH)), linked(text_of(client, TURKISH))
    assert [work["inLanguage"] for work in english["workTranslation"]] == ["tr"]
    assert "translationOfWork" not in english
    assert turkish["translationOfWork"]["url"] == settings.SITE_URL + ENGLISH
    assert turkish["translationOfWork"]["name"] == "Slow harbours"
    assert "workTranslation" not in turkish


def test_readers_are_told_when_the_original_has_moved_on(client, pair):
    original, turkish = pair
    assert MOVED_ON not in text_of(client, TURKISH)
    with clock.fixed(utc(2026, 1, 10)):
        make_change(original, body="<p>A mended comma.</p>")
        publish(original, by=COMMAND_LINE, reason="minor")
    assert MOVED_ON not in text_of(client, TURKISH)
    with clock.fixed(utc(2026, 1, 11)):
        make_change(original, body="<p>Another text.</p>")
        publish(original, by=COMMAND_LINE, reason="update")
    page = text_of(client, TURKISH)
    assert MOVED_ON in page
    assert "11 Ocak 2026</time>" in page
    assert MOVED_ON not in text_of(client, ENGLISH)
    with clock.fixed(utc(2026, 1, 12)):
        make_change(turkish, body="<p>Başka bir metin.</p>")
        publish(turkish, by=COMMAND_LINE, reason="update")
    assert MOVED_ON not in text_of(client, TURKISH)


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_a_hidden_translation_leaves_no_trace(client, state):
    with clock.fixed(NOON):
        original = make_live_article()
        before = text_of(client, ENGLISH)
        fields = {"title": "Yavaş limanlar", "language": "tr"}
        if state == "scheduled":
            turkish = make_scheduled_article(at=utc(2036, 1, 1), **fields)
        else:
            turkish = make_draft(**fields) if state == "draft" else make_live_article(**fields)
        translate(turkish, original, by=COMMAND_LINE)
        if state == "withdrawn":
            assert alternates(text_of(client, ENGLISH))
            withdraw(turkish, by=COMMAND_LINE, note="Wrong.")
        assert text_of(client, ENGLISH) == before


def test_a_hidden_original_leaves_no_trace_and_comes_back(client, pair):
    original, _turkish = pair
    withdraw(original, by=COMMAND_LINE, note="Wrong.")
    text = text_of(client, TURKISH)
    assert ENGLISH not in text
    assert "hreflang" not in text
    assert "translationOfWork" not in linked(text)
    reinstate(original, by=COMMAND_LINE)
    assert alternates(text_of(client, TURKISH))["x-default"] == settings.SITE_URL + ENGLISH


def test_translations_of_a_hidden_original_still_know_one_another(client, pair):
    korean = make_live_article("느린 항구", language="ko", slug="harbours-ko")
    translate(korean, pair[0], by=COMMAND_LINE)
    withdraw(pair[0], by=COMMAND_LINE, note="Wrong.")
    site = settings.SITE_URL
    assert alternates(text_of(client, TURKISH)) == {"tr": site + TURKISH, "ko": site + KOREAN}


def test_an_older_version_is_no_alternate(client, pair):
    make_change(pair[0])
    publish(pair[0], by=COMMAND_LINE, reason="update")
    text = text_of(client, f"{ENGLISH}v/1/")
    assert "hreflang" not in text
    assert "Also in" not in text


def test_two_texts_that_came_to_be_in_one_language_are_not_told_apart_by_it(client, pair):
    """The language of a working copy can change after the pair was made."""
    make_change(pair[1], language="en")
    publish(pair[1], by=COMMAND_LINE, reason="update")
    assert alternates(text_of(client, ENGLISH)) == {}


def test_queries_do_not_grow_with_the_translations(client, pair, django_assert_num_queries):
    Publication.objects.create(name="Harbour Institute")
    for language in ("ko", "fr", "de", "es", "ru", "ja"):
        with django_assert_num_queries(QUERIES):
            client.get(ENGLISH)
        text = make_live_article(f"In {language}", language=language)
        translate(text, pair[0], by=COMMAND_LINE)


def test_a_date_is_followed_by_its_full_stop(client, pair):
    with clock.fixed(utc(2026, 1, 11)):
        make_change(pair[0])
        publish(pair[0], by=COMMAND_LINE, reason="update")
    assert "11 Ocak 2026</time>.</strong>" in text_of(client, TURKISH)
