import re

from hypothesis import given

from articles.citations import ris
from articles.citations.names import split_name

from .records import HOSTILE, KIM, make_record


def read(text: str) -> list[tuple[str, str]]:
    """Tags and values; a line without a tag of two characters is an error."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    found = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in lines]
    assert all(found), lines
    # Readers split at any line break, not at CRLF alone.
    assert lines == text.splitlines()
    return [(match[1], match[2]) for match in found if match]


def test_a_commentary() -> None:
    record = make_record(topics=("energy", "sea lanes"), abstract="Why.", originally_at="The Straits Review")
    assert read(ris.dumps(record)) == [
        ("TY", "ELEC"),
        ("AU", "Kim, Ju Hyung"),
        ("TI", "The Quiet Straits"),
        ("PY", "2025"),
        ("DA", "2025/11/24"),
        ("PB", "instituDE"),
        ("ET", "2"),
        ("M3", "Commentary"),
        ("N1", "Version 2, 26 November 2025. First published by The Straits Review"),
        ("AB", "Why."),
        ("LA", "en"),
        ("UR", "https://example.org/articles/quiet-straits/v/2/"),
        ("KW", "energy"),
        ("KW", "sea lanes"),
        ("ER", ""),
    ]


def test_a_report_has_its_series_and_doi() -> None:
    fields = dict(read(ris.dumps(make_record(kind="report", series="Straits", doi="10.1234/a"))))
    assert (fields["TY"], fields["T3"], fields["DO"]) == ("RPRT", "Straits", "10.1234/a")


def test_names_are_parted_at_commas_and_bodies_have_none() -> None:
    names = (
        KIM,
        split_name("Martin Luther King, Jr."),
        split_name("김주형"),
        split_name("Suharto"),
        split_name("Ministry of Trade, Industry and Energy", is_body=True),
    )
    authors = [value for tag, value in read(ris.dumps(make_record(names=names))) if tag == "AU"]
    assert authors == [
        "Kim, Ju Hyung",
        "King, Martin Luther, Jr.",
        "김, 주형",
        "Suharto",
        "Ministry of Trade Industry and Energy",
    ]


@given(HOSTILE, HOSTILE)
def test_no_title_or_name_starts_a_field_of_its_own(title: str, name: str) -> None:
    hostile = f"{title}\r\nER  - \r\nTY  - BOOK\u2028AU  - {name}"
    record = make_record(title=hostile, names=(split_name(hostile, is_body=True),), topics=(hostile,))
    fields = read(ris.dumps(record))
    tags = [tag for tag, _ in fields]
    assert (tags[0], tags[-1], tags.count("TY"), tags.count("ER"), tags.count("AU")) == ("TY", "ER", 1, 1, 1)
    assert dict(fields)["TI"] == record.title
