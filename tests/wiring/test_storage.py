from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from thinktank.storage import LeanStaticFilesStorage

STATIC = Path(__file__).resolve().parents[2] / "static"


@pytest.mark.parametrize("name", ["css/site.css", "css/lists.css", "js/site.js"])
def test_readers_do_not_load_our_comments(tmp_path, name):
    storage = LeanStaticFilesStorage(location=tmp_path, base_url="/static/")
    storage.save(name, ContentFile((STATIC / name).read_bytes()))
    lean = (tmp_path / name).read_text()
    assert "/*" not in lean
    assert "// " not in lean
    assert len(lean) < len((STATIC / name).read_text())


def test_a_file_that_was_read_to_be_named_is_saved_whole(tmp_path):
    storage = LeanStaticFilesStorage(location=tmp_path, base_url="/static/")
    style = ContentFile(b"a { color: red; }")
    name = storage.hashed_name("css/a.css", style)
    storage.save(name, style)
    assert (tmp_path / name).read_text() == "a{color:red}"


def test_other_files_stay_as_they_are(tmp_path):
    storage = LeanStaticFilesStorage(location=tmp_path, base_url="/static/")
    storage.save("desk/a.css", ContentFile(b"/* why */ a { color: red; }"))
    assert (tmp_path / "desk/a.css").read_text() == "/* why */ a { color: red; }"
