"""The institution's own pages on the desk."""

import pytest

from articles.models import Page, Publication
from tests.admin.forms import data_of, words_of
from tests.makers import make_hidden_page, make_page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/page/add/"


def address(page):
    return f"/admin/articles/page/{page.pk}/change/"


def test_a_publisher_writes_a_page_and_readers_find_it(as_publisher, client):
    sent = {
        "title": "Corrections policy",
        "body": "<p>We correct.<script>x()</script></p>",
        "is_public": "on",
    }
    as_publisher.post(ADD, data_of(as_publisher.get(ADD), _save="1", **sent))
    page = Page.objects.get()
    assert (page.slug, page.body) == ("corrections-policy", "<p>We correct.</p>")
    assert "We correct." in client.get("/pages/corrections-policy/").content.decode()
    assert 'href="/pages/corrections-policy/"' in as_publisher.get(address(page)).content.decode()


def test_a_second_page_at_an_address_is_refused_in_words(as_publisher):
    make_page("Contact")
    sent = data_of(as_publisher.get(ADD), _save="1", title="Contact", body="<p>Typed at length.</p>")
    answer = as_publisher.post(ADD, sent)
    assert "There is a page at this address in this language." in words_of(answer)
    assert "Typed at length." in words_of(answer)
    sent = data_of(as_publisher.get(ADD), _save="1", title="İletişim", slug="contact", language="tr")
    as_publisher.post(ADD, sent)
    assert Page.objects.filter(slug="contact").count() == 2


def test_the_address_of_a_page_stays(as_publisher):
    page = make_page("Contact")
    as_publisher.post(
        address(page), data_of(as_publisher.get(address(page)), _save="1", slug="moved", title="Ask")
    )
    page.refresh_from_db()
    assert (page.slug, page.title) == ("contact", "Ask")


def test_a_hidden_page_has_no_link_to_the_site(as_publisher):
    page = make_hidden_page("Not yet")
    assert "/pages/not-yet/" not in as_publisher.get(address(page)).content.decode()


def test_pages_from_before_the_publication_stand_in_its_footer(as_publisher):
    make_page("Contact")
    add = "/admin/articles/publication/add/"
    as_publisher.post(add, data_of(as_publisher.get(add), _save="1", name="Institute"))
    assert [link["title"] for link in Publication.objects.get().footer] == ["Contact"]
