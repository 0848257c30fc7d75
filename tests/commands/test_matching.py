import pytest

from articles.manuscripts import ManuscriptAuthor
from articles.matching import difference, match_author, match_disclaimer
from articles.models import Author, Disclaimer

pytestmark = pytest.mark.django_db


def author(name, **fields):
    return Author.objects.create(name=name, **fields)


@pytest.mark.parametrize("written", ["Ayşe Işık", "AYŞE IŞIK", "ayse isik", "Ayse  Işik"])
def test_case_and_accents_do_not_part_a_name_from_its_record(written):
    record = author("Ayşe Işık")
    assert match_author(ManuscriptAuthor(written)).author == record


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
