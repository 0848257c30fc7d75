"""axe on the pages of the desk, light and dark, narrow and wide, with the pickers open.

No exception is listed: what stock Django fails on (unlabelled tabular inlines, filters under 24 pixels, select2, the
calendar's icons) the desk does not use, or mends in its stylesheet.
"""

import datetime
import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from articles.models import Publication, clock
from tests.browser.desk import button, editor, open_article, sign_in
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
)

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]
OPTIONS = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
RUN = f"axe.run(document, {json.dumps(OPTIONS)}).then(found => found.violations)"


@pytest.fixture
def desk(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    sign_in(page, live_server)
    return page


def violations(page):
    page.evaluate(AXE_SCRIPT)
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{scheme} {width} scrolls sideways: {wide}"
        for found in page.evaluate(RUN):
            for node in found["nodes"]:
                selector = " ".join(map(str, node["target"]))
                yield f"{scheme} {width} {found['id']} {selector} {node['failureSummary']}"


@pytest.fixture
def addresses(transactional_db):
    Publication.objects.create(name="Harbour Institute")
    author, topic, disclaimer = make_author(), make_topic(), make_disclaimer(is_default=True)
    draft = make_draft("Draft", disclaimer=disclaimer)
    live = make_change(make_live_article("Live"))
    waiting = make_scheduled_article("Scheduled", at=clock.now() + datetime.timedelta(days=3))
    withdrawn = make_withdrawn_article("Withdrawn")
    article = "articles/article"
    return [
        "",
        f"{article}/",
        f"{article}/add/",
        f"{article}/{draft.pk}/delete/",
        f"{article}/{live.pk}/change/",
        f"{article}/{live.pk}/history/",
        *(
            f"{article}/{live.pk}/{act}/"
            for act in ("publish", "schedule", "withdraw", "classify", "restore")
        ),
        f"{article}/{waiting.pk}/cancel-scheduled/",
        f"{article}/{withdrawn.pk}/publish/",
        "articles/author/",
        f"articles/author/{author.pk}/change/",
        f"articles/author/{author.pk}/delete/",
        "articles/disclaimer/",
        "articles/disclaimer/add/",
        f"articles/topic/{topic.pk}/change/",
        "articles/publication/",
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


def test_a_refused_form_is_accessible_too(desk, live_server, transactional_db):
    draft = make_draft()
    open_article(desk, live_server, draft)
    desk.get_by_role("combobox", name="Author").fill("Nobody")
    button(desk, "Save").click()
    desk.locator(".desk-in-the-way").wait_for()
    assert list(violations(desk)) == []
