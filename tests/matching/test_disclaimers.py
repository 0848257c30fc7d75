import pytest

from articles.matching import match_disclaimer
from articles.matching.disclaimers import difference
from articles.models import Disclaimer
from tests.makers import make_disclaimer

pytestmark = pytest.mark.django_db

OLD = "The views are those of the author and do not bind the institute."


def test_the_same_wording_in_the_same_language_goes_first():
    wording = "The author's views are their own."
    Disclaimer.objects.create(label="A", language="tr", wording=wording)
    english = Disclaimer.objects.create(label="B", language="en", wording=wording)
    assert match_disclaimer("The authors’ views are their own", "en").disclaimer == english


def test_an_approved_record_goes_before_one_that_waits():
    wording = "The author's views are their own."
    Disclaimer.objects.create(label="A", wording=wording, is_approved=False)
    approved = Disclaimer.objects.create(label="B", wording=wording)
    assert match_disclaimer(wording, "en").disclaimer == approved


def test_a_word_more_is_another_wording():
    record = Disclaimer.objects.create(
        label="A", wording="The views are those of the author and bind the institute."
    )
    match = match_disclaimer("The views are those of the author and do not bind the institute.", "en")
    assert (match.disclaimer, match.nearest) == (None, record)


def test_a_wording_with_little_in_common_is_shown_beside_the_nearest():
    Disclaimer.objects.create(label="A", wording="Nobody answers for this text but its author.")
    said = match_disclaimer(
        "The views are those of the author and do not bind the institute.", "en"
    ).in_words()
    assert said.endswith("The nearest, “A”, says: “Nobody answers for this text but its author.”")


def test_differences_are_said_in_words():
    said = difference("the old views are only ours", "the new views are ours alone")
    assert said == "“new” instead of “old”, “only” left out, “alone” added"


@pytest.mark.parametrize(
    "read",
    [
        "The views are those of the authors, and do not bind the Institute",
        "The views are those of the author(s) and do not bind the institute.",
        "The  views are those of the author and\ndo not bind the institute.",
    ],
)
def test_number_quotes_and_spaces_make_no_new_wording(read):
    record = make_disclaimer(wording=OLD)
    assert match_disclaimer(read, "en").disclaimer == record


@pytest.mark.parametrize("whose", ["her", "their", "his or her", "his/her"])
def test_whose_they_are_makes_no_new_wording(whose):
    record = make_disclaimer(wording="The author writes in his personal capacity.")
    assert match_disclaimer(f"The author writes in {whose} personal capacity.", "en").disclaimer == record


def test_a_former_wording_leads_to_its_record_and_is_said():
    record = make_disclaimer(wording=OLD)
    record.wording = "What is said here is said by the author alone."
    record.save()
    match = match_disclaimer(OLD, "en")
    assert (match.disclaimer, match.is_former, match.nearest) == (record, True, None)
    assert "It carries a former wording of the disclaimer “Views of the author”" in match.in_words()
    assert {part.change for part in match.changes} >= {"added", "removed"}


def test_a_present_wording_goes_before_a_former_one():
    first = make_disclaimer(wording=OLD)
    first.wording = "Something else."
    first.save()
    second = make_disclaimer("Second", wording=OLD)
    assert match_disclaimer(OLD, "en").disclaimer == second


@pytest.mark.parametrize("number", [1, 3, 300])
def test_two_queries_however_many_there_are(number, django_assert_num_queries):
    for place in range(number):
        make_disclaimer(f"Label {place}", wording=f"The views of author {place} are of interest.")
    with django_assert_num_queries(2):  # wordings, former ones
        assert match_disclaimer(OLD, "en").nearest
