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
