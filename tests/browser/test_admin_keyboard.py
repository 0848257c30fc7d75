"""The desk without a mouse: every control is a stop of the Tab key, seen and outlined, and jobs are done by keys alone."""

import pytest

from articles.models import Article
from articles.workflow import COMMAND_LINE, make_preview
from tests.browser.desk import button, editor, open_article, sign_in
from tests.makers import (
    make_approved_article,
    make_article_in_review,
    make_change,
    make_draft,
    make_image,
    make_live_article,
)

# Of radio buttons of one name Tab reaches the chosen one, or the first; in the bar of the editor arrows lead on.
NOT_REACHED = """() => {
  const all = "a[href], button, input, select, textarea, summary, iframe, [contenteditable=true], [tabindex]"
  const radios = radio => [...document.getElementsByName(radio.name)].filter(one => one.form === radio.form)
  const stands = radio => radio === (radios(radio).find(one => one.checked) || radios(radio)[0])
  return [...document.querySelectorAll(all)].filter(one =>
    one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && !one.closest("[inert]")
    && one.checkVisibility({ visibilityProperty: true })
    && (one.type !== "radio" || stands(one)) && !one.hasAttribute("data-reached")
  ).map(one => one.outerHTML.slice(0, 160))
}"""
# The outline of a field that is made of several parts is drawn around them; within a field for a time, which is several
# stops of its own, the browser marks the part.
STOP = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect()
  if (one === document.body) return null
  const outlined = node => {
    const style = getComputedStyle(node)
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
  }
  const again = one.hasAttribute("data-reached")
  one.setAttribute("data-reached", "")
  return {
    name: one.outerHTML.slice(0, 160),
    marked: again || one.tagName === "IFRAME" || [one, one.parentElement, one.parentElement.parentElement].some(outlined),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
  }
}"""


@pytest.fixture
def desk(open_page, live_server):
    page = open_page(reduced_motion="reduce")
    sign_in(page, live_server)
    return page


@pytest.fixture
def addresses(transactional_db):
    draft = make_change(make_draft("Draft", lead_image=make_image()), title="Draft, changed")
    make_preview(draft, by=COMMAND_LINE, purpose="For one")
    make_article_in_review("In review")
    live = make_change(make_live_article("Live"))
    article = "articles/article"
    return [
        "",
        f"{article}/",
        f"{article}/{draft.pk}/change/",
        f"{article}/bulk/schedule/?of={draft.pk}.{live.pk}",
        f"{article}/{live.pk}/publish/",
        f"{article}/{draft.pk}/compare/",
        f"{article}/{draft.pk}/previews/",
        "articles/image/",
    ]


def stops(page):
    """Each stop of the Tab key until it has left the page; keys that lead round and round are a fault."""
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop
    raise AssertionError("Tab never leaves the page")


def tab_to(page, locator):
    for _ in range(300):
        page.keyboard.press("Tab")
        if locator.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab never came to {locator}")


def press(page, locator, key="Enter"):
    tab_to(page, locator)
    page.keyboard.press(key)


def test_every_control_is_reached_seen_and_outlined(desk, addresses, live_server):
    poor = {}
    for address in addresses:
        desk.goto(f"{live_server.url}/admin/{address}")
        desk.evaluate("document.activeElement.blur()")  # where a page begins in a field
        if desk.locator("#id_body").count():
            editor(desk).wait_for()
        found = [stop["name"] for stop in stops(desk) if not (stop["seen"] and stop["marked"])]
        found += [f"not reached: {name}" for name in desk.evaluate(NOT_REACHED)]
        if found:
            poor[address] = found
    assert poor == {}


def test_a_bulk_action_by_keys(desk, live_server):
    article = make_approved_article("One")
    desk.goto(f"{live_server.url}/admin/articles/article/")
    press(desk, desk.locator("#result_list tbody [name=_selected_action]"), "Space")
    tab_to(desk, desk.get_by_label("Action:"))
    desk.keyboard.type("Publish")
    press(desk, button(desk, "Go"))
    press(desk, button(desk, "Publish 1 article now"))
    desk.get_by_role("status").get_by_text("Published: 1 article.").wait_for()
    assert article.versions.exists()


def test_a_conflict_is_answered_by_keys(desk, live_server, open_page):
    draft = make_draft(body="<p>Ports are slow.</p>")
    open_article(desk, live_server, draft)
    make_change(Article.objects.get(), body="<p>Ports are late.</p>")
    tab_to(desk, desk.locator("[name=title]"))
    desk.keyboard.press("Control+a")
    desk.keyboard.type("Mine")
    press(desk, button(desk, "Save"))
    press(desk, button(desk, "Merge"))
    desk.get_by_text("Both texts are in the form now").wait_for()
    editor(desk).wait_for()
    press(desk, button(desk, "Save"))
    desk.locator(".messagelist").wait_for()
    draft.refresh_from_db()
    assert (draft.title, draft.body) == ("Mine", "<p>Ports are late.</p>")
    open_page.complaints.clear()  # of the 409 that such a page is


def test_a_lead_image_is_chosen_by_keys(desk, live_server):
    make_image("Harbour wall")
    open_article(desk, live_server, make_draft())
    press(desk, button(desk, "Choose a picture…"))
    picture = desk.get_by_role("dialog").get_by_role("button", name="Harbour wall")
    picture.wait_for()
    press(desk, picture)
    desk.locator(".desk-lead-shown img").wait_for()
    press(desk, button(desk, "Save"))
    desk.locator(".messagelist").wait_for()
    assert Article.objects.get().lead_image.title == "Harbour wall"


def test_a_link_is_revoked_by_keys(desk, live_server):
    draft = make_draft()
    link = make_preview(draft, by=COMMAND_LINE, purpose="For one")
    open_article(desk, live_server, draft, "previews")
    press(desk, button(desk, "Revoke"))
    desk.get_by_text("Revoked: the link “For one”").wait_for()
    link.refresh_from_db()
    assert link.revoked_at
