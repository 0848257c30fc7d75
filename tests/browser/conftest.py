"""A Chromium for the tests, and pages that fail on what a reader's console would show."""

import os
import shutil

import pytest
from playwright.sync_api import Error, sync_playwright

# Playwright's synchronous interface runs an event loop in the test's thread, where Django refuses the ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_path():
    """The browser CHROMIUM names, or one on the PATH; None leaves Playwright its own, if it was installed."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        except Error as error:
            reason = f"no Chromium could be started: {error.message.splitlines()[0]}"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        yield running
        running.close()


@pytest.fixture
def open_page(browser, transactional_db):
    """Open pages with `open_page(width=390, color_scheme="dark")`; the test fails on any console error."""
    contexts, complaints = [], []

    def open_page(width=1280, height=900, color_scheme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=color_scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    open_page.complaints = complaints  # a test that asks for a 404 clears what it expects
    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "The console shows:\n" + "\n".join(complaints)


@pytest.fixture
def page(open_page):
    return open_page()
