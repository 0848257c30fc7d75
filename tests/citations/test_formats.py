import json

from articles.citations.formats import FORMATS

from .bibtex_reader import read_entry
from .records import make_record
from .test_ris import read


def test_each_ending_gives_what_it_says() -> None:
    written = {ending: format.dumps(make_record()) for ending, format in FORMATS.items()}
    assert set(written) == {"bib", "ris", "csl.json"}
    assert read_entry(written["bib"])[1] == json.loads(written["csl.json"])[0]["id"]
    assert ("TI", "The Quiet Straits") in read(written["ris"])


def test_labels_and_media_types_are_told_apart() -> None:
    assert len({format.label for format in FORMATS.values()}) == len(FORMATS)
    assert len({format.media_type for format in FORMATS.values()}) == len(FORMATS)
