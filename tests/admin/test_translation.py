"""On the desk: choosing the original, and being told when it has moved on."""

from articles.models import Translation, clock
from articles.workflow import COMMAND_LINE, publish, translate, withdraw
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import make_change, make_draft, make_live_article, utc


def address(article, act="translation"):
    return f"/admin/articles/article/{article.pk}/{act}/"


def choose(client, article, original):
    return client.post(
        address(article), data_of(client.get(address(article)), original=original), follow=True
    )


def test_an_editor_chooses_the_original_and_takes_it_away(as_editor):
    original, draft = make_live_article(), make_draft("Yavaş limanlar", language="tr")
    page = choose(as_editor, draft, "Slow harbours")
    assert "It is the translation of “Slow harbours” now." in words_of(page)
    assert "A translation of “Slow harbours”" in words_of(page)
    assert draft.translation.original == original
    assert fields_of(as_editor.get(address(draft)))["original"] == "slow-harbours"
    assert "Türkçe" in words_of(as_editor.get(address(original)))
    choose(as_editor, draft, "")
    assert not Translation.objects.exists()


def test_what_is_refused_is_said_at_the_field_and_given_back(as_editor):
    make_live_article()
    draft = make_draft("Also English")
    page = choose(as_editor, draft, "slow-harbours")
    assert "Both are in the same language, English." in words_of(page)
    assert fields_of(page)["original"] == "slow-harbours"
    assert "Readers find no article" in words_of(choose(as_editor, draft, "Nothing like it"))


def test_an_original_that_readers_do_not_find_can_stay(as_editor):
    original, draft = make_live_article(), make_draft("Yavaş limanlar", language="tr")
    translate(draft, original, by=COMMAND_LINE)
    original.refresh_from_db()
    withdraw(original, by=COMMAND_LINE, note="Wrong.")
    page = choose(as_editor, draft, "slow-harbours")
    assert "Readers do not find the original now." in words_of(page)
    assert Translation.objects.get().original == original


def test_the_form_says_when_the_original_has_moved_on(as_editor):
    original = make_live_article(at=utc(2026, 1, 1))
    turkish = make_live_article("Yavaş limanlar", at=utc(2026, 1, 5), language="tr")
    translate(turkish, original, by=COMMAND_LINE)
    form = address(turkish, "change")
    assert "The original was updated" not in words_of(as_editor.get(form))
    with clock.fixed(utc(2026, 1, 11)):
        make_change(original, body="<p>Another text.</p>")
        publish(original, by=COMMAND_LINE, reason="update")
    assert "The original was updated on 11 January 2026" in words_of(as_editor.get(form))
