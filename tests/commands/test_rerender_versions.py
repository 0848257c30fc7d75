"""Published versions rendered again: mark-up is mended, no word and no address within a text goes."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction

from articles.models import Version
from articles.models.immutability import installed, lifted
from articles.workflow import COMMAND_LINE, create_draft, publish, withdraw
from tests.makers import make_author, make_disclaimer, make_image, make_live_article, make_topic

pytestmark = pytest.mark.django_db

BODY = "<p>The Security Management Institute (SMI).<span class='footnote'>One.</span></p><h2>Two</h2><p>SMI again.</p>"


def run(*arguments):
    out = io.StringIO()
    call_command("rerender_versions", *arguments, stdout=out)
    return out.getvalue().splitlines()


def as_once_printed(version, **columns):
    """As if a renderer of an earlier day had printed it."""
    with transaction.atomic(), lifted(connection):
        models.QuerySet(Version).filter(pk=version.pk).update(**columns)


@pytest.fixture
def version():
    article = make_live_article(body=BODY)
    version = article.versions.get()
    as_once_printed(
        version, body=version.body.replace('<abbr title="Security Management Institute">SMI</abbr>', "SMI")
    )
    return Version.objects.get(pk=version.pk)


def columns_of(version):
    return {field.attname: getattr(version, field.attname) for field in Version._meta.concrete_fields}


def test_what_an_earlier_renderer_printed_is_mended_and_nothing_else(version):
    before = columns_of(version)
    assert run() == ["slow-harbours, version 1: body", "Versions rendered anew: 1."]
    after = columns_of(Version.objects.get())
    assert {name for name in before if before[name] != after[name]} == {"body"}
    assert '<abbr title="Security Management Institute">SMI</abbr> again' in after["body"]
    assert run() == ["Versions rendered anew: 0."]


def test_the_guard_is_back(version):
    run()
    assert installed(connection)
    with pytest.raises(DatabaseError, match="immutable"), transaction.atomic():
        models.QuerySet(Version).update(body="x")


def test_a_dry_run_changes_nothing(version):
    assert run("--dry-run") == ["slow-harbours, version 1: body", "Versions would be rendered anew: 1."]
    assert Version.objects.get().body == version.body


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("again.", "once more.", "its words would change"),
        ('id="two"', 'id="deux"', "links to #deux would lead nowhere"),
    ],
)
def test_a_version_whose_words_or_addresses_would_go_is_left(version, old, new, why):
    printed = version.body.replace(old, new)
    as_once_printed(version, body=printed)
    with pytest.raises(CommandError, match="left as they are: 1"):
        run()
    assert Version.objects.get().body == printed
    with pytest.raises(CommandError):
        call_command("rerender_versions", stdout=(out := io.StringIO()))
    assert f"slow-harbours, version 1: left as it is: {why}" in out.getvalue()


def test_notes_count_among_the_words(version):
    as_once_printed(version, endnotes=[{"number": 1, "html": "Another."}])
    with pytest.raises(CommandError):
        run()
    assert Version.objects.get().endnotes == [{"number": 1, "html": "Another."}]


def test_others_are_mended_beside_one_that_is_left(version):
    other = make_live_article(
        "Plain piece", body="<p>Text.</p>", author=make_author("Ada Moreau")
    ).versions.get()
    as_once_printed(other, body="<p>Other text.</p>")
    with pytest.raises(CommandError):
        run()
    assert "<abbr" in Version.objects.get(pk=version.pk).body
    assert Version.objects.get(pk=other.pk).body == "<p>Other text.</p>"


def test_a_figure_keeps_the_caption_of_its_day():
    image = make_image("Quay wall", caption="The quay at low water.")
    article = create_draft(
        by=COMMAND_LINE,
        title="Slow harbours",
        body=f'{BODY}<figure data-image="{image.uid}"></figure>',
        bylines=[],
        topics=[make_topic()],
        disclaimer=make_disclaimer(),
    )
    article.bylines.create(author=make_author(), position=1, name="Leyla Arslan")
    publish(article, by=COMMAND_LINE)
    printed = article.versions.get().body
    assert "The quay at low water." in printed
    image.caption = "Another caption."
    image.save()
    assert run() == ["Versions rendered anew: 0."]
    as_once_printed(article.versions.get(), body=printed.replace("<abbr ", "<abbr lang='en' "))
    assert run()[0] == "slow-harbours, version 1: body"
    assert article.versions.get().body == printed


def test_a_withdrawal_has_no_text_to_render():
    article = make_live_article()
    withdraw(article, by=COMMAND_LINE, note="The figures did not hold.")
    assert run() == ["Versions rendered anew: 0."]
