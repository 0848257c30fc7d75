import pytest
from django.apps import apps
from django.core.management import CommandError
from django.db import connection

from articles import workflow
from articles.models import Article, Author, Disclaimer, Event, Publication
from tests.makers import make_topic

KEYS = {
    *("title", "authors", "author_note", "disclaimer", "body_html"),
    *("headings", "paragraphs", "footnotes", "warnings"),
}


def rows():
    return {
        model.__name__: model._base_manager.count() for model in apps.get_app_config("articles").get_models()
    }


class TestTheRealManuscript:
    def test_a_dry_run_says_what_was_read_and_writes_nothing(self, db, real_manuscript, run_json):
        before = rows()
        said = run_json("import_manuscript", real_manuscript, "--dry-run")
        assert set(said) == KEYS
        assert said["title"] is None
        assert said["paragraphs"] == 14
        assert len(said["headings"]) == 3
        lines = real_manuscript.read_text(encoding="utf-8").splitlines()
        assert set(said["headings"]) <= {line.strip() for line in lines}
        assert said["authors"] == [
            {
                "name": "Ju Hyung Kim",
                "honorific": "Dr.",
                "role": "President",
                "affiliation": "Security Management Institute",
            }
        ]
        assert said["author_note"]
        assert said["disclaimer"]
        everything = said["body_html"] + said["author_note"] + said["disclaimer"]
        assert [everything.count(sign) for sign in "—–’"] == [8, 3, 13]
        assert rows() == before

    def test_it_wants_a_title(self, db, real_manuscript, run):
        before = rows()
        with pytest.raises(CommandError, match="A title is missing"):
            run("import_manuscript", real_manuscript)
        assert rows() == before

    def test_with_a_title_it_becomes_a_draft_that_waits_for_approvals(self, db, real_manuscript, run):
        run("import_manuscript", real_manuscript, "--title", "Middle powers")
        article = Article.objects.get()
        assert (article.title, article.slug, article.language) == ("Middle powers", "middle-powers", "en")
        assert article.body.count("<h2>") == 3
        assert not article.versions.exists()
        line = article.bylines.get()
        assert (line.printed_name, line.role) == ("Dr. Ju Hyung Kim", "President")
        assert line.note
        assert not line.author.is_approved
        assert not article.disclaimer.is_approved
        codes = {problem.code for problem in workflow.readiness(article)}
        assert codes == {"topic", "author-approval", "disclaimer-approval"}


class TestKnownRecords:
    def test_author_and_disclaimer_are_found(self, records, manuscript, run):
        said = run("import_manuscript", manuscript())
        article = Article.objects.get()
        line = article.bylines.get()
        assert line.author == records["author"]
        assert article.disclaimer == records["disclaimer"]
        assert (Author.objects.count(), Disclaimer.objects.count()) == (1, 1)
        assert "(known)" in said
        assert "the same wording as “Own views”" in said

    def test_the_byline_prints_what_the_manuscript_says(self, records, manuscript, run):
        run("import_manuscript", manuscript())
        line = Article.objects.get().bylines.get()
        assert (line.honorific, line.role, line.affiliation) == (
            "Dr.",
            "Research Director",
            "Fjord Institute",
        )
        assert line.note.startswith("Dr. Mira Solheim is")
        records["author"].refresh_from_db()
        assert records["author"].affiliation == "Elsewhere"

    def test_the_publication_lends_its_language_where_the_text_does_not_tell(self, db, manuscript, run):
        Publication.objects.create(name="instituDE", default_language="tr")
        assert "has no title" in run("import_manuscript", manuscript("Zzz qqq xxx."), "--dry-run")
        said = run("import_manuscript", manuscript("Zzz qqq xxx."), "--title", "Q")
        assert "has no title" not in said
        assert Article.objects.get().language == "tr"

    def test_without_a_disclaimer_it_starts_with_the_default(self, records, manuscript, run):
        said = run(
            "import_manuscript",
            manuscript("Harbours close in winter, and they do so with reason."),
            "--title",
            "T",
        )
        assert Article.objects.get().disclaimer == records["disclaimer"]
        assert "none in the file" in said


class TestUnknownRecords:
    def test_a_near_name_is_shown_and_not_taken(self, records, manuscript, run):
        records["author"].name = "Mira Solhein"
        records["author"].save()
        said = run("import_manuscript", manuscript())
        assert "Did you mean “Mira Solhein”?" in said
        author = Article.objects.get().bylines.get().author
        assert (author.name, author.is_approved) == ("Mira Solheim", False)
        assert (author.honorific, author.role, author.affiliation) == (
            "Dr.",
            "Research Director",
            "Fjord Institute",
        )

    def test_another_wording_is_shown_as_a_difference_and_waits(self, records, manuscript, run):
        bound = "The views expressed in this article are the author's own and bind the institute."
        Disclaimer.objects.update(wording=bound)
        said = run("import_manuscript", manuscript())
        assert "Against “Own views” it has “do not” added." in said
        disclaimer = Article.objects.get().disclaimer
        assert disclaimer.label == "From the manuscript: Ice on the Strait"
        assert (disclaimer.is_approved, disclaimer.is_default, disclaimer.language) == (False, False, "en")

    def test_topics_are_offered_and_none_is_attached(self, records, manuscript, run):
        make_topic("Polar shipping").names.create(name="icebreaker")
        said = run("import_manuscript", manuscript())
        assert "Topic:       Polar shipping (“icebreaker”, once; not attached" in said
        assert not Article.objects.get().topics.exists()

    def test_a_second_manuscript_finds_what_the_first_one_made(self, db, manuscript, run):
        text = manuscript().read_text(encoding="utf-8")
        run("import_manuscript", manuscript())
        run("import_manuscript", manuscript(text.replace("Ice on", "Snow on"), "snow.txt"))
        assert Article.objects.count() == 2
        assert (Author.objects.count(), Disclaimer.objects.count()) == (1, 1)

    def test_two_wordings_under_one_title_get_labels_of_their_own(self, db, manuscript, run):
        text = manuscript().read_text(encoding="utf-8")
        other = text.replace("do not bind the institute", "commit nobody else to anything at all")
        run("import_manuscript", manuscript())
        run("import_manuscript", manuscript(other, "other.txt"))
        labels = set(Disclaimer.objects.values_list("label", flat=True))
        assert labels == {
            "From the manuscript: Ice on the Strait",
            "From the manuscript: Ice on the Strait (2)",
        }


class TestOnceOnly:
    def test_the_same_file_again_says_unchanged(self, db, manuscript, run, run_json):
        first = run_json("import_manuscript", manuscript())
        before = rows()
        again = run_json("import_manuscript", manuscript(), "--title", "Another title")
        assert (first["outcome"], again["outcome"]) == ("draft made", "unchanged")
        assert first["article"] == again["article"] == "ice-on-the-strait"
        assert "Unchanged: “Ice on the Strait”, http" in run("import_manuscript", manuscript())
        assert rows() == before

    def test_the_same_file_needs_no_title_the_second_time(self, db, manuscript, run):
        file = manuscript("Harbours close in winter, and they do so with reason.")
        run("import_manuscript", file, "--title", "T")
        assert "Unchanged" in run("import_manuscript", file)

    def test_the_log_names_the_import(self, db, manuscript, run):
        run("import_manuscript", manuscript())
        event = Event.objects.get()
        assert (event.action, event.by_name) == (Event.Action.IMPORTED, "command line")


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("missing.txt", None, "There is no file"),
            ("empty.txt", b"", "empty"),
            (
                "picture.txt",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4,
                "not text|binary|picture",
            ),
            ("old.odt", b"PK\x03\x04", "save it as"),
        ],
    )
    def test_a_file_that_cannot_be_read(self, db, tmp_path, run, name, content, words):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(CommandError, match=words):
            run("import_manuscript", tmp_path / name, "--title", "T")
        assert not any(rows().values())

    def test_a_folder(self, db, tmp_path, run):
        with pytest.raises(CommandError, match="folder"):
            run("import_manuscript", tmp_path, "--title", "T")

    def test_a_title_that_does_not_fit_leaves_no_half_of_it(self, db, manuscript, run):
        with pytest.raises(CommandError, match=r"title: .*300"):
            run("import_manuscript", manuscript(), "--title", "x" * 301)
        assert not any(rows().values())

    def test_a_dry_run_needs_no_tables(self, transactional_db, manuscript, run_json, monkeypatch):
        def no_tables(execute, sql, params, many, context):
            from django.db import OperationalError

            raise OperationalError("no such table")

        with connection.execute_wrapper(no_tables):
            said = run_json("import_manuscript", manuscript(), "--dry-run")
            assert said["authors"][0]["name"] == "Mira Solheim"
            with pytest.raises(CommandError, match="migrate"):
                run_json("import_manuscript", manuscript())


def test_words_of_a_note_about_nobody_are_kept(db, manuscript, run):
    text = (
        "Harbours close in winter.\n\nThe ministry has the figures.\n\nAbout the authors: They teach law.\n"
    )
    said = run("import_manuscript", manuscript(text), "--title", "T")
    article = Article.objects.get()
    assert not article.bylines.exists()
    assert "They teach law." in article.body
    assert "names none of the authors" in said
