"""What is written into a file is read from it again."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscripts import ManuscriptAuthor, Picture, read_bytes
from articles.manuscripts.writing import WRITERS, Piece
from articles.text import clean, plain_text, words
from tests.makers import picture

FIELDS = ("title", "standfirst", "authors", "author_notes", "disclaimer", "body_html")
FORMATS = tuple(WRITERS)
RICH = tuple(ending for ending in FORMATS if ending != ".txt")

OPENING = "Harbours close in winter because nobody has paid for the icebreaker, and nobody means to."
MIRA = ManuscriptAuthor("Mira Solheim", "Dr.", "Research Director", "Fjord Institute")
ADA = ManuscriptAuthor("Ada Berg", "", "Professor of Law", "Harbour University")


def piece(body=f"<p>{OPENING}</p>", **fields):
    fields = {
        "title": "Ice on the Strait",
        "standfirst": "Why the waterfront forgets nothing.",
        "authors": (MIRA,),
        "author_notes": ("Dr. Mira Solheim is the Research Director at the Fjord Institute.",),
        "disclaimer": "The views expressed in this article are the author's own.",
    } | fields
    return Piece(body_html=clean(body), **fields)


def said(one):
    return {field: getattr(one, field) or "" for field in FIELDS}


def read_again(one, ending):
    return read_bytes(WRITERS[ending](one), f"piece{ending}")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": "Ice: a *short* history of 1. things & <others>"},
        {"title": "“Buz” ve ötesi", "standfirst": ""},
        {"authors": (MIRA, ADA), "author_notes": ("Dr. Mira Solheim is a fellow.", "Ada Berg teaches law.")},
        {"authors": (ManuscriptAuthor("Ju Hyung Kim", "", "Head, North Asia, and Ports", "Institute of Peace, Oslo"),)},
        {"authors": (ManuscriptAuthor("Ayşe Gül Öz", "Doç. Dr.", "Öğretim üyesi", "Boğaziçi Üniversitesi"),)},
        {"author_notes": ()},
        {"disclaimer": ""},
        {"disclaimer": "Nobody answers for this but its author."},
        {"disclaimer": "Bu yazıda ifade edilen görüşler yazara aittir."},
    ],
)  # fmt: skip
def test_who_wrote_it_and_what_is_said_about_it_comes_back(ending, fields):
    one = piece(**fields)
    assert said(read_again(one, ending)) == said(one)


CARRIED = [
    f'<p>{OPENING}</p><table><thead><tr><th scope="col">Year</th><th scope="col">Ships</th></tr></thead>'
    f"<tbody><tr><td>2024</td><td>twelve</td></tr></tbody></table><p>{OPENING}</p>",
    f"<p>{OPENING}</p><h2>What it would cost</h2><p>The ministry has the figures, and has had them for years.</p>",
    f"<p>{OPENING}</p><ul><li>one ship</li><li>two ships<ul><li>a tug</li></ul></li></ul><ol><li>first</li><li>second</li></ol><p>{OPENING}</p>",
    f"<p>{OPENING}</p><blockquote><p>Ports are slow institutions, and that is their strength.</p></blockquote><p>{OPENING}</p>",
    f'<p>{OPENING}<span class="footnote">Ministry of Ports, annual report.</span> And so on.<span class="footnote">Page 12.</span></p>',
    "<p>한국의 항구는 겨울에도 열려 있고, 그것은 우연이 아니다. 정부는 그 값을 알고 있으며, 해마다 같은 값을 다시 치른다. 쇄빙선 한 척의 값은 "
    "그것이 지켜 내는 겨울보다 싸고, 그 사실을 모르는 부처는 이제 하나도 없다. 그런데도 예산은 해마다 봄이 되면 잊힌다.</p><p>다음 겨울도 다르지 않을 것이다.</p>",
]
CARRIED_BY_MARKS = [
    f"<p>{OPENING} It is <strong>long</strong>, <em>slow</em> and <strong><em>dear</em></strong>.</p>",
    f'<p>{OPENING} See <a href="https://example.org/a?b=1&amp;c=2">the plan</a> for more.</p>',
    f"<p>{OPENING} CO<sub>2</sub> is what it is.</p>",
    f"<p>{OPENING}</p><h2>One</h2><p>{OPENING}</p><h3>Two</h3><p>{OPENING}</p>",
    f'<p>{OPENING}<span class="footnote">See <em>Ports</em> and <a href="https://example.org/n">this</a>.</span></p>',
    f"<p>{OPENING} About 10<sup>6</sup> t on 3 m<sup>2</sup>, the 1<sup>st</sup> time.</p>",
    f'<p>{OPENING}<span class="footnote">See 10<sup>6</sup>.<br>And this.</span></p>',
    f'<p>{OPENING}</p><blockquote class="pull"><p>Ports are slow.</p></blockquote><blockquote><p>So he said.</p></blockquote>',
    f"<p>{OPENING}</p><ul><li><p>One ship.</p><p>It is slow.</p></li><li>Two</li></ul><p>{OPENING}</p>",
    f"<p>{OPENING}</p><ol><li><p>One ship.</p><ul><li><p>A tug.</p><p>Red.</p></li></ul><p>It is slow.</p></li><li>Two</li></ol>",
    f'<p>{OPENING}</p><table><caption>Ships <em>by</em> year</caption><thead><tr><th scope="col">Year</th><th scope="col">Ships'
    f"</th></tr></thead><tbody><tr><td>2024</td><td>twelve</td></tr></tbody></table><p>{OPENING}</p>",
    f"<p>{OPENING}</p><table><tbody><tr><td>2024</td><td>nine</td></tr><tr><td>2025</td><td>ten</td></tr></tbody></table>",
]
CARRIED_BY_MARKDOWN = [
    f'<p>{OPENING} As <span lang="fr">tant pis</span> and <span lang="ar" dir="rtl">مرحبا</span> say, run <code>make a|b</code>.</p>',
    f"<p>{OPENING}</p><h2>What it<br>would cost</h2><p>{OPENING}</p>",
    f'<p>{OPENING} un<em>believ</em>able, <strong>“Kitap”</strong>ta, <a href="/articles/x/">here</a>.</p>',
    f"<p>{OPENING}</p><blockquote><p><em>Ports are slow.</em></p></blockquote><p>{OPENING}</p>",
]  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "body"),
    [(e, b) for e in FORMATS for b in CARRIED]
    + [(e, b) for e in RICH for b in CARRIED_BY_MARKS]
    + [(".md", b) for b in CARRIED_BY_MARKDOWN],
)
def test_the_text_comes_back(ending, body):
    one = piece(body)
    assert read_again(one, ending).body_html == one.body_html


@pytest.mark.parametrize("body", CARRIED_BY_MARKS)
def test_plain_text_keeps_the_words_where_it_has_no_sign(body):
    one = piece(body)
    again = words(plain_text(read_again(one, ".txt").body_html))
    assert set(words(plain_text(one.body_html))) - {"CO2", "2", "106", "m2"} <= set(again) | {"1st"}


WORD = st.sampled_from(
    "harbour winter ministry figures ice ships pays waits slow port crane quay limanlar kış gemi buz".split()
)
SENTENCE = st.lists(WORD, min_size=9, max_size=25).map(lambda found: f"{' '.join(found).capitalize()}.")
LINE = st.lists(WORD, min_size=2, max_size=5).map(lambda found: " ".join(found).capitalize())
NOTE = SENTENCE.map(lambda text: f'<span class="footnote">{text}</span>')
PARAGRAPH = st.tuples(SENTENCE, SENTENCE, st.one_of(st.just(""), NOTE)).map(
    lambda parts: f"<p>{parts[0]} {parts[1]}{parts[2]}</p>"
)
LIST = st.tuples(st.sampled_from(["ul", "ol"]), st.lists(LINE, min_size=2, max_size=4)).map(
    lambda parts: f"<{parts[0]}>{''.join(f'<li>{line}</li>' for line in parts[1])}</{parts[0]}>"
)
QUOTE = SENTENCE.map(lambda text: f"<blockquote><p>{text}</p></blockquote>")
SECTION = st.tuples(
    LINE.map(lambda text: f"<h2>{text}</h2>"), PARAGRAPH, st.one_of(st.just(""), LIST, QUOTE), PARAGRAPH
)
BODIES = st.tuples(PARAGRAPH, PARAGRAPH, st.lists(SECTION.map("".join), max_size=3).map("".join)).map("".join)
EMPHASIS = st.tuples(SENTENCE, st.sampled_from(["strong", "em", "sub", "sup"]), LINE, SENTENCE).map(
    lambda parts: f"<p>{parts[0]} <{parts[1]}>{parts[2]}</{parts[1]}> {parts[3]}</p>"
)
LINKED = st.tuples(SENTENCE, LINE, SENTENCE).map(
    lambda parts: f'<p>{parts[0]} <a href="https://example.org/plan">{parts[1]}</a> {parts[2]}</p>'
)
PULL = st.tuples(SENTENCE, SENTENCE).map(
    lambda parts: f'<blockquote class="pull"><p>{parts[0]}</p></blockquote><p>{parts[1]}</p>'
)
# Each item, its second paragraph and the list within it.
ITEM = st.tuples(SENTENCE, st.one_of(st.just(""), SENTENCE), st.lists(LINE, max_size=3)).map(
    lambda parts: (
        f"<li><p>{parts[0]}</p>{''.join(f'<p>{more}</p>' for more in parts[1:2] if more)}"
        f"{'<ul>' * bool(parts[2])}{''.join(f'<li>{line}</li>' for line in parts[2])}{'</ul>' * bool(parts[2])}</li>"
    )
)
ITEMS = st.tuples(st.sampled_from(["ul", "ol"]), st.lists(ITEM, min_size=2, max_size=3), SENTENCE).map(
    lambda parts: f"<{parts[0]}>{''.join(parts[1])}</{parts[0]}><p>{parts[2]}</p>"
)
ROW = st.tuples(LINE, LINE).map(lambda cells: f"<tr><td>{cells[0]}</td><td>{cells[1]}</td></tr>")
TABLE = st.tuples(LINE, st.booleans(), st.lists(ROW, min_size=2, max_size=4), SENTENCE).map(
    lambda parts: (
        f"<table><caption>{parts[0]}</caption>"
        f"{'<thead><tr><th scope=col>Port</th><th scope=col>Ships</th></tr></thead>' * parts[1]}"
        f"<tbody>{''.join(parts[2])}</tbody></table><p>{parts[3]}</p>"
    )
)
RICH_BODIES = st.tuples(
    BODIES, st.lists(st.one_of(EMPHASIS, LINKED, PULL, ITEMS, TABLE), max_size=3).map("".join)
).map("".join)
NAMES = st.lists(
    st.sampled_from(["Mira Solheim", "Ada Berg", "Ayşe Gül Öz", "Ju Hyung Kim", "Sara El-Amin", "Lars O’Neill"]),
    min_size=1, max_size=3, unique=True,
)  # fmt: skip
AUTHORS = NAMES.map(
    lambda names: tuple(ManuscriptAuthor(name, "Dr.", "Senior Fellow", "Harbour Institute") for name in names)
)
PIECES = {"title": LINE, "standfirst": SENTENCE, "authors": AUTHORS}


def written(bodies):
    return st.builds(
        lambda body, authors, **fields: piece(
            body,
            authors=authors,
            author_notes=tuple(f"Dr. {a.name} is a Senior Fellow at the Harbour Institute." for a in authors),
            **fields,
        ),
        bodies,
        **PIECES,
    )


@pytest.mark.parametrize("ending", FORMATS)
@settings(max_examples=60, deadline=None)
@given(one=written(BODIES))
def test_any_text_comes_back_whole(ending, one):
    assert said(read_again(one, ending)) == said(one)


@pytest.mark.parametrize("ending", RICH)
@settings(max_examples=60, deadline=None)
@given(one=written(RICH_BODIES))
def test_any_text_comes_back_with_its_marks(ending, one):
    assert said(read_again(one, ending)) == said(one)


def test_word_carries_the_pictures_and_the_others_name_them():
    cranes = Picture("Cranes at dusk.png", picture("Cranes"), "Two cranes over a quay.")
    uid = "0b6f3c3e-8f0e-4d53-9d0b-0c8f0f2a7e11"
    one = piece(
        f'<p>{OPENING}</p><figure data-image="{uid}"><figcaption>At dusk</figcaption></figure><p>{OPENING}</p>',
        pictures=((uid, cranes),),
    )
    again = read_again(one, ".docx")
    assert [(p.data, p.description) for p in again.pictures] == [(cranes.data, cranes.description)]
    assert again.body_html == one.body_html.replace(uid, again.pictures[0].uid)
    for ending in (".md", ".txt"):
        assert "Cranes at dusk.png" in WRITERS[ending](one).decode()
        assert "At dusk" in read_again(one, ending).body_html


def test_the_same_piece_is_the_same_file():
    assert all(write(piece()) == write(piece()) for write in WRITERS.values())


def test_a_word_file_is_one_of_word():
    """The parts a word processor asks for, each well formed."""
    from xml.etree import ElementTree

    with zipfile.ZipFile(io.BytesIO(WRITERS[".docx"](piece()))) as package:
        names = package.namelist()
        for name in names:
            ElementTree.fromstring(package.read(name))
    assert names[0] == "[Content_Types].xml"
    assert {"_rels/.rels", "word/document.xml", "word/styles.xml", "word/footnotes.xml"} <= set(names)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_korean_title_stands_after_the_name(ending):
    one = piece(CARRIED[0], authors=(ManuscriptAuthor("한서윤", "박사", "연구위원", "남해해양정책연구원"),))
    assert read_again(one, ending).authors == one.authors
