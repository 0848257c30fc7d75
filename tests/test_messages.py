"""Every word that public pages say has its translation, and the compiled catalogs are those of the sources."""

import re

import polib
import pytest

from tests import messages

PLACES = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("language", messages.languages())
def test_nothing_waits_for_a_translation(language):
    catalog = messages.read(language)
    translated = {entry.msgid for entry in catalog if entry.translated() and not entry.fuzzy}
    assert set(messages.wanted()) == translated, "make messages says what is missing"


@pytest.mark.parametrize("language", messages.languages())
def test_a_translation_fills_in_what_the_source_fills_in(language):
    for entry in messages.read(language):
        for words in [entry.msgstr, *entry.msgstr_plural.values()]:
            if words:
                assert set(PLACES.findall(words)) == set(PLACES.findall(entry.msgid)), entry.msgid


@pytest.mark.parametrize("language", messages.languages())
def test_the_compiled_catalog_is_that_of_the_source(language):
    compiled = polib.mofile(str(messages.folder(language) / "django.mo"))
    said = {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in messages.read(language)}
    assert {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in compiled} == said
