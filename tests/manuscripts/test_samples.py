"""Whole manuscripts as they arrive, each beside what an editor would make of it.

The files are kept as UTF-8, so that a change to one can be read; `encoding` says how it is coded before it is read.
Word files are written from a text, see word_files.py; `shape` says how the program that wrote it goes about it.
"""

import html
import re
import tomllib
from pathlib import Path

import pytest

from articles.manuscripts import read_bytes

from .word_files import word_file

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = sorted(SAMPLES.glob("*/*.toml"))
NOTE = re.compile(r'<span class="footnote">.*?</span>', re.DOTALL)


def read_sample(expected: Path):
    (source,) = [path for path in expected.parent.glob(f"{expected.stem}.*") if path != expected]
    told = tomllib.loads(expected.read_text())
    data, name = source.read_bytes(), source.name
    if encoding := told.pop("encoding", None):
        data = data.decode().encode(encoding)
    if expected.parent.name == "word":
        data, name = word_file(data.decode(), **told.pop("shape", {})), f"{source.stem}.docx"
    return read_bytes(data, name), told


def sentences_of(body_html: str) -> str:
    """The words a reader sees, a note's own aside."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", NOTE.sub("", body_html)))
    return re.sub(r"\s+([,.;:!?»”])", r"\1", " ".join(text.split()))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_field(path):
    manuscript, told = read_sample(path)
    first, last, warnings = told.pop("first"), told.pop("last"), told.pop("warnings")
    read = manuscript.to_dict()
    authors = [
        {"honorific": "", "role": "", "affiliation": ""} | author for author in told.pop("authors", [])
    ]
    assert read["authors"] == authors
    assert {name: read.get(name) for name in ("title", "author_note", "disclaimer")} == {
        name: told.pop(name, None) for name in ("title", "author_note", "disclaimer")
    }
    assert (manuscript.standfirst, manuscript.language) == (
        told.pop("standfirst", None),
        told.pop("language"),
    )
    assert {name: read[name] for name in told} == told
    text = sentences_of(manuscript.body_html)
    opening = text if not told["headings"] else text.removeprefix(told["headings"][0]).strip()
    assert first in (text[: len(first)], opening[: len(first)])
    assert text.endswith(last)
    unmet = [words for words in warnings if not any(words in warning for warning in manuscript.warnings)]
    assert (unmet, len(manuscript.warnings)) == ([], len(warnings)), manuscript.warnings


def test_there_is_a_sample_of_each_kind():
    kinds = {path.parent.name for path in EXPECTED}
    assert kinds == {"text", "markdown", "word"}
