"""Forms in which names are compared and addresses are made."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import fold, normal_form, slugify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Türkiye", "turkiye"),
        ("TÜRKİYE", "turkiye"),
        ("Iğdır ışık", "igdir isik"),
        ("Łódź, Øresund, Straße, Đà Nẵng, Œuvre", "lodz, oresund, strasse, da nang, oeuvre"),
        ("ﬁne ＡＢＣ", "fine abc"),
        ("한국", "한국"),
        (unicodedata.normalize("NFD", "한국"), "한국"),
        ("がか", "がか"),
        ("أَحْمَد", "احمد"),
        ("co\u00adop\u200c", "coop"),
        ("a\ufe77", "a"),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


@given(st.text())
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_ignores_how_letters_are_composed(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "names",
    [
        ("Türkiye", "TÜRKİYE", " turkiye "),
        ("U.S.", "US", "u.s"),
        ("South Korea", "South-Korea", "SOUTH  KOREA", "South Korea."),
        ("Women\u0149", "Womenn"),
        ("Women’s rights", "Women's Rights", "womens rights"),
        ("Trade & energy", "Trade, energy", "trade / energy"),
    ],
)
def test_names_that_are_one_topic(names):
    assert len({normal_form(name) for name in names}) == 1


@pytest.mark.parametrize(
    "pair", [("Trade & energy", "Trade and energy"), ("3.5", "35"), ("Korea", "Korean"), ("한국", "북한")]
)
def test_names_that_are_two_topics(pair):
    assert normal_form(pair[0]) != normal_form(pair[1])


@pytest.mark.parametrize("name", ["", "???", " — ", "’", "\u200b", "&"])
def test_names_without_a_letter(name):
    assert normal_form(name) == ""


@given(st.text())
def test_normal_form_is_idempotent(name):
    assert normal_form(normal_form(name)) == normal_form(name)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("İstanbul’da Işık, Ğ ve Şile", "istanbulda-isik-g-ve-sile"),
        ("Çağ ÖÜ çöü", "cag-ou-cou"),
        ("한국", "hangug"),
        (unicodedata.normalize("NFD", "한국"), "hangug"),
        ("Łódź — Straße", "lodz-strasse"),
        ("U.S. policy at 3.5%", "us-policy-at-3-5"),
        ("???", ""),
        ("", ""),
    ],
)
def test_slugify(text, slug):
    assert slugify(text) == slug


def test_slug_is_cut_after_a_word():
    assert slugify("maritime security policy", max_length=17) == "maritime-security"
    assert slugify("maritime security policy", max_length=20) == "maritime-security"
    assert slugify("maritimesecuritypolicy", max_length=8) == "maritime"


@given(st.text(), st.integers(1, 30))
def test_slug_is_an_address(text, max_length):
    slug = slugify(text, max_length=max_length)
    assert len(slug) <= max_length
    assert all(part.isalnum() and part.isascii() for part in slug.split("-")) or slug == ""
