import json

from hypothesis import given

from articles.citations import csl_json
from articles.citations.names import split_name

from .records import HOSTILE, KIM, make_record


def test_a_commentary_is_a_web_page_of_the_institute() -> None:
    assert csl_json.item(make_record(topics=("energy", "sea lanes"))) == {
        "id": "kim2025quiet",
        "type": "webpage",
        "title": "The Quiet Straits",
        "author": [{"family": "Kim", "given": "Ju Hyung"}],
        "issued": {"date-parts": [[2025, 11, 24]]},
        "publisher": "instituDE",
        "container-title": "instituDE",
        "genre": "Commentary",
        "version": "2",
        "note": "Version 2, 26 November 2025",
        "language": "en",
        "keyword": "energy, sea lanes",
        "URL": "https://example.org/articles/quiet-straits/v/2/",
    }


def test_a_report_stands_in_its_series_and_in_no_container() -> None:
    item = csl_json.item(make_record(kind="report", series="Straits", doi="10.1234/a", abstract="Why."))
    assert (item["type"], item["collection-title"], item["DOI"], item["abstract"]) == (
        "report",
        "Straits",
        "10.1234/a",
        "Why.",
    )
    assert "container-title" not in item


def test_names_of_each_sort() -> None:
    names = (KIM, split_name("김주형"), split_name("Suharto"), split_name("M. L. King Jr."))
    body = split_name("Ministry of Trade, Industry and Energy", is_body=True)
    assert csl_json.item(make_record(names=(*names, body)))["author"] == [
        {"family": "Kim", "given": "Ju Hyung"},
        {"family": "김", "given": "주형"},
        {"family": "Suharto"},
        {"family": "King", "given": "M. L.", "suffix": "Jr."},
        {"literal": "Ministry of Trade, Industry and Energy"},
    ]


def test_without_an_author_there_is_no_author() -> None:
    assert "author" not in csl_json.item(make_record(names=()))


@given(HOSTILE)
def test_what_is_written_is_read_again(title: str) -> None:
    record = make_record(title=title, abstract=title)
    written = csl_json.dumps(record).encode()
    assert json.loads(written) == [csl_json.item(record)]
