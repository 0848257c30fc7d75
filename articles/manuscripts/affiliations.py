"""Role and affiliation, from the words that follow a name."""

import re

from .wording import plain

_ROLE = re.compile(
    r"\b(?:professors?|fellows?|directors?|presidents?|vice-presidents?|chair(?:man|woman|person)?|researchers?"
    r"|analysts?|scholars?|lecturers?|readers?|editors?|heads?|co-?founders?|founders?|founding|ambassadors?"
    r"|diplomats?|candidates?|students?|economists?|historians?|journalists?|reporters?|physicians?|architects?|planners?|(?:soci|anthrop|hydr|ge|climat|psych|bi|crimin)ologists?|geographers?"
    r"|philosophers?|physicists?|novelists?|essayists?|barristers?|practitioners?|statisticians?|negotiators?|writers?|authors?|columnists?"
    r"|lawyers?|attorneys?|advis[eo]rs?|consultants?|coordinators?|associates?|assistants?|secretary"
    r"|ministers?|officers?|experts?|specialists?|scientists?|engineers?|managers?|managing|ceo|dean|rector|partners?"
    r"|commentators?|correspondents?|instructors?|postdoc\w*|visiting|senior|strategists?|trustee|officer"
    r"|profesor\w*|ogretim|arastirmaci\w*|direktor\w*|baskan\w*|uzman\w*|mudur\w*|doktora|ogrenci\w*|yazar\w*"
    r"|editor\w*|gazeteci\w*|buyukelci\w*|koordinator\w*|analist\w*|danisman\w*|akademisyen\w*|kurucu\w*"
    r"|ekonomist\w*|avukat\w*|hukukcu\w*|tarihci\w*|muhendis\w*|bilimci\w*|rektor\w*|dekan\w*|yardimcisi\w*"
    r"|professorin|wissenschaft(?:ler|lich)\w*|mitarbeiter\w*|referent\w*|dozent\w*|forscher\w*|journalistin"
    r"|vorsitzende\w*|geschaftsfuhrer\w*|leiter\w*|chercheu\w*|directeur|directrice)\b"
    + plain("|(?:교수|연구위원|연구원|소장|원장|대표|기자|대사|변호사|위원)$")
    + plain(r"|\b(?:باحثة?|أستاذة?|مديرة?|رئيسة?|زميلة?|محللة?|خبيرة?|كاتبة?|سفيرة?|صحفية?|مستشارة?|عضو)\b")
)
_INSTITUTION = re.compile(
    r"\b(?:institut\w*|universit\w*|centre|center|foundation|ministry|council|academy|school|college"
    r"|association|forum|bank|office|agency|department|society|party|group|network|fund|initiative|lab|laboratory"
    r"|program|programme|project|faculty|committee|commission|company|corporation|organi[sz]ation|command|fleet"
    r"|parliament|assembly|embassy|union|alliance|consortium|hub|house|endowment|observatory|archive|museum"
    r"|review|journal|times|post|press|magazine|affairs|studies|policy|security|strategy|relations"
    r"|enstitusu|universitesi|merkezi|vakfi|dernegi|bakanligi|bolumu|fakultesi|akademisi|kurumu|kurulu|baskanligi"
    r"|partisi|bankasi|barosu|gazetesi|ajansi|platformu|konseyi|birligi|odasi|dairesi|mudurlugu|komutanligi"
    r"|buyukelciligi|girisimi|dergisi|federasyonu|arastirmalari|zentrum|stiftung|hochschule|fondation|ecole)\b"
    + plain(
        "|연구원|연구소|연구센터|대학교|대학원|재단|협회|학회|센터|진흥원|위원회|مركز|معهد|جامعة|مؤسسة|كلية|وزارة"
    )
)
# Words that hardly stand in a heading, unlike "security" or "strategy".
_HOUSE = re.compile(
    r"\b(?:institut\w*|universit\w*|centre|center|foundation|ministry|council|academy|school|college|association"
    r"|faculty|department|think tank|bank|embassy|enstitusu|universitesi|merkezi|vakfi|dernegi|bakanligi|bolumu"
    r"|fakultesi|akademisi|kurumu|barosu|gazetesi|birligi|odasi|zentrum|stiftung|hochschule|fondation|ecole)\b"
    + plain(
        "|(?:연구원|연구소|연구센터|대학교|대학원|재단|협회|학회|센터|진흥원)|^(?:مركز|معهد|جامعة|مؤسسة|كلية|وزارة)"
    )
)
_UNIT = re.compile(
    r"\b(?:department|faculty|school|division|section|programme|program|bolumu|fakultesi|anabilim dali)\b"
)
_HOUSE_OF_UNITS = re.compile(
    r"\b(?:universit\w*|institute|college|academy|enstitusu|universitesi|akademisi|hochschule)\b"
)
_SMALL_WORDS = ("of", "for", "and", "the", "in", "on", "at", "to")
# Nobody is called so, and nobody's position: "Bosphorus Trade Watch".
_ENDS_A_HOUSE = re.compile(
    r".*\s(?:watch|desk|monitor|circle|trust|dialogue|platform|partners|tribune|weekly|today|consulting|collective|league"
    r"|service|unit|chamber|bureau|international|analytics|advisory|research|media|news|group|dernegi|platformu)"
)
_ACRONYM = re.compile(r"(?:\w*[A-Z]){2,}\w*")
# "Chair of the Thames Circle": what one may be the chair of is a body, whatever it calls itself.
_LEADS = re.compile(
    r"\b(?:chair\w*|director|president|fellow|member|head|founder|secretary|ceo|editor|trustee)$"
)
_BODY = re.compile(r"the(?: [^\W\d_a-z]\w+){2,}")
_TR_INSTITUTION_END = (
    r"(?:Enstitüsü|Üniversitesi|Merkezi|Vakfı|Derneği|Bakanlığı|Bölümü|Fakültesi|Akademisi|Kurumu"
    # One sits on the board of a house: that is the position.
    r"|(?<!Yönetim )(?<!Danışma )(?<!Yürütme )(?<!Denetim )(?<!İcra )(?<!Yayın )Kurulu"
    r"|Başkanlığı|Partisi|Bankası|Grubu|Programı|Barosu|Gazetesi|Birliği|Odası|Platformu|Konseyi|Dergisi|Ajansı)"
)
_KO_POSITION = re.compile(
    r"(?P<house>[가-힣].*\S)\s+(?P<role>\S*(?:교수|연구위원|연구원|소장|원장|대표|기자|대사|변호사|위원|회장|강사))"
)
# An institute and a researcher are the same word.
_KOREAN_HOUSE = re.compile(r"[가-힣]\S*(?:연구원|연구소|대학교|재단|센터|학회|협회)")
_KOREAN_RESEARCHER = re.compile("(?:선임|책임|수석|객원|전임|초빙|주임|위촉|상임|비상임|전문)?연구원")
_AR_HOUSE = re.compile(
    r"(?P<role>.*?)(?:^|[\s،]+)(?:(?:في|لدى|من)\s+)?(?P<house>(?:ال)?(?:مركز|معهد|جامعة|مؤسسة|كلية|وزارة)\b.*)"
)
_TR_CASE = re.compile(
    r"(?P<affiliation>.+?)(?:['’](?:n[dt][ea]|[dt][ea]|n?[ıiuü]n)|(?<=ı|i|u|ü)n[dt][ea])\s+(?P<role>.+)"
)
# "X Üniversitesi … Bölümü’nde": what somebody does there is not said.
_TR_AT = re.compile(r"(?P<affiliation>.+)['’]n?[dt][ea]")
_TR_PLAIN = re.compile(rf"(?P<affiliation>.+{_TR_INSTITUTION_END})\s+(?P<role>.+)")
# "emekli büyükelçi ve Fırat Vakfı … üyesi"
_TR_ALSO = re.compile(r"(?P<role>[^,]+?)(?P<joint>,? ve |, )(?P<house>[A-ZÇĞİÖŞÜ].*)")
_TR_VERB = re.compile(
    r"\s+olarak\s+\S.*$|\s+(?:görev(?:ini)?\s+)?(?:yapmakta|yürütmekte|çalışmakta)(?:dır|dir)\.?$"
)
_TR_TAIL = re.compile(r"(?<=[dt][ıiuü]r)[,;]?\s+(?:ve|ayrıca|aynı zamanda)\s.*$")
_TR_COPULA = re.compile(r"(?<=\w{3})[dt][ıiuü]r$")
_TAIL = re.compile(
    r"[,;]?\s+(?:where|who|whose|which|and\s+(?:an?|the|now|is|was|has|holds|serves|teaches|writes|works|author"
    r"|co-author|former|formerly|previously|also|currently)\b"
    r"|writes|teaches|leads|heads|works|holds|special[iı][sz](?:es|ing|ed)|focus(?:es|ing|ed)?|working on|based in|with a focus|with research|since\s+\d|from\s+\d).*$",
    re.DOTALL,
)
_AND_A = re.compile(r",?\s+and\s+(?:(?:currently|now|also)\s+)?(?:an?|the)\s+")
_OPENING = re.compile(
    r"^(?:(?:currently|presently|now|also|both|serving|working|as|an?|the|derzeit|halen|hâlen)\s+)+",
    re.IGNORECASE,
)


def has_role(text: str) -> bool:
    return bool(_ROLE.search(plain(text)))


def has_institution(text: str) -> bool:
    return bool(_INSTITUTION.search(plain(text)))


def ends_like_a_house(text: str) -> bool:
    return bool(_ENDS_A_HOUSE.fullmatch(plain(text)))


def is_affiliation(text: str) -> bool:
    """Whether a line by itself, below a name, says where its bearer works."""
    return len(text) < 150 and bool(_HOUSE.search(plain(text))) and not re.search(r"[.!?:]$|[.!?]\s", text)


def is_unit_of(unit: str, house: str) -> bool:
    """ "Department of War Studies", "Kingsmere University": the one is a part of the other."""
    names = all(word[0].isupper() or word in _SMALL_WORDS for word in house.split())
    return names and bool(
        _UNIT.search(plain(unit))
        and not _HOUSE_OF_UNITS.search(plain(unit))
        and _HOUSE_OF_UNITS.search(plain(house))
    )


def is_turkish_sentence(text: str) -> bool:
    """ "… Merkezi danışmanıdır.", which tells of somebody; a byline has no verb."""
    return bool(_TR_COPULA.search(text.rstrip('”"’ ').removesuffix("."))) and text.rstrip().endswith(".")


def begins_with_role(text: str) -> bool:
    """ "Head of Department" is a role though a department is an institution; "Institute of Engineers" is none."""
    role, house = _ROLE.search(plain(text)), _INSTITUTION.search(plain(text))
    return role is not None and (house is None or role.start() < house.start())


def is_position(text: str) -> bool:
    """ "Research Coordinator, Oxus Dialogue": one person's role before the comma, a name after it."""
    role, comma, house = text.partition(", ")
    held = _ROLE.search(plain(role))
    named = all(word[0].isupper() or word in _SMALL_WORDS for word in role.split()) and house[:1].isupper()
    return bool(comma and held and named and not held[0].endswith("s"))


def is_bare_position(text: str) -> bool:
    """ "Senior Fellow, Sea Institute.", "Kıyı Üniversitesi öğretim üyesi": no sentence about anybody."""
    words = text.rstrip(" .")
    if len(words) > 150 or re.search(r"[.!?]\s", words):
        return False
    role, house = split_role_turkish(words) or ("", "")
    held = has_role(last := role.split(" ")[-1]) or plain(last) in ("uyesi", "gorevlisi", "adayi")
    return is_position(words) or bool(house and held)


def split_role(text: str) -> tuple[str, str]:
    """("President", "Security Management Institute") from "the President at the Security Management Institute"."""
    whole = text.strip()
    text = _OPENING.sub("", _TAIL.sub("", whole).strip(" ,.;"))
    if not text:
        return "", ""
    if korean := _KO_POSITION.fullmatch(text):
        return korean["role"], korean["house"]
    if arabic := _AR_HOUSE.fullmatch(text):
        return arabic["role"].strip(" ،"), arabic["house"]
    role, found, affiliation = _at(text)
    if not found:
        role, affiliation = _by_comma(text)
    if not affiliation and (also := _AND_A.search(whole)):
        # "a retired diplomat and a senior fellow at X"
        second, house = split_role(whole[also.end() :])
        if house and has_role(second):
            return f"{role.strip(' ,.')} and {second}", house
    return role.strip(" ,."), _without_article(affiliation)


def split_role_turkish(text: str) -> tuple[str, str] | None:
    """The same for "X Üniversitesi'nde öğretim üyesidir"; None where it is not said in that way."""
    text = _TR_VERB.sub("", _TR_TAIL.sub("", text.strip(" .,"))).strip(" ,")
    if (only_at := _TR_AT.fullmatch(text)) and has_institution(only_at["affiliation"]):
        return "", only_at["affiliation"]
    for pattern in (_TR_CASE, _TR_PLAIN):
        match = pattern.fullmatch(text)
        if match and (has_institution(match["affiliation"]) or has_role(match["role"])):
            role, house = _TR_COPULA.sub("", match["role"]), match["affiliation"].strip(" ,")
            also = _TR_ALSO.fullmatch(house)
            if also and has_role(also["role"]) and not has_institution(also["role"]):
                return f"{also['role']}{also['joint']}{role}", also["house"]
            return role, house
    bare = _TR_COPULA.sub("", text)
    return (bare, "") if bare != text and has_role(bare) and not has_institution(bare) else None


def _at(text: str) -> tuple[str, bool, str]:
    """Split at the first "at", else at an "of" (or "for", "with") before what must be an institution."""
    match = re.search(r"\s(?:at|@|am|an der|beim|bei der)\s", text)
    if match:
        return text[: match.start()], True, text[match.end() :]
    for match in re.finditer(r"(?:,?\s(?:of|with|for|in)|(?<=advis[eo]r) to)\s", text):
        after = text[match.end() :]
        first = re.split(r"\s(?:of|for|and|on)\s|,", after)[0]
        named = re.match(r"(?:the\s+)?[^\W\d_]*[A-ZÇĞİÖŞÜ]", after)
        body = _BODY.match(after) and _LEADS.search(plain(text[: match.start()]))
        acronym = re.match(r"(?:the\s+)?(?:\w*[A-Z]){2,}\w*\b", after)
        # "Head of Programme, X": one word by itself is what is led, not where.
        unnamed = " " not in first and after[len(first) :][:1] in ("", ",")
        if _is_led(text[: match.start()], after):
            continue
        if acronym or body or (named and _may_be_house(first) and not unnamed and not _is_subject(first)):
            return text[: match.start()], True, after
    return text, False, ""


def _is_led(role: str, after: str) -> bool:
    """ "Head of the Energy Programme, Rhine Institute": the programme is led, the institute is where."""
    led, _, house = after.partition(", ")
    unit = re.search(r"\b(?:programme|program|department|division|section|unit|desk)\b", plain(led))
    return bool(unit and _LEADS.search(plain(role)) and has_institution(house))


def _may_be_house(text: str) -> bool:
    return has_institution(text) or ends_like_a_house(text)


def _is_subject(text: str) -> bool:
    """ "Professor of Security Studies": the subject is taught, nobody works at it."""
    last = plain(text).split()[-1:]
    return last in (["affairs"], ["studies"], ["policy"], ["security"], ["strategy"], ["relations"]) and not (
        text.startswith("the ")
    )


def _by_comma(text: str) -> tuple[str, str]:
    first, comma, rest = text.partition(", ")
    if not comma:
        body = not has_role(text) and (_may_be_house(text) or _ACRONYM.fullmatch(text))
        body = body or (_KOREAN_HOUSE.fullmatch(text) and not _KOREAN_RESEARCHER.fullmatch(text))
        return ("", text) if body else (text, "")
    if not has_role(first) and has_institution(first):
        # "Ankara University, Professor of Law"
        return (rest, first) if has_role(rest) else ("", text)
    return first, rest


def _without_article(text: str) -> str:
    # "Sea Institute and Lecturer at Ege University": the first of two.
    another = re.search(r",?\s+and\s+([^,]+?)\s+at\s", text)
    if another and begins_with_role(another[1]):
        text = text[: another.start()]
    return re.sub(r"^(?:the|der|die|das|dem|den|des)\s+", "", text.strip(" ,.;"))
