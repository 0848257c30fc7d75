"""Nothing moves while a page loads: the browser's own measure of layout shift is nought, its fonts late or not."""

import pytest

from tests.public_site import fill_site

WATCH = """
window.moved = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) moved.push([entry.value, ...entry.sources.map(source => source.node?.nodeName)]);
}).observe({type: "layout-shift", buffered: true});
"""
PATHS = ("/", "/articles/slow-harbours/", "/topics/maritime-security/", "/articles/yavas-limanlar/")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(open_page, live_server, width):
    fill_site()
    page = open_page(width=width)
    page.add_init_script(WATCH)
    moved = {}
    for path in PATHS:
        page.goto(f"{live_server.url}{path}", wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        moved[path] = page.evaluate("moved")
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
