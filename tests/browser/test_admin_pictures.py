"""Pictures on the desk, by clicking and by keyboard."""

import pytest

from articles.models import Article, Image
from tests.browser.desk import button, editor, open_article, sign_in
from tests.makers import make_draft, make_image, picture

pytestmark = pytest.mark.django_db(transaction=True)
SHORTCUT = "Control+Alt+p"


@pytest.fixture
def draft(page, live_server):
    make_image("Harbour wall"), make_image("Cranes at dusk")
    sign_in(page, live_server)
    article = make_draft()
    open_article(page, live_server, article)
    return article


def saved(page):
    button(page, "Save").click()
    page.locator(".messagelist").wait_for()
    return Article.objects.get()


def test_a_lead_image_is_chosen_and_taken_out(page, draft):
    button(page, "Choose a picture…").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("dusk")
    page.get_by_role("dialog").get_by_text("1 picture", exact=True).wait_for()
    page.get_by_role("dialog").get_by_role("button", name="Cranes at dusk").click()
    page.locator(".desk-lead-shown img").wait_for()
    assert saved(page).lead_image.title == "Cranes at dusk"
    button(page, "Take it out").first.click()
    assert saved(page).lead_image is None


def test_a_figure_by_keyboard_with_a_caption_of_its_own(page, draft):
    editor(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.press(SHORTCUT)
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Harbour wall").focus()
    page.keyboard.press("Enter")
    page.locator(".desk-figure img").wait_for()
    page.locator(".desk-figure figcaption").click()
    page.keyboard.type("The wall, in spring")
    page.keyboard.press("Enter")
    page.keyboard.type("And after it")
    image = Image.objects.get(title="Harbour wall")
    assert saved(page).body == (
        "<p>Ports are slow institutions, and that is their strength.</p>"
        f'<figure data-image="{image.uid}"><figcaption>The wall, in spring</figcaption></figure><p>And after it</p>'
    )
    button(page.get_by_role("group", name="Figure"), "Move up").click()
    assert saved(page).body.startswith("<figure")
    page.locator(".desk-figure").get_by_role("button", name="Take it out").click()
    assert "figure" not in saved(page).body


def test_a_picture_is_added_where_it_is_needed(page, draft, tmp_path):
    (tmp_path / "quay.png").write_bytes(picture("quay"))
    button(page, "Choose a picture…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Add a picture").click()
    dialog.get_by_label("File").set_input_files(tmp_path / "quay.png")
    dialog.get_by_label("Alternative text").fill("A quay at low water.")
    button(dialog, "Add and take it").click()
    page.locator(".desk-lead-shown img").wait_for()
    assert saved(page).lead_image.alt == "A quay at low water."


def test_the_focus_is_set_by_a_press(page, live_server):
    sign_in(page, live_server)
    image = make_image()
    page.goto(f"{live_server.url}/admin/articles/image/{image.pk}/change/")
    box = page.locator("[data-focus] img").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    button(page, "Save").click()
    page.locator(".messagelist").wait_for()
    image.refresh_from_db()
    assert abs(image.focal_x - 25) < 4
    assert abs(image.focal_y - 75) < 4


def test_several_are_sent_from_the_list(page, live_server, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.png").write_bytes(picture(name))
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/articles/image/")
    page.get_by_label("Add pictures").set_input_files([tmp_path / "one.png", tmp_path / "two.png"])
    button(page, "Upload").click()
    page.locator("#result_list .desk-thumb").nth(1).wait_for()
    assert Image.objects.count() == 2
