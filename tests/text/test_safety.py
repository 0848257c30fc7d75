"""Nothing but the allowlist comes out, on whatever goes in; and a browser would read it as we wrote it."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import nh3
import pytest
from hypothesis import given, settings

from articles.text import ATTRIBUTES, CLASSES, TAGS, URL_SCHEMES, Picture, clean, render
from articles.text.cleaning import parse
from articles.text.printing import Printer
from tests.text.markup import HOSTILE, TAG_SOUP

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "xss" / "vectors.jsonl"

OWN_VECTORS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1) style=color:red id=x class=y>a</p>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<a href='javascript:alert(1)'>a</a>",
    '<a href="https://e.org/&quot; onclick=alert(1) x=&quot;">a</a>',
    "<form><button formaction=javascript:alert(1)>a",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<base href=//example.org><meta http-equiv=refresh content=0>",
    "<p lang='\"><img src=x onerror=alert(1)>'>a",
    "<span class='footnote'><img src=x onerror=alert(1)></span>",
    "<plaintext><img src=x onerror=alert(1)>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "<td colspan='2\" onclick=\"x'>a</td>",
    "<a href=\"//example.org\">a</a><a href='/\\example.org'>b</a>",
]

PICTURE = {
    "picture": set(),
    "source": {"type", "srcset", "sizes"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
}
PAGE_TAGS = TAGS | {"div", "abbr", *PICTURE}
PAGE_ATTRIBUTES = PICTURE | {
    "span": {"class"},
    "a": {"rel", "role", "aria-label"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "sup": {"class"},
    "abbr": {"title"},
    "th": {"scope"},
}


EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
IMAGES = {
    "8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11": Picture(
        alt=EVIL, caption=EVIL, credit=EVIL, src="/media/a.png", width=640, height=480,
        sources=(("image/avif", "/media/a.avif 640w"), ("image/png", "/media/a.png 640w")),
    )
}  # fmt: skip


def vectors():
    if not VECTORS.exists():
        pytest.skip("the public vectors lie beside the repository, and are not there")
    return [json.loads(line)["payload"] for line in VECTORS.read_text().splitlines()]


def elements(html):
    tree = lxml.html.fragment_fromstring(html, create_parent="main")
    return [element for element in tree.iter() if element is not tree]


def assert_only_source(html):
    for element in elements(html):
        tag = element.tag
        assert tag in TAGS
        for name, value in element.attrib.items():
            if name == "class":
                assert set(value.split()) <= CLASSES.get(tag, set())
            else:
                assert name in ATTRIBUTES.get(tag, ()), (tag, name)
        assert_link(element.get("href"))


def assert_only_page(html):
    for element in elements(html):
        tag = element.tag
        assert tag in PAGE_TAGS
        assert element.get("class") in {None, "noteref", "table-scroll", "credit"}
        for name in element.attrib:
            allowed = ATTRIBUTES.get(tag, frozenset()) | PAGE_ATTRIBUTES.get(tag, set()) | {"id"}
            assert name in allowed, (tag, name)
        assert_link(element.get("href"))


def assert_link(href):
    if href is None:
        return
    parts = urlsplit(href)
    assert parts.scheme in URL_SCHEMES | {""}
    assert parts.scheme or not parts.netloc


def assert_harmless(source):
    assert_only_source(clean(source))
    rendered = render(source, images=IMAGES)
    assert_only_page(rendered.body)
    for note in rendered.notes:
        assert_only_page(note.html)


@pytest.mark.parametrize("source", OWN_VECTORS)
def test_own_vectors(source):
    assert_harmless(source)


def test_public_vectors():
    payloads = vectors()
    assert len(payloads) > 900
    for payload in payloads:
        assert_harmless(payload)
        assert clean(clean(payload)) == clean(payload)


def test_the_gate_has_nothing_to_do():
    """What we print is already what a conforming parser keeps: the gate would only hide a fault of ours."""
    for source in (*OWN_VECTORS, *(vectors() if VECTORS.exists() else ())):
        assert clean(source) == Printer().blocks(parse(source).children)


@settings(max_examples=300, deadline=None)
@given(TAG_SOUP | HOSTILE)
def test_random_markup(source):
    assert_harmless(source)
    assert clean(source) == Printer().blocks(parse(source).children)


def test_a_conforming_parser_reads_the_page_as_we_wrote_it():
    body = render(
        '<h2>a</h2><p>b<span class="footnote">c</span></p><table><tr><th>d<td>e</table>'
        f'<figure data-image="{next(iter(IMAGES))}"><figcaption>f</figcaption></figure>',
        images=IMAGES,
    ).body
    names = {tag: {"id", *ATTRIBUTES.get(tag, ()), *PAGE_ATTRIBUTES.get(tag, ())} for tag in PAGE_TAGS}
    assert nh3.clean(body, tags=set(names), attributes=names, link_rel=None) == body
