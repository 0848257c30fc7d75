"""The panel beside the form, and the same advice on the page that asks before publishing."""

import re

from articles.models import Publication
from tests.admin.forms import data_of, words_of
from tests.makers import make_approved_article, make_author, make_change, make_draft, make_live_article

ODD = {"standfirst": "s" * 200, "body": "<h3>Under nothing</h3><p>a</p>", "topics": []}


def address(article, act="change"):
    return f"/admin/articles/article/{article.pk}/{act}/"


def panel(page):
    found = re.search(r'<aside class="desk-readiness".*?</aside>', page.content.decode(), re.S)
    return found.group() if found else ""


def links(html):
    return re.findall(r'<li><a href="([^"]*)">', html)


def test_it_parts_what_is_in_the_way_from_what_is_worth_a_look(as_publisher):
    draft = make_draft(author=make_author("Ada Moreau", role="", affiliation=""), **ODD)
    html = panel(as_publisher.get(address(draft)))
    before, after = html.split("Worth a look")
    assert "It has no topic" in before
    assert links(before) == [f"{address(draft)}#id_topics"]
    assert "200 characters" in after
    assert "“Under nothing” stands under no heading" in after
    assert "Readers do not learn who Ada Moreau is" in after
    assert links(after) == [
        f"{address(draft)}#id_standfirst",
        f"{address(draft)}#id_body",
        f"{address(draft)}#id_bylines-1-note",
    ]


def test_every_link_of_the_panel_names_a_field_of_the_page(as_publisher):
    draft = make_draft("T" * 150, author=make_author("Ada Moreau", role="", affiliation=""), **ODD)
    page = as_publisher.get(address(draft))
    fragments = [link.split("#")[1] for link in links(panel(page))]
    assert len(fragments) == 5
    for fragment in fragments:
        assert f'id="{fragment}"' in page.content.decode(), fragment


def test_a_save_brings_it_up_to_date(as_publisher):
    draft = make_draft(standfirst="")
    page = as_publisher.get(address(draft))
    assert "It has no standfirst" in panel(page)
    saved = as_publisher.post(address(draft), data_of(page, standfirst="A line."), follow=True)
    assert "It has no standfirst" not in panel(saved)
    assert "Nothing is in the way." in panel(saved)


def test_who_cannot_mend_it_is_not_shown_it(as_writer, writer):
    assert panel(as_writer.get(address(make_live_article(by=writer)))) == ""
    assert panel(as_writer.get(address(make_draft("Own", by=writer))))
    assert panel(as_writer.get("/admin/articles/article/add/")) == ""


def test_advice_stands_on_the_page_before_publishing_and_stops_nothing(as_publisher):
    draft = make_approved_article(standfirst="")
    for act in ("publish", "schedule"):
        page = as_publisher.get(address(draft, act))
        assert "Worth a look It has no standfirst" in words_of(page)
        assert "None of this stops you." in words_of(page)
    done = as_publisher.post(
        address(draft, "publish"), data_of(as_publisher.get(address(draft, "publish"))), follow=True
    )
    assert "Published: readers see version 1 now." in words_of(done)


def test_a_text_that_readers_see_already_is_not_called_ready(as_publisher):
    article = make_live_article()
    html = panel(as_publisher.get(address(article)))
    assert "Readers see this text already." in html
    assert "Nothing is in the way." not in html
    assert "Nothing is in the way." in panel(as_publisher.get(address(make_change(article))))


def test_nothing_to_say_nothing_said(as_publisher):
    Publication.objects.create(name="Harbour Institute")
    draft = make_draft()
    html = panel(as_publisher.get(address(draft)))
    assert "Nothing is in the way." in html
    assert "Worth a look" not in html.replace("What is worth a look", "")
    assert "Worth a look" not in words_of(as_publisher.get(address(draft, "publish")))
