"""What goes wrong speaks the language of the address; so does a site whose own language is another."""

import pytest
from django.urls import URLResolver, clear_url_caches, get_resolver

from articles.models import Version, clock
from articles.models.version_queries import VersionQuerySet
from articles.workflow import COMMAND_LINE, publish, withdraw
from tests.makers import make_change, make_disclaimer, make_draft, make_image, make_live_article, utc

pytestmark = pytest.mark.django_db


def text_of(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


@pytest.mark.parametrize(
    ("prefix", "code", "nothing", "unread", "fault"),
    [
        ("", "en", "There is no page", "The request could not be read", "Something went wrong on our side"),
        ("/tr", "tr", "Bu adreste", "İstek okunamadı", "Bizde bir sorun oluştu"),
        ("/ko", "ko", "이 주소", "요청을 읽을 수 없습니다", "저희 쪽에서 문제가 생겼습니다"),
    ],
)
def test_what_goes_wrong_speaks_the_language_of_the_address(
    client, monkeypatch, prefix, code, nothing, unread, fault
):
    missing, refused = (
        text_of(client, f"{prefix}/topics/nothing/", 404),
        text_of(client, f"{prefix}/%00/", 400),
    )
    client.raise_request_exception = False
    monkeypatch.setattr(VersionQuerySet, "live", lambda versions, at: 1 / 0)
    failed = text_of(client, f"{prefix}/", 500)
    for text, words in ((missing, nothing), (refused, unread), (failed, fault)):
        assert words in text
        assert f'<html lang="{code}"' in text


def test_a_withdrawal_speaks_the_language_of_the_piece(client):
    with clock.fixed(utc(2026, 3, 5)):
        article = make_live_article("Yavaş limanlar", language="tr")
        withdraw(article, by=COMMAND_LINE, note="Rakamlar tutmadı.", withdrawn_by="court")
    text = text_of(client, "/articles/yavas-limanlar/", 410)
    assert '<html lang="tr"' in text
    assert "5 Mart 2026</time>" in text
    assert "March" not in text


def test_dates_of_corrections_and_of_the_record_are_those_of_the_language(client):
    with clock.fixed(utc(2026, 3, 5)):
        article = make_live_article("느린 항구", slug="harbours-ko", language="ko")
        make_change(article, body="<p>다른 글.</p>")
        publish(article, by=COMMAND_LINE, reason="correction", note="고쳤다.")
    for path in ("/articles/harbours-ko/", "/articles/harbours-ko/changes/1-2/", "/ko/corrections/"):
        text = text_of(client, path)
        assert "2026년 3월 5일</time>" in text, path
        assert "March" not in text, path


def test_disclaimer_and_caption_stand_in_the_language_of_the_piece(client):
    disclaimer = make_disclaimer(language="tr", wording="Görüşler yazara aittir.")
    make_live_article(
        "Yavaş limanlar",
        language="tr",
        disclaimer=disclaimer,
        lead_image=make_image(caption="Rıhtım, sabah."),
    )
    text = text_of(client, "/articles/yavas-limanlar/")
    assert '<p lang="tr" dir="ltr">Görüşler yazara aittir.</p>' in text
    assert '<article class="piece" lang="tr" dir="ltr"' in text
    assert "Rıhtım, sabah." in text


def test_a_disclaimer_in_another_language_is_not_published():
    draft = make_draft("Yavaş limanlar", language="tr", disclaimer=make_disclaimer())
    with pytest.raises(Exception, match="The disclaimer is in English, the text in Türkçe"):
        publish(draft, by=COMMAND_LINE)
    assert not Version.objects.exists()


def _forget(resolver):
    resolver._populated = False
    resolver._reverse_dict, resolver._namespace_dict, resolver._app_dict = {}, {}, {}
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            _forget(pattern)


@pytest.fixture
def turkish_house(settings):
    """As `LANGUAGE_CODE=tr` in the environment sets it."""
    settings.LANGUAGE_CODE = "tr"
    settings.LANGUAGES = [("tr", "Türkçe"), ("en", "English"), ("ko", "한국어")]
    _forget(get_resolver())
    clear_url_caches()
    yield
    _forget(get_resolver())
    clear_url_caches()


@pytest.mark.usefixtures("turkish_house")
def test_a_house_can_speak_turkish_first(client):
    make_live_article("Slow harbours")
    make_live_article("Yavaş limanlar", language="tr")
    assert '<html lang="tr"' in text_of(client, "/topics/")
    assert '<html lang="en"' in text_of(client, "/en/topics/")
    assert '<html lang="ko"' in text_of(client, "/ko/topics/")
    assert client.get("/tr/topics/").status_code == 404
    english, turkish = (
        text_of(client, "/articles/slow-harbours/"),
        text_of(client, "/articles/yavas-limanlar/"),
    )
    assert '<html lang="en"' in english
    assert 'href="/en/topics/maritime-security/"' in english
    assert '<html lang="tr"' in turkish
    assert 'href="/topics/maritime-security/"' in turkish
