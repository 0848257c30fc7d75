"""Files as they arrived: whose they are, how long they wait, and that they go with their article."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from articles import rules
from articles.models import ManuscriptFile, clock
from articles.workflow import (
    COMMAND_LINE,
    Refusal,
    drop_manuscript,
    keep_manuscript,
    take_manuscript,
)
from articles.workflow.manuscripts import MOST_WAITING
from tests.makers import NOON, make_draft, make_editor, make_user, make_writer

pytestmark = pytest.mark.django_db
WORDS = b"Ports are slow institutions.\n\nThat is their strength.\n"


def take(by, data=WORDS, name="harbours.txt"):
    return take_manuscript(data, by=by, name=name)


def test_a_file_is_kept_byte_for_byte_with_its_hash():
    data = bytes(range(256)) * 3
    file = ManuscriptFile.objects.get(pk=take(make_writer(), data).pk)
    assert bytes(file.data) == data
    assert (file.size, len(file.sha256), file.created_by_name) == (768, 64, "wanda")


def test_who_may_not_write_articles_brings_none():
    with pytest.raises(PermissionDenied):
        take(make_user("guest"))
    assert not ManuscriptFile.objects.exists()


def test_until_it_is_an_article_only_who_brought_it_opens_it():
    writer, editor = make_writer(), make_editor()
    file = take(writer)
    assert rules.may_open_manuscript(writer, file)
    assert not rules.may_open_manuscript(editor, file)
    with pytest.raises(PermissionDenied):
        keep_manuscript(file, make_draft(), by=editor)
    with pytest.raises(PermissionDenied):
        drop_manuscript(file, by=editor)


def test_then_it_is_for_who_sees_the_article():
    writer, editor = make_writer(), make_editor()
    file, article = take(writer), make_draft(by=writer)
    keep_manuscript(file, article, by=writer)
    assert rules.may_open_manuscript(editor, file)
    assert not rules.may_open_manuscript(make_writer("walid"), file)
    with pytest.raises(PermissionDenied):
        drop_manuscript(file, by=writer)


def test_one_file_becomes_one_article():
    writer = make_writer()
    file, same = take(writer), ManuscriptFile.objects.get()
    keep_manuscript(file, make_draft("First", by=writer), by=writer)
    with pytest.raises(Refusal):
        keep_manuscript(same, make_draft("Second", by=writer), by=writer)


def test_nobody_hangs_a_file_on_anothers_article():
    writer = make_writer()
    with pytest.raises(PermissionDenied):
        keep_manuscript(take(writer), make_draft(), by=writer)


def test_what_is_left_behind_goes_after_a_day():
    writer = make_writer()
    with clock.fixed(NOON):
        take(writer, b"left behind")
        keep_manuscript(take(writer, b"kept"), make_draft(by=writer), by=writer)
    with clock.fixed(NOON + datetime.timedelta(hours=23)):
        take(make_editor(), b"another's")
        assert ManuscriptFile.objects.count() == 3
    with clock.fixed(NOON + datetime.timedelta(hours=25)):
        take(make_writer("walid"), b"the next")
    assert {bytes(file.data) for file in ManuscriptFile.objects.all()} == {b"kept", b"another's", b"the next"}


def test_the_same_file_twice_is_one_row():
    writer = make_writer()
    assert take(writer).pk != take(writer).pk
    assert ManuscriptFile.objects.count() == 1


def test_nobody_fills_the_disk():
    writer = make_writer()
    for number in range(MOST_WAITING + 3):
        with clock.fixed(NOON + datetime.timedelta(seconds=number)):
            take(writer, str(number).encode())
    left = {bytes(file.data) for file in ManuscriptFile.objects.all()}
    assert left == {str(number).encode() for number in range(3, MOST_WAITING + 3)}


def test_it_goes_with_its_draft():
    writer = make_writer()
    article = make_draft(by=writer)
    keep_manuscript(take(writer), article, by=writer)
    article.delete()
    assert not ManuscriptFile.objects.exists()


def test_a_list_of_files_reads_none_of_them(django_assert_num_queries):
    take(COMMAND_LINE)
    with django_assert_num_queries(1) as asked:
        assert [file.name for file in ManuscriptFile.objects.all()] == ["harbours.txt"]
    assert '"data"' not in asked.captured_queries[0]["sql"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.txt", "../../etc/passwd.txt"),  # shown as it is, never used as a path
        (" a \u202e b.txt", "a b.txt"),
        ("", "manuscript"),
        ("x" * 300 + ".docx", "x" * 195 + ".docx"),
    ],
)
def test_its_name_is_for_the_eye(name, kept):
    assert take(COMMAND_LINE, name=name).name == kept
