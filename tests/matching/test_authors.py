from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from articles.manuscripts import ManuscriptAuthor
from articles.matching import match_authors
from articles.models import Author, FormerAuthorName
from articles.workflow import COMMAND_LINE, merge_authors
from tests.makers import make_author, make_draft

pytestmark = pytest.mark.django_db


def match_author(read):
    return match_authors([read])[0]


def author(name, **fields):
    return Author.objects.create(name=name, **fields)


@pytest.mark.parametrize("written", ["Ayşe Işık", "AYŞE IŞIK", "ayse isik", "Ayse  Işik"])
def test_case_and_accents_do_not_part_a_name_from_its_record(written):
    record = author("Ayşe Işık")
    match = match_author(ManuscriptAuthor(written))
    assert (match.author, match.in_words()) == (record, "")


def test_a_name_that_is_only_like_another_is_not_it():
    record = author("Ayşe Işık")
    match = match_author(ManuscriptAuthor("Ayşe Işıklar"))
    assert (match.author, match.nearest) == (None, record)
    assert "Did you mean “Ayşe Işık”?" in match.in_words()


def test_nobody_is_proposed_for_a_name_unlike_all():
    author("Ayşe Işık")
    match = match_author(ManuscriptAuthor("Björn Thorvaldsen"))
    assert (match.author, match.nearest) == (None, None)
    assert "Did you mean" not in match.in_words()


@pytest.mark.parametrize(
    ("record", "written"),
    [
        ("Ju Hyung Kim", "Kim Ju Hyung"),
        ("Ju-Hyung Kim", "Kim, Ju Hyung"),
        ("Ayşe Gül Öz", "Ayse Gul Oz"),
        ("Ayşe Gül Öz", "ÖZ Ayşe Gül"),
        ("Siobhán O’Neill", "Siobhan O'Neill"),
        ("이순신", "이순신"),
    ],
)
def test_the_order_of_the_words_does_not_part_a_name_from_its_record(record, written):
    record = author(record)
    match = match_author(ManuscriptAuthor(written))
    assert match.author == record
    assert match.is_sure


def test_another_order_is_said():
    author("Ju Hyung Kim")
    said = match_author(ManuscriptAuthor("Kim Ju Hyung")).in_words()
    assert said == "“Kim Ju Hyung” was taken for “Ju Hyung Kim”: the same words. Check it."


def test_of_two_people_with_the_same_words_the_one_in_this_order_is_meant():
    author("Martin Paul")
    paul = author("Paul Martin")
    match = match_author(ManuscriptAuthor("Paul Martin"))
    assert (match.author, match.candidates, match.in_words()) == (paul, (), "")


@pytest.mark.parametrize("written", ["A. Öz", "Ayşe G. Öz", "Ayşe Öz", "Ayşegül Öz", "Ayşe Gül Özz"])
def test_initials_and_slips_are_asked_about(written):
    record = author("Ayşe Gül Öz")
    author("Björn Thorvaldsen")
    match = match_author(ManuscriptAuthor(written))
    assert (match.author, match.candidates) == (None, (record,))


def test_another_initial_is_another_person():
    author("Mira Solheim")
    assert match_author(ManuscriptAuthor("B. Solheim")).candidates == ()


def test_at_most_three_are_proposed_the_likeliest_first():
    for name in ("Mira Solheim", "Mira Solheims", "Mirja Solheim", "Mira Solhaug", "Ada Berg"):
        author(name)
    names = [found.name for found in match_author(ManuscriptAuthor("Mira Solhein")).candidates]
    assert len(names) == 3
    assert names[0] == "Mira Solheim"


def test_a_merged_record_leads_to_the_one_it_was_merged_into():
    kept, doubled = make_author("Leyla Arslan"), make_author("Leyla Aslan Demir")
    merge_authors(doubled, kept, by=COMMAND_LINE)
    match = match_author(ManuscriptAuthor("Leyla Aslan Demir"))
    assert (match.author, match.formerly) == (kept, "Leyla Aslan Demir")
    assert "is a former name of “Leyla Arslan”" in match.in_words()


def test_a_record_merged_twice_leads_to_the_last():
    first, second, third = make_author("Ada Moreau"), make_author("Ada Morin"), make_author("Ada Berg")
    merge_authors(first, second, by=COMMAND_LINE)
    merge_authors(second, third, by=COMMAND_LINE)
    names = {name: match_author(ManuscriptAuthor(name)).author for name in ("Ada Moreau", "Ada Morin")}
    assert names == {"Ada Moreau": third, "Ada Morin": third}


def test_who_changed_their_name_after_signing_is_found_under_both():
    record = make_author("Leyla Arslan")
    make_draft(author=record)
    record.name = "Leyla Demir"
    record.save()
    assert match_author(ManuscriptAuthor("Leyla Arslan")).author == record
    assert match_author(ManuscriptAuthor("Leyla Demir")).in_words() == ""


def test_a_name_somebody_has_now_is_theirs_and_not_one_somebody_had():
    record = make_author("Leyla Arslan")
    make_draft(author=record)
    record.name = "Leyla Demir"
    record.save()
    other = author("Leyla Arslan")
    assert match_author(ManuscriptAuthor("Leyla Arslan")).author == other


def test_names_from_before_there_was_a_form_are_found():
    kept, doubled = make_author("Leyla Arslan"), make_author("Leyla Aslan Demir")
    merge_authors(doubled, kept, by=COMMAND_LINE)
    Author.objects.update(name_form="")
    FormerAuthorName.objects.all().delete()
    backfill = import_module("articles.migrations.0017_names_of_authors_there_are")
    for step in (backfill.form_names, backfill.remember_merged_names):
        step(apps, SimpleNamespace(connection=connection))
    for name in ("Arslan Leyla", "Leyla Aslan Demir"):
        assert match_author(ManuscriptAuthor(name)).author == kept


@pytest.mark.parametrize("number", [1, 3, 300])
def test_those_there_are_take_two_queries_whoever_else_there_is(number, django_assert_num_queries):
    for place in range(number):
        author(f"Mira Solheim{place}")
    people = [ManuscriptAuthor(f"Solheim{place} Mira") for place in range(min(number, 3))]
    with django_assert_num_queries(2):  # by the present name, by a former one
        assert all(match.author for match in match_authors(people))
    with django_assert_num_queries(4):  # and for a stranger: who shares a word, and the best of them
        assert match_author(ManuscriptAuthor("Mira Solhem")).candidates


def test_the_affiliation_decides_among_namesakes():
    author("Ada Berg", affiliation="North Institute")
    south = author("Ada Berg", affiliation="South Institute")
    match = match_author(ManuscriptAuthor("Ada Berg", affiliation="south institute"))
    assert match.author == south
    assert match.in_words() == ""


def test_namesakes_nothing_tells_apart_are_a_doubt():
    first = author("Ada Berg", affiliation="North Institute", is_approved=False)
    approved = author("Ada Berg", affiliation="South Institute")
    match = match_author(ManuscriptAuthor("Ada Berg", affiliation="East Institute"))
    assert match.author == approved != first
    assert (
        "More than one author is called “Ada Berg”; this was taken for Ada Berg, South Institute."
        in match.in_words()
    )
