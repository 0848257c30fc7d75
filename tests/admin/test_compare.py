"""Any text of an article beside any other."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.workflow import COMMAND_LINE, BylineEntry, change_address, classify, publish, save_revision
from tests.admin.forms import words_of
from tests.admin.test_history import address, fill
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_topic,
    utc,
)


def compared(client, article, old=None, new=None, **query):
    names = {key: value for key, value in (("from", old), ("to", new)) if value is not None}
    return client.get(address(article, "compare"), names | query)


@pytest.fixture
def rewritten(db):
    """Revision 2 differs from revision 1 in everything."""
    old_author, old_topic = make_author("Leyla Arslan"), make_topic("Ports")
    disclaimer = make_disclaimer("Old label", wording="Old wording.")
    article = make_draft(
        "Slow harbours", author=old_author, note="She writes.", topics=[old_topic], disclaimer=disclaimer
    )
    article.title, article.standfirst, article.body = (
        "Quick harbours",
        "New words.",
        "<p>Ports are quick.</p>",
    )
    article.kind, article.language, article.slug = "report", "tr", "quick-harbours"
    article.originally_at, article.originally_published_at = "The Quay Review", utc(2020, 5, 3)
    article.disclaimer, article.no_disclaimer = None, True
    save_revision(
        article,
        by=COMMAND_LINE,
        bylines=[BylineEntry(make_author("Mina Kaya"))],
        topics=[make_topic("Energy")],
    )
    # None of them is there any more.
    old_author.delete()
    old_topic.delete()
    disclaimer.delete()
    return article


def test_everything_is_compared_and_named_as_it_was_called_then(as_publisher, rewritten):
    page = compared(as_publisher, rewritten, 1, 2).content.decode()
    for shown in (
        "<del>Slow</del><ins>Quick</ins> harbours",
        "<del>Commentary</del><ins>Report</ins>",
        "<del>English</del><ins>Türkçe</ins>",
        "<del>Leyla Arslan</del><ins>Mina Kaya</ins>, Senior fellow, Harbour Institute<del>, She writes.</del>",
        "<del>Ports</del><ins>Energy</ins>",
        "<del>slow</del><ins>quick</ins>-harbours",
        "<del>Old wording.</del><ins>None needed</ins>",
        "<ins>The Quay Review</ins>",
        "<ins>3 May 2020, 12:00</ins>",
    ):
        assert shown in page
    said = words_of(compared(as_publisher, rewritten, 1, 2))
    for label in (
        "Title",
        "Standfirst",
        "Kind",
        "Language",
        "Authors",
        "Topics",
        "Address",
        "Disclaimer",
        "First appeared in",
        "Date of first publication elsewhere",
        "Text",
    ):
        assert f" {label} " in said


def test_without_names_the_last_change_is_shown(as_publisher):
    article = make_change(make_change(make_draft(), title="Second"), title="Third")
    said = words_of(compared(as_publisher, article))
    assert "Revision 2" in said
    assert "Revision 3" in said
    assert "Revision 1" not in said
    assert "Second" in said


def test_the_only_text_is_compared_with_itself(as_publisher):
    assert "The two say the same, in every part." in words_of(compared(as_publisher, make_draft()))


def test_any_two_whatever_their_order(as_publisher):
    article = make_change(make_change(make_draft("First"), title="Second"), title="Third")
    page = compared(as_publisher, article, 3, 1).content.decode()
    assert "<del>First</del><ins>Third</ins>" in page


def test_against_what_readers_see(as_publisher):
    article = make_change(make_live_article(), title="Quick harbours")
    classify(article, [make_topic("Energy")], by=COMMAND_LINE)
    change_address(article, "moved", by=COMMAND_LINE)
    page = compared(as_publisher, article, "live", 4)
    said = words_of(page)
    assert "What readers see: version 1" in said
    assert "<del>Slow</del><ins>Quick</ins> harbours" in page.content.decode()
    # In force at once, so no text has others than what readers see.
    assert "Energy" not in said
    assert "moved" not in said


def test_topics_and_address_between_two_texts(as_publisher):
    article = make_live_article(topics=[make_topic("Ports")])
    classify(article, [make_topic("Energy")], by=COMMAND_LINE)
    change_address(article, "moved", by=COMMAND_LINE)
    page = compared(as_publisher, article, 1, 3).content.decode()
    assert "<del>Ports</del><ins>Energy</ins>" in page
    assert "<ins>moved</ins>" in page


@pytest.mark.parametrize(
    ("old", "new"),
    [("1", "9"), ("x", "1"), ("live", "1"), ("1", "9" * 30), ("1", "-1"), ("0", "1"), ("1", "٣")],
)
def test_a_text_that_is_not_there_is_told(as_publisher, old, new):
    answer = compared(as_publisher, make_change(make_draft()), old, new)
    assert answer.status_code == 404
    assert "There is no such text of this article. Choose two from its history." in words_of(answer)


def test_the_choice_of_the_view_stays_in_the_address(as_publisher):
    article = make_change(make_change(make_draft()), body="<p>Third.</p>")
    page = compared(as_publisher, article, 2, 3, view="side").content.decode()
    assert 'class="desk-sides desk-change-p"' in page
    assert f'href="{address(article, "compare")}?from=2&amp;to=3"' in page
    assert "?from=1&amp;to=2&amp;view=side" in page
    inline = compared(as_publisher, article, 2, 3).content.decode()
    assert 'class="desk-sides desk-change-p"' not in inline
    assert "?from=2&amp;to=3&amp;view=side" in inline
    assert compared(as_publisher, article, 2, 3, view="nonsense").content.decode().count(
        "desk-change-p"
    ) == inline.count("desk-change-p")


def test_one_click_leads_to_put_this_text_back(as_publisher):
    article = make_change(make_live_article())
    back = f'href="{address(article, "restore")}?revision=1"'
    for old in ("1", "live"):
        page = compared(as_publisher, article, old, 2).content.decode()
        assert page.count(back) == 1
    assert f'{address(article, "restore")}?revision=2"' not in page


def test_who_may_not_change_it_compares_and_puts_nothing_back(as_writer, writer):
    article = make_change(make_draft(by=writer))
    publish(article, by=COMMAND_LINE)
    answer = compared(as_writer, article, 1, 2)
    assert answer.status_code == 200
    assert "Put this text back" not in words_of(answer)


def test_long_unchanged_stretches_are_folded(as_publisher):
    paragraphs = [f"<p>Paragraph {n} stays.</p>" for n in "abcdefghij"]
    article = make_draft(body="".join(paragraphs))
    make_change(article, body="".join([*paragraphs[:-1], "<p>Paragraph j moves.</p>"]))
    page = compared(as_publisher, article).content.decode()
    assert "8 paragraphs as before</summary>" in page
    assert "Paragraph j <del>stays</del><ins>moves</ins>." in page


def test_a_link_that_leads_elsewhere_is_shown(as_publisher):
    article = make_draft(body='<p>See <a href="https://example.org/a">it</a>.</p>')
    make_change(article, body='<p>See <a href="https://example.org/b">it</a>.</p>')
    page = compared(as_publisher, article).content.decode()
    assert "<del>https://example.org/a</del> <ins>https://example.org/b</ins>" in page
    make_change(article, body='<p><em>See</em> <a href="https://example.org/b">it</a>.</p>')
    assert "The same words, printed otherwise" in words_of(compared(as_publisher, article))


def test_hostile_words_stay_words(as_publisher):
    article = make_draft("<script>alert(1)</script>", body="<p>&lt;script&gt;alert(2)&lt;/script&gt;</p>")
    make_change(article, title="<img src=x onerror=alert(3)>")
    for view in ("inline", "side"):
        page = compared(as_publisher, article, view=view).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("count", [1, 3, 300])
def test_queries_are_the_same_for_any_number_of_texts(as_publisher, count):
    article = make_live_article()
    fill(article, count)
    with CaptureQueriesContext(connection) as captured:
        assert compared(as_publisher, article, "live", count).status_code == 200
    # The session, the user, what the user and the groups may do (two), the article; the newest number, what is live,
    # the other text; the publication, whether it is there and its name.
    assert len(captured) == 10
