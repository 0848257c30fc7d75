"""What an editor decides about a manuscript, and what becomes of it."""

import pytest

from articles.importing import Decisions, Record, make_draft, understand
from articles.manuscripts import read_bytes
from articles.models import Article, Author, Disclaimer
from articles.workflow import COMMAND_LINE, Refusal, readiness, take_manuscript
from tests.makers import make_author, make_disclaimer, make_topic

pytestmark = pytest.mark.django_db

TEXT = """\
Title: Ice on the Strait

By Dr. Mira Solheim, Research Director, Fjord Institute, and Ada Berg, Fellow, Fjord Institute

Harbours close in winter because nobody has paid for the icebreaker. That is the whole of the matter.

The ministry has the figures, and has had them since the last hard frost.

* Dr. Mira Solheim is the Research Director at the Fjord Institute.

** Ada Berg is a Fellow at the Fjord Institute.

*** The views expressed in this article are the authors' own and do not bind the institute.
"""


def understood(text=TEXT, title=""):
    return understand(read_bytes(text.encode(), "ice.txt"), title=title)


def draft(**decisions):
    return make_draft(understood(), by=COMMAND_LINE, decisions=Decisions(**decisions))


def names(article):
    return [(line.name, line.note.split(" is ")[0]) for line in article.bylines.all()]


def test_undecided_known_records_are_taken_and_unknown_authors_wait():
    known = make_author("Ada Berg")
    article = draft()
    assert [line.author for line in article.bylines.all()][1] == known
    assert list(Author.objects.exclude(pk=known.pk).values_list("name", "is_approved")) == [
        ("Mira Solheim", False)
    ]
    assert names(article) == [("Mira Solheim", "Dr. Mira Solheim"), ("Ada Berg", "Ada Berg")]


def test_undecided_an_unknown_wording_is_never_attached_nor_is_the_default_in_its_place():
    make_disclaimer(is_default=True)
    article = draft()
    assert (article.disclaimer, article.no_disclaimer) == (None, False)
    assert Disclaimer.objects.count() == 1
    assert "disclaimer" in {problem.code for problem in readiness(article)}


def test_a_new_wording_waits_for_approval():
    article = draft(disclaimer=Record.NEW)
    assert article.disclaimer.wording.startswith("The views expressed in this article are the authors' own")
    assert not article.disclaimer.is_approved


def test_another_wording_may_be_chosen_or_none():
    chosen = make_disclaimer()
    assert draft(disclaimer=chosen).disclaimer == chosen
    Article.objects.all().delete()
    article = draft(disclaimer=Record.NONE)
    assert (article.disclaimer, article.no_disclaimer) == (None, True)


def test_a_former_wording_may_be_kept_as_a_new_one():
    record = make_disclaimer(
        wording="The views expressed in this article are the author's own and do not bind the institute."
    )
    record.wording = "What is said here is said by the author alone."
    record.save()
    assert understood().disclaimer.disclaimer == record
    article = draft(disclaimer=Record.NEW)
    assert article.disclaimer != record
    assert article.disclaimer.wording == understood().manuscript.disclaimer


def test_the_author_that_was_meant_prints_as_their_record_is_spelt():
    meant = make_author("Mira Sólheim-Vik")
    article = draft(authors={0: meant})
    line = article.bylines.first()
    assert (line.author, line.printed_name, line.role) == (
        meant,
        "Dr. Mira Sólheim-Vik",
        "Research Director",
    )


def test_a_namesake_may_be_somebody_new():
    make_author("Ada Berg")
    article = draft(authors={1: Record.NEW})
    assert Author.objects.filter(name="Ada Berg").count() == 2
    assert not article.bylines.last().author.is_approved


@pytest.mark.parametrize("decided", [Record.NONE, "the other"])
def test_the_note_of_a_line_that_is_no_author_of_its_own_stays_in_the_text(decided):
    one = make_author("Mira Solheim")
    article = draft(authors={1: one if decided == "the other" else decided})
    assert names(article) == [("Mira Solheim", "Dr. Mira Solheim")]
    assert article.body.endswith("<p>Ada Berg is a Fellow at the Fjord Institute.</p>")


def test_a_disclaimer_that_is_known_can_be_decided_later():
    make_disclaimer(
        wording="The views expressed in this article are the authors’ own and do not bind the institute."
    )
    assert understood().disclaimer.disclaimer
    assert draft(disclaimer=Record.LATER).disclaimer is None


def test_a_language_that_is_given_wins():
    assert understood().language == "en"
    assert understand(read_bytes(TEXT.encode(), "ice.txt"), language="tr").language == "tr"


def test_the_file_goes_with_its_draft():
    file = take_manuscript(TEXT.encode(), by=COMMAND_LINE, name="ice.txt")
    article = make_draft(understood(), by=COMMAND_LINE, original=file)
    assert [kept.sha256 for kept in article.manuscript_files.all()] == [article.manuscript_sha256]


def test_what_was_left_out_is_in_the_log_of_the_draft():
    text = TEXT.replace("Title: Ice on the Strait", "Ice on the Strait*").replace(
        "* Dr. Mira", "* This article first appeared in the Harbour Review on 3 May 2026.\n\n* Dr. Mira"
    )
    event = make_draft(understood(text), by=COMMAND_LINE).events.get()
    assert event.action == "imported"
    assert (
        event.detail
        == "left out of the text: “* This article first appeared in the Harbour Review on 3 May 2026.”"
    )
    Article.objects.all().delete()
    assert draft().events.get().detail == ""


def test_topics_are_those_that_were_ticked():
    ticked, offered = make_topic("Winter"), make_topic("Icebreakers")
    assert {match.topic for match in understood().topics} == {ticked, offered}
    assert list(draft(topics=[ticked]).topics.all()) == [ticked]


def test_the_same_file_twice_is_refused():
    draft()
    with pytest.raises(Refusal, match="Ice on the Strait"):
        draft()
    assert Article.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3, 300])
def test_to_understand_takes_as_many_queries_whatever_there_is(number, django_assert_num_queries):
    for name in ("Mira Solheim", "Ada Berg"):
        make_author(name)
    for place in range(number):
        make_author(f"Mira Solheim{place}")
        make_topic(f"Winter {place}")
        make_disclaimer(f"Label {place}", wording=f"The views of author {place} are of interest.")
    manuscript = read_bytes(TEXT.encode(), "ice.txt")
    with django_assert_num_queries(6):
        # authors, former names; wordings, former ones; the same file; topics
        understand(manuscript)
