"""What the library takes in, and who may describe and delete it."""

import io

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from PIL import Image as Pillow

from articles.models import Image
from articles.workflow import COMMAND_LINE, Refusal, add_image, delete_image, describe_image, library
from tests.makers import (
    make_change,
    make_draft,
    make_editor,
    make_image,
    make_live_article,
    make_scheduled_article,
    make_user,
    make_writer,
    picture,
    utc,
)

pytestmark = pytest.mark.django_db


def figure(image):
    return f'<p>Words.</p><figure data-image="{image.uid}"></figure>'


def said(call, *args, **kwargs):
    with pytest.raises(Refusal) as refusal:
        call(*args, **kwargs)
    return str(refusal.value)


def test_a_picture_is_taken_in_with_its_files():
    image, told = add_image(picture("a", (600, 300)), by=COMMAND_LINE, name="C:\\Photos\\slow_harbours-2.PNG")
    assert (image.title, image.width, image.height, image.format) == ("slow harbours 2", 600, 300, "png")
    assert (image.created_by_name, told, image.is_described) == ("command line", "", False)
    assert len(list(image.files())) == 6
    for name, width, path in image.files():
        with default_storage.open(path) as file:
            drawn = Pillow.open(io.BytesIO(file.read()))
        assert (drawn.format, drawn.size) == (name.upper(), (width, image.height_at(width)))


def test_the_name_of_a_file_becomes_one_clean_line():
    assert make_title("a\u202egpj.exe\x00.png") == "agpj.exe"
    assert make_title("../../etc/passwd.png") == "passwd"
    assert make_title("x" * 999 + ".png") == "x" * 200
    assert make_title("___.png").startswith("Picture of ")


def make_title(name):
    image, _told = add_image(picture(name), by=COMMAND_LINE, name=name)
    return image.title


def test_the_same_file_again_is_told():
    image = make_image("Cranes")
    assert (
        said(add_image, picture("Cranes"), by=COMMAND_LINE)
        == "This picture is in the library already: “Cranes”."
    )
    assert Image.objects.get() == image


def test_of_two_who_send_the_same_file_at_once_one_is_told(monkeypatch):
    image = make_image("Cranes")
    answers = iter([None, library._refuse_known])
    monkeypatch.setattr(library, "_refuse_known", lambda sha: (answer := next(answers)) and answer(sha))
    before = set(default_storage.listdir("images")[0])
    assert "in the library already" in said(add_image, picture("Cranes"), by=COMMAND_LINE)
    assert Image.objects.get() == image
    assert {
        name for name in default_storage.listdir("images")[0] if default_storage.listdir(f"images/{name}")[1]
    } <= before


def test_what_cannot_be_taken_is_said_in_words():
    assert "none of the kinds of picture" in said(add_image, b"MZ", by=COMMAND_LINE)
    assert "SVG files are not taken" in said(add_image, b"<svg>", by=COMMAND_LINE)
    assert "damaged" in said(add_image, picture()[:60], by=COMMAND_LINE)
    assert "The file is empty." in said(add_image, b"", by=COMMAND_LINE)
    assert not Image.objects.exists()


def test_every_reason_has_words():
    assert set(library.UNFIT) == set(library.Why)


def test_a_moving_picture_says_that_it_stands_still_now():
    frames = [Pillow.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    _image, told = add_image(file.getvalue(), by=COMMAND_LINE)
    assert "first picture" in told


@pytest.mark.parametrize("make", [make_user, lambda: make_user("ida", "Writer", is_active=False)])
def test_who_has_no_role_adds_nothing(make):
    with pytest.raises(PermissionDenied):
        add_image(picture(), by=make())
    assert not Image.objects.exists()


def test_a_writer_describes_their_own_until_readers_have_seen_it():
    wanda, emre = make_writer(), make_editor()
    own, other = make_image("Own", by=wanda), make_image("Other", by=emre)
    own.alt = "Four cranes."
    describe_image(own, by=wanda)
    with pytest.raises(PermissionDenied):
        describe_image(other, by=wanda)
    make_live_article(lead_image=own)
    with pytest.raises(PermissionDenied):
        describe_image(own, by=wanda)
    own.alt = "Five cranes."
    describe_image(own, by=emre)
    assert Image.objects.get(pk=own.pk).alt == "Five cranes."


def test_a_picture_has_one_decision_on_its_alternative_text():
    image = make_image()
    image.is_decorative = True
    with pytest.raises(ValidationError, match="not both"):
        describe_image(image, by=COMMAND_LINE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Image.objects.filter(pk=image.pk).update(is_decorative=True)


def test_the_focus_lies_inside():
    image = make_image()
    image.focal_x = 101
    with pytest.raises(ValidationError, match="between 0 and 100"):
        describe_image(image, by=COMMAND_LINE)


@pytest.mark.parametrize(
    "use",
    [
        lambda image: make_draft(lead_image=image),
        lambda image: make_draft(body=figure(image)),
        lambda image: make_change(make_live_article(body=figure(image))),
        lambda image: make_change(make_live_article(lead_image=image), lead_image=None),
        lambda image: make_scheduled_article(at=utc(2090, 1, 1), body=figure(image)),
    ],
    ids=["lead", "figure", "printed figure", "printed lead", "waiting"],
)
def test_what_is_in_use_stays(use):
    image = make_image()
    use(image)
    assert "is in use" in said(delete_image, image, by=COMMAND_LINE)
    assert all(default_storage.exists(path) for _name, _width, path in image.files())


def test_what_nothing_uses_goes_with_its_files(django_capture_on_commit_callbacks):
    image = make_image()
    draft = make_draft(body=figure(image))
    make_change(draft)
    with django_capture_on_commit_callbacks(execute=True):
        delete_image(image, by=COMMAND_LINE)
    assert not Image.objects.exists()
    assert not any(default_storage.exists(path) for _name, _width, path in image.files())


def test_a_writer_deletes_their_own_only():
    wanda = make_writer()
    with pytest.raises(PermissionDenied):
        delete_image(make_image("Other"), by=wanda)
    delete_image(make_image("Own", by=wanda), by=wanda)
    assert [image.title for image in Image.objects.all()] == ["Other"]
