"""The library on the desk: taking in, describing, choosing, and what keeps a picture."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Image
from articles.workflow import COMMAND_LINE, save_revision
from tests.admin.forms import data_of, words_of
from tests.makers import make_draft, make_image, make_live_article, make_user, picture

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/image/"
ADD = f"{LIST}add/"


def file(name="cranes.png", content=None, kind="text/html"):
    """The browser's word for its kind counts for nothing."""
    return SimpleUploadedFile(name, picture(name) if content is None else content, content_type=kind)


def change(image):
    return f"{LIST}{image.pk}/change/"


def test_several_are_taken_in_at_once_and_each_is_told(as_writer, writer):
    sent = {"file": [file("one.png"), file("two.png"), file("three.png", b"<svg>")]}
    response = as_writer.post(ADD, sent, follow=True)
    assert sorted(Image.objects.values_list("title", "created_by__username")) == [
        ("one", "wanda"),
        ("two", "wanda"),
    ]
    said = words_of(response)
    assert "“one.png”: Added to the library." in said
    assert "“three.png”: SVG files are not taken" in said
    assert response.redirect_chain == [(LIST, 302)]


def test_after_one_its_words_are_asked_for(as_writer):
    response = as_writer.post(ADD, {"file": file()}, follow=True)
    assert response.redirect_chain == [(change(Image.objects.get()), 302)]
    assert "Alternative text" in words_of(response)


def test_nothing_chosen_is_said(as_writer):
    assert "Choose a file." in words_of(as_writer.post(ADD, {}, follow=True))


def test_a_script_is_told_in_json(as_writer):
    sent = {"file": file(), "alt": "Four cranes."}
    answer = as_writer.post(ADD, sent, headers={"accept": "application/json"})
    image = Image.objects.get()
    assert (answer.status_code, image.alt) == (200, "Four cranes.")
    assert answer.json()["added"] is True
    assert answer.json()["image"]["uid"] == str(image.uid)
    again = as_writer.post(ADD, {"file": file()}, headers={"accept": "application/json"})
    assert again.status_code == 400
    assert again.json()["said"] == "This picture is in the library already: “cranes”."
    assert again.json()["image"]["uid"] == str(image.uid)


def test_of_two_answers_on_the_alternative_text_one_is_asked_for(as_writer):
    sent = {"file": file(), "alt": "Cranes", "is_decorative": "on"}
    answer = as_writer.post(ADD, sent, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert "not both" in answer.json()["said"]
    assert not Image.objects.exists()


def test_a_file_too_heavy_is_refused(as_writer):
    sent = {"file": file(content=b"\x89PNG\r\n\x1a\n".ljust(20 * 1024 * 1024 + 1, b"\0"))}
    assert "larger than 20 MB" in words_of(as_writer.post(ADD, sent, follow=True))


def test_the_list_shows_finds_and_sifts(as_editor):
    make_draft(lead_image=make_image("Türk limanı"))
    make_image("Bare", alt="")
    page = as_editor.get(LIST)
    assert page.content.decode().count('class="desk-thumb') == 2
    assert "Not used; no alternative text" in words_of(page)
    for query, found in {
        "q=turk+limani": ["Türk limanı"],
        "missing=alt": ["Bare"],
        "missing=use": ["Bare"],
    }.items():
        said = as_editor.get(f"{LIST}?{query}").context["cl"].result_list
        assert [image.title for image in said] == found


@pytest.mark.parametrize("address", [LIST, f"{LIST}choose/"])
def test_queries_of_the_list(as_editor, address):
    asked = []
    for count in (1, 2, 27):
        for number in range(count):
            make_live_article(f"{count} {number}", lead_image=make_image(f"{count} {number}"))
        with CaptureQueriesContext(connection) as queries:
            assert as_editor.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] == asked[2]


def test_words_and_focus_are_saved(as_editor):
    image = make_image(alt="")
    page = as_editor.get(change(image))
    data = data_of(page, alt="Four cranes.", credit="Ada", focal_x="20", focal_y="80", _save="1")
    as_editor.post(change(image), data)
    image.refresh_from_db()
    assert (image.alt, image.credit, image.focal_x, image.focal_y) == ("Four cranes.", "Ada", 20, 80)


def test_what_does_not_fit_is_said_and_given_back(as_editor):
    image = make_image()
    data = data_of(
        as_editor.get(change(image)), is_decorative="on", focal_x="101", caption="Typed", _save="1"
    )
    response = as_editor.post(change(image), data)
    assert "not both" in words_of(response)
    assert "Typed" in words_of(response)
    image.refresh_from_db()
    assert not image.is_decorative


def test_a_picture_another_writer_brought_is_to_be_read_only(as_writer):
    page = as_writer.get(change(make_image()))
    assert b'name="alt"' not in page.content
    assert b"_save" not in page.content


def test_deleting_what_is_in_use_lists_where(as_editor):
    image = make_image()
    make_live_article("Slow harbours", lead_image=image)
    page = as_editor.get(f"{LIST}{image.pk}/delete/")
    assert "is in use and cannot be deleted" in words_of(page)
    assert "Slow harbours" in words_of(page)
    as_editor.post(f"{LIST}{image.pk}/delete/", {"post": "yes"})
    assert Image.objects.exists()


def test_the_titles_of_others_drafts_are_not_told(as_writer, writer):
    image = make_image(by=writer)
    make_draft("Theirs, secret", lead_image=image)
    make_draft("My own", body=f'<figure data-image="{image.uid}"></figure>', by=writer)
    for page in (change(image), f"{LIST}{image.pk}/delete/"):
        said = words_of(as_writer.get(page))
        assert "My own" in said
        assert "1 article more" in said
        assert "secret" not in said


def test_what_nothing_uses_is_deleted(as_editor):
    image = make_image()
    page = as_editor.get(f"{LIST}{image.pk}/delete/")
    assert "Delete" in words_of(page)
    as_editor.post(f"{LIST}{image.pk}/delete/", data_of(page))
    assert not Image.objects.exists()


def test_the_dialog_is_offered_the_newest_what_is_found_and_what_is_named(as_writer):
    images = [make_image(f"Picture {number}") for number in range(30)]
    offered = as_writer.get(f"{LIST}choose/").json()["suggestions"]
    assert len(offered) == 24
    found = as_writer.get(f"{LIST}choose/?q=picture+29").json()["suggestions"]
    assert [image["label"] for image in found] == ["Picture 29"]
    named = as_writer.get(f"{LIST}choose/", {"uid": str(images[3].uid)}).json()["suggestions"]
    assert [image["label"] for image in named] == ["Picture 3"]
    assert as_writer.get(f"{LIST}choose/?uid=nonsense").json()["suggestions"] == []


def test_the_form_of_an_article_takes_a_lead_image_and_lets_it_go(as_editor):
    image, article = make_image(), make_draft()
    address = f"/admin/articles/article/{article.pk}/change/"
    as_editor.post(address, data_of(as_editor.get(address), lead_image=str(image.uid), _save="1"))
    assert Article.objects.get().lead_image == image
    page = as_editor.get(address)
    assert f'value="{image.uid}"' in page.content.decode()
    assert image.alt in words_of(page)
    as_editor.post(address, data_of(page, lead_image="", _save="1"))
    assert Article.objects.get().lead_image is None


@pytest.mark.parametrize("typed", ["nonsense", "8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11", "x" * 99])
def test_a_picture_that_is_not_there_is_refused_in_words(as_editor, typed):
    article = make_draft()
    address = f"/admin/articles/article/{article.pk}/change/"
    data = data_of(as_editor.get(address), lead_image=typed, title="Typed title", _save="1")
    response = as_editor.post(address, data)
    assert re.search("not in the library any more|at most 36 characters", words_of(response))
    assert "Typed title" in words_of(response)


def test_before_publishing_a_missing_alternative_text_is_named(as_publisher):
    article = make_draft(lead_image=make_image("Bare", alt=""))
    page = as_publisher.get(f"/admin/articles/article/{article.pk}/publish/")
    assert "The lead image “Bare” has no alternative text." in words_of(page)
    assert f"{change(article.lead_image)}#id_alt" in page.content.decode()


def test_a_comparison_names_the_pictures(as_publisher):
    old, new = make_image("Old one"), make_image("New one")
    article = make_live_article(lead_image=old)
    article.lead_image, article.body = new, article.body + f'<figure data-image="{new.uid}"></figure>'
    save_revision(article, by=COMMAND_LINE)
    said = words_of(as_publisher.get(f"/admin/articles/article/{article.pk}/publish/"))
    assert "Lead image" in said
    assert "[New one]" in said


@pytest.mark.parametrize(
    ("role", "saved"), [(None, []), ("Writer", ["Own"]), ("Editor", ["Another", "Own", "Seen"])]
)
def test_who_saves_which_words(client, superuser, role, saved):
    """Forms forged from what a superuser would be given."""
    user = make_user("umut", role)
    images = [make_image("Own", by=user) if role else make_image("Own"), make_image("Another")]
    images.append(make_image("Seen", by=user) if role else make_image("Seen"))
    make_live_article(lead_image=images[2])
    client.force_login(superuser)
    forms = [
        (change(image), data_of(client.get(change(image)), credit="Forged", _save="1")) for image in images
    ]
    client.force_login(user)
    for form in forms:
        client.post(*form)
    assert sorted(Image.objects.filter(credit="Forged").values_list("title", flat=True)) == saved


def test_of_very_many_uses_the_first_are_listed_and_none_is_counted(as_editor):
    image = make_image()
    Article.objects.bulk_create(
        Article(title=f"Draft {n}", slug=f"draft-{n}", lead_image=image) for n in range(51)
    )
    with CaptureQueriesContext(connection) as captured:
        said = words_of(as_editor.get(change(image)))
    assert said.count("Draft ") == 50
    assert "and more" in said
    asked = " ".join(query["sql"] for query in captured)
    assert "COUNT(" not in asked
    assert "LEFT OUTER JOIN" not in asked


def test_of_very_many_uses_by_others_a_writer_is_told_no_number(as_writer, writer):
    image = make_image(by=writer)
    Article.objects.bulk_create(
        Article(title=f"Draft {n}", slug=f"draft-{n}", lead_image=image) for n in range(51)
    )
    said = words_of(as_writer.get(change(image)))
    assert "and more" in said
    assert "Draft" not in said


def test_a_use_at_the_head_in_the_text_and_in_print_is_one_use(as_editor):
    image = make_image()
    figure = f'<figure data-image="{image.uid}"></figure>'
    make_live_article("Slow harbours", lead_image=image, body=figure + "<p>Words.</p>")
    assert words_of(as_editor.get(change(image))).count("Slow harbours") == 1
