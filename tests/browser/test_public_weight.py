"""What a first visit to an article costs on the wire, served as in production: compressed, with hashed names."""

import random

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.test.testcases import LiveServerThread

from tests.makers import make_disclaimer, make_live_article, utc

LIMIT = 60_000
WORDS = 1_000


@pytest.fixture
def production(transactional_db, settings, tmp_path):
    """Its address. The live server of the tests would hand out static files itself, uncompressed."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "thinktank.storage.LeanStaticFilesStorage"}
    }
    # The admin's files weigh on no reader, and to compress them takes a while.
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    call_command("collectstatic", interactive=False, verbosity=0)
    thread = LiveServerThread("127.0.0.1", static_handler=WithoutStaticFiles)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


class WithoutStaticFiles(StaticFilesHandler):
    def _should_handle(self, path):
        return False


def long_text():
    """Words of random letters: they compress worse than any language, so the figure is an upper bound."""
    letters = random.Random(7)
    words = [
        "".join(letters.choices("abcdefghijklmnoprstuvyzğşı", k=letters.randint(2, 9))) for _ in range(WORDS)
    ]
    paragraphs = [" ".join(words[start : start + 100]) for start in range(0, WORDS, 100)]
    sections = [f"<h2>{text[:30]}</h2><p><em>{text[30:60]}</em>{text[60:]}</p>" for text in paragraphs]
    return "".join(sections).replace("</p>", '<span class="footnote">A source of this.</span></p>')


def test_a_first_visit_to_an_article_stays_light(open_page, production):
    make_live_article(at=utc(2024, 3, 1), body=long_text(), note="A fellow.", disclaimer=make_disclaimer())
    page = open_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    addresses, sizes = {}, {}
    wire.on(
        "Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]})
    )
    wire.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(f"{production}/articles/slow-harbours/", wait_until="networkidle")
    weights = {addresses[request]["url"].removeprefix(production): size for request, size in sizes.items()}
    assert {address.rsplit(".")[-1] for address in weights} == {
        "/articles/slow-harbours/",
        "css",
        "js",
        "woff2",
        "svg",
    }
    assert all(answer["status"] == 200 for answer in addresses.values())
    # An empty stylesheet would be lighter still.
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Vollkorn")
    # The letters of Turkish are in the files every page loads.
    assert not [address for address in weights if "extended" in address]
    assert sum(weights.values()) < LIMIT, weights
