from datetime import date

import pytest
from hypothesis import given

from articles.citations import plain
from articles.citations.names import Name, split_name

from .records import HOSTILE, KIM, make_record

AYSE = split_name("Ayşe Yılmaz")
BERG = split_name("Jan van der Berg")
BODY = split_name("Security Management Institute", is_body=True)
INSTITUTE = split_name("instituDE", is_body=True)
URL = "https://example.org/articles/quiet-straits/v/2/"


def test_the_whole_line() -> None:
    assert plain.line(make_record()) == (
        f"Kim, J. H. (2025). The Quiet Straits. instituDE, version 2, 26 November 2025. {URL}"
    )


@pytest.mark.parametrize(
    ("names", "opening"),
    [
        ((KIM, AYSE), "Kim, J. H., & Yılmaz, A. (2025). The"),
        ((KIM, AYSE, BERG), "Kim, J. H., Yılmaz, A., & van der Berg, J. (2025). The"),
        ((BODY,), "Security Management Institute (2025). The"),
        ((BODY, KIM), "Security Management Institute, & Kim, J. H. (2025). The"),
        ((split_name("M. L. King Jr."),), "King, M. L., Jr. (2025). The"),
        ((split_name("Suharto"),), "Suharto (2025). The"),
        ((KIM,) * 20, ", & Kim, J. H. (2025). The"),
        ((*(KIM,) * 20, AYSE), "Kim, J. H., … Yılmaz, A. (2025). The"),
        ((), "The Quiet Straits. (2025). instituDE"),
    ],
)
def test_one_two_many_and_bodies(names: tuple[Name, ...], opening: str) -> None:
    assert opening in plain.line(make_record(names=names))


def test_of_more_than_twenty_the_first_nineteen_and_the_last_are_named() -> None:
    printed = plain.line(make_record(names=(*(KIM,) * 20, AYSE)))
    assert printed.count("Kim") == 19


def test_the_institute_as_author_is_named_once() -> None:
    assert plain.line(make_record(names=(INSTITUTE,))) == (
        f"instituDE (2025). The Quiet Straits. Version 2, 26 November 2025. {URL}"
    )


@pytest.mark.parametrize(
    ("language", "names", "expected"),
    [
        (
            "tr",
            (AYSE, KIM),
            "Yılmaz, A. ve Kim, J. H. (2025). The Quiet Straits. instituDE, sürüm 2, 26 Kasım 2025.",
        ),
        ("tr-TR", (AYSE,), "Yılmaz, A. (2025). The Quiet Straits. instituDE, sürüm 2, 26 Kasım 2025."),
        (
            "ko",
            (split_name("김주형"), split_name("이서연")),
            "김주형, 이서연 (2025). The Quiet Straits. instituDE, 버전 2, 2025년 11월 26일.",
        ),
        ("de", (KIM,), "Kim, J. H. (2025). The Quiet Straits. instituDE, version 2, 26 November 2025."),
    ],
)
def test_each_language_in_its_own_words(language: str, names: tuple[Name, ...], expected: str) -> None:
    assert plain.line(make_record(language=language, names=names)) == f"{expected} {URL}"


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(("language", "last"), [("en", "December"), ("tr", "Aralık"), ("ko", "12월")])
def test_every_month_has_its_name(month: int, language: str, last: str) -> None:
    said = plain.line(make_record(language=language, version_date=date(2025, month, 1)))
    assert (last in said) is (month == 12)


@pytest.mark.parametrize("title", ["Whose sea?", "“Whose sea?”", "Wait…", "Now!"])
def test_a_title_that_ends_a_sentence_gets_no_second_stop(title: str) -> None:
    assert f"{title} instituDE" in plain.line(make_record(title=title))


def test_a_doi_stands_for_the_address() -> None:
    assert plain.line(make_record(doi="10.1234/a")).endswith("2025. https://doi.org/10.1234/a")


@given(HOSTILE, HOSTILE)
def test_no_title_or_name_breaks_the_line(title: str, name: str) -> None:
    record = make_record(title=title, names=(split_name(name),))
    printed = plain.line(record)
    assert record.title in printed
    assert len(printed.splitlines()) == 1
