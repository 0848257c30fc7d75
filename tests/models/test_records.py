"""Disclaimers, the publication, authors and bylines: the rules the database holds and the words for them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Author, Byline, Disclaimer, Kind, Publication
from tests.makers import make_author, make_disclaimer, make_draft

pytestmark = pytest.mark.django_db


def test_a_language_has_one_default_disclaimer():
    make_disclaimer(is_default=True)
    second = Disclaimer(label="Another", language="en", wording="…", is_default=True)
    with pytest.raises(ValidationError, match="has a default disclaimer already"):
        second.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
    turkish = make_disclaimer("Yazarın görüşü", language="tr", is_default=True)
    assert Disclaimer.objects.default_for("tr") == turkish
    assert Disclaimer.objects.default_for("ko") is None


def test_many_disclaimers_are_not_the_default():
    for label in "abc":
        make_disclaimer(label)
    assert Disclaimer.objects.default_for("en") is None


def test_a_label_stands_once_in_a_language():
    make_disclaimer("Views of the author")
    make_disclaimer("Views of the author", language="tr")
    with pytest.raises(ValidationError, match="a disclaimer with this label"):
        Disclaimer(label="Views of the author", language="en", wording="…").full_clean()


def test_what_waits_for_approval_is_no_default():
    waiting = Disclaimer(label="New", language="en", wording="…", is_default=True, is_approved=False)
    with pytest.raises(ValidationError, match="waits for approval"):
        waiting.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        waiting.save()


def test_an_article_has_one_decision_about_its_disclaimer():
    disclaimer = make_disclaimer()
    with pytest.raises(ValidationError, match="not both"):
        make_draft(disclaimer=disclaimer, no_disclaimer=True)


def test_there_is_one_publication():
    assert Publication.objects.current().name == "Thinktank"
    assert Publication.objects.current().pk is None
    Publication.objects.create(name="Harbour Institute")
    assert Publication.objects.current().name == "Harbour Institute"
    for fields in ({}, {"singleton": False}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Publication.objects.create(name="Second", **fields)
    assert Publication.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Leyla Arslan", "leyla-arslan"), ("Şule Çağlayan", "sule-caglayan"), ("  İdil   Öz ", "idil-oz")],
)
def test_an_author_gets_an_address(name, slug):
    assert make_author(name).slug == slug


@pytest.mark.parametrize("name", ["김주형", "Владимир", "李明", "???"])
def test_a_name_in_any_script_gets_an_address(name):
    slug = make_author(name).slug
    assert slug
    assert slug.isascii()


def test_two_authors_of_one_name_have_two_addresses():
    slugs = [make_author("Ali Demir").slug for _ in range(3)]
    assert slugs == ["ali-demir", "ali-demir-2", "ali-demir-3"]


def test_an_address_stays_when_the_name_changes():
    author = make_author("Leyla Arslan")
    author.name = "Leyla Arslan Kaya"
    author.save()
    assert Author.objects.get().slug == "leyla-arslan"


def test_authors_sort_by_family_name_whatever_their_letters():
    for name in ("Zoe Adler", "Ahmet Şahin", "Ali Demir", "Çetin İnan", "Bora Sahil"):
        make_author(name)
    names = [author.name for author in Author.objects.all()]
    assert names == ["Zoe Adler", "Ali Demir", "Çetin İnan", "Bora Sahil", "Ahmet Şahin"]


@pytest.mark.parametrize("family", ["Kim", "kim", "Ju Hyung Kim", "Ju"])
def test_a_family_name_is_an_end_of_the_name(family):
    Author(name="Ju Hyung Kim", family_name=family).clean()


@pytest.mark.parametrize("family", ["Hyung", "Lee", "Ju Kim", "K"])
def test_another_family_name_is_refused(family):
    with pytest.raises(ValidationError, match="first or the last part"):
        Author(name="Ju Hyung Kim", family_name=family).clean()


def test_a_blank_byline_is_filled_from_the_author_and_then_stands_on_its_own():
    author = make_author("Ju Hyung Kim", honorific="Dr.", role="President", affiliation="An institute")
    line = Byline.objects.create(
        article=make_draft(author=make_author()), author=author, position=2, role="Fellow"
    )
    assert (line.name, line.honorific, line.role, line.affiliation) == (
        "Ju Hyung Kim",
        "Dr.",
        "Fellow",
        "An institute",
    )
    author.affiliation, author.honorific = "Elsewhere", "Prof."
    author.save()
    line.refresh_from_db()
    line.save()
    assert (line.affiliation, line.printed_name) == ("An institute", "Dr. Ju Hyung Kim")


def test_the_kinds_are_those_readers_know():
    assert {(k.label, k.schema_type) for k in Kind} == {
        ("Commentary", "OpinionNewsArticle"),
        ("Analysis", "AnalysisNewsArticle"),
        ("Policy brief", "Report"),
        ("Report", "Report"),
        ("Interview", "Article"),
        ("Summary", "Article"),
    }
