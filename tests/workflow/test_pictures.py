"""Pictures of an article: what stands in the way, what is printed, what a version keeps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Image, Version, clock
from articles.workflow import (
    COMMAND_LINE,
    publish,
    readiness,
    reinstate,
    restore_revision,
    save_revision,
    withdraw,
)
from articles.workflow.snapshots import content_hash, snapshot
from tests.makers import (
    NOON,
    make_change,
    make_draft,
    make_image,
    make_live_article,
    make_scheduled_article,
    utc,
)

pytestmark = pytest.mark.django_db


def figure(image, caption=""):
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<p>Words.</p><figure data-image="{image.uid}">{caption}</figure>'


def codes(article):
    return [(problem.code, problem.field, problem.record) for problem in readiness(article)]


def test_a_picture_without_alternative_text_stands_in_the_way():
    bare = make_image(alt="")
    assert codes(make_draft(lead_image=bare)) == [("lead-image-alt", "lead_image", bare)]
    assert codes(make_draft(body=figure(bare))) == [("figure-alt", "body", bare)]
    assert codes(make_draft(lead_image=bare, body=figure(bare))) == [("lead-image-alt", "lead_image", bare)]
    bare.is_decorative = True
    bare.save()
    assert codes(make_draft(lead_image=bare, body=figure(bare))) == []


def test_a_figure_of_a_picture_that_is_gone_stands_in_the_way():
    image = make_image()
    body = figure(image)
    image.delete()
    article = make_draft(body=body)
    assert codes(article) == [("figure-gone", "body", None)]


def test_a_version_prints_figures_and_keeps_its_pictures():
    lead, other = make_image("Lead"), make_image("Other", caption="From the library")
    article = make_live_article(body=figure(other) + figure(lead, "My own words"), lead_image=lead)
    version = article.versions.get()
    assert set(version.printed_images.values_list("image__title", flat=True)) == {"Lead", "Other"}
    assert version.body.count("<picture>") == 2
    assert "<figcaption>From the library <span" in version.body
    assert "<figcaption>My own words <span" in version.body
    assert version.lead_image["alt"] == "What is to be seen: Lead."
    assert version.lead_image["src"] == lead.url("png", 64)


def test_what_is_printed_keeps_the_words_it_was_printed_with():
    image = make_image()
    version = make_live_article(body=figure(image), lead_image=image).versions.get()
    image.alt = image.caption = image.credit = "Something else"
    image.save()
    after = Version.objects.get(pk=version.pk)
    assert (after.body, after.lead_image) == (version.body, version.lead_image)
    assert "Something else" not in f"{after.body}{after.lead_image}"


def test_text_from_before_there_were_pictures_keeps_its_hash():
    data = snapshot(make_draft())
    assert "lead_image" not in data
    assert "images" not in data["named"]
    assert content_hash(data) == content_hash({k: v for k, v in data.items() if k != "lead_image"})


def test_another_lead_image_is_a_change_and_other_words_in_the_library_are_none():
    image = make_image()
    article = make_live_article(lead_image=image)
    first = article.content_hash
    image.title = image.alt = "Renamed"
    image.save()
    article.refresh_from_db()
    save_revision(article, by=COMMAND_LINE)
    assert (article.content_hash, article.revisions.count()) == (first, 1)
    article.lead_image = make_image("Another")
    save_revision(article, by=COMMAND_LINE)
    assert article.content_hash != first


def test_an_earlier_picture_is_put_back_or_named_where_it_is_gone():
    kept, gone = make_image("Kept"), make_image("Gone")
    article = make_draft(lead_image=kept)
    article.lead_image = gone
    save_revision(article, by=COMMAND_LINE)
    restore_revision(article, 1, by=COMMAND_LINE)
    article.refresh_from_db()
    assert article.lead_image == kept
    gone.delete()
    _revision, missing = restore_revision(article, 2, by=COMMAND_LINE)
    article.refresh_from_db()
    assert (article.lead_image, missing) == (None, ["Gone"])


def test_a_tombstone_shows_no_picture_and_reinstating_brings_it_back():
    image = make_image()
    article = make_live_article(lead_image=image, body=figure(image))
    withdraw(article, by=COMMAND_LINE, note="The figures did not hold.")
    assert article.versions.get(number=2).lead_image == {}
    assert not article.versions.get(number=2).printed_images.exists()
    reinstate(article, by=COMMAND_LINE)
    first, last = article.versions.get(number=1), article.versions.get(number=3)
    assert (last.body, last.lead_image) == (first.body, first.lead_image)
    assert last.printed_images.get().image == image


def test_a_cancelled_version_lets_go_of_its_pictures():
    image = make_image()
    with clock.fixed(NOON):
        article = make_scheduled_article(at=utc(2026, 5, 1), body=figure(image))
        make_change(article)
        publish(article, by=COMMAND_LINE, at=utc(2026, 5, 2), reason="first")
    assert not Image.objects.with_use(NOON).get().in_use


def test_use_and_sight_of_a_picture():
    image = make_image()
    make_scheduled_article(at=utc(2090, 1, 1), lead_image=image)
    used = Image.objects.with_use(clock.now()).get()
    assert (used.in_use, used.is_public) == (True, False)
    assert Image.objects.with_use(utc(2090, 1, 1)).get().is_public


def test_a_save_asks_as_often_for_one_figure_as_for_many():
    asked = []
    for count in (1, 3, 30):
        images = [make_image(f"{count} {number}") for number in range(count)]
        article = make_draft(f"With {count}", body="".join(map(figure, images)))
        article.title += " changed"
        with CaptureQueriesContext(connection) as queries:
            save_revision(article, by=COMMAND_LINE)
        asked.append(len(queries))
    assert len(set(asked)) == 1
