"""What is refused, in an editor's words, and what a Manuscript hands over."""

import hashlib
import os

import pytest

from articles.manuscripts import ManuscriptError, read_bytes, read_manuscript

from .samples import BELL, STRAIT, VIEWS, read


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\xc2\xa0\xe2\x80\x8b\n", "no text in it"),
        (b"\xef\xbb\xbf", "no text in it"),
        (b"Words \x00 and a NUL.", "not plain text"),
        (bytes(range(256)) * 4, "not plain text"),
        (b"a\x00\x00b" * 20, "not plain text"),
        (b"\x01\x02\x03\x04words", "not plain text"),
        (b"PK\x03\x04rest", "Word document"),
        (b"%PDF-1.7 rest", "a PDF"),
        (b"\xd0\xcf\x11\xe0rest", "old Word document"),
        (b"{\\rtf1 rest}", "RTF"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xfea\x00b", "UTF-16"),
        (b"\xff\xfea\x00\x00\x00", "not plain text"),
        (b"<!DOCTYPE html><p>Words</p>", "web page"),
        (b"<p>One</p>\n<p>Two</p>\n<p>Three</p>", "web page"),
        (b"\x81\x8d\x8f one two three four five", "could not be told"),
    ],
)
def test_bytes_that_are_no_manuscript(data, words):
    with pytest.raises(ManuscriptError, match=words):
        read_bytes(data, "manuscript.txt")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.docm", "save it as .docx"),
        ("a.odt", "save it as .docx"),
        ("a.DOC", "save it as .docx"),
        ("a.rtf", "save it as .docx"),
        ("a.pdf", "save that as .docx"),
        ("a.pages", "export it to Word"),
        ("a.html", "from the browser"),
        ("a.xyz", "Files ending in .xyz cannot be read"),
        ("a", "without an ending"),
    ],
)
def test_endings_that_are_not_read(name, words):
    with pytest.raises(ManuscriptError, match=words):
        read_bytes(b"Words.", name)


def test_an_ending_in_capitals_is_read():
    assert read_bytes(STRAIT.encode(), "A.TXT").paragraphs == 1


def test_size_is_checked_before_reading(tmp_path, monkeypatch):
    enormous = tmp_path / "enormous.txt"
    with enormous.open("wb") as file:
        file.truncate(10**9)  # a hole: it takes no room on the disk
    monkeypatch.setattr(type(enormous), "open", lambda *_args: pytest.fail("it was opened"))
    with pytest.raises(ManuscriptError, match="at most 25 MB"):
        read_manuscript(enormous)
    with pytest.raises(ManuscriptError, match="at most 25 MB"):
        read_bytes(b"a" * (25 * 1024 * 1024 + 1), "a.txt")


def test_files_that_are_not_there_or_not_files(tmp_path):
    with pytest.raises(ManuscriptError, match=r"There is no file “none\.txt”"):
        read_manuscript(tmp_path / "none.txt")
    with pytest.raises(ManuscriptError, match="is a folder"):
        read_manuscript(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ManuscriptError, match="not an ordinary file"):
        read_manuscript(str(tmp_path / "pipe.txt"))
    with pytest.raises(ManuscriptError, match=r"cannot be opened|There is no file"):
        read_manuscript("nul\0byte.txt")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    locked = tmp_path / "locked.txt"
    locked.write_text(STRAIT)

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    # chmod would not stop root, who runs the tests in a container.
    monkeypatch.setattr(type(locked), "open", refuse)
    with pytest.raises(ManuscriptError, match=r"“locked\.txt” cannot be opened: you may not read it"):
        read_manuscript(locked)


def test_the_hash_is_of_the_bytes_as_they_arrived(tmp_path):
    data = b"\xef\xbb\xbf" + STRAIT.encode() + b"\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_manuscript(path).sha256 == hashlib.sha256(data).hexdigest()
    assert read_bytes(data, "b.txt").sha256 == hashlib.sha256(data).hexdigest()


def test_the_public_dictionary():
    manuscript = read("The Price of a Quiet Sea", "By Ann Bell", "", STRAIT, "", f"* {BELL}", f"** {VIEWS}")
    assert manuscript.to_dict() == {
        "title": "The Price of a Quiet Sea",
        "authors": [
            {"name": "Ann Bell", "honorific": "", "role": "senior fellow", "affiliation": "Harbour Institute"}
        ],
        "author_note": BELL,
        "disclaimer": VIEWS,
        "body_html": f"<p>{STRAIT}</p>",
        "headings": [],
        "paragraphs": 1,
        "footnotes": [],
        "warnings": [],
    }


def test_signs_of_mark_up_are_text():
    assert read("Where a < b & c > d, nobody bids <b>twice</b>.").body_html == (
        "<p>Where a &lt; b &amp; c &gt; d, nobody bids &lt;b&gt;twice&lt;/b&gt;.</p>"
    )


def test_acronyms_a_text_explains_are_handed_over():
    first = "The Security Management Institute (SMI) counts ships, and has counted them since the strait was closed."
    assert read(
        first, "", "The SMI and the WTO count alike, which few who read the two would have expected."
    ).acronyms == (("SMI", "Security Management Institute"),)
