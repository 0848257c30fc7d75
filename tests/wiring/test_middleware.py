import gzip

import pytest

pytestmark = pytest.mark.urls("tests.wiring.urls")


@pytest.mark.parametrize("path", ["/long/?q=%00", "/long/?%00=1", "/long/?q=a%00b", "/long/%00", "/%00/"])
def test_a_nul_in_an_address_is_a_bad_request(client, path):
    assert client.get(path).status_code == 400


@pytest.mark.parametrize("query", ["", "q=%2500", "q=100", "q=%E2%80%99"])
def test_other_addresses_pass(client, query):
    assert client.get(f"/long/?{query}").status_code == 200


def test_pages_are_compressed_for_those_who_ask(client):
    plain = client.get("/long/")
    packed = client.get("/long/", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_an_unchanged_page_is_not_sent_again(client):
    seen = client.get("/long/", headers={"Accept-Encoding": "gzip"})["ETag"]
    again = client.get("/long/", headers={"Accept-Encoding": "gzip", "If-None-Match": seen})
    assert (again.status_code, again.content) == (304, b"")


def test_browsers_ask_again_before_they_show_what_they_keep(client):
    assert client.get("/long/")["Cache-Control"] == "no-cache"
