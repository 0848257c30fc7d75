"""What the desk's pages hold beside each other: nothing cut, nothing that makes the page scroll sideways."""

import datetime

import pytest

from articles.models import clock
from articles.workflow import COMMAND_LINE, publish
from tests.browser.desk import open_article, sign_in
from tests.makers import make_change, make_draft, make_live_article, make_original, make_topic

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TOPICS = ("Economy, trade and work", "Maritime security", "Defence industry")


@pytest.fixture
def desk(page, live_server):
    sign_in(page, live_server)
    return page


@pytest.fixture
def waiting(transactional_db):
    """Live, its second version waiting, with changes that one lacks."""
    topics = [make_topic(name) for name in TOPICS]
    article = make_change(make_live_article("How a port learned to wait for its ships", topics=topics))
    publish(article, by=COMMAND_LINE, reason="update", at=clock.now() + datetime.timedelta(days=30))
    return make_change(article, body="<p>Later words.</p>")


def lines(locator):
    """How many lines of text stand in it."""
    return locator.evaluate(
        "node => { const range = document.createRange(); range.selectNodeContents(node);"
        " return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size }"
    )


def test_the_list_shows_every_column_whole(desk, live_server, waiting):
    make_draft(LONG)
    desk.goto(f"{live_server.url}/admin/articles/article/")
    table = desk.locator("#result_list")
    inside = "node => node.scrollWidth <= node.parentElement.clientWidth"
    assert table.evaluate(inside)
    assert lines(desk.locator("td.field-last_saved").first) == 1
    assert table.bounding_box()["width"] > 700


def test_a_long_word_breaks(desk, live_server):
    draft = make_draft(LONG)
    for width, act in ((1280, "change"), (390, "change"), (390, "publish"), (390, "history")):
        desk.set_viewport_size({"width": width, "height": 900})
        open_article(desk, live_server, draft, act)
        for part in ("#content", "div.breadcrumbs"):
            cut = desk.locator(part).evaluate("node => node.scrollWidth - node.clientWidth")
            assert cut <= 0, (width, act, part)


def test_a_version_stands_on_its_date(desk, live_server, waiting):
    desk.set_viewport_size({"width": 390, "height": 900})
    open_article(desk, live_server, waiting)
    assert lines(desk.locator(".desk-versions td .desk-whole").first) == 1
    assert desk.locator(".desk-versions").evaluate("node => node.scrollWidth <= node.clientWidth")


def test_labels_stand_level_with_their_words(desk, live_server, waiting):
    open_article(desk, live_server, waiting, "publish")
    label, words = desk.locator(".desk-summary dt").first, desk.locator(".desk-summary dd").first
    assert label.bounding_box()["y"] == words.bounding_box()["y"]


def test_links_of_the_strip_can_be_hit(desk, live_server, waiting):
    desk.set_viewport_size({"width": 390, "height": 900})
    open_article(desk, live_server, waiting, "correct")
    desk.get_by_role("button", name="Start the correction").click()
    strip = desk.locator(".desk-standing")
    strip.get_by_role("link", name="put it back").wait_for()
    for link in strip.get_by_role("link").all():
        box = link.bounding_box()
        assert min(box["width"], box["height"]) >= 24, link.inner_text()


def test_what_is_said_of_the_text_stands_beside_it(desk, live_server, waiting):
    """From 1,200 pixels on; below that after it. Save is in sight, in one row, and covers nothing else."""
    for width, beside in ((1280, True), (1000, False), (390, False)):
        desk.set_viewport_size({"width": width, "height": 800})
        open_article(desk, live_server, waiting)
        title = desk.get_by_label("Title:").bounding_box()
        said = desk.get_by_role("complementary", name="Ready to publish?").bounding_box()
        assert (said["x"] > title["x"] + title["width"]) == beside, width
        assert (said["y"] < title["y"]) == beside, width
        row = desk.locator(".desk-buttons").bounding_box()
        assert row["height"] <= 72, width
        assert row["y"] + row["height"] <= 801, width


def test_the_form_is_seen_in_the_order_in_which_it_is_read(desk, live_server, waiting):
    """What is no part of the text stands below it, and not where a grid has a row to spare."""
    open_article(desk, live_server, make_original(waiting).article)
    column = "nodes => nodes.filter(node => !node.matches('.desk-margin')).map(node => node.getBoundingClientRect().top)"
    tops = desk.locator("#content > *:visible").evaluate_all(column)
    assert len(tops) > 4
    assert tops == sorted(tops)


def test_a_comment_is_made_beside_the_text_and_leaves_it_as_it_is(desk, live_server, waiting):
    open_article(desk, live_server, waiting)
    desk.get_by_label("Standfirst").fill("Typed and not saved.")
    desk.get_by_label("Your comment").fill("A source, please.")
    desk.get_by_role("button", name="Add the comment").click()
    desk.locator(".desk-thread").get_by_text("A source, please.").wait_for()
    assert desk.get_by_label("Standfirst").input_value() == "Typed and not saved."
    waiting.refresh_from_db()
    assert waiting.standfirst != "Typed and not saved."
    desk.get_by_label("Standfirst").fill(waiting.standfirst)
