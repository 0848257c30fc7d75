import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from thinktank import uploads


@pytest.fixture
def sizes(monkeypatch):
    """Send a file of `length` where 100,000 bytes are the most that is taken: the size that a form is given."""
    monkeypatch.setattr(uploads, "MOST", 100_000)

    def sizes(length):
        request = RequestFactory().post(
            "/", {"file": SimpleUploadedFile("a.png", b"x" * length), "word": "kept"}
        )
        assert request.POST["word"] == "kept"
        size = request.FILES["file"].size
        request.close()
        return size

    return sizes


def test_a_file_within_the_limit_comes_whole(sizes):
    assert sizes(90_000) == 90_000


def test_of_a_larger_one_no_more_is_taken_than_shows_that_it_is_too_large(sizes):
    assert 100_000 < sizes(5_000_000) < 300_000
