"""What a line says it is: a label, a note about an author, a disclaimer, a date.

Patterns are matched against `plain()` text: folded (no accents, small letters, ı as i) with straight quotes.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .introductions import authors_in_note
from .wording import plain

LabelKind = Literal[
    "title",
    "standfirst",
    "byline",
    "role",
    "affiliation",
    "about",
    "disclaimer",
    "notes",
    "date",
    "keywords",
    "contact",
    "other",
]
# What a manuscript says about itself that is neither its text nor anything an article has a place for.
LEFT_OUT: tuple[LabelKind, ...] = ("date", "keywords", "contact", "other")
NoteKind = Literal["about", "disclaimer", "other"]

_LABELS: dict[LabelKind, str] = {
    "title": "title|headline|article title|working title|baslik|yazi basligi|제목|العنوان|عنوان المقال|titel|titre",
    "standfirst": "standfirst|abstract|dek|deck|subtitle|subhead|summary|excerpt|description|lead|lede|spot|alt baslik|ozet"
    "|부제|요약|العنوان الفرعي|ملخص|untertitel|chapo",
    "byline": "by|author|authors|author(s)|author name|author's name|written by|byline|yazar|yazarlar|yazan|yazanlar"
    "|yazar adi|저자|글쓴이|글|필자"
    "|بقلم|الكاتب|الكاتبة|المؤلف|المؤلفة|إعداد|autor|autoren|autorin|auteur|auteurs",
    "role": "role|position|job title|occupation|unvan|gorev|gorevi|직위|직함|المنصب|الوظيفة|funktion|fonction",
    "affiliation": "affiliation|affiliations|institution|institute|organisation|organization|employer|kurum|kurumu"
    "|baglı oldugu kurum|소속|소속 기관|المؤسسة|جهة العمل|الجهة|institut|einrichtung",
    "date": "date|published|submitted|received|tarih|yayin tarihi|날짜|작성일|التاريخ|datum",
    "keywords": "keywords|key words|tags|topics|categories|category|anahtar kelimeler|anahtar sozcukler|etiketler"
    "|핵심어|키워드|주제어|الكلمات المفتاحية|كلمات مفتاحية|schlagworter|schlusselworter|mots-cles",
    "contact": "email|e-mail|mail|contact|corresponding author|orcid|orcid id|twitter|telephone|phone|tel|website"
    "|e-posta|eposta|iletisim|이메일|전자우편|연락처|البريد الالكتروني|للتواصل|kontakt",
    "other": "editor's note|editors' note|editor note|editorun notu|editor notu|편집자 주|ملاحظة المحرر|word count|words|kelime sayisi|language|lang|dil|slug|layout|section|status|version|submitted to"
    "|from|to|cc|sent|subject|kimden|kime|konu|draft|image|cover|permalink|type|license|rights|copyright"
    "|originally published|originally published in|first published|first published in|doi",
    "about": "about the author|about the authors|about the author(s)|author bio|author bios|author note"
    "|author's note|authors' note|author notes|authors' notes|author(s) note|notes on contributors|contributors|author information|authors' bios|author biography|biography|bio|yazar hakkinda|yazarlar hakkinda|yazar notu|ozgecmis"
    "|note on the author|note on the authors|biographical note|yazarin notu|yazar bilgisi|yazarlarin notu"
    "|저자 소개|저자소개|필자 소개|필자소개|글쓴이 소개|저자 약력|필자 약력|عن الكاتبين|عن الكتاب|عن المؤلفين|نبذة عن الكاتبين|نبذة عن المؤلف|نبذة عن المؤلفين|عن الكاتب|عن الكاتبة|نبذة عن الكاتب|نبذة عن الكاتبة|عن المؤلف|عن المؤلفة|uber den autor|uber die autorin"
    "|uber die autoren|uber die autorinnen|zu den autoren|zur person|zu den personen"
    "|zum autor|zur autorin|a propos de l'auteur|about the contributor|about the contributors",
    "disclaimer": "disclaimer|disclaimers|cekince|cekince notu|sorumluluk reddi|sorumluluk notu|sorumluluk beyani|sorumsuzluk beyani|feragatname|uyari|yasal uyari"
    "|면책 조항|면책조항|면책 고지|면책고지|تنويه"
    "|اخلاء مسؤولية|اخلاء المسؤولية|haftungsausschluss|avertissement|clause de non-responsabilite",
    "notes": "note|notes|endnotes|footnotes|references|not|notlar|dipnot|dipnotlar|sonnotlar|kaynakca"
    "|각주|주석|미주|ملاحظة|هوامش|الهوامش|anmerkungen|fussnoten|remarques",
}
_LABEL_OF = {plain(word): kind for kind, words in _LABELS.items() for word in words.split("|")}

_DISCLAIMERS = tuple(
    re.compile(plain_pattern)
    for plain_pattern in (
        # "The views expressed … are those of the author", "… do not necessarily reflect …"
        r"\b(?:views?|opinions?|ideas|arguments?|judgements?|assessments?|positions?|statements?|analys[ei]s|interpretations|findings|conclusions)\b"
        r"[^.]*(?:\bdo(?:es)? not (?:necessarily )?(?:represent|reflect(?! (?:well|badly|poorly))|constitute|express|imply)"
        r"|\b(?:are|is|remain)\b[^.]{0,30}\b(?:those of|solely|alone\b|hers|his\b|theirs|mine|the author|the writer|his own|her own|their own"
        r"|my own|personal|of the author))",
        r"\b(?:reflects?|represents?|expresses)\b[^.]{0,25}\b(?:views?|opinions?)\b[^.]{0,40}\bauthor",
        r"\b(?:reflects?|represents?|express(?:es)?|are|is)\b[^.]{0,25}\b(?:author|writer)(?:'s|s'|\(s\)'?)?"
        r" (?:own |personal |private |individual |sole )*(?:views?|opinions?|positions?)\b",
        r"\b(?:reflects?|represents?|express(?:es)?|are|is)\b[^.]{0,25}\b(?:his|her|their|my|our)"
        r" (?:own |personal |private )+(?:views?|opinions?)\b",
        r"\b(?:do(?:es)?|may|need) not (?:necessarily )?(?:represent|reflect)\b[^.]*\b(?:views?|opinions?|positions?)\b",
        r"\b(?:wrote|write|writes|written|writing|speaks?|published)\b[^.]*\bin (?:his|her|their|a|my|the (?:author|writer)(?:'s|s')) (?:personal|private)"
        r" capacit(?:y|ies)",
        r"\b(?:views?|opinions?|ideas|arguments?)\b[^.]*\b(?:are|do) not (?:necessarily )?(?:shared|coincide|correspond|agree|endorsed)\b",
        r"\b(?:not|no)\b[^.]{0,30}\b(?:endorse|responsib\w+|liab\w+)\b[^.]*\b(?:views?|opinions?|content|statements?)\b",
        r"\bnothing (?:in|here)\b[^.]{0,60}\b(?:taken|construed|read|understood)\b[^.]*\b(?:positions?|views?|policy)\b",
        r"\b(?:institut\w+|cent(?:re|er)|foundation|publisher|forum|council)\b[^.]{0,40}\btakes? no positions?\b",
        r"\b(?:views?|opinions?|ideas|arguments?)\b[^.]*\bbelongs? (?:solely |only |entirely |exclusively )?to\b[^.]{0,20}\b(?:author|writer)",
        # "Bu yazıda ifade edilen görüşler yazara aittir", "… kurumun görüşlerini yansıtmaz"
        r"\b(?:gorus|fikir|dusunce|degerlendirme|sorumluluk|sorumlulug)\w*\b.*"
        r"\b(?:yazar\w*|sahib\w*|kendi\w*|kurum\w*|resmi)\b.*\b(?:ait|bagla|yansit|sorumlu|temsil)\w*",
        r"\b(?:gorus|fikir|dusunce|degerlendirme)\w*\b.*\byazar\w*\b.*\b(?:kisisel|kendi|sahsi)\b",
        r"\byazar\w*\b.*\b(?:gorus|fikir|dusunce)\w*\b.*\b(?:yansit|temsil|bagla|ait|icer)\w*",
        r"\b(?:kurum|enstitu|merkez|vak[ıi]?f|bakanlig)\w*\b.*\bgorus\w*\b.*\b(?:yansit|temsil|bagla)\w*",
        plain("(?:견해|의견|생각|주장|내용).*(?:필자|저자|글쓴이|개인|공식)"),
        plain("(?:필자|저자|글쓴이|개인).*(?:견해|의견|생각).*(?:다를|무관|반영|입니다|이며)"),
        plain("(?:견해|의견|입장).*(?:무관|다를 수|일치하지)"),
        plain("لا (?:تعبر|يعبر|تمثل|يمثل|تعكس|يعكس).*(?:رأي|آراء|موقف|سياسة|وجهة نظر)"),
        plain("(?:الآراء|آراء|الأفكار|وجهات النظر|المقال).*(?:تعبر|يعبر|تمثل|يمثل|تعكس|يعكس|تخص|يخص).*"),
        r"\b(?:gibt|geben)\b.*\b(?:position|haltung|meinung|ansicht)\w*\b.*\bwieder\b",
        r"\b(?:ansicht|meinung|auffassung)\w*\b.*\b(?:autor|verfasser|nicht)",
        r"\bthe author(?:s|\(s\))?\b[^.]{0,20}\b(?:is|are|bears?|takes?)\b[^.]{0,30}\brespons",
        r"\bresponsibility\b[^.]{0,30}\b(?:of|with)\b[^.]{0,20}\bauthor",
        r"\bresponsibility\b[^.]{0,80}\b(?:lies|rests)\b[^.,]{0,30}\bwith (?:the|its|their) (?:author|writer)",
        r"\bpublication\b[^.]{0,40}\bnot (?:imply|constitute|mean)\b[^.]{0,30}\b(?:endors|agree)\w*",
        r"\b(?:views?|opinions?|statements?)\b[^.]*\b(?:should|must|may|can)(?: ?not)\b[^.]{0,20}\battributed\b",
        plain(
            "(?:مسؤولية|يتحمل).*(?:الكاتب|كاتب|المؤلف).*(?:الآراء|المقال)|(?:مسؤولية|يتحمل).*(?:الآراء|المقال).*(?:الكاتب|كاتب|المؤلف)"
        ),
        r"\b(?:reflects?|represents?|express(?:es)?)\b[^.]{0,25}\b(?:views?|opinions?)\b[^.]{0,10}\bof the (?:author|writer)",
        r"\bneither\b[^.]*\bendorses?\b[^.]*\b(?:views?|opinions?)\b",
        r"\bicerig\w*\b.*\byazar\w*\b.*\bsorumlu",
        plain("(?:يعبر|تعبر|يمثل|تمثل).{0,20}(?:المقال|الآراء).*(?:كاتب|صاحب)"),
        r"\b(?:takes?|holds?) no (?:institutional|corporate|official) (?:positions?|views?)\b",
        r"\b(?:opinions|propos|vues|analyses)\b.*\b(?:n'engagent|ne refletent|auteur)",
    )
)
# So short that they need not say whose.
_WHOLE_DISCLAIMER = re.compile(
    r"(?:(?:all|the) )?(?:views|opinions)(?: expressed)?(?: here| herein| above)?(?: are| is)?"
    r" (?:strictly |purely |solely |entirely )?(?:personal|(?:my|his|her|their) own)\.?"
    r"|(?:yazidaki |ifade edilen )?gorusler(?:im)? (?:tamamen )?kisiseldir\.?"
)
_ABOUT_THE_AUTHOR = tuple(
    re.compile(words)
    for words in (
        r"^the (?:author|writer|contributor)s?\b.{0,20}\b(?:is|are|was|were|serves?|works?|teach(?:es)?|holds?)\b",
        r"^(?:the authors?|the writers?|we|i) (?:would like to thank|wish(?:es)? to thank|thanks?|(?:is|are|am) grateful)\b",
        r"^yazar(?:imiz)?,? .*\b(?:uyesi|gorev|calis|arastirmaci|baskan|direktor|uzman|ogretim)",
        plain("^(?:필자|저자|글쓴이)(?:는|은) "),
    )
)
# Weaker: enough for a line that carries a mark or a label, not for a paragraph of the text.
_ABOUT_SOMEBODY = tuple(
    re.compile(words)
    for words in (
        r"^yazar(?:imiz|lar)?\b",
        r"\b(?:uye|arastirmaci|uzman|direktor|baskan|profesor|danisman|yazar|ogrenci|koordinator|mudur)\w*"
        r"(?:d[iu]r|t[iu]r|makta\w*)\.?$",
        plain(
            "^[가-힣]{2,4}(?: ?(?:박사|교수|대사))?(?:은|는|,)? .*"
            "(?:원장|교수|연구위원|연구원|대표|소장|회장|박사|기자|대사)"
        )
        + ".{0,16}$",
        plain("^(?:الكاتب|المؤلف|كاتب)"),
        plain("(?:باحث|أستاذ|مدير|رئيس|زميل|محلل|كاتب|خبير).{0,20}(?:في|لدى|ب|مركز|جامعة|معهد)"),
    )
)
_WHOSE = re.compile(
    r"\b(?:necessarily|authors?|writers?|contributors?|his|her|their|my|our|official|institutional|attributed|personal capacity|yazar\w*|kurum\w*|auteurs?|autor\w*|verfasser\w*)\b"
    + plain("|필자|저자|글쓴이|개인|소속|공식|بالضرورة|الكاتب|كاتب|صاحب|المؤلف|مؤلف")
)
# Or of what: a piece speaks of itself where it says whose it is, in few words.
_OF_ITSELF = re.compile(
    r"\b(?:this|the) (?:article|piece|text|publication|essay|commentary|analysis|paper|op-?ed|brief)\b"
    r"|\bexpressed here(?:in)?\b|\bresmi\b|\bbu (?:yazi|metin|makale|calisma|analiz)\w*"
    r"|\b(?:der|dieser) (?:text|beitrag|artikel)\b"
)
_SLANTED = re.compile(r"([*_]{1,3})(?=\S)(.+)(?<=\S)\1", re.DOTALL)
_ABOUT_ITSELF = (
    re.compile(r"(?:[\w ./()-]{0,30}: ?)?(?:<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?[,;/ ]*)+"),
    re.compile(r"(?:orcid(?: id)?:? ?)?(?:https?://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dx]\.?"),
    re.compile(
        r"\(?(?:(?:this|an?|the)\b[\w ’'-]{0,50}\b)?(?:(?:was|is|were|has been)\b[\w ]{0,15})?"
        r"(?:originally|first|previously)? ?(?:published|appeared|reprinted|printed)\b[\w ]{0,15}\b(?:in|by|on|at|from)\b.*"
    ),
    re.compile(
        r"\(?bu (?:yazi|makale|metin|analiz|yorum)\w*\b.{0,60}\b(?:yayim|yayin)lan(?:di|mis|mistir)\w*\.?\)?"
        r"|\(?ilk (?:olarak|kez|defa)\b.{0,100}\byay[iı][mn]lan\w+\.?\)?"
    ),
    re.compile(plain(r"\(?이 (?:글|기고|칼럼|원고)(?:은|는)\b.*(?:게재|발표|실렸|실린).*")),
    re.compile(plain(r"\(?(?:نشر|نشرت|سبق نشر) .{0,40}(?:في|على|لدى) .*")),
    re.compile(
        r"\[?\(?(?:approx\.? |about |yaklasik )?[\d.,]+ (?:words|kelime|sozcuk|min(?:ute)?s?(?: read)?|dakika(?:lik okuma)?)\)?\]?"
    ),
    re.compile(r"https?://\S+|www\.\S+"),
    re.compile(r"(?:©|\(c\)|copyright\b).{0,100}"),
    # What programs for mail write below a letter, and writers below a piece.
    re.compile(
        r"(?:sent (?:from|with|via|using) (?:my )?[\w ]{2,40}|get outlook for \w+|\w+[' ]?\w* gonderildi"
        r"|von meinem \w+ gesendet|envoye (?:de|depuis) mon \w+)\.?(?: ?<\S+>)?"
        + plain(r"|(?:나의|내) \w+에서 보냄|(?:أرسل|أرسلت|تم الإرسال) من .{2,30}")
    ),
    re.compile(plain(r"[-–—(\[#]+ ?(?:the end|ends?|30|son|끝) ?[-–—)\]#]+|ends|끝")),
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


# "About the author – Ann Bell is …", "Disclaimer. The views …": only where a colon could stand as well.
_LABEL_AND_DASH = re.compile(r"([^–—-]{3,30}?)(?:\s+[–—-]{1,2}|\.)\s+(\S.*)", re.DOTALL)


def label_of(text: str) -> Label | None:
    """The label at the start of a line and what follows it; a label may also be all there is."""
    head, colon, rest = text.replace("\uff1a", ":", 1).partition(":")
    words = plain(head.replace("_", " ")).strip("* []") if len(head) < 40 else ""
    kind = _LABEL_OF.get(words) or _LABEL_OF.get(words.replace("-", " "))
    if not colon and (dashed := _LABEL_AND_DASH.match(text)):
        kind = _LABEL_OF.get(plain(dashed[1]).strip("* "))
        return Label(kind, dashed[2]) if kind in ("about", "disclaimer") else None
    if kind is None or (not colon and kind not in ("about", "disclaimer", "notes")):
        return None
    return Label(kind, rest.strip())


def note_kind(text: str, *, marked: bool = True) -> NoteKind:
    """What a note says. Without a star or label it must say it more clearly, and briefly."""
    if len(text) > (2000 if marked else 500):
        return "other"
    said = plain(text)
    whose = marked or _WHOSE.search(said) or (len(said) < 250 and _OF_ITSELF.search(said))
    if _WHOLE_DISCLAIMER.fullmatch(said) or (whose and _says(_DISCLAIMERS, said)):
        return "disclaimer"
    if _says(_ABOUT_THE_AUTHOR, said) or (marked and _says(_ABOUT_SOMEBODY, said)) or authors_in_note(text):
        return "about"
    return "other"


def _says(patterns: tuple[re.Pattern[str], ...], said: str) -> bool:
    return any(pattern.search(said) for pattern in patterns)


def is_about_itself(text: str) -> bool:
    """An address to write to, a researcher's number, where the text appeared before, how long it is."""
    words = plain(_SLANTED.sub(r"\2", text))
    return len(text) < 250 and any(p.fullmatch(words) for p in _ABOUT_ITSELF)


def is_date(text: str) -> bool:
    return len(text) < 40 and bool(_DATE.fullmatch(plain(text)))
