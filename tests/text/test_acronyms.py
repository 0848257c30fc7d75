"""Acronyms a text explains: which are believed, and where the long form is offered again."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings

from articles.text import acronyms_in, plain_text, render, text_hash
from articles.text.cleaning import clean
from tests.text.bodies import BODIES

SMI = "Security Management Institute"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The {SMI} (SMI) is small.", [("SMI", SMI)]),
        (f"SMI ({SMI}) is small.", [("SMI", SMI)]),
        (f"The “{SMI}” (SMI)", [("SMI", SMI)]),
        ("Millî İstihbarat Teşkilatı’nın (MİT)", [("MİT", "Millî İstihbarat Teşkilatı")]),
        ("Türkiye Büyük Millet Meclisi (TBMM)", [("TBMM", "Türkiye Büyük Millet Meclisi")]),
        ("Dışişleri ve Savunma Bakanlığı (DSB)", [("DSB", "Dışişleri ve Savunma Bakanlığı")]),
        ("non-governmental organisations (NGOs)", [("NGO", "non-governmental organisations")]),
        ("the Department of Defense (DoD)", [("DoD", "Department of Defense")]),
        ("the Bank of Oman (BO)", [("BO", "Bank of Oman")]),
        (
            "Organisation for Economic Co-operation and Development (OECD)",
            [("OECD", "Organisation for Economic Co-operation and Development")],
        ),
        ("Research, Development and Innovation (RDI)", [("RDI", "Research, Development and Innovation")]),
        ("the European Union (EU) and the Eurasian Union (EU)", [("EU", "European Union")]),
        ("Совет Безопасности (СБ)", [("СБ", "Совет Безопасности")]),
        # What the initials do not prove.
        ("the Institute (SMI)", []),
        ("Security Institute (SMI)", []),
        ("Security. Management Institute (SMI)", []),
        ("Asia-Pacific Forum (PF)", []),
        ("SMI (Seoul, Mersin, İzmir and others)", []),
        ("Economic and Social Council (ECOSOC)", []),
        ("a man is it (Ami)", []),
        ("한국국방연구원(KIDA)은", []),
        ("معهد إدارة الأمن (SMI)", []),
        ("(SMI)", []),
    ],
)
def test_what_is_believed(text, found):
    assert list(acronyms_in(f"<p>{text}</p>")) == found


def test_only_running_text_explains():
    caption = f'<table><caption>{SMI} (SMI)</caption><tr><td>a</td></tr></table><blockquote class="pull"><p>{SMI} (SMI)</p></blockquote>'
    assert not acronyms_in(f"<h2>{SMI} (SMI)</h2><p>a</p>{caption}")
    assert acronyms_in(f"<ul><li>{SMI} (<em>SMI</em>)</li></ul>") == (("SMI", SMI),)


def helped(source):
    """The words for which a page offers the long form, with what stands around each."""
    return re.findall(rf'([^\s>]*)<abbr title="{SMI}">SMI</abbr>([^ <]*)', render(source).body)


def test_the_first_use_in_each_later_section_is_helped():
    source = (
        f"<p>SMI came before. The {SMI} (SMI) is small. SMI grew.</p><p>SMI again.</p>"
        "<h2>SMI and money</h2><p>The SMI’s budget; SMI’nin bütçesi.</p><p>SMI.</p>"
        "<h3>More</h3><ul><li>SMI-led</li><li>SMI</li></ul>"
    )
    assert helped(source) == [("", "’s"), ("", "-led")]
    assert "SMI and money</h2>" in render(source).body


@pytest.mark.parametrize(
    "untouched",
    [
        '<a href="https://example.org/">SMI</a>',
        "<code>SMI</code>",
        "S<em>MI</em>",
        "SMIX",
        'x<span class="footnote">SMI</span>',
    ],
)
def test_what_is_left_alone(untouched):
    start = f"<p>The {SMI} (SMI).</p><h2>Two</h2>"
    assert "<abbr" not in render(f"{start}<p>{untouched}</p>").body
    assert helped(f"{start}<p><strong>See SMI</strong></p>") == [("", "")]


def test_quotation_marks_cannot_leave_the_attribute():
    body = render('<p>Air "Traffic & Control’s Board (ATCB)</p><h2>b</h2><p>ATCB</p>').body
    assert body.endswith(">ATCB</p>")
    body = render("<p>Air, Traffic &amp; Control (ATC)</p><h2>b</h2><p>ATC</p>").body
    assert '<abbr title="Air, Traffic &amp; Control">ATC</abbr>' in body


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_the_words_stay_the_same(body):
    source = f"<p>The {SMI} (SMI).</p><h2>Two</h2>{body}<p>SMI</p>"
    page = re.sub(r'<sup class="noteref">.*?</sup>', "", render(source).body)
    assert plain_text(page).split() == plain_text(clean(source), notes=False).split()
    assert text_hash(source) == text_hash(clean(source))


def test_a_long_text_takes_no_longer_for_its_length():
    def seconds(count):
        source = (
            f"<p>The {SMI} (SMI) {'word (AB) SMI ' * count}</p><h2>b</h2>" + "<p>SMI <em>x</em></p>" * count
        )
        start = time.process_time()
        acronyms_in(source)
        return time.process_time() - start

    assert seconds(8000) < 8 * seconds(2000) + 0.5
