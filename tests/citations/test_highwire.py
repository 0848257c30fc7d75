from articles.citations import highwire
from articles.citations.names import split_name

from .records import KIM, make_record


def test_an_institution_follows_its_author() -> None:
    names = (KIM, split_name("김주형"), split_name("Sea, Land and Air", is_body=True, affiliation="Ministry"))
    assert highwire.meta(make_record(names=names, topics=("energy", "sea lanes"))) == [
        ("citation_title", "The Quiet Straits"),
        ("citation_author", "Kim, Ju Hyung"),
        ("citation_author_institution", "Security Management Institute"),
        ("citation_author", "김주형"),
        ("citation_author", "Sea, Land and Air"),
        ("citation_author_institution", "Ministry"),
        ("citation_publication_date", "2025/11/24"),
        ("citation_publisher", "instituDE"),
        ("citation_language", "en"),
        ("citation_keywords", "energy"),
        ("citation_keywords", "sea lanes"),
        ("citation_abstract_html_url", "https://example.org/articles/quiet-straits/"),
        ("citation_fulltext_html_url", "https://example.org/articles/quiet-straits/"),
    ]


def test_a_report_names_its_institution_series_and_doi() -> None:
    record = make_record(kind="brief", series="Straits", doi="10.1234/a", abstract="Why.")
    pairs = dict(highwire.meta(record))
    assert pairs["citation_technical_report_institution"] == "instituDE"
    assert pairs["citation_series_title"] == "Straits"
    assert pairs["citation_doi"] == "10.1234/a"
    assert pairs["citation_abstract"] == "Why."
