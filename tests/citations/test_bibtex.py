from hypothesis import given
from hypothesis import strategies as st

from articles.citations import bibtex
from articles.citations.names import split_name

from .bibtex_reader import read_authors, read_entry, typeset
from .records import HOSTILE, KIM, make_record


def test_a_commentary_is_cited_as_a_web_text() -> None:
    record = make_record(topics=("maritime security", "energy"), abstract="Why 40% of it?")
    assert bibtex.dumps(record) == (
        "@misc{kim2025quiet,\n"
        "  author = {Kim, Ju Hyung},\n"
        "  title = {{The Quiet Straits}},\n"
        "  year = {2025},\n"
        "  month = nov,\n"
        "  howpublished = {instituDE},\n"
        "  note = {Version 2, 26 November 2025},\n"
        "  language = {english},\n"
        "  keywords = {maritime security, energy},\n"
        "  abstract = {Why 40\\% of it?},\n"
        "  url = {https://example.org/articles/quiet-straits/v/2/},\n"
        "}\n"
    )


def test_a_brief_is_cited_with_its_institution() -> None:
    record = make_record(kind="brief", series="Straits", doi="10.1234/a_b")
    kind, _, fields = read_entry(bibtex.dumps(record))
    assert kind == "techreport"
    assert (fields["institution"], fields["type"], fields["series"]) == (
        "instituDE",
        "Policy brief",
        "Straits",
    )
    assert fields["doi"] == "10.1234/a_b"


def test_authors_are_parted_only_where_bibtex_should_part_them() -> None:
    names = (
        KIM,
        split_name("Jan van der Berg"),
        split_name("Martin Luther King, Jr."),
        split_name("김주형"),
        split_name("Ministry of Trade and Energy, Seoul", is_body=True),
        split_name("Rosa and Family", family="Rosa"),
    )
    _, _, fields = read_entry(bibtex.dumps(make_record(names=names)))
    assert read_authors(fields["author"]) == [
        "Kim, Ju Hyung",
        "van der Berg, Jan",
        "King, Jr., Martin Luther",
        "{김주형}",
        "{Ministry of Trade and Energy, Seoul}",
        "Rosa, {and Family}",
    ]


def test_without_an_author_there_is_no_author_field() -> None:
    assert "author" not in read_entry(bibtex.dumps(make_record(names=())))[2]


def test_addresses_are_verbatim_and_cannot_close_the_entry() -> None:
    record = make_record(version_url="https://example.org/한국/%7Ea_b#p7}\\{")
    _, _, fields = read_entry(bibtex.dumps(record))
    assert fields["url"] == "https://example.org/%ED%95%9C%EA%B5%AD/%7Ea_b#p7%7D%5C%7B"


@given(HOSTILE)
def test_every_title_comes_back_as_it_was(title: str) -> None:
    record = make_record(title=title, abstract=title, publisher=title, topics=(title,))
    _, _, fields = read_entry(bibtex.dumps(record))
    assert fields["title"].startswith("{")
    assert typeset(fields["title"]) == record.title
    assert typeset(fields["howpublished"]) == record.publisher
    assert typeset(fields.get("abstract", "")) == record.abstract


@given(st.lists(st.tuples(HOSTILE | st.just("x and y"), st.booleans()), max_size=4))
def test_there_are_as_many_authors_as_names(typed: list[tuple[str, bool]]) -> None:
    record = make_record(names=tuple(split_name(full, is_body=is_body) for full, is_body in typed))
    _, _, fields = read_entry(bibtex.dumps(record))
    authors = read_authors(fields["author"]) if "author" in fields else []
    assert len(authors) == len(record.names)
    for author, name in zip(authors, record.names, strict=True):
        if name.is_whole:
            assert typeset(author) == name.full
