"""From a file to a draft on the desk: bringing it, the review, and the file afterwards."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Article, Author, Disclaimer, Image, ManuscriptFile
from tests.admin.forms import data_of, words_of
from tests.makers import make_author, make_disclaimer, make_draft, make_original, make_topic, make_writer

pytestmark = pytest.mark.django_db
BRING = "/admin/articles/article/manuscript/"
WORDING = "The views expressed in this article are those of the author alone, not of the Fjord Institute."
TEXT = f"""\
Ice on the Strait

By Dr. Mira Solheim

Harbours close in winter because nobody has paid for the icebreaker. That is the whole of the matter.

What it costs

The ministry has the figures, and has had them since the last hard frost. Nobody has asked for them.

* Dr. Mira Solheim is the Research Director at the Fjord Institute.

** {WORDING}
"""


def bring(client, text=TEXT, name="ice.txt", **sent):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(BRING, {"file": SimpleUploadedFile(name, content), "text": "", **sent}, follow=True)


def answer(client, page, **changes):
    """Send the review that `page` shows, with some of its answers changed."""
    return client.post(page.redirect_chain[-1][0], data_of(page, **changes), follow=True)


def review_of(client, text=TEXT, **options):
    page = bring(client, text, **options)
    assert re.fullmatch(rf"{BRING}\d+/", page.redirect_chain[-1][0])
    return page


def again(page, response):
    """The response to a review, to be answered like the page before."""
    response.redirect_chain = page.redirect_chain
    return response


def number_of(page, beginning):
    """The field of the block that begins so."""
    return next(b.field for b in page.context["blocks"] if b.part.text.startswith(beginning)).replace(
        "-", "__"
    )


@pytest.fixture
def known(db):
    """Everything the manuscript names is on record."""
    return make_author("Mira Solheim"), make_disclaimer(wording=WORDING)


class TestBringing:
    def test_a_file_is_shown_as_understood_and_nothing_else_is_saved(self, as_writer, writer):
        page = review_of(as_writer)
        said = words_of(page)
        assert "45 characters" not in said
        assert "13 characters, no full stop, a paragraph follows" in said
        file = ManuscriptFile.objects.get()
        assert (bytes(file.data).decode(), file.created_by, file.article) == (TEXT, writer, None)
        assert file.sha256 in said
        for model in (Article, Author, Disclaimer, Image):
            assert not model.objects.exists()

    def test_pasted_words_are_a_manuscript_too(self, as_writer):
        page = as_writer.post(BRING, {"text": TEXT}, follow=True)
        assert page.context["form"].initial["title"] == "Ice on the Strait"

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("ice.pdf", b"%PDF-1.7", "cannot be read"),
            ("ice.docx", b"PK\x03\x04 and no more", "damaged or was not sent whole"),
            ("ice.txt", b"", "The file is empty."),
            ("ice.txt", b"x" * (26 * 1024 * 1024), "at most 25 MB can be read"),
        ],
    )
    def test_what_cannot_be_read_is_said_and_not_kept(self, as_writer, name, content, said):
        page = bring(as_writer, content, name=name)
        assert said in words_of(page)
        assert "nothing of it was kept" in words_of(page)
        assert not ManuscriptFile.objects.exists()

    def test_refused_words_are_given_back(self, as_writer):
        file = SimpleUploadedFile("ice.txt", b"Words.")
        page = as_writer.post(BRING, {"file": file, "text": "What was pasted."})
        assert not ManuscriptFile.objects.exists()
        assert "these are two manuscripts" in words_of(page)
        assert data_of(page)["text"] == ["What was pasted."]

    def test_nothing_at_all_is_asked_for(self, as_writer):
        assert "Choose a file, or paste the words." in words_of(as_writer.post(BRING, {}))

    def test_the_same_file_again_is_unchanged_and_leads_to_its_article(self, as_editor, known):
        answer(as_editor, review_of(as_editor), _make="1")
        article = Article.objects.get()
        page = bring(as_editor)
        assert "Unchanged: this manuscript, byte for byte, is “Ice on the Strait” already." in words_of(page)
        assert f'href="/admin/articles/article/{article.pk}/change/"' in page.content.decode()
        assert ManuscriptFile.objects.count() == 1

    def test_of_anothers_draft_a_writer_learns_no_title(self, as_writer):
        article = make_draft("A secret title")
        file = make_original(article)
        page = bring(as_writer, bytes(ManuscriptFile.objects.get(pk=file.pk).data))
        assert "in other hands" in words_of(page)
        assert "secret" not in words_of(page).replace("A secret title Words", "")


class TestALongOne:
    """A form of Django's takes 1,000 fields: the middle has controls a group at a time."""

    TEXT = "\n\n".join(f"Paragraph {n} says that a port is a slow institution." for n in range(1, 1200))

    def test_every_block_can_be_said_otherwise(self, as_editor):
        page = review_of(as_editor, self.TEXT)
        assert controls(page, 299, 300, 700, 1198) == [True, False, False, True]
        groups = [block.closed for block in page.context["blocks"] if block.closed]
        assert [(group[0], group[-1]) for group in groups] == [(301, 500), (501, 700), (701, 900), (901, 999)]
        assert 'name="_open" value="701" formaction="#block-701"' in page.content.decode()
        page = again(page, answer(as_editor, page, _open="701"))
        assert controls(page, 699, 700, 899, 900) == [False, True, True, False]
        page = again(page, answer(as_editor, page, role__700="heading", _open="901"))
        assert controls(page, 700, 701, 998) == [True, False, True]
        page = again(page, answer(as_editor, page, _read="1"))
        assert controls(page, 998) == [True], "the group stays open"
        assert page.content.decode().count(" name=") < 1000
        answer(as_editor, page, title="Slow institutions", _make="1")
        assert "<h2>Paragraph 701" in Article.objects.get().body


def controls(page, *indexes):
    text = page.content.decode()
    return [f'name="role-{index}"' in text for index in indexes]


class TestReviewing:
    def test_with_nothing_in_doubt_one_press_makes_the_draft(self, as_writer, writer, known):
        page = review_of(as_writer)
        assert "Nothing is left to decide" in words_of(page)
        done = answer(as_writer, page, _make="1")
        article = Article.objects.get()
        assert "The draft is made." in words_of(done)
        assert (article.title, article.language, article.owner) == ("Ice on the Strait", "en", writer)
        assert (article.bylines.get().author, article.disclaimer) == known
        assert article.bylines.get().note.startswith("Dr. Mira Solheim is the Research Director")
        assert [file.name for file in article.manuscript_files.all()] == ["ice.txt"]
        assert article.events.get().action == "imported"

    def test_a_new_wording_is_attached_by_choice_alone(self, as_editor, known):
        page = review_of(as_editor, TEXT.replace("alone", "only"))
        assert "disclaimer" not in data_of(page)
        assert "“Views of the author (English)”. What it says otherwise: " in words_of(page)
        refused = answer(as_editor, page, _make="1")
        assert "Say what is to stand as the disclaimer." in words_of(refused)
        assert not Article.objects.exists()
        answer(as_editor, page, _make="1", disclaimer="new")
        made = Article.objects.get().disclaimer
        assert (made.is_approved, "author only" in made.wording) == (False, True)

    @pytest.mark.parametrize(("answered", "stands"), [("none", (None, True)), ("", (None, False))])
    def test_none_needed_and_later_are_answers(self, as_editor, known, answered, stands):
        answer(as_editor, review_of(as_editor), _make="1", disclaimer=answered)
        article = Article.objects.get()
        assert (article.disclaimer, article.no_disclaimer) == stands

    def test_did_you_mean_has_to_be_answered(self, as_editor):
        near = make_author("Mira Solhein")
        page = review_of(as_editor)
        assert "Say who “Mira Solheim” is." in words_of(page)
        refused = answer(as_editor, page, _make="1", disclaimer="new")
        assert "Say who “Mira Solheim” is." in words_of(refused)
        answer(as_editor, page, _make="1", disclaimer="new", author__0=str(near.pk))
        assert Article.objects.get().bylines.get().author == near

    def test_somebody_else_is_found_by_name(self, as_editor, known):
        other = make_author("Ada Berg")
        page = review_of(as_editor)
        wrong = answer(as_editor, page, _make="1", author__0__other="Nobody Known")
        assert "There is no author “Nobody Known”." in words_of(wrong)
        answer(as_editor, page, _make="1", author__0__other="ada berg")
        assert Article.objects.get().bylines.get().author == other

    def test_a_name_may_be_no_author(self, as_editor, known):
        answer(as_editor, review_of(as_editor), _make="1", author__0="nobody")
        assert not Article.objects.get().bylines.exists()

    def test_a_title_is_asked_for_and_wins(self, as_editor, known):
        page = review_of(as_editor, TEXT.partition("\n\n")[2])
        refused = answer(as_editor, page, _make="1")
        assert "The manuscript has no title. Give it one." in words_of(refused)
        answer(as_editor, page, _make="1", title="Winter at the Quay")
        assert Article.objects.get().title == "Winter at the Quay"

    def test_a_block_read_otherwise_is_understood_anew(self, as_editor, known):
        page = review_of(as_editor)
        heading = number_of(page, "What it costs")
        after = answer(as_editor, page, _read="1", **{heading: "paragraph"})
        assert after.context["manuscript"].headings == ()
        assert "As you said." in words_of(after)
        assert not Article.objects.exists()
        back = answer(as_editor, again(page, after), _read="1", **{heading: ""})
        assert [found.text for found in back.context["manuscript"].headings] == ["What it costs"]
        answer(as_editor, again(page, after), _make="1")
        assert "<p>What it costs</p>" in Article.objects.get().body

    def test_an_answer_to_what_is_not_read_any_more_is_none(self, as_editor, known):
        page = review_of(as_editor)
        heading, title = number_of(page, "What it costs"), number_of(page, "Ice on")
        after = answer(as_editor, page, _read="1", **{heading: "title", title: "left_out"})
        assert after.context["form"].initial["title"] == "What it costs"
        typed = answer(as_editor, page, _read="1", title="Typed")
        assert typed.context["form"].initial["title"] == "Typed"

    def test_topics_are_offered_and_ticked_by_hand(self, as_editor, known):
        topic = make_topic("Icebreaker")
        page = review_of(as_editor)
        assert "topics" not in data_of(page)
        answer(as_editor, page, _make="1", topics=str(topic.pk))
        assert list(Article.objects.get().topics.all()) == [topic]

    def test_the_language_is_changed_by_hand(self, as_editor, known):
        answer(as_editor, review_of(as_editor), _make="1", language="tr")
        assert Article.objects.get().language == "tr"

    def test_a_forged_choice_is_refused_in_words(self, as_editor, known):
        page = review_of(as_editor)
        refused = answer(as_editor, page, _make="1", role__999="title")
        assert "were made for another file" in words_of(refused)
        assert not Article.objects.exists()

    def test_gone_back_to_it_leads_to_the_article(self, as_editor, known):
        page = review_of(as_editor)
        answer(as_editor, page, _make="1")
        twice = answer(as_editor, page, _make="1")
        assert "Unchanged: this manuscript is “Ice on the Strait” already." in words_of(twice)
        assert Article.objects.count() == 1

    def test_thrown_away_it_is_gone(self, as_editor):
        page = review_of(as_editor)
        assert "Thrown away: “ice.txt”." in words_of(answer(as_editor, page, _drop="1"))
        assert not ManuscriptFile.objects.exists()
        assert "Bring it in again." in words_of(as_editor.get(page.redirect_chain[-1][0], follow=True))

    def test_a_long_manuscript_can_be_sent(self, as_editor, known):
        """A form of Django's takes 1,000 fields; a block of a book in between has no control of its own."""
        body = "\n\n".join(
            f"The harbour of town {n} closes in winter, and opens again in spring." for n in range(1100)
        )
        page = review_of(as_editor, f"Ice on the Strait\n\nBy Mira Solheim\n\n{body}\n")
        answer(as_editor, page, _make="1")
        assert Article.objects.get().body.count("<p>") == 1100

    @pytest.mark.parametrize("count", [1, 3, 300])
    def test_queries_of_the_review(self, as_editor, known, count, django_assert_num_queries):
        for number in range(count):
            make_author(f"Mira Solheim {number}")
            make_topic(f"Icebreaker {number}")
            make_disclaimer(f"Label {number}", wording=f"The view of author {number} is theirs alone.")
        address = review_of(as_editor).redirect_chain[-1][0]
        # Session, user, what user and groups may do; the file and its bytes; authors and former names, wordings,
        # the same file, topics; wordings to choose from; the publication.
        with django_assert_num_queries(13):
            assert as_editor.get(address).status_code == 200


class TestTheFile:
    def test_it_is_given_back_as_it_arrived_and_never_shown(self, as_editor):
        content = b"<script>alert(1)</script>\n\nWords of a manuscript that is text, whatever it says.\n"
        address = review_of(as_editor, content, name='ha"rbour ışık.txt').redirect_chain[-1][0]
        answer = as_editor.get(f"{address}file/")
        assert answer.content == content
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

    def test_the_article_lists_it_for_who_sees_the_article(self, as_editor, known):
        answer(as_editor, review_of(as_editor), _make="1")
        article, file = Article.objects.get(), ManuscriptFile.objects.get()
        page = as_editor.get(f"/admin/articles/article/{article.pk}/change/")
        assert file.sha256 in words_of(page)
        assert as_editor.get(f"{BRING}{file.pk}/file/").content == TEXT.encode()
        as_editor.force_login(make_writer("walid"))
        assert as_editor.get(f"{BRING}{file.pk}/file/").status_code == 404

    def test_the_desk_leads_to_it(self, as_writer, as_guest):
        as_writer.force_login(make_writer("walid"))
        for page in ("", "articles/article/", "articles/article/add/"):
            assert f'href="{BRING}"' in as_writer.get(f"/admin/{page}").content.decode()
