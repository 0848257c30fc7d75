"""Notes beside the text where there is room, and a link to each paragraph."""

import pytest

from tests.makers import make_author, make_live_article, make_topic

NOTE = (
    '<span class="footnote">A note that is long enough to run over several lines of a narrow column.</span>'
)
BODY = f"<p>Ports{NOTE} are slow{NOTE}. {'The quay remembers. ' * 60}</p><p>Second.{NOTE}</p><p>{'End. ' * 300}</p>"

WIDER = "box => box.scrollWidth > Math.ceil(box.getBoundingClientRect().width)"


@pytest.fixture
def address(transactional_db, live_server):
    make_live_article(body=BODY)
    return f"{live_server.url}/articles/slow-harbours/"


def box(page, selector):
    return page.locator(selector).bounding_box()


@pytest.mark.parametrize("javascript", [True, False])
def test_notes_stand_beside_their_marks_and_never_on_one_another(open_page, address, javascript):
    page = open_page(width=1280, java_script_enabled=javascript)
    page.goto(address)
    text, notes = box(page, "#p1"), [box(page, f"#n{number}") for number in (1, 2, 3)]
    assert all(note["x"] > text["x"] + text["width"] for note in notes)
    assert abs(notes[0]["y"] - box(page, "#r1")["y"]) < 20
    assert abs(notes[2]["y"] - box(page, "#r3")["y"]) < 20
    assert notes[0]["y"] + notes[0]["height"] <= notes[1]["y"] < notes[2]["y"]
    assert all(note["x"] + note["width"] <= 1280 for note in notes)


def test_notes_stand_at_the_end_where_there_is_no_room_and_on_paper(open_page, address):
    page = open_page(width=1000)
    page.goto(address)
    body = box(page, ".body")
    assert box(page, "#n1")["y"] > body["y"] + body["height"]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert box(page, "#n1")["y"] < body["y"] + body["height"]
    page.emulate_media(media="print")
    body = box(page, ".body")
    assert box(page, "#n1")["y"] > body["y"] + body["height"]


def test_a_paragraph_offers_its_address(open_page, address):
    page = open_page(reduced_motion="reduce")
    page.goto(address)
    link = page.get_by_role("link", name="Paragraph 2")
    opacity = "link => getComputedStyle(link).opacity"
    assert link.evaluate(opacity) == "0"
    page.locator("#p2").hover()
    assert link.evaluate(opacity) == "1"
    page.mouse.move(0, 0)
    page.locator("#r3").focus()
    page.keyboard.press("Tab")
    assert link.evaluate(opacity) == "1"
    page.keyboard.press("Enter")
    assert page.url == f"{address}#p2"
    assert page.locator("#p2").inner_text().strip() == "Second.3"


def test_paper_numbers_the_paragraphs(open_page, address):
    page = open_page()
    page.goto(address)
    page.emulate_media(media="print")
    number = page.locator("#p2").evaluate("p => ({...getComputedStyle(p, '::before')})")
    assert number["content"].startswith('"p2"')
    # What begins left of the page's box is not printed.
    start = page.locator("#p2").bounding_box()["x"] + float(number["insetInlineStart"].removesuffix("px"))
    assert start >= 0
    assert not page.locator(".para").first.is_visible()


def test_words_of_any_length_stay_in_their_column(open_page, live_server, transactional_db):
    """Turkish and German have words longer than a phone is wide, or the rail of a desk."""
    word = "Rechtsschutzversicherungsgesellschaften" * 2
    author = make_author(f"Ada {word}", affiliation=word)
    topic = make_topic(word)
    piece = make_live_article(f"Of {word}", author=author, topics=[topic])
    own = [record.get_absolute_url() for record in (piece, topic, author)]
    page = open_page()
    for address in ["/", "/articles/", "/topics/", "/authors/", *own]:
        page.goto(f"{live_server.url}{address}")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            boxes = page.locator("main, .record, .byline, .ledger li, .people").all()
            wide = [box.get_attribute("class") for box in boxes if box.evaluate(WIDER)]
            assert wide == [], (address, width)
