"""Authors, topics and disclaimers in a browser, with the keyboard: what is asked, what is merged, what is pinned."""

import pytest

from articles.models import Merge, Topic
from articles.workflow import COMMAND_LINE, pin
from tests.browser.axe import violations
from tests.browser.desk import button, messages, open_article, sign_in
from tests.makers import (
    make_author,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_merge,
    make_topic,
    utc,
)


@pytest.fixture
def desk(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    sign_in(page, live_server, "Editor", "emre")
    return page


def choose(page, box, text, option):
    box.fill(text)
    page.get_by_role("option", name=option).first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")


def test_an_author_printed_otherwise_is_asked_about(desk, live_server):
    leyla = make_author("Leyla Arslan")
    make_live_article(at=utc(2026, 5, 3), author=leyla)
    leyla.affiliation = "Port Authority"
    leyla.save()
    draft = make_draft("New piece", author=make_author("Jun Park"))
    open_article(desk, live_server, draft)
    choose(desk, desk.get_by_role("combobox", name="Author"), "leyla", "Leyla Arslan")
    question = desk.get_by_role("group", name="Which is to be printed?")
    affiliation = desk.get_by_label("Affiliation")
    answers = question.get_by_role("button")
    assert answers.all_inner_texts() == [
        "As on record: Leyla Arslan, Senior fellow, Port Authority",
        "As last printed (3 May 2026): Leyla Arslan, Senior fellow, Harbour Institute",
    ]
    answers.nth(0).press("Enter")
    assert affiliation.input_value() == "Port Authority"
    answers.nth(1).press("Enter")
    assert affiliation.input_value() == "Harbour Institute"
    assert list(violations(desk)) == []
    button(desk, "Save").click()
    assert "Saved" in messages(desk)
    assert draft.bylines.get().affiliation == "Harbour Institute"


def test_two_topics_are_merged_with_the_keyboard_and_readers_are_led_on(desk, live_server):
    turkey, turkiye = make_topic("Turkey"), make_topic("Türkiye")
    make_live_article("Straits again", topics=[turkey])
    desk.goto(f"{live_server.url}/admin/articles/topic/{turkey.pk}/change/")
    desk.get_by_role("link", name="Merge into…").press("Enter")
    choose(desk, desk.get_by_role("combobox", name="Merge into"), "turkiye", "Türkiye")
    button(desk, "Show what would move").press("Enter")
    desk.get_by_role("link", name="Straits again").wait_for()
    assert list(violations(desk)) == []
    button(desk, "Merge into “Türkiye”").press("Enter")
    assert "is part of “Türkiye” now" in messages(desk)
    assert list(Topic.objects.all()) == [turkiye]
    desk.goto(f"{live_server.url}/topics/turkey/")
    assert desk.url.endswith("/topics/turkiye/")
    assert desk.get_by_role("link", name="Straits again").is_visible()


def test_a_piece_is_pinned_by_its_title(desk, live_server):
    ports = make_topic("Ports")
    for title in ("Old quays", "New quays"):
        make_live_article(title, topics=[ports])
    desk.goto(f"{live_server.url}/admin/articles/topic/{ports.pk}/change/")
    choose(desk, desk.get_by_role("combobox", name="Piece 1"), "old", "Old quays")
    button(desk, "Save").click()
    desk.goto(f"{live_server.url}/topics/ports/")
    headings = desk.get_by_role("heading").all_inner_texts()
    assert headings == ["Ports", "Start here", "Old quays", "Latest", "New quays", "Who writes on it"]


def test_axe_finds_nothing_on_the_pages_of_records(desk, live_server, transactional_db):
    author, ports, views = make_author(), make_topic("Ports"), make_disclaimer()
    live = make_live_article("Quays", author=author, topics=[ports], disclaimer=views)
    pin(ports, [live], by=COMMAND_LINE)
    ports.standpoint = "<p>Public.</p>"
    ports.save()
    views.wording = "Otherwise."
    views.save()
    make_merge()
    told = {}
    for address in (
        "topic/",
        "topic/report/",
        f"topic/{ports.pk}/change/",
        f"topic/{ports.pk}/merge/",
        "merge/",
        f"merge/{Merge.objects.get().pk}/change/",
        f"author/{author.pk}/change/",
        f"author/{author.pk}/pieces/",
        "disclaimer/coverage/",
        f"disclaimer/coverage/?wording={views.former_wordings.get().pk}",
        f"disclaimer/{views.pk}/change/",
    ):
        assert desk.goto(f"{live_server.url}/admin/articles/{address}").ok, address
        desk.wait_for_load_state("networkidle")
        told[address] = list(violations(desk))
    assert {address: found for address, found in told.items() if found} == {}
