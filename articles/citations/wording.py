"""The few words a citation needs, in the languages published in; any other language reads English."""

from dataclasses import dataclass
from datetime import date

from .record import Record


@dataclass(frozen=True, slots=True)
class Wording:
    months: str
    date: str
    version: str
    originally_at: str
    before_last_name: str


ENGLISH = Wording(
    "January February March April May June July August September October November December",
    "{day} {month} {year}",
    "version {number}",
    "First published by {outlet}",
    ", & ",
)
WORDINGS = {
    "en": ENGLISH,
    "tr": Wording(
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "{day} {month} {year}",
        "sürüm {number}",
        "İlk yayımlandığı yer: {outlet}",
        " ve ",
    ),
    "ko": Wording(
        "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
        "{year}년 {month} {day}일",
        "버전 {number}",
        "최초 게재: {outlet}",
        ", ",
    ),
}


def wording(language: str) -> Wording:
    return WORDINGS.get(language.partition("-")[0].lower(), ENGLISH)


def say_date(day: date, language: str) -> str:
    words = wording(language)
    return words.date.format(day=day.day, month=words.months.split()[day.month - 1], year=day.year)


def say_version(record: Record) -> str:
    """version 2, 24 November 2025"""
    number = wording(record.language).version.format(number=record.version)
    return f"{number}, {say_date(record.version_date, record.language)}"


def note(record: Record) -> str:
    """What a reference manager has no field for: Version 2, 24 November 2025. First published by …"""
    said = say_version(record)
    sentences = [said[0].upper() + said[1:]]
    if record.originally_at:
        sentences.append(wording(record.language).originally_at.format(outlet=record.originally_at))
    return ". ".join(sentences)
