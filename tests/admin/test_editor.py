"""What the page says of a text before any script has run."""

import pytest

from articles.admin.editor import EXTENSIONS, count
from tests.makers import make_draft


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_fields_know_their_language_and_the_count_of_words(as_publisher, language, direction):
    draft = make_draft(body='<p>Two words<span class="footnote">a note</span></p>', language=language)
    page = as_publisher.get(f"/admin/articles/article/{draft.pk}/change/").content.decode()
    assert "4 words · 1 minute to read · 1 note</p>" in page
    assert page.count(f'lang="{language}" dir="{direction}" spellcheck="true"') == 3


def test_the_count_says_one_of_one():
    assert count("", "en") == "No words yet"
    assert count("<p>a</p>", "en") == "1 word · 1 minute to read · 0 notes"


def test_headings_are_those_of_the_allowlist():
    assert EXTENSIONS["Heading"] == {"levels": [2, 3]}
