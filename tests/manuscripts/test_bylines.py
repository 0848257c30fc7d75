"""The people of a byline, in order, or nobody at all."""

import pytest

from articles.manuscripts.people import parse_byline

from .samples import BELL, INSURERS, STRAIT, read


def told(authors):
    return [(a.honorific, a.name, a.role, a.affiliation) for a in authors]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ann Bell", [("", "Ann Bell", "", "")]),
        ("BY ANN BELL", [("", "ANN BELL", "", "")]),
        (
            "By Dr. A. Bell, Director at Harbour Watch and Carla Diaz",
            [("Dr.", "A. Bell", "Director", "Harbour Watch"), ("", "Carla Diaz", "", "")],
        ),
        (
            "By Ann Bell, John Roe and Mia Wu",
            [("", "Ann Bell", "", ""), ("", "John Roe", "", ""), ("", "Mia Wu", "", "")],
        ),
        (
            "Ann Bell (Riga University); John Roe (CSIS)",
            [("", "Ann Bell", "", "Riga University"), ("", "John Roe", "", "CSIS")],
        ),
        (
            "By Ann Bell, Professor at the Centre for Science and Technology",
            [("", "Ann Bell", "Professor", "Centre for Science and Technology")],
        ),
        (
            "By Ann Bell, Senior Fellow, Harbour Institute",
            [("", "Ann Bell", "Senior Fellow", "Harbour Institute")],
        ),
        (
            "By Ann Bell and Prof. Dr. Ali Kaya, Ege University",
            [("", "Ann Bell", "", ""), ("Prof. Dr.", "Ali Kaya", "", "Ege University")],
        ),
        (
            "By Ann Bell, Ph.D., and John Roe, Jr.",
            [("", "Ann Bell, Ph.D.", "", ""), ("", "John Roe, Jr.", "", "")],
        ),
        (
            "By Ann Bell, Director at Harbour Watch, New York",
            [("", "Ann Bell", "Director", "Harbour Watch, New York")],
        ),
        ("글: 김민수", [("", "김민수", "", "")]),
        ("글 | 김민수 연구위원", [("", "김민수", "연구위원", "")]),
        ("Ayşe Kaya – Ali Su", [("", "Ayşe Kaya", "", ""), ("", "Ali Su", "", "")]),
        ("Ann Bell – Harbour Institute", [("", "Ann Bell", "", "Harbour Institute")]),
        ("Em. Tümg. Ali Su", [("Em. Tümg.", "Ali Su", "", "")]),
        ("By The Rt Hon. Ann Bell, MP", [("The Rt Hon.", "Ann Bell, MP", "", "")]),
        ("بقلم د. أحمد علي وسلمى الخطيب", [("د.", "أحمد علي", "", ""), ("", "سلمى الخطيب", "", "")]),
        ("بقلم أحمد علي", [("", "أحمد علي", "", "")]),
        ("د. أحمد علي* وسلمى الخطيب**", [("د.", "أحمد علي", "", ""), ("", "سلمى الخطيب", "", "")]),
        (
            "Ann Bell*, John Roe** and Mia Wu***",
            [("", "Ann Bell", "", ""), ("", "John Roe", "", ""), ("", "Mia Wu", "", "")],
        ),
        ("Rear Adm. (ret.) Ann Bell", [("Rear Adm. (ret.)", "Ann Bell", "", "")]),
        (
            "Ann Bell | Senior Fellow | Harbour Institute",
            [("", "Ann Bell", "Senior Fellow", "Harbour Institute")],
        ),
        ("Dr. Ann Bell, Bosphorus Trade Watch", [("Dr.", "Ann Bell", "", "Bosphorus Trade Watch")]),
        ("Words by Ann Bell", [("", "Ann Bell", "", "")]),
        ("A commentary by Ann Bell", [("", "Ann Bell", "", "")]),
        ("김하람 박사, 동해연구소 선임연구위원", [("박사", "김하람", "선임연구위원", "동해연구소")]),
        (
            "김하람 동해연구소 선임연구위원, 이도윤 서해대학교 교수",
            [("", "김하람", "선임연구위원", "동해연구소"), ("", "이도윤", "교수", "서해대학교")],
        ),
        ("Yazan: Ayşe Yılmaz ve Can Er", [("", "Ayşe Yılmaz", "", ""), ("", "Can Er", "", "")]),
        (
            "Ann Bell, PhD candidate at Fjord College",
            [("", "Ann Bell", "PhD candidate", "Fjord College")],
        ),
        (
            "Ann Bell, Head of the Energy Programme, Rhine Institute, and Can Er, Visiting Scholar, Ege University",
            [
                ("", "Ann Bell", "Head of the Energy Programme", "Rhine Institute"),
                ("", "Can Er", "Visiting Scholar", "Ege University"),
            ],
        ),
        ("By 2030 the sea will rise", []),
        ("By the staff of the harbour office", []),
        ("Security Management Institute", []),
        ("한국의 항구는 겨울에도 열려 있고, 그것은 우연이 아니다.", []),
        ("", []),
    ],
)
def test_bylines(line, people):
    assert told(parse_byline(line)) == people


def test_a_byline_in_capitals_takes_name_and_honorific_as_the_note_writes_them():
    found = read("WHO PAYS", "BY PROF. DR. ANN BELL", "", STRAIT, INSURERS, "", f"* Prof. Dr. {BELL}")
    assert [(a.honorific, a.name) for a in found.authors] == [("Prof. Dr.", "Ann Bell")]
