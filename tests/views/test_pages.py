"""The institution's own pages: who finds them, in which language, and the links at the foot of every page."""

import pytest

from articles.models import Page, Publication
from tests.makers import make_hidden_page, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def publication():
    return Publication.objects.create(name="Harbour Institute", contact_email="desk@example.org")


def footer(client, path="/articles/"):
    return client.get(path).content.decode().partition('<ul class="footer-links">')[2].partition("</ul>")[0]


def test_a_page_is_read_as_it_was_saved_last(client):
    page = make_page(
        "Contact", body="<p>Write.<script>x()</script><span class='footnote'>By hand.</span></p>"
    )
    text = client.get("/pages/contact/").content.decode()
    assert "<h1" in text
    assert "x()" not in text
    assert text.index('href="#n1"') < text.index('id="n1"')
    page.body = "<p>Ring.</p>"
    page.save()
    assert "Ring." in client.get("/pages/contact/").content.decode()


def test_a_hidden_page_is_nowhere(client):
    make_hidden_page("Draft policy")
    assert client.get("/pages/draft-policy/").status_code == 404
    assert "draft-policy" not in client.get("/sitemap/lists.xml").content.decode()
    assert "Draft policy" not in footer(client)
    make_hidden_page("About ourselves", slug="about")
    text = client.get("/about/").content.decode()
    assert "About ourselves" not in text
    assert "About Harbour Institute" in text


def test_about_has_one_address(client):
    make_page("About ourselves", slug="about")
    assert client.get("/pages/about/").headers["Location"] == "/about/"
    text = client.get("/about/").content.decode()
    assert "About ourselves</h1>" in text
    assert "desk@example.org" in text
    assert client.get("/sitemap/lists.xml").content.decode().count("/about/</loc>") == 1


def test_the_language_of_the_address_chooses_the_text(client):
    make_page("Contact", slug="contact")
    make_page("İletişim", slug="contact", language="tr")
    assert "Contact</h1>" in client.get("/pages/contact/").content.decode()
    assert "İletişim</h1>" in client.get("/tr/pages/contact/").content.decode()
    assert "Contact</h1>" in client.get("/ko/pages/contact/").content.decode()
    assert '<a href="/tr/pages/contact/" lang="tr">İletişim</a>' in footer(client, "/tr/articles/")
    assert '<a href="/pages/contact/" lang="en">Contact</a>' in footer(client)
    assert Page.objects.get(language="tr").get_absolute_url() == "/tr/pages/contact/"


def test_the_footer_follows_every_save_and_deletion(client):
    assert "/about/" in footer(client)
    second = make_page("Contact", position=2)
    make_page("Policy", position=1)
    assert footer(client).index("/pages/policy/") < footer(client).index("/pages/contact/")
    second.in_footer = False
    second.save()
    assert "/pages/contact/" not in footer(client)
    Page.objects.get(slug="policy").delete()
    assert "/pages/policy/" not in footer(client)


def test_the_sitemap_names_each_address_once(client):
    make_page("Contact")
    make_page("İletişim", slug="contact", language="tr")
    text = client.get("/sitemap/lists.xml").content.decode()
    assert text.count("/pages/contact/</loc>") == 1
    head = client.get("/pages/contact/").content.decode()
    assert 'hreflang="tr" href="http://127.0.0.1:8000/tr/pages/contact/"' in head
