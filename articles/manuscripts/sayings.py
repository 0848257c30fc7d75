"""What a line says it is: a label, a note about an author, a disclaimer, a date.

Patterns are matched against `plain()` text: folded (no accents, small letters, ı as i) with straight quotes.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .introductions import authors_in_note
from .wording import plain

LabelKind = Literal["title", "standfirst", "byline", "about", "disclaimer", "notes"]
NoteKind = Literal["about", "disclaimer", "other"]

_LABELS: dict[LabelKind, str] = {
    "title": "title|headline|baslik|제목|العنوان|titel|titre",
    "standfirst": "standfirst|dek|subtitle|spot|alt baslik|부제|العنوان الفرعي|untertitel|chapo",
    "byline": "by|author|authors|author(s)|written by|yazar|yazarlar|yazan|yazanlar|저자|글쓴이|글|필자"
    "|بقلم|الكاتب|المؤلف|autor|autoren|autorin|auteur|auteurs",
    "about": "about the author|about the authors|about the author(s)|author bio|author bios|author note"
    "|author's note|author biography|biography|bio|yazar hakkinda|yazarlar hakkinda|yazar notu|ozgecmis"
    "|저자 소개|필자 소개|글쓴이 소개|عن الكاتب|نبذة عن الكاتب|عن المؤلف|uber den autor|uber die autorin"
    "|zum autor|zur autorin|a propos de l'auteur|about the contributor|about the contributors",
    "disclaimer": "disclaimer|cekince|sorumluluk reddi|feragatname|yasal uyari|면책 조항|면책조항"
    "|اخلاء مسؤولية|اخلاء المسؤولية|haftungsausschluss|avertissement|clause de non-responsabilite",
    "notes": "note|notes|endnotes|footnotes|references|not|notlar|dipnot|dipnotlar|sonnotlar|kaynakca"
    "|각주|주석|미주|ملاحظة|هوامش|الهوامش|anmerkungen|fussnoten|remarques",
}
_LABEL_OF = {plain(word): kind for kind, words in _LABELS.items() for word in words.split("|")}

_DISCLAIMERS = tuple(
    re.compile(plain_pattern)
    for plain_pattern in (
        # "The views expressed … are those of the author", "… do not necessarily reflect …"
        r"\b(?:views?|opinions?|ideas|positions?|statements?|analys[ei]s|interpretations|findings|conclusions)\b"
        r"[^.]*(?:\bdo(?:es)? not (?:necessarily )?(?:represent|reflect|constitute|express|imply)"
        r"|\b(?:are|is|remain)\b[^.]{0,30}\b(?:those of|solely|the author|the writer|his own|her own|their own"
        r"|my own|personal|of the author))",
        r"\b(?:reflects?|represents?|expresses)\b[^.]{0,25}\b(?:views?|opinions?)\b[^.]{0,40}\bauthor",
        r"\b(?:reflects?|represents?|expresses)\b[^.]{0,25}\bauthor(?:'s|s'|\(s\)'?)? (?:own )?(?:views?|opinions?)\b",
        r"\b(?:do(?:es)?|may|need) not (?:necessarily )?(?:represent|reflect)\b[^.]*\b(?:views?|opinions?|positions?)\b",
        r"\b(?:wrote|writes|written|writing|speaks?|published)\b[^.]*\bin (?:his|her|their|a|my) (?:personal|private)"
        r" capacity",
        # "Bu yazıda ifade edilen görüşler yazara aittir", "… kurumun görüşlerini yansıtmaz"
        r"\b(?:gorus|fikir|dusunce|degerlendirme|sorumluluk|sorumlulug)\w*\b.*"
        r"\b(?:yazar\w*|sahib\w*|kendi\w*|kurum\w*|resmi)\b.*\b(?:ait|bagla|yansit|sorumlu|temsil)\w*",
        r"\byazar\w*\b.*\b(?:gorus|fikir|dusunce)\w*\b.*\b(?:yansit|temsil|bagla|ait)\w*",
        plain("(?:견해|의견|생각|주장|내용).*(?:필자|저자|글쓴이|개인|공식)"),
        plain("(?:필자|저자|글쓴이|개인).*(?:견해|의견|생각).*(?:다를|무관|반영|입니다|이며)"),
        plain("(?:الآراء|آراء|الأفكار|وجهات النظر|المقال).*(?:تعبر|يعبر|تمثل|يمثل|تعكس|يعكس).*"),
        r"\b(?:ansichten|meinungen|auffassungen)\b.*\b(?:autor|verfasser|nicht)",
        r"\b(?:opinions|propos|vues|analyses)\b.*\b(?:n'engagent|ne refletent|auteur)",
    )
)
_ABOUT_THE_AUTHOR = tuple(
    re.compile(words)
    for words in (
        r"^the (?:author|writer|contributor)s?\b.{0,20}\b(?:is|are|was|were|serves?|works?|teach(?:es)?|holds?)\b",
        r"^yazar(?:imiz)?,? .*\b(?:uyesi|gorev|calis|arastirmaci|baskan|direktor|uzman|ogretim)",
        plain("^(?:필자|저자|글쓴이)(?:는|은) "),
    )
)
# Weaker: enough for a line that carries a mark or a label, not for a paragraph of the text.
_ABOUT_SOMEBODY = tuple(
    re.compile(words)
    for words in (
        r"^yazar(?:imiz|lar)?\b",
        plain(
            "^[가-힣]{2,4}(?: ?(?:박사|교수|대사))?(?:은|는|,)? .*"
            "(?:원장|교수|연구위원|연구원|대표|소장|회장|박사|기자|대사)"
        )
        + ".{0,4}$",
        plain("^(?:الكاتب|المؤلف|كاتب)"),
        plain("(?:باحث|أستاذ|مدير|رئيس|زميل|محلل|كاتب|خبير).{0,20}(?:في|لدى|ب|مركز|جامعة|معهد)"),
    )
)
_WHOSE = re.compile(
    r"\b(?:necessarily|authors?|writers?|contributors?|his|her|their|my|official|yazar\w*|kurum\w*|auteurs?|autor\w*|verfasser\w*)\b"
    + plain("|필자|저자|글쓴이|개인|الكاتب|كاتب|المؤلف|مؤلف")
)
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos"
    "|eylul|ekim|kasim|aralik"
)
_DATE = re.compile(
    rf"(?:\w+,? )?(?:\d{{1,2}}(?:st|nd|rd|th)?[. ]+(?:{_MONTHS})\w*\.?,? \d{{4}}"
    rf"|(?:{_MONTHS})\w*\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|(?:{_MONTHS})\w*\.? \d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}.? \d{1,2}.? \d{1,2}.?)"
)


@dataclass(frozen=True, slots=True)
class Label:
    kind: LabelKind
    rest: str


def label_of(text: str) -> Label | None:
    """The label at the start of a line and what follows it; a label may also be all there is."""
    head, colon, rest = text.replace("\uff1a", ":", 1).partition(":")
    kind = _LABEL_OF.get(plain(head).strip("*_ []")) if len(head) < 40 else None
    if kind is None or (not colon and kind in ("byline", "title", "standfirst")):
        return None
    return Label(kind, rest.strip())


def note_kind(text: str, *, marked: bool = True) -> NoteKind:
    """What a note says. Without a star or label it must say it more clearly, and briefly."""
    if len(text) > (2000 if marked else 500):
        return "other"
    said = plain(text)
    if _says(_DISCLAIMERS, said) and (marked or _WHOSE.search(said)):
        return "disclaimer"
    if _says(_ABOUT_THE_AUTHOR, said) or (marked and _says(_ABOUT_SOMEBODY, said)) or authors_in_note(text):
        return "about"
    return "other"


def _says(patterns: tuple[re.Pattern[str], ...], said: str) -> bool:
    return any(pattern.search(said) for pattern in patterns)


def is_date(text: str) -> bool:
    return len(text) < 40 and bool(_DATE.fullmatch(plain(text)))
