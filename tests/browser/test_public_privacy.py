"""What a visit tells others: nothing. No request leaves the site, no script but ours runs, nothing breaks the policy."""

import pytest

from articles.views import lists
from tests.public_site import all_pages, fill_site

SCRIPTS = """[...document.scripts].filter(script => script.type !== "application/ld+json"
  && new URL(script.src || "/", location).pathname !== "/static/js/site.js").map(script => script.outerHTML)"""
HANDLERS = """[...document.querySelectorAll("*")].flatMap(element => element.getAttributeNames())
  .filter(name => name.startsWith("on") || name === "style")"""


@pytest.fixture
def visited(open_page, live_server, monkeypatch):
    """Every page visited: what was asked of which address, what the console said, what the pages could run."""
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    fill_site()
    page = open_page()
    requests, messages, inline = [], [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    for path, status in all_pages().items():
        assert page.goto(f"{live_server.url}{path}").status == status
        inline += page.evaluate(SCRIPTS) + page.evaluate(HANDLERS)
    page.wait_for_timeout(200)
    open_page.complaints.clear()
    return {"requests": requests, "messages": messages, "inline": inline, "cookies": page.context.cookies()}


def test_a_visit_stays_on_the_site_and_runs_nothing(visited, live_server):
    assert [url for url in visited["requests"] if not url.startswith(f"{live_server.url}/")] == []
    assert any(url.endswith(".woff2") for url in visited["requests"])
    assert visited["inline"] == []
    assert visited["cookies"] == []
    expected = "the server responded with a status of 4"
    assert [text for text in visited["messages"] if expected not in text] == []


def test_the_policy_stops_a_script_that_came_in_all_the_same(open_page, live_server):
    """The second lock: were mark-up to slip through the cleaning, the browser would still refuse to run it."""
    page = open_page()
    page.route("**/", with_script)
    page.goto(f"{live_server.url}/")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in text for text in open_page.complaints)
    open_page.complaints.clear()


def with_script(route):
    response = route.fetch()
    route.fulfill(
        response=response, body=response.text().replace("</body>", "<script>window.ran = 1</script></body>")
    )
