import pytest

from articles.admin.changes import changes_of
from articles.models import Article
from articles.workflow import COMMAND_LINE, BylineEntry, save_revision
from tests.admin.forms import words_of
from tests.makers import make_author, make_change, make_draft, make_live_article

pytestmark = pytest.mark.django_db

BODY = "<p>Ports are slow institutions.</p><p>They remember.</p>"


def publish_page(client, article):
    return client.get(f"/admin/articles/article/{article.pk}/publish/")


def test_before_publishing_a_change_its_words_are_shown(as_publisher):
    article = make_live_article(body=BODY)
    make_change(article, title="Quick harbours", body=BODY.replace("slow", "quick"))
    page = publish_page(as_publisher, article).content.decode()
    assert "What changes for readers" in page
    assert "Ports are <del>slow</del><ins>quick</ins> institutions." in page
    assert "<del>Slow</del><ins>Quick</ins> harbours" in page
    assert "They remember." in page


def test_what_stands_around_the_text_is_compared_too():
    article = make_live_article(body=BODY)
    other = make_author("Baran Ekin", role="", affiliation="")
    save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(other)])
    changes = changes_of(Article.objects.get())
    assert [label for label, _row in changes.lines] == ["Authors"]
    assert changes.stretches == ()


def test_nothing_is_compared_where_readers_see_nothing_or_the_same(as_publisher):
    draft, live = make_draft("Draft"), make_live_article("Live")
    assert (changes_of(draft), changes_of(live)) == (None, None)
    for article in (draft, live):
        assert "What changes for readers" not in words_of(publish_page(as_publisher, article))


def test_hostile_words_stay_words(as_publisher):
    article = make_live_article(body=BODY)
    make_change(
        article, standfirst="<script>alert(1)</script>", body="<p>&lt;script&gt;alert(2)&lt;/script&gt;</p>"
    )
    assert "<script>alert" not in publish_page(as_publisher, article).content.decode()
