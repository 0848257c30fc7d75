"""Nothing moves while a page loads: the browser's own measure of layout shift is nought, its fonts late or not."""

import pytest

from tests.public_site import PAGES, fill_site

WATCH = """
window.moved = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) moved.push([entry.value, ...entry.sources.map(source => source.node?.nodeName)]);
}).observe({type: "layout-shift", buffered: true});
"""
# The first of each kind that is there, and what is laid out otherwise: short, withdrawn, narrowed, of another script.
PATHS = [
    next(path for path, status in rows.items() if status == 200)
    for name, rows in PAGES.items()
    if "(" not in name
]
PATHS += [
    *(
        "/articles/yavas-limanlar/",
        "/articles/harbours-in-arabic/",
        "/articles/harbours-ko/",
        "/articles/lost-figures/",
    ),
    *("/articles/plain-piece/", "/topics/maritime-security/?kind=analysis", "/nothing-here/", "/pages/who/"),
]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(open_page, live_server, width):
    """On every kind of page."""
    fill_site()
    page = open_page(width=width)
    page.add_init_script(WATCH)
    moved = {}
    for path in PATHS:
        page.goto(f"{live_server.url}{path}", wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        moved[path] = page.evaluate("moved")
    open_page.complaints.clear()  # of what is gone or was never there
    assert moved == {path: [] for path in PATHS}


def test_the_measure_would_tell(open_page, live_server):
    page = open_page()
    page.add_init_script(WATCH)
    page.goto(live_server.url, wait_until="networkidle")
    page.evaluate(
        "document.querySelector('main').prepend(document.createElement('hr'), 'Late', document.createElement('hr'))"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("moved.length")
