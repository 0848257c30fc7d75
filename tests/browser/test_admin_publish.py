"""The main job, end to end: a manuscript dropped on the desk, made an article, published by clicking, read by a reader."""

from pathlib import Path

import pytest

from articles.models import Article, Author, Disclaimer, Publication
from tests.browser.axe import PHONE, WIDE, violations
from tests.browser.desk import button, messages, open_article, sign_in
from tests.makers import make_topic

MANUSCRIPT = Path(__file__).resolve().parents[3] / "shared" / "manuscripts" / "turkey-south-korea.txt"
TITLE = "Two middle powers"
TOPICS = ("Middle powers", "Maritime security", "Defence industry")


# As a hand would let go of the file over the page.
DROP = """async ([name, words]) => {
    const data = new DataTransfer()
    data.items.add(new File([words], name, { type: "text/plain" }))
    for (const kind of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
}"""


@pytest.fixture
def manuscript(transactional_db):
    if not MANUSCRIPT.exists():
        pytest.skip("the first real manuscript lies beside the project, and is not here")
    Publication.objects.create(name="instituDE")
    for name in TOPICS:
        make_topic(name)
    return MANUSCRIPT.read_text(encoding="utf-8")


def bring_in(page, live_server, words):
    """Dropped on the desk, looked at, a title given and the new wording taken: the draft."""
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Bring in a manuscript").click()
    page.get_by_role("heading", name="Bring in a manuscript").wait_for()
    page.wait_for_load_state()
    page.evaluate(DROP, [MANUSCRIPT.name, words])
    page.get_by_role("heading", name="What was understood").wait_for()
    assert list(violations(page, [("light", WIDE), ("dark", PHONE)])) == []
    assert page.get_by_text("no full stop, a paragraph follows").count() >= 3
    page.get_by_label("Title", exact=True).fill(TITLE)
    assert not Article.objects.exists()
    button(page, "Make the draft").click()
    page.get_by_role("alert").wait_for()  # the wording is new, and never attached unasked
    page.get_by_role("radio", name="A new disclaimer with the manuscript’s wording").check()
    button(page, "Make the draft").click()
    page.locator("#article_form").wait_for()
    return Article.objects.get()


def approve(page, live_server, model, name):
    page.goto(f"{live_server.url}/admin/articles/{model}/")
    page.get_by_role("link", name=name).click()
    page.get_by_label("Approved", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()


def test_the_real_manuscript_is_published_by_clicking(manuscript, open_page, live_server):
    page = open_page(reduced_motion="reduce")  # else axe meets colours half-way from light to dark
    sign_in(page, live_server)
    imported = bring_in(page, live_server, manuscript)
    open_article(page, live_server, imported)
    topics = page.get_by_role("combobox", name="Topics")
    for name in TOPICS:
        topics.fill(name.lower())
        page.get_by_role("option", name=name).click()
    button(page, "Publish…").click()

    # An unknown author and wording were made by the import: an editor looks at them first.
    in_the_way = page.get_by_role("alert")
    assert "waits for an editor’s approval" in in_the_way.inner_text()
    assert not imported.versions.exists()
    approve(page, live_server, "author", Author.objects.get().name)
    approve(page, live_server, "disclaimer", Disclaimer.objects.get().label)

    open_article(page, live_server, imported, "publish")
    page.get_by_label("Publish it without an editor’s approval").check()
    page.get_by_role("button", name="Publish now").click()
    assert "Published: readers see version 1 now." in messages(page)
    page.get_by_role("link", name="View on site").first.click()
    version = imported.versions.get()
    read(page, version)

    reader = open_page(width=390)
    for topic in imported.topics.all():
        reader.goto(f"{live_server.url}{topic.get_absolute_url()}")
        reader.get_by_role("link", name=TITLE).first.click()
        read(reader, version)
    assert imported.topics.count() == len(TOPICS)


def read(page, version):
    """The page shows the whole of the piece: text, author note and disclaimer."""
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    shown = " ".join(page.locator("main").inner_text().split())
    assert version.bylines[0]["note"] in shown
    assert " ".join(version.disclaimer.split()) in shown
    assert page.locator("article .body p").count() >= 14 - 3
    assert page.locator("article .body h2").count() == 3
