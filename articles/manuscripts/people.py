"""People as manuscripts name them: honorific, name, role and affiliation."""

import re

from .affiliations import (
    ends_like_a_house,
    has_institution,
    has_role,
    split_role,
    split_role_turkish,
)
from .manuscript import ManuscriptAuthor
from .wording import plain

_HONORIFICS = (
    "Associate Professor|Assistant Professor|Assoc. Prof.|Asst. Prof.|Emeritus Professor|Professor Emeritus"
    "|Professor Emerita|Professor|Prof. em.|Prof.|Prof"
    "|Yrd. Doç.|Doç.|Doçent|Dr. Öğr. Üyesi|Öğr. Üyesi|Öğr. Gör.|Arş. Gör.|Uzm.|Dr.-Ing.|Dipl.-Ing.|Dr. h.c.|Dr.|Dr|PD"
    "|Ambassador|Amb.|Botschafterin|Botschafter|Baroness|Emekli Büyükelçi|Büyükelçi|(E) Büyükelçi|E. Büyükelçi|Emekli|Em.|(E)"
    "|Lieutenant General|Major General|Brigadier General|Lt. Gen.|Maj. Gen.|Brig. Gen.|General|Gen."
    "|Air Chief Marshal|Air Vice Marshal|Air Marshal|Air Commodore|Wing Commander|Squadron Leader|Commodore|Brigadier"
    "|Air Vice-Marshal|Rear Adm.|Vice Adm.|Lt. Cdr.|Lt. Cmdr.|Cmdr.|Brig.|Lieutenant Colonel|Lieutenant|Lt.|Sgt."
    "|Rear Admiral|Vice Admiral|Admiral|Adm.|Colonel|Col.|Lt. Col.|Captain|Capt.|Commander|Cdr.|Major|Maj."
    "|Korg.|Tümg.|Tuğg.|Alb.|Korgeneral|Tümgeneral|Tuğgeneral|Orgeneral|Amiral|Tuğamiral|Tümamiral|Koramiral|Oramiral|Albay"
    "|Mr.|Mr|Mrs.|Mrs|Ms.|Ms|Miss|Sir|Dame|Lord|Lady|H.E.|The Rt Hon."
    "|The Rt. Hon.|Rt Hon.|Rt. Hon.|The Hon.|Hon.|Sen.|Rep.|Rev.|Sheikh|Av.|Sayın"
    "|د.|أ.د.|الدكتور|الدكتورة|السفير|السفيرة|البروفيسور|البروفيسورة"
)
_HONORIFIC_WORDS = frozenset(
    word for words in _HONORIFICS.split("|") for word in words.split() if word[-1] == "."
)
_RETIRED = (
    r"(?:\s*\((?i:ret|ret'd|ret’d|retd|rtd|retired|r|e|em|emekli|a\.\s?d)\.?\)|,?\s+(?i:ret\.|a\.\s?D\.))"
)
# "Ing. Pavel Novák", "Sqn. Ldr. Ann Bell": a title nobody foresaw; given names are cut short otherwise.
_ABBREVIATED = r"(?!(?:Wm|Chas|Geo|Thos|Jos|Jas|Robt|Edw|Alex|Chr|Joh|St|Ste)\.)[A-ZÇĞİÖŞÜ][^\W\d_]{1,6}\.(?=(?:\s+[A-ZÀ-ÞĞİŞ][\w'’.-]+){2})"
# "대사 한지우": of three letters, as most names are; "대사 초치" is none.
_BEFORE_A_KOREAN_NAME = r"(?:전\s)?(?:박사|교수|대사)(?=\s[가-힣]{3}(?:\s*[,(|·;]|$))"
_KNOWN = re.compile("|".join(sorted(map(re.escape, _HONORIFICS.split("|")), key=len, reverse=True)))
_HONORIFIC = re.compile(
    r"(?:(?:"
    + _KNOWN.pattern
    # After a full stop the space is often forgotten: "Prof.Dr. …".
    + rf"|{_ABBREVIATED}|{_BEFORE_A_KOREAN_NAME})(?:{_RETIRED})?(?:(?<=\.)\s*|\s+))+"
)
_PARTICLE = re.compile(
    "d[aeiou]|dos|das|del|della|de[nr]|el|al|bin|ibn|bint|l[ae]|van|von|zu|te[nr]|y|abu", re.IGNORECASE
)
# "al-Din", "d’Arc".
_ARTICLE_OF_A_NAME = re.compile(r"^(?:[ae][a-z]{1,2}|ul|d|l)['’‑-](?=[^\W\d_])")
_POSTNOMINAL = re.compile(
    r",\s+(?:Ph\.?D\.?|M\.?D\.?|LL\.?M\.?|MBA|J\.?D\.?|Jr\.?|Sr\.?|[OCMKD]BE|G?K?CMG|[QK]C|FR[SA]|ME?P)(?=,|$|\s(?!candidate|student|researcher))"
)
_VOWELS = re.compile("[\u064b-\u0652\u0670]")  # Signs above and below the letters of an Arabic word.
_BY = re.compile(
    r"^(?:[–—-]\s*)?(?:By|BY|by|(?:Written|Words|Text|Commentary|Opinion|Analysis|An? [a-z-]+) by|Yazan|Yazar|YAZAN|YAZAR|Yazarlar|Von|Par|글|필자|글쓴이|저자"
    r"|بقلم|كتبه|كتبته)\s*[:\uff1a|]?\s+"
)
_JOINT = re.compile(
    r"(,\s+(?:and|AND|ve|VE)\s+|,\s+|[،、·]\s*|\s+(?:and|AND|with|ve|VE|ile|und|et|&)\s+|\s+و\s*(?=\w)(?!زير|كيل)"
    r"|\s+[–—/-]\s+)"
)
# "Ann Bell¹, John Roe2": to the institutions below, or to a note.
NUMBERS_ON_A_NAME = re.compile(r"\s?[⁰¹²³⁴-⁹]+(?:,?\s?[⁰¹²³⁴-⁹]+)*|\d(?:,\d)*(?=\W|$)")
_NUMBERED_NAME = re.compile(rf"(?<=[a-zà-öø-ÿçğışü가-힣])(?:{NUMBERS_ON_A_NAME.pattern})")
# "Ann Bell* and John Roe (Sea College)†": to a note.
_STARS_ON_A_NAME = re.compile(r"(?<=[^\W\d_]|[.)])\s?[\[(]?(\*{1,4}|[†‡※]{1,3})[\])]?(?=[\s,;.،、·]|$)")
_KOREAN_SURNAME = (
    "(?:[김이박최정강조윤장임한오서신권황안송유류홍전고문양손배백허남심노하곽성차주우구민진나라지엄채원천방공현함변염여추도"
    "소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상시갈단]"
    "|남궁|황보|제갈|사공|선우|독고|동방)"
)
_KOREAN_NAME = re.compile(
    f"{_KOREAN_SURNAME}[가-힣]{{1,3}}|[김박최정강조윤장임오서권황안송류유홍양손배백허남심노곽우구민나천공변염추] [가-힣]{{2,3}}"
)
_KOREAN_TITLES = "박사|교수|대사|소장|원장|대표|연구위원|선임연구위원|연구원|기자|변호사|회장|위원"
_CALLED = re.compile(r"([가-힣]{2,4})\s*(박사|교수|대사)")
_KOREAN = re.compile(
    rf"(?P<name>[가-힣]{{2,4}})(?:\s*(?P<called>박사|교수|대사)(?=\s*[|/,(]))?(?:(?:\s*[|/,]\s*|\s+)(?P<affiliation>[^\s(,][^,]*?))??(?:(?:\s*[|/,]\s*|\s+)(?P<role>\S*(?:{_KOREAN_TITLES})))"
)


_TEAM = re.compile(
    r"\b(?:editors|editorial (?:board|team|staff)|staff|research team|secretariat|yayin kurulu)$"
)


def is_honorific(word: str) -> bool:
    return word in _HONORIFICS.split("|") or word in _HONORIFIC_WORDS


def is_titled(person: ManuscriptAuthor) -> bool:
    """Whether the honorific is sure to be one: that of "Govt. Spending Rises" has only the shape of one."""
    return bool(_KNOWN.match(person.honorific)) or person.honorific in _KOREAN_TITLES.split("|")


def without_other_script(text: str) -> tuple[str, list[str]]:
    """ "Seo-yeon Baek (백서연)": the line without the names in brackets that say the same in another script."""
    told: list[str] = []
    outside_is_latin = bool(re.search("[A-Za-z]", re.sub(r"\([^()]*\)", "", text)))

    def left(match: re.Match[str]) -> str:
        name = match[1].strip()
        is_latin = bool(re.search("[A-Za-z]", name))
        # An institution may be told in another script too: "백서연 (KIDA)".
        is_place = has_role(name) or has_institution(name) or (name.isupper() and is_latin)
        if is_latin is outside_is_latin or is_place or not re.fullmatch(r"[^\W\d_][^\d_,;]*", name):
            return match[0]
        told.append(name)
        return ""

    return re.sub(r"\s*\(([^()]*)\)", left, text), told


def take_honorific(text: str) -> tuple[str, str]:
    match = _HONORIFIC.match(text)
    if not match:
        return "", text.strip()
    honorific, rest = match[0].strip().rstrip(","), text[match.end() :].strip()
    if retired := re.search(rf"{_RETIRED}$", rest):
        honorific, rest = f"{honorific} {retired[0].strip(' ,')}", rest[: retired.start()].strip()
    return re.sub(r"(?<=[^\W\d_]{2}\.)(?=[^\W\d_])", " ", honorific), rest


def is_name(text: str, *, words_at_least: int = 2) -> bool:
    """Whether it has the shape of a personal name; what has a role or an institution in it has not."""
    text = _VOWELS.sub("", _POSTNOMINAL.sub("", text))
    words = text.split()
    if _KOREAN_NAME.fullmatch(text) or re.fullmatch("[一-鿿]{2,4}", text):
        return True
    # Without capitals any clause might be a name: an honorific or a label has to say so.
    if re.search("[가-힣一-鿿]", text):
        return words_at_least == 1 and bool(re.fullmatch("[가-힣]{1,4}(?: [가-힣]{1,4})?", text))
    if words_at_least > 1 and not any(char.isupper() for char in text):
        return False
    if (
        not words_at_least <= len(words) <= 6
        or has_role(text)
        or has_institution(text)
        or ends_like_a_house(text)
    ):
        return False
    if _PARTICLE.fullmatch(words[-1]):
        return False
    return all(_is_name_word(word) for word in words)


# With which titles and sentences begin, in capitals as names are.
_NO_NAMES = frozenset(
    "the a an this that these those it he she they we there in at by for from to of with after before between beyond"
    " against without under over inside behind about why how what when where who which no not never more less one two"
    " three four five six seven eight nine hundred first second third next new old our your their its is are must"
    " should yeni eski neden nasil nicin icin dort bes die ein eine wie warum zwei drei zehn neue neuer".split()
)


def _is_name_word(word: str) -> bool:
    if _PARTICLE.fullmatch(word):
        return True
    if plain(word) in _NO_NAMES:
        return False
    word = _ARTICLE_OF_A_NAME.sub("", word)
    return (
        bool(re.fullmatch(r"[^\W\d_][^\W\d_'’.‑-]*(?:['’.‑-][^\W\d_]+)*\.?", word)) and not word[0].islower()
    )


def parse_person(text: str, *, labelled: bool = False) -> ManuscriptAuthor | None:
    """ "Dr. A B, Director at X", "A B (X University)"; None if it does not begin with a name."""
    if korean := _KOREAN.fullmatch(text.strip(" ;*")):
        return _korean_person(**{key: words or "" for key, words in korean.groupdict().items()})
    honorific, rest = take_honorific(_without_stop(text))
    postnominal = _POSTNOMINAL.search(rest)
    start = postnominal.end() if postnominal else 0
    # "Ann Bell of the Harbour Institute"
    housed = has_institution(rest) and r"|\s(?:of|at|from|for)\s"
    parted = re.compile(rf"\s*(?:[,،|]|\(|\s[–—/-]\s|:{housed or ''})\s*(?:the\s)?").search(rest, start)
    name, about = (rest[: parted.start()], rest[parted.end() :]) if parted else (rest, "")
    if parted and ":" in parted[0] and not (has_role(about) or has_institution(about)):
        return None
    if called := _CALLED.fullmatch(name):
        name, honorific = called.groups()
    caseless = labelled and not any(char.isupper() for char in name)
    if not is_name(name, words_at_least=1 if honorific or caseless else 2):
        return None
    about = about.removesuffix(")") if parted and "(" in parted[0] else about
    about = re.sub(r"\s*\|\s*|\s[–—]\s", ", ", about)
    role, affiliation = split_role_turkish(about) or split_role(about)
    return ManuscriptAuthor(name.strip(), honorific, role, affiliation)


def without_degrees(name: str) -> str:
    """ "Ann Bell" of "Ann Bell, PhD"."""
    return _POSTNOMINAL.sub("", name)


def _korean_person(name: str, called: str, affiliation: str, role: str) -> ManuscriptAuthor:
    """A title right after the name is said to the person, one after an institution is a position there."""
    if called:
        return ManuscriptAuthor(name, called, role, affiliation)
    if affiliation or role not in ("박사", "교수", "대사"):
        return ManuscriptAuthor(name, "", role, affiliation)
    return ManuscriptAuthor(name, role)


def _without_stop(text: str) -> str:
    text = text.strip(" ;*")
    return text if re.search(r"\b(?:Ph\.D|M\.D|J\.D|Jr|Sr)\.$", text) else text.rstrip(" .")


def without_stars(text: str) -> tuple[str, list[str]]:
    """A byline without the stars that hang on its names, and these."""
    return _STARS_ON_A_NAME.sub("", text).strip(), [mark[1] for mark in _STARS_ON_A_NAME.finditer(text)]


def stars_of(text: str, people: tuple[ManuscriptAuthor, ...]) -> dict[str, str]:
    """By name, the stars that hang on it or on the place behind it."""
    names = [(text.find(person.name), person.name) for person in people]
    return {
        max(before)[1]: mark[1]
        for mark in _STARS_ON_A_NAME.finditer(text)
        if (before := [named for named in names if 0 <= named[0] < mark.start()])
    }


def opens_byline(text: str) -> bool:
    return bool(_BY.match(text))


def without_by(text: str) -> str:
    return _BY.sub("", text)


def parse_byline(text: str, *, labelled: bool = False) -> tuple[ManuscriptAuthor, ...]:
    """The people of a byline, in order; none at all unless the whole line was understood."""
    # In a script without capitals an honorific says as much as a label.
    labelled = (
        labelled or opens_byline(text) or bool(text.islower() is text.isupper() and take_honorific(text)[0])
    )
    text = _without_stop(_NUMBERED_NAME.sub("", _BY.sub("", without_stars(text)[0])))
    if len(text) > 400:
        return ()
    chunks = [
        chunk
        for part in text.split(";")
        for chunk in _persons(re.sub(r"^\s*(?:and|ve)\s+", "", part), labelled)
    ]
    people = [parse_person(chunk, labelled=labelled) for chunk in chunks]
    return tuple(person for person in people if person) if all(people) else ()


def parse_body(text: str) -> ManuscriptAuthor | None:
    """ "By the Harbour Institute", "By the editors": a body signs."""
    body = re.sub("^[Tt]he ", "", _without_stop(_BY.sub("", text)))
    signs = has_institution(re.split(r"\s(?:for|with|in|at|from)\s", body)[0]) or _TEAM.search(plain(body))
    named = (
        opens_byline(text)
        and signs
        and body[:1].isupper()
        and len(body) < 100
        and not re.search(r"[,;:|\d]", body)
    )
    return ManuscriptAuthor(body) if named else None


def _persons(text: str, labelled: bool) -> list[str]:
    """Cut at commas and "and" where a new person begins, not inside a role or an institution's name."""
    pieces = _JOINT.split(_POSTNOMINAL.sub(lambda m: m[0].replace(", ", ",\0"), text))
    chunks = [pieces[0]]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _is_another(chunks[-1], joint.strip(), piece, labelled):
            chunks.append(piece)
        else:
            chunks[-1] += joint + piece
    return [chunk.replace("\0", " ") for chunk in chunks]


def _is_another(before: str, joint: str, piece: str, labelled: bool) -> bool:
    """Whether a piece is another person than the one before it, whom a comma, a dash or a bracket may tell more of."""
    # "김하람 동해연구소 소장, 이도윤 서해대학교 교수": each with a position.
    held = [_KOREAN.fullmatch(words) for words in (before, piece)]
    if all(match and match["affiliation"] for match in held):
        return True
    honorific, rest = take_honorific(piece.replace("\0", " "))
    # "Ann Bell and John Roe of the Harbour Institute", not "Law and International Relations at Sea University".
    housed = has_institution(rest) and is_name(take_honorific(before)[1])
    name = re.split(r"\s*\(|\s(?:of|at|from)\s" if housed else r"\s*\(", rest)[0]
    # In a script without capitals a label has to say that these are names.
    caseless = labelled and joint == "و" and " " in name
    if not (is_name(name, words_at_least=1 if honorific or caseless else 2) or _CALLED.fullmatch(name)):
        return False
    told = "," in before.replace(",\0", "") or "(" in before
    each_placed = before.endswith(")") and "(" in rest
    return bool(honorific) or not told or each_placed or joint not in (",", "–", "—", "/", "-")
