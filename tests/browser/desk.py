"""Walking the desk in a browser, by what an editor sees: labels and buttons."""

from tests.makers import make_user

PASSWORD = "an unguessed password"


def sign_in(page, live_server, role="Publisher", username="priya"):
    make_user(username, role, password=PASSWORD)
    page.goto(f"{live_server.url}/admin/login/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def open_article(page, live_server, article, act="change"):
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/{act}/")
    if act == "change":
        editor(page).wait_for()


def editor(page):
    return page.locator("#id_body [contenteditable=true]")


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def messages(page):
    return page.locator(".messagelist").inner_text()


# The editor hears of the selection a moment after the keys that made it; a hand on Ctrl+V is never that quick.
_PASTE = """async ([html, text]) => {
    await new Promise(done => setTimeout(done, 100))
    const data = new DataTransfer()
    if (html) data.setData("text/html", html)
    if (text) data.setData("text/plain", text)
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(paste)
}"""


def paste(page, html=None, text="words"):
    """As Ctrl+V would, with this on the clipboard."""
    page.evaluate(_PASTE, [html, text])


def until(page, condition, given=None):
    """Not wait_for_function: it evaluates a string, which the page's policy refuses."""
    for _ in range(200):
        if page.evaluate(condition, given):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never came true: {condition}")
