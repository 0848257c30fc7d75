import pytest
from django.test import RequestFactory

from thinktank.wsgi import application

pytestmark = [pytest.mark.urls("tests.wiring.urls"), pytest.mark.django_db]


def status(content_type, query="", path="/long/"):
    answers = []
    environ = RequestFactory(headers={"Host": "localhost"}).get(path).environ
    environ |= {"CONTENT_TYPE": content_type, "QUERY_STRING": query}
    b"".join(application(environ, lambda line, headers: answers.append(line)))
    return int(answers[0].split()[0])


@pytest.mark.parametrize(
    "content_type",
    [
        "text/html; charset=zlib_codec",
        "text/html; charset=nonsense",
        "text/html; charset=idna",
        "text/html; charset=utf-16",
        "text/html; charset=undefined",
        "text/html; charset=",
        "text/html; charset*=nonsense''x",
        "application/x-www-form-urlencoded; CHARSET=ZLIB_CODEC",
        "text/html; charset=a\x00b",
    ],
)
def test_a_charset_nobody_reads_is_a_bad_request(content_type):
    assert status(content_type) == 400


def test_a_query_with_too_many_fields_is_no_server_error_either():
    assert status("text/html; charset=utf-8", "&".join(["a=1"] * 1001)) == 400


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/html",
        "text/html; charset=UTF-8",
        "text/html; charset=us-ascii",
        "multipart/form-data; boundary=x",
    ],
)
def test_what_programs_really_send_passes(content_type):
    assert status(content_type) == 200
