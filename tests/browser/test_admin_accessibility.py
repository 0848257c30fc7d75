"""axe on the pages an editor has open all day and on what opens in them, light and dark, narrow and wide.

Every other address is looked at in test_admin_registry.py.

No exception is listed: what stock Django fails on (unlabelled tabular inlines, filters under 24 pixels, select2, the
calendar's icons) the desk does not use, or mends in its stylesheet.
"""

import datetime

import pytest

from articles.models import Publication, clock
from articles.workflow import COMMAND_LINE, comment_on, make_preview
from tests.browser.axe import violations
from tests.browser.desk import button, editor, open_article, sign_in
from tests.makers import (
    make_article_in_review,
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
)


@pytest.fixture
def desk(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    sign_in(page, live_server)
    return page


@pytest.fixture
def addresses(transactional_db):
    Publication.objects.create(name="Harbour Institute")
    author, topic, disclaimer = make_author(), make_topic(), make_disclaimer(is_default=True)
    draft = make_draft("Draft", disclaimer=disclaimer)
    live = make_change(make_live_article("Live"))
    make_preview(live, by=COMMAND_LINE, purpose="For one")
    reviewed = make_article_in_review("In review", comment="Two\nlines.")
    comment_on(live, by=COMMAND_LINE, text="Why?")
    make_scheduled_article("Scheduled", at=clock.now() + datetime.timedelta(days=3))
    withdrawn = make_withdrawn_article("Withdrawn")
    article = "articles/article"
    return [
        "",
        f"{article}/",
        f"{article}/add/",
        f"{article}/{live.pk}/change/",
        f"{article}/{live.pk}/history/",
        f"{article}/{live.pk}/log/",
        f"{article}/{live.pk}/compare/?view=side",
        f"{article}/{live.pk}/preview/?width=phone",
        f"{article}/{live.pk}/previews/",
        f"{article}/{live.pk}/comments/",
        f"{article}/{live.pk}/submit/",
        f"{article}/{reviewed.pk}/return/",
        f"{article}/{live.pk}/restore/?revision=1",
        *(f"{article}/{live.pk}/{act}/" for act in ("publish", "schedule", "withdraw", "classify")),
        *(f"{article}/bulk/{act}/?of={draft.pk}.{live.pk}.{withdrawn.pk}" for act in ("schedule", "retag")),
        f"{article}/?p=last",
        f"{article}/{withdrawn.pk}/publish/",
        "articles/image/",
        f"articles/image/{make_image().pk}/change/",
        "articles/author/",
        f"articles/author/{author.pk}/change/",
        f"articles/topic/{topic.pk}/change/",
    ]


def test_axe_finds_nothing_of_ours(desk, addresses, live_server):
    told = {}
    for address in addresses:
        assert desk.goto(f"{live_server.url}/admin/{address}").ok, address
        desk.wait_for_load_state("networkidle")
        told[address] = list(violations(desk))
    assert {address: found for address, found in told.items() if found} == {}


def test_axe_finds_nothing_with_the_pickers_open(desk, live_server, transactional_db):
    make_topic("Energy")
    draft = make_draft(body="<p>Ports<span class='footnote'>A note</span></p>")
    open_article(desk, live_server, draft)
    desk.get_by_role("combobox", name="Topics").fill("e")
    desk.get_by_role("option", name="Energy").wait_for()
    topics = list(violations(desk))
    desk.get_by_role("combobox", name="Author").fill("l")
    desk.get_by_role("option", name="Leyla Arslan").wait_for()
    authors = list(violations(desk))
    editor(desk).click()
    button(desk, "Note (Ctrl+Alt+F)").click()
    desk.get_by_role("dialog").wait_for()
    assert (topics, authors, list(violations(desk))) == ([], [], [])


def test_axe_finds_nothing_in_what_the_editor_opens(desk, live_server, transactional_db):
    draft = make_draft(
        body='<h2>Head</h2><blockquote class="pull"><p>Ports wait</p></blockquote><p>Ports wait.</p>'
        "<table><caption>Ports<span class='footnote'>A note</span></caption><tr><th>a</th></tr></table>"
    )
    open_article(desk, live_server, draft)
    editor(desk).locator("th").click()
    found = {}
    for name in ("Insert a table", "Caption of the table", "All keys (Alt+0)"):
        button(desk, name).click()
        desk.get_by_role("dialog").wait_for()
        found[name] = list(violations(desk))
        desk.keyboard.press("Escape")
        desk.get_by_role("dialog").wait_for(state="detached")
    make_image("Harbour wall")
    desk.keyboard.press("Control+Alt+p")
    desk.get_by_role("dialog").get_by_role("button", name="Harbour wall").wait_for()
    desk.get_by_role("dialog").get_by_text("Add a picture").click()
    found["the library"] = list(violations(desk))
    desk.get_by_role("dialog").get_by_role("button", name="Harbour wall").click()
    desk.locator(".desk-figure img").wait_for()
    button(desk, "Full screen (Ctrl+Shift+F)").click()
    desk.locator(".is-full").wait_for()
    found["full screen"] = list(violations(desk))
    assert not any(found.values()), found


def test_a_refused_form_is_accessible_too(desk, live_server, transactional_db):
    draft = make_draft()
    open_article(desk, live_server, draft)
    desk.get_by_role("combobox", name="Author").fill("Nobody")
    button(desk, "Save").click()
    desk.locator(".desk-in-the-way").wait_for()
    assert list(violations(desk)) == []


def test_axe_finds_nothing_with_a_time_to_choose_or_an_article_to_pick(desk, live_server, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    article = make_change(make_live_article())
    open_article(desk, live_server, article, "schedule")
    desk.get_by_label("Date and time").fill("2037-10-25T02:30")
    button(desk, "Schedule").click()
    desk.get_by_role("radiogroup", name="Which time?").wait_for()
    time = list(violations(desk))
    open_article(desk, live_server, article, "withdraw")
    desk.get_by_role("combobox", name="Article that takes its place").fill("slow")
    desk.get_by_role("option", name="Slow harbours").wait_for()
    assert (time, list(violations(desk))) == ([], [])


def test_axe_finds_nothing_with_a_piece_to_pin(desk, live_server, transactional_db):
    topic = make_live_article().topics.get()
    desk.goto(f"{live_server.url}/admin/articles/topic/{topic.pk}/change/")
    desk.get_by_role("combobox", name="Piece 1").fill("slow")
    desk.get_by_role("option", name="Slow harbours").wait_for()
    assert list(violations(desk)) == []
