import pytest

from articles.manuscripts.introductions import authors_in_note, authors_in_turn, sentences
from articles.manuscripts.people import parse_byline, without_other_script


def told(authors):
    return [(a.honorific, a.name, a.role, a.affiliation) for a in authors]


@pytest.mark.parametrize(
    ("note", "honorific", "name", "role", "affiliation"),
    [
        (
            "Dr. Ann Bell currently serves as the President at the Sea Institute.",
            "Dr.",
            "Ann Bell",
            "President",
            "Sea Institute",
        ),
        (
            "Ann Bell is a senior fellow at the Sea Institute and the author of Cold Harbours.",
            "",
            "Ann Bell",
            "senior fellow",
            "Sea Institute",
        ),
        ("Ann Bell is the Director of the Sea Institute.", "", "Ann Bell", "Director", "Sea Institute"),
        (
            "Ann Bell, Professor of Law at Coimbra University",
            "",
            "Ann Bell",
            "Professor of Law",
            "Coimbra University",
        ),
        (
            "Maria da Silva, Professor of Law at Coimbra University, writes on ports.",
            "",
            "Maria da Silva",
            "Professor of Law",
            "Coimbra University",
        ),
        (
            "Prof. Dr. Ayşe Kaya is Professor of International Relations at Ege University.",
            "Prof. Dr.",
            "Ayşe Kaya",
            "Professor of International Relations",
            "Ege University",
        ),
        (
            "Prof.Dr. Ayşe Kaya is a lecturer at Ege University.",
            "Prof. Dr.",
            "Ayşe Kaya",
            "lecturer",
            "Ege University",
        ),
        (
            "Amb. (ret.) John Roe is chair of the Harbour Council.",
            "Amb. (ret.)",
            "John Roe",
            "chair",
            "Harbour Council",
        ),
        (
            "Amb. John Roe (ret.) is chair of the Harbour Council.",
            "Amb. (ret.)",
            "John Roe",
            "chair",
            "Harbour Council",
        ),
        ("Ann Bell, PhD, is a researcher at CSIS.", "", "Ann Bell, PhD", "researcher", "CSIS"),
        ("Ann Bell is founder of instituDE.", "", "Ann Bell", "founder", "instituDE"),
        (
            "Ann Bell is Director for Europe at the Sea Institute, where she leads a team.",
            "",
            "Ann Bell",
            "Director for Europe",
            "Sea Institute",
        ),
        (
            "J. M. O’Neill-Roe is a visiting scholar at Riga University.",
            "",
            "J. M. O’Neill-Roe",
            "visiting scholar",
            "Riga University",
        ),
        (
            "Doç. Dr. Mehmet Öz, Ege Üniversitesi'nde öğretim üyesidir.",
            "Doç. Dr.",
            "Mehmet Öz",
            "öğretim üyesi",
            "Ege Üniversitesi",
        ),
        (
            "Dr. Ayşe Yılmaz, Ege Üniversitesi Tarih Bölümü’nde doktor öğretim üyesi olarak görev yapmaktadır.",
            "Dr.",
            "Ayşe Yılmaz",
            "doktor öğretim üyesi",
            "Ege Üniversitesi Tarih Bölümü",
        ),
        (
            "Can Er, Liman Araştırmaları Merkezi’nin direktörüdür.",
            "",
            "Can Er",
            "direktörü",
            "Liman Araştırmaları Merkezi",
        ),
        (
            "Can Er, Liman Araştırmaları Merkezi Direktörüdür.",
            "",
            "Can Er",
            "Direktörü",
            "Liman Araştırmaları Merkezi",
        ),
        (
            "Ann Bell works for the Sea Institute as a programme officer.",
            "",
            "Ann Bell",
            "programme officer",
            "Sea Institute",
        ),
        ("سلمى الخطيب كاتبة وباحثة في مركز الميناء.", "", "سلمى الخطيب", "كاتبة وباحثة", "مركز الميناء"),
        (
            "Ann Bell is chair of the Thames Circle for Trade.",
            "",
            "Ann Bell",
            "chair",
            "Thames Circle for Trade",
        ),
        (
            "Dr. Jana Voss ist wissenschaftliche Mitarbeiterin am Institut für Seefahrt.",
            "Dr.",
            "Jana Voss",
            "wissenschaftliche Mitarbeiterin",
            "Institut für Seefahrt",
        ),
        (
            "Dr. Ann Bell (Sea Institute, Riga) advises parliaments.",
            "Dr.",
            "Ann Bell",
            "",
            "Sea Institute, Riga",
        ),
        ("김민수 박사는 해양연구원 원장이다.", "박사", "김민수", "원장", "해양연구원"),
        ("د. أحمد علي باحث في مركز الميناء.", "د.", "أحمد علي", "باحث", "مركز الميناء"),
    ],
)
def test_a_note_introduces(note, honorific, name, role, affiliation):
    assert told(authors_in_note(note)) == [(honorific, name, role, affiliation)]


@pytest.mark.parametrize(
    "note",
    [
        "South Korea is a member of the OECD.",
        "The data is from 2019.",
        "Translated by Ann Bell.",
        "This essay is based on work at the Sea Institute.",
        "필자는 해양연구원 원장이다.",
        "Brokers’ circular, May.",
    ],
)
def test_a_note_that_introduces_nobody(note):
    assert authors_in_note(note) == ()


def test_several_in_one_note():
    note = "Ann Bell is a fellow at the Sea Institute. Dr. Bell is also a dean at Riga. John Roe is a fellow at CSIS."
    assert told(authors_in_note(note)) == [
        ("", "Ann Bell", "fellow", "Sea Institute"),
        ("", "John Roe", "fellow", "CSIS"),
    ]
    assert told(authors_in_note("Ann Bell and John Roe are fellows at the Sea Institute.")) == [
        ("", "Ann Bell", "", "Sea Institute"),
        ("", "John Roe", "", "Sea Institute"),
    ]


def test_two_parted_by_a_semicolon():
    note = "Ann Bell is a fellow at the Sea Institute; John Roe teaches law at Riga University."
    assert told(authors_in_note(note)) == [
        ("", "Ann Bell", "fellow", "Sea Institute"),
        ("", "John Roe", "", "Riga University"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "The authors are, respectively, a fellow at the Sea Institute and a lecturer at Riga University.",
        "The authors are a fellow at the Sea Institute and a lecturer at Riga University, respectively.",
        "Ann Bell and Dr. John Roe are respectively fellow at the Sea Institute and lecturer at Riga University.",
    ],
)
def test_positions_told_in_turn(note):
    assert [
        (a.name, a.role, a.affiliation) for a in authors_in_turn(note, parse_byline("Ann Bell and John Roe"))
    ] == [
        ("Ann Bell", "fellow", "Sea Institute"),
        ("John Roe", "lecturer", "Riga University"),
    ]


def test_positions_told_in_turn_in_turkish():
    note = "Yazarlar sırasıyla Ege Üniversitesi’nde öğretim üyesi ve Liman Merkezi’nde araştırmacıdır."
    assert [(a.role, a.affiliation) for a in authors_in_turn(note, parse_byline("Can Er ve Ali Su"))] == [
        ("öğretim üyesi", "Ege Üniversitesi"),
        ("araştırmacı", "Liman Merkezi"),
    ]


def test_fewer_positions_than_people_are_nobodys():
    note = "The authors are, respectively, a fellow at the Sea Institute and a lecturer at Riga University."
    assert authors_in_turn(note, parse_byline("Ann Bell, John Roe and Mia Wu")) == ()
    assert authors_in_turn("The authors are fellows at the Sea Institute.", parse_byline("Ann Bell")) == ()


@pytest.mark.parametrize(
    ("note", "role", "affiliation"),
    [
        ("Ann Bell is a procurement specialist at the Sea Institute.", "procurement specialist", "Sea Institute"),
        ("Ann Bell is a reporter in Athens.", "reporter in Athens", ""),
        ("Ann Bell is a former harbour pilot and adviser and now teaches at Sea College.", "former harbour pilot and adviser", ""),
        ("Dr. Ayşe Kaya, Ege Üniversitesi’nde öğretim üyesidir ve deniz ticareti üzerine çalışmaktadır.", "öğretim üyesi", "Ege Üniversitesi"),
    ],
)  # fmt: skip
def test_what_else_somebody_does_is_no_part_of_the_role(note, role, affiliation):
    assert [(a.role, a.affiliation) for a in authors_in_note(note)] == [(role, affiliation)]


def test_sentences_are_not_cut_after_titles_and_initials():
    assert sentences("Dr. A. Bell sails. She is Prof. Roe’s friend. He (ret.) John knows.") == [
        "Dr. A. Bell sails.",
        "She is Prof. Roe’s friend.",
        "He (ret.) John knows.",
    ]


@pytest.mark.parametrize(
    ("note", "people"),
    [
        ("김하람 박사는 동해연구소 선임연구위원으로 해양 안보를 연구한다.", [("박사", "김하람", "선임연구위원", "동해연구소")]),
        ("김하람은 서해대학교에서 국제정치를 가르친다.", [("", "김하람", "", "서해대학교")]),
        ("필자 김하람은 동해연구소 연구위원이다.", [("", "김하람", "연구위원", "동해연구소")]),
        ("필자는 동해연구소 연구위원이다.", []),
        (
            "د. سامي الخوري أستاذ العلاقات الدولية في جامعة الساحل.",
            [("د.", "سامي الخوري", "أستاذ العلاقات الدولية", "جامعة الساحل")],
        ),
    ],
)  # fmt: skip
def test_korean_and_arabic_notes(note, people):
    assert told(authors_in_note(note)) == people


@pytest.mark.parametrize(
    ("line", "without", "names"),
    [
        ("Dr. Seo-yeon Baek (백서연) and Minho Lee (이민호)", "Dr. Seo-yeon Baek and Minho Lee", ["백서연", "이민호"]),
        ("백서연 (Seo-yeon Baek)", "백서연", ["Seo-yeon Baek"]),
        ("백서연 (KIDA)", "백서연 (KIDA)", []),
        ("Ann Bell (Riga University)", "Ann Bell (Riga University)", []),
        ("Ann Bell (동해연구소 소장)", "Ann Bell (동해연구소 소장)", []),
    ],
)  # fmt: skip
def test_a_name_said_again_in_another_script(line, without, names):
    assert without_other_script(line) == (without, names)


def test_two_people_in_one_sentence():
    note = "Prof. Ann Bell is Director of Bosphorus Trade Watch; Dr. Ana Ruiz de Velasco is an economist at Sea College."
    assert told(authors_in_note(note)) == [
        ("Prof.", "Ann Bell", "Director", "Bosphorus Trade Watch"),
        ("Dr.", "Ana Ruiz de Velasco", "economist", "Sea College"),
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Amb. (Ret.) John Roe", [("Amb. (Ret.)", "John Roe", "", "")]),
        ("By Gen. (Ret’d) John Roe", [("Gen. (Ret’d)", "John Roe", "", "")]),
        ("Von Botschafter a.D. Karl Weiß", [("Botschafter a.D.", "Karl Weiß", "", "")]),
        ("By Professor Emeritus Ann Bell", [("Professor Emeritus", "Ann Bell", "", "")]),
        # Titles that stand on no list.
        (
            "By Ing. Pavel Novák and Mgr. Jana Malá",
            [("Ing.", "Pavel Novák", "", ""), ("Mgr.", "Jana Malá", "", "")],
        ),
        ("By Sqn. Ldr. Ann Bell", [("Sqn. Ldr.", "Ann Bell", "", "")]),
        # A given name cut short.
        ("By Wm. Albert Roe", [("", "Wm. Albert Roe", "", "")]),
        ("By Ann Bell of the Sea Institute", [("", "Ann Bell", "", "Sea Institute")]),
        (
            "By Ann Bell and John Roe of the Sea Institute",
            [("", "Ann Bell", "", ""), ("", "John Roe", "", "Sea Institute")],
        ),
        (
            "By Ann Bell, Professor of Law and International Relations at Sea University",
            [("", "Ann Bell", "Professor of Law and International Relations", "Sea University")],
        ),
        ("Ann Bell / John Roe", [("", "Ann Bell", "", ""), ("", "John Roe", "", "")]),
        ("대사 한지우", [("대사", "한지우", "", "")]),
        ("전 대사 한지우, 동해연구소", [("전 대사", "한지우", "", "동해연구소")]),
        # "The summoning of an ambassador."
        ("대사 초치", []),
    ],
)
def test_a_byline_tells(line, people):
    assert told(parse_byline(line)) == people
