"""What somebody is, and where, from the words behind the name."""

import pytest

from articles.manuscripts.introductions import authors_in_note
from articles.manuscripts.people import parse_byline


@pytest.mark.parametrize(
    ("note", "role", "affiliation"),
    [
        (
            "Ann Bell is a retired diplomat and a senior fellow at the Sea Institute.",
            "retired diplomat and senior fellow",
            "Sea Institute",
        ),
        ("Ann Bell is an economist, and the director of the Sea Institute.", "economist and director", "Sea Institute"),
        ("Ann Bell is a fellow at the Sea Institute and a professor at Ege University.", "fellow", "Sea Institute"),
        ("Ann Bell is an economist and the author of Cold Harbours.", "economist", ""),
        (
            "Ann Bell holds the Grotius Chair of Sea Law at Ege University.",
            "Grotius Chair of Sea Law",
            "Ege University",
        ),
        ("Ayla Su ise Ege Üniversitesi’nde kıdemli araştırmacıdır.", "kıdemli araştırmacı", "Ege Üniversitesi"),
        ("Ayla Su ise tarihçidir.", "tarihçi", ""),
        ("Ann Bell served as envoy to Rome and is now a fellow at the Sea Institute.", "fellow", "Sea Institute"),
        ("Ann Bell was a sailor in Varna and is currently an adviser to the Sea Institute.", "adviser", "Sea Institute"),
        ("Ann Bell is an adviser to the president.", "adviser to the president", ""),
        ("Ann Bell is a Fellow at the Sea Institute and Lecturer at Ege University.", "Fellow", "Sea Institute"),
        ("Ayla Su hâlen Kıyı Vakfı Direktörü olarak görev yapmaktadır.", "Direktörü", "Kıyı Vakfı"),
        ("Ayla Su, Ege Üniversitesi Tarih Bölümü’nde görev yapmaktadır.", "", "Ege Üniversitesi Tarih Bölümü"),
        ("김서윤은 동해연구원의 선임연구위원이다.", "선임연구위원", "동해연구원"),
        ("김서윤은 평화회의 의장이다.", "의장", "평화회의"),
        ("ليلى حداد، أستاذة القانون بجامعة الساحل", "أستاذة القانون", "جامعة الساحل"),
        ("Ayla Su, Kıyı Vakfı Yönetim Kurulu Başkanı.", "Yönetim Kurulu Başkanı", "Kıyı Vakfı"),
        (
            "Ayla Su, emekli büyükelçi ve Kıyı Vakfı Danışma Kurulu üyesidir.",
            "emekli büyükelçi ve Danışma Kurulu üyesi",
            "Kıyı Vakfı",
        ),
        ("Ayla Su, ekonomist, Ege Üniversitesi öğretim üyesidir.", "ekonomist, öğretim üyesi", "Ege Üniversitesi"),
        ("Ayla Su, Yükseköğretim Kurulu üyesidir.", "üyesi", "Yükseköğretim Kurulu"),
        ("د. ليلى حدّاد باحثة أولى في مركز البحار.", "باحثة أولى", "مركز البحار"),
        ("ليلى حدّاد، أستاذة القانون في جامعة الساحل.", "أستاذة القانون", "جامعة الساحل"),
    ],
)  # fmt: skip
def test_a_note_tells(note, role, affiliation):
    assert [(a.role, a.affiliation) for a in authors_in_note(note)] == [(role, affiliation)]


def test_a_degree_is_no_place_to_work_at():
    assert authors_in_note("Ann Bell holds a doctorate from Ege University.") == ()


@pytest.mark.parametrize("line", ["بقلم: د. ليلى حدّاد", "بقلم ليلى حدّاد"])
def test_signs_above_letters_are_part_of_a_name(line):
    assert [author.name for author in parse_byline(line)] == ["ليلى حدّاد"]


def test_an_honorific_within_the_apposition():
    (author,) = authors_in_note("The author, Dr. Ann Bell, is a fellow at the Sea Institute.")
    assert (author.honorific, author.name, author.affiliation) == ("Dr.", "Ann Bell", "Sea Institute")


@pytest.mark.parametrize(
    ("line", "role", "affiliation"),
    [("글: 김서윤 (동해전략연구원)", "", "동해전략연구원"), ("글: 김서윤 (선임연구원)", "선임연구원", "")],
)
def test_a_korean_institute_is_no_researcher(line, role, affiliation):
    assert [(a.name, a.role, a.affiliation) for a in parse_byline(line)] == [("김서윤", role, affiliation)]
