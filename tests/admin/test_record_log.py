"""The history of a record: newest first, a page at a time, read by an index and counted by nobody."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.record_log import entries_of
from articles.models import Publication
from tests.admin.forms import words_of
from tests.makers import make_author, make_disclaimer, make_image, make_topic, make_user

pytestmark = pytest.mark.django_db
# The session, the user, what user and groups may do; the record, a picture with what uses it; its entries with who made
# them; the publication's name.
ASKED = {"author": 8, "topic": 9, "disclaimer": 8, "image": 10, "publication": 8}


@pytest.fixture
def someone(db):
    return make_user("fatma")


def write_log(record, user, number):
    kind = ContentType.objects.get_for_model(record)
    LogEntry.objects.bulk_create(
        LogEntry(
            user=user,
            content_type=kind,
            object_id=record.pk,
            object_repr=str(record),
            action_flag=CHANGE,
            change_message=f"Edit {n:03}.",
        )
        for n in range(number)
    )


def address(record):
    return reverse(f"admin:articles_{record._meta.model_name}_history", args=[record.pk])


@pytest.mark.parametrize("number", [1, 3, 300])
def test_a_history_asks_the_same_of_any_length_and_counts_nothing(as_publisher, someone, number):
    asked = {}
    publication = Publication.objects.first() or Publication.objects.create(name="Harbour Institute")
    for record in (make_author(), make_topic(), make_disclaimer(), make_image(), publication):
        write_log(record, someone, number)
        with CaptureQueriesContext(connection) as captured:
            said = words_of(as_publisher.get(address(record)))
        assert said.count("Edit ") == min(number, 50)
        log = [query["sql"] for query in captured if 'FROM "django_admin_log"' in query["sql"]]
        assert len(log) == 1
        assert "COUNT(" not in log[0]
        asked[record._meta.model_name] = len(captured)
    assert asked == ASKED


def test_it_is_turned_page_by_page_newest_first(as_editor, someone):
    author = make_author()
    write_log(author, someone, 51)
    write_log(make_author("Someone Else"), someone, 1)
    first = as_editor.get(address(author))
    assert words_of(first).index("Edit 050.") < words_of(first).index("Edit 049.")
    assert "Edit 000." not in words_of(first)
    assert b'href="?page=2" rel="next"' in first.content
    second = as_editor.get(address(author) + "?page=2")
    assert words_of(second).count("Edit ") == 1
    assert "Edit 000." in words_of(second)
    assert b'href="?page=1" rel="prev"' in second.content
    assert b'rel="next"' not in second.content


@pytest.mark.parametrize("page", ["", "0", "-1", "nonsense", "9" * 30])
def test_a_page_that_is_no_number_is_the_first(as_editor, someone, page):
    author = make_author()
    write_log(author, someone, 1)
    assert "Edit 000." in words_of(as_editor.get(address(author), {"page": page}))


def test_beyond_the_last_page_stands_nothing_and_of_what_nobody_changed_it_is_said(as_editor):
    author = make_author()
    assert "Nothing of this was changed" in words_of(as_editor.get(address(author)))
    assert "There is nothing on this page" in words_of(as_editor.get(address(author), {"page": 9}))


def test_the_log_is_read_by_its_index(someone):
    """Of a long log: without the index, one record's history reads the entries of all the others."""
    authors = [make_author(f"Author {n}") for n in range(20)]
    for author in authors:
        write_log(author, someone, 100)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE django_admin_log")
    assert "admin_log_of_record" in entries_of(authors[0])[:51].explain()
