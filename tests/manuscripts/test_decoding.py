import codecs

import pytest

from articles.manuscripts import read_bytes

from .samples import STRAIT, said

TURKISH = "Boğazdan geçen tahılı kimse severek sigortalamıyor; İstanbul’da şirketler önce havaya bakıyor."
FRENCH = "L’assureur regarde d’abord la météo – le ministère, déjà, la carte."
KOREAN = "보험사는 날씨를 먼저 보고 정부는 지도를 먼저 본다. 그래서 둘은 서로 다른 바다를 본다."
ARABIC = "تنظر شركات التأمين إلى الطقس أولا وتنظر الحكومات إلى الخريطة."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TURKISH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TURKISH.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TURKISH.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TURKISH.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TURKISH.encode("utf-32-le"), "utf-32"),
    ],
)
def test_what_the_file_says_needs_no_warning(data, encoding):
    manuscript = read_bytes(data, "a.txt")
    assert manuscript.body_html == f"<p>{TURKISH}</p>"
    assert manuscript.encoding == encoding
    assert not said(manuscript, "coded")


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (TURKISH, "cp1254", "Windows-1254 (Turkish). Check ş, ğ, ı."),
        (FRENCH, "cp1252", "Windows-1252 (Western European)"),
        ("Þetta er saga um hafið, ísinn og fólkið sem bíður við ströndina.", "cp1252", "Windows-1252"),
        (TURKISH, "utf-16-le", "UTF-16"),
        (TURKISH, "utf-16-be", "UTF-16"),
        (KOREAN, "utf-16-le", "UTF-16"),
        (KOREAN, "cp949", "CP949 (Korean)"),
        (ARABIC, "cp1256", "Windows-1256 (Arabic)"),
    ],
)
def test_a_guess_is_right_and_said(text, codec, named):
    manuscript = read_bytes(text.encode(codec), "a.txt")
    assert manuscript.body_html == f"<p>{text}</p>"
    assert manuscript.encoding == codec
    assert said(manuscript, f"The file does not say how its letters are coded; read as {named}")


def test_a_broken_byte_in_utf8_is_no_reason_to_misread_the_rest():
    data = f"{STRAIT}\n{TURKISH}".encode().replace("ğ".encode(), b"\xc4", 1)
    manuscript = read_bytes(data, "a.txt")
    assert "İstanbul’da şirketler" in manuscript.body_html
    assert said(manuscript, "line 2 are damaged")


def test_letters_coded_twice_are_pointed_out():
    twice = "The insurer’s map".encode().decode("cp1252")
    assert said(read_bytes(f"{twice} is old.".encode(), "a.txt"), "look damaged")
