"""Several manuscripts at once."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.management import bringing
from articles.models import Article, ManuscriptFile
from articles.workflow import COMMAND_LINE, keep_manuscript, take_manuscript
from tests.workflow.rows import every_row

from .conftest import TEXT

pytestmark = pytest.mark.django_db


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def folder(tmp_path, manuscript):
    """Two that can be read, one that cannot, one without a title, and two that are none."""
    manuscript()
    manuscript(TEXT.replace("Ice on", "Snow on"), "snow.txt")
    (tmp_path / "early").mkdir()
    (tmp_path / "early" / "old.odt").write_bytes(b"PK\x03\x04")
    manuscript("Harbours close in winter, and they do so with reason.", "untitled.txt")
    (tmp_path / "cranes.jpg").write_bytes(b"\xff\xd8\xff")
    manuscript(TEXT, "~$ice.txt")
    return tmp_path


@pytest.fixture
def bring_in():
    """(what is printed, what is said beside it, the error that ended it)."""

    def bring_in(*args, stderr=None, **options):
        out, stderr, error = io.StringIO(), stderr or io.StringIO(), ""
        try:
            call_command("import_manuscript", *map(str, args), stdout=out, stderr=stderr, **options)
        except CommandError as raised:
            error = str(raised)
        return out.getvalue(), stderr.getvalue(), error

    return bring_in


def test_a_bad_file_keeps_no_other_out_and_the_end_says_so(folder, bring_in):
    said, _beside, error = bring_in(folder)
    assert set(Article.objects.values_list("title", flat=True)) == {"Ice on the Strait", "Snow on the Strait"}
    lines = said.splitlines()
    assert [line.split("  ")[0] for line in lines[:5]] == [
        "File",
        "old.odt",
        "ice.txt",
        "snow.txt",
        "untitled.txt",
    ]
    assert "failed" in lines[1]
    assert "Files ending in .odt cannot be read." in lines[1]
    assert "draft made" in lines[2]
    assert "A title is missing" in lines[4]
    assert lines[6:] == ["2 failed, 2 draft made.", "Passed over, by their names no manuscripts: 2."]
    assert error == "2 of 4 files failed."


def test_all_well_ends_well(manuscript, bring_in):
    first, second = manuscript(), manuscript(TEXT.replace("Ice", "Snow"), "snow.txt")
    _said, _beside, error = bring_in(first, second)
    assert error == ""
    said, _beside, error = bring_in(first, second)
    assert "2 unchanged." in said
    assert error == ""
    assert Article.objects.count() == 2


def test_each_line_of_json_is_a_file(folder, bring_in):
    said, beside, error = bring_in(folder, "--json")
    rows = [json.loads(line) for line in said.splitlines()]
    assert [(row["file"].rpartition("/")[2], row["outcome"]) for row in rows] == [
        ("old.odt", "failed"),
        ("ice.txt", "draft made"),
        ("snow.txt", "draft made"),
        ("untitled.txt", "failed"),
    ]
    assert rows[1]["article"] == "ice-on-the-strait"
    assert rows[1]["authors"][0]["name"] == "Mira Solheim"
    assert "title" in rows[3]["error"]
    assert (beside, error) == ("", "2 of 4 files failed.")


def test_a_dry_run_of_many_writes_nothing(folder, bring_in):
    before = every_row()
    said, _beside, _error = bring_in(folder, "--dry-run")
    assert "none in the file" in said
    assert "3 read." in said.replace("1 failed, ", "")
    assert every_row() == before


def test_progress_is_shown_to_a_person_and_to_nobody_else(folder, bring_in):
    _said, beside, _error = bring_in(folder, stderr=Terminal())
    assert "] 1/4 ice.txt" in beside
    assert beside.endswith("\r\x1b[K")
    assert bring_in(folder)[1] == ""


def test_a_title_is_for_one(folder, bring_in):
    assert bring_in(folder, "--title", "T")[2] == "--title is for a single file."
    assert not Article.objects.exists()


def test_a_fault_of_ours_is_told_and_costs_one_file(folder, bring_in, monkeypatch):
    read = bringing.read_bytes

    def broken(data, name):
        if name == "ice.txt":
            raise ZeroDivisionError("by zero")
        return read(data, name)

    monkeypatch.setattr(bringing, "read_bytes", broken)
    said, _beside, error = bring_in(folder)
    assert "It could not be brought in (ZeroDivisionError: by zero)." in said
    assert Article.objects.get().title == "Snow on the Strait"
    assert error == "3 of 4 files failed."


def test_the_file_is_kept_with_its_article(manuscript, bring_in):
    file = manuscript()
    bring_in(file)
    kept = ManuscriptFile.objects.get()
    assert (kept.article, kept.name, bytes(kept.data)) == (
        Article.objects.get(),
        "ice.txt",
        file.read_bytes(),
    )


def test_a_file_an_article_took_in_later_is_known(manuscript, bring_in):
    bring_in(manuscript())
    article = Article.objects.get()
    later = manuscript(TEXT.replace("twenty", "thirty"), "later.txt")
    data = later.read_bytes()
    keep_manuscript(take_manuscript(data, by=COMMAND_LINE, name="later.txt"), article, by=COMMAND_LINE)
    assert "Unchanged: “Ice on the Strait”" in bring_in(later)[0]
