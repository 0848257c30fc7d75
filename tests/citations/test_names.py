import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citations.lines import one_line
from articles.citations.names import Name, split_name

from .records import HOSTILE


@pytest.mark.parametrize(
    ("full", "family", "given_name", "suffix"),
    [
        ("Ju Hyung Kim", "Kim", "Ju Hyung", None),
        ("  Ayşe\tYılmaz ", "Yılmaz", "Ayşe", None),
        ("Jan van der Berg", "van der Berg", "Jan", None),
        ("van der Berg", "van der Berg", None, None),
        ("Mohammed bin Salman Al Saud", "Al Saud", "Mohammed bin Salman", None),
        ("Robert De Niro", "De Niro", "Robert", None),
        ("Al Gore", "Gore", "Al", None),
        ("Ayman al-Zawahiri", "al-Zawahiri", "Ayman", None),
        ("Suharto", "Suharto", None, None),
        ("Jr.", "Jr.", None, None),
        ("Yılmaz, Ayşe", "Yılmaz", "Ayşe", None),
        ("Martin Luther King, Jr.", "King", "Martin Luther", "Jr."),
        ("Martin Luther King III", "King", "Martin Luther", "III"),
        ("김주형", "김", "주형", None),
        ("김구", "김", "구", None),
        ("남궁민수", "남궁", "민수", None),
        ("남궁", "남", "궁", None),
        ("김 주형", "김", "주형", None),
        ("도널드 트럼프", "트럼프", "도널드", None),
        ("엘리자베스", "엘리자베스", None, None),
        ("习近平", "习近平", None, None),
    ],
)
def test_names_are_parted_as_people_type_them(
    full: str, family: str, given_name: str | None, suffix: str | None
) -> None:
    name = split_name(full)
    assert (name.family, name.given, name.suffix) == (family, given_name, suffix)


@pytest.mark.parametrize(
    ("full", "family", "parts"),
    [
        ("Ban Ki-moon", "Ban", ("Ban", "Ki-moon")),
        ("Ayşe Yılmaz Kaya", "Yılmaz Kaya", ("Yılmaz Kaya", "Ayşe")),
        ("Ayşe Kaya", "kaya", ("Kaya", "Ayşe")),
        ("선우진", "선", ("선", "우진")),
        ("Ayşe Kaya", "Demir", ("Kaya", "Ayşe")),
        ("Sukarno", "Sukarno", ("Sukarno", None)),
    ],
)
def test_a_family_name_on_record_decides_where_it_stands_in_the_name(
    full: str, family: str, parts: tuple[str, str | None]
) -> None:
    name = split_name(full, family=family)
    assert (name.family, name.given) == parts


def test_a_body_is_not_parted() -> None:
    name = split_name("Ministry of Trade, Industry and Energy", is_body=True, family="Energy")
    assert name == Name("Ministry of Trade, Industry and Energy", is_body=True)


def test_a_name_typed_family_first_is_printed_in_reading_order() -> None:
    assert split_name("Yılmaz, Ayşe").full == "Ayşe Yılmaz"
    assert split_name("Martin Luther King, Jr.").full == "Martin Luther King Jr."


@pytest.mark.parametrize(
    ("full", "initials"),
    [
        ("Ju Hyung Kim", "J. H."),
        ("Ju-Hyung Kim", "J.-H."),
        ("J.H. Kim", "J. H."),
        ("İbrahim Can Öz", "İ. C."),
        ("김주형", "주형"),
        ("Suharto", ""),
    ],
)
def test_initials(full: str, initials: str) -> None:
    assert split_name(full).initials == initials


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        (split_name("Ju Hyung Kim"), False),
        (split_name("김주형"), True),
        (split_name("Suharto"), True),
        (split_name("Jan Kaya", is_body=True), True),
    ],
)
def test_some_names_are_never_turned_round(name: Name, whole: bool) -> None:
    assert name.is_whole is whole


@given(HOSTILE, st.booleans(), st.one_of(st.none(), HOSTILE))
def test_no_name_is_refused_and_none_loses_a_letter(full: str, is_body: bool, family: str | None) -> None:
    name = split_name(full, is_body=is_body, family=family)
    assert _letters(name.full) == _letters(one_line(full))
    if name.family:
        assert _letters(f"{name.family}{name.given or ''}{name.suffix or ''}") == _letters(name.full)


def _letters(text: str) -> list[str]:
    return sorted(text.replace(" ", "").replace(",", ""))
