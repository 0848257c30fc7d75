"""A corrected file of an article that is there, on the desk: what it changes is taken or left."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Article, ManuscriptFile
from articles.workflow import COMMAND_LINE, save_revision
from tests.admin.forms import data_of, words_of
from tests.admin.test_manuscripts import TEXT, WORDING, answer, review_of
from tests.makers import make_author, make_disclaimer, make_draft

pytestmark = pytest.mark.django_db
CORRECTED = TEXT.replace("nobody has paid", "nobody has yet paid").replace(
    "Nobody has asked", "No minister has asked"
)


@pytest.fixture
def article(as_editor):
    make_author("Mira Solheim")
    make_disclaimer(wording=WORDING)
    answer(as_editor, review_of(as_editor), _make="1")
    return Article.objects.get()


def bring(client, article, text=CORRECTED):
    address = f"/admin/articles/article/{article.pk}/new-file/"
    return client.post(
        address, {"file": SimpleUploadedFile("ice.txt", text.encode()), "text": ""}, follow=True
    )


def keys_of(page):
    return data_of(page)["take"]


def test_what_it_changes_is_shown_and_taken_change_by_change(as_editor, article):
    page = bring(as_editor, article)
    shown = " ".join(page.content.decode().split())
    assert "nobody has <ins>yet </ins>paid" in shown
    assert len(keys_of(page)) == 2
    article.refresh_from_db()
    assert "yet paid" not in article.body
    done = answer(as_editor, page, take=keys_of(page)[:1])
    article.refresh_from_db()
    assert "1 change was taken." in words_of(done)
    assert ("nobody has yet paid" in article.body, "No minister" in article.body) == (True, False)
    assert article.manuscript_files.count() == 2


def test_each_part_of_a_byline_is_named(as_editor, article):
    text = TEXT.replace("By Dr. Mira Solheim", "By Prof. Mira Solheim, Director, Sound Institute")
    said = words_of(bring(as_editor, article, text))
    for words in ("Title of Mira Solheim", "Role of Mira Solheim", "Affiliation of Mira Solheim"):
        assert words in said


def test_what_the_desk_has_changed_is_not_undone_unasked(as_editor, article):
    article.body = article.body.replace("nobody has paid", "no government has paid")
    save_revision(article, by=COMMAND_LINE)
    page = bring(as_editor, article)
    assert "to take it is to lose that" in words_of(page)
    assert len(keys_of(page)) == 1
    answer(as_editor, page)
    article.refresh_from_db()
    assert "no government has paid" in article.body
    assert "No minister has asked" in article.body


def test_saved_meanwhile_it_is_looked_at_again(as_editor, article):
    page = bring(as_editor, article)
    article.standfirst = "Added meanwhile."
    save_revision(article, by=COMMAND_LINE)
    refused = answer(as_editor, page)
    assert refused.status_code == 409
    assert "Someone has saved this article since you opened it." in words_of(refused)
    article.refresh_from_db()
    assert "yet paid" not in article.body
    refused.redirect_chain = page.redirect_chain
    answer(as_editor, refused)
    article.refresh_from_db()
    assert "yet paid" in article.body


def test_a_forged_change_is_refused(as_editor, article):
    refused = answer(as_editor, bring(as_editor, article), take="body-99")
    assert "look again" in words_of(refused)
    assert article.manuscript_files.count() == 1


def test_the_same_file_again_is_unchanged(as_editor, article):
    assert "Unchanged: this manuscript, byte for byte" in words_of(bring(as_editor, article, TEXT))
    assert ManuscriptFile.objects.count() == 1


def test_a_file_that_changes_nothing_can_be_kept(as_editor, article):
    page = bring(as_editor, article, f"{TEXT}\n\n")
    assert "It changes nothing in the article." in words_of(page)
    assert "the file is kept with it" in words_of(answer(as_editor, page))
    assert article.manuscript_files.count() == 2
    assert article.revisions.count() == 1


def test_a_file_another_article_took_is_not_waiting(as_editor, article):
    page = bring(as_editor, article)
    answer(as_editor, page)
    other = make_draft("Other")
    file = ManuscriptFile.objects.order_by("-pk").first()
    gone = as_editor.get(f"/admin/articles/article/{other.pk}/new-file/{file.pk}/", follow=True)
    assert "not waiting for you any more" in words_of(gone)


def test_the_article_leads_there(as_editor, article):
    page = as_editor.get(f"/admin/articles/article/{article.pk}/change/")
    assert f'href="/admin/articles/article/{article.pk}/new-file/"' in page.content.decode()
