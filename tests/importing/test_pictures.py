"""Pictures of a manuscript on their way into the library."""

from dataclasses import replace

import pytest
from django.core.files.storage import default_storage

from articles.importing import make_draft, understand
from articles.manuscripts import Picture, read_bytes
from articles.models import Article, Image
from articles.text import figures_in
from articles.workflow import COMMAND_LINE, Refusal, readiness
from tests.makers import make_image, picture

pytestmark = pytest.mark.django_db

CRANES = Picture("picture-1.png", picture("Cranes"))
BROKEN = Picture("picture-2.png", picture("Broken")[:60])
TEXT = b"Title: Ice on the Strait\n\nHarbours close in winter because nobody has paid for the icebreaker.\n"


def understood(*pictures):
    manuscript = read_bytes(TEXT, "ice.txt")
    figures = "".join(
        f'<figure data-image="{picture.uid}"><figcaption>Under {picture.name}</figcaption></figure>'
        for picture in pictures
    )
    return understand(replace(manuscript, body_html=manuscript.body_html + figures, pictures=pictures))


def test_a_picture_comes_with_the_draft_and_not_before():
    seen = understood(CRANES)
    assert not Image.objects.exists()
    article = make_draft(seen, by=COMMAND_LINE)
    image = Image.objects.get()
    assert figures_in(article.body) == (str(image.uid),)
    assert "Under picture-1.png" in article.body
    assert (image.title, image.alt) == ("Ice on the Strait, picture 1", "")
    assert article.figures.get().image == image


def test_without_alternative_text_it_stands_in_the_way_and_is_said():
    seen = understood(CRANES)
    assert "Picture 1 needs alternative text before the piece is published." in seen.doubts
    assert "figure-alt" in {problem.code for problem in readiness(make_draft(seen, by=COMMAND_LINE))}


@pytest.mark.parametrize(
    ("description", "alt"),
    [
        ("Two cranes over an empty quay.", "Two cranes over an empty quay."),
        ("A picture containing sky\n\nDescription automatically generated", ""),
    ],
)
def test_what_a_person_wrote_of_it_is_its_alternative_text(description, alt):
    seen = understood(replace(CRANES, description=description))
    make_draft(seen, by=COMMAND_LINE)
    assert Image.objects.get().alt == alt
    assert ("Picture 1 needs" in " ".join(seen.doubts)) is not bool(alt)


def test_one_the_library_has_is_taken_from_there_with_its_words():
    image = make_image("Cranes")
    seen = understood(CRANES)
    assert "Picture 1 is in the library already: “Cranes”." in seen.doubts
    article = make_draft(seen, by=COMMAND_LINE)
    assert Image.objects.get() == image
    assert figures_in(article.body) == (str(image.uid),)


def test_of_one_that_cannot_be_read_the_words_stay():
    seen = understood(BROKEN, CRANES)
    assert any(
        doubt.startswith("Picture 1 is left out, the words under it stay in the text: The file is damaged")
        for doubt in seen.doubts
    )
    article = make_draft(seen, by=COMMAND_LINE)
    assert "<p>Under picture-2.png</p>" in article.body
    assert figures_in(article.body) == (str(Image.objects.get().uid),)


def test_one_that_was_taken_out_of_the_text_stays_out_of_the_library():
    seen = replace(understood(), manuscript=replace(understood().manuscript, pictures=(CRANES,)))
    make_draft(seen, by=COMMAND_LINE)
    assert not Image.objects.exists()


def test_where_the_draft_fails_neither_picture_nor_file_is_left():
    make_draft(understood(), by=COMMAND_LINE)
    before = files()
    with pytest.raises(Refusal, match="Ice on the Strait"):
        make_draft(understood(CRANES), by=COMMAND_LINE)
    assert not Image.objects.exists()
    assert files() == before
    assert Article.objects.count() == 1


def files(folder=""):
    folders, names = default_storage.listdir(folder) if default_storage.exists(folder or ".") else ([], [])
    return sorted(names) + [name for inner in folders for name in files(f"{folder}/{inner}".strip("/"))]
