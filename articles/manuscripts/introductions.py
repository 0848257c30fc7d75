"""Sentences in which a note introduces its author."""

import re
from dataclasses import replace

from .affiliations import has_institution, has_role, split_role, split_role_turkish
from .manuscript import ManuscriptAuthor
from .namesakes import Namesakes
from .people import is_honorific, parse_byline, parse_person

_VERB = re.compile(r"\s+(?:is|are|ist|currently|presently|serves?|works?|acts?|has\s+been)\s+")
# "The author, Ann Bell, is …": the name is what counts.
_AUTHOR_NAMED = re.compile(
    r"^(?:The (?:authors?|writer)|Yazar(?:ımız|lar)?)\s*[,:–—-]?\s+(?=[A-ZÇĞİÖŞÜ])(?=[^,]{3,60},)"
    r"|^(?:필자|저자|글쓴이)(?:인)?\s+(?=[가-힣]{2,4}(?:\s?(?:박사|교수|대사))?(?:은|는)\s)"
)
_DOES = re.compile(
    r"\s+(?:chairs|leads|heads|directs|teaches|lectures|runs|studies|researches|writes|edits|advises|manages|oversees"
    r"|covers|founded|co-founded|holds|lehrt|leitet)\s+"
)
# "Ann Bell is a fellow at X, and John Roe is a professor at Y."
_AND_ANOTHER = re.compile(
    r"(?:[,;]?\s+and|;)\s+(?=(?:[^\W\d_a-z][\w.’'-]*\s+(?:(?:d[aeiou]|del|van|von|de[nr]|al|el|bin|la)\s+){0,2}){2,5}"
    r"(?:is|serves|works|teaches|chairs|leads|heads|directs|lectures|holds)\s)"
)
# "The authors are, respectively, a fellow at X and a professor at Y."
_IN_TURN = re.compile(r",?\s*\b(?:respectively|in that order|sırasıyla)\b,?", re.IGNORECASE)
_SUBJECT = re.compile(r"(?P<who>.*?)\s+(?:are|serve as|work as)\s+|(?P<authors>Yazarlar(?:ımız)?)[,:]?\s+")
_EACH_WITH_ARTICLE = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?=(?:an?|the)\s)")
_EACH = re.compile(r"[,;]\s+(?:(?:and|ve)\s+)?|\s+(?:and|ve)\s+")
# "Ann Bell (Sea Institute) advises parliaments": what is said of her is not where she works.
_AFTER_BRACKETS = re.compile(r"^([^()]*\([^()]*\))\s+[^\W\dA-Z_].*", re.DOTALL)
# "Zeynep Işık ise …dır", the second of two people; "Zeynep Işık hâlen …": the name ends there.
_WHILE = re.compile(r"^((?:[A-ZÇĞİÖŞÜ][\w.’'-]*\s+){1,5}[A-ZÇĞİÖŞÜ][\w’'-]*)\s+(?:ise|h[aâ]len|şu anda),?\s+")
# "Ann Bell served as envoy to Rome and is now a fellow at X": what somebody is counts.
_NOW = re.compile(
    r"^(?P<who>.{3,60}?)\s+(?:(?:previously|formerly)\s+)?(?:was|served|worked|spent|has (?:served|worked))\s.*?\band\s+"
    r"(?:(?:is\s+)?(?:now|currently|presently)\s+(?:is\s+|serves?\s+as\s+|works?\s+as\s+)?|is\s+)(?=an?\s|the\s|[A-Z])"
)
_FORM_OF_SERVICE = re.compile(r"^(?:is|ist|serves?|serving|works?|working|acts?|been)\s+")
_FOR_WHOM_AS_WHAT = re.compile(r"(?:for|at|with|in) (?P<house>.+?) as (?:an? |the )?(?P<role>.+)")
_KOREAN = re.compile(
    r"(?P<name>(?!필자|저자|글쓴이)[가-힣]{2,4})(?:\s*(?P<honorific>박사|교수|대사))?(?:은|는|,)\s+"
    r"(?P<affiliation>\S.*?)(?:(?<=[원소교단터])의)?\s+(?P<role>\S*(?:장|교수|위원|연구원|대표|대사|기자|강사|회장))(?:이다|입니다|다|(?:으로|로|이자|이며)\s.*)?"
)
# Without a position: "… 동해대학교에서 국제정치를 가르친다".
_KOREAN_AT = re.compile(
    r"(?P<name>(?!필자|저자|글쓴이)[가-힣]{2,4})(?:\s*(?P<honorific>박사|교수|대사))?(?:은|는)\s+"
    r"(?P<affiliation>\S*(?:대학교|대학원|연구소|연구원|재단|센터|학회))에서\s.+"
)
_ARABIC = re.compile(
    r"(?P<honorific>(?:أ\.\s?د\.|د\.|الدكتورة?|السفيرة?))?\s*(?P<name>(?:[^\W\d_]|[\u064b-\u0652])+(?: (?:[^\W\d_]|[\u064b-\u0652])+){1,3}?)(?:،| هو| هي)?\s+"
    r"(?P<role>(?:باحثة?|أستاذة?|مديرة?|رئيسة?|زميلة?|محللة?|خبيرة?|كاتبة?|صحفية?)(?: و[^\W\d_]+)?(?: (?!(?:في|لدى)\b)[^\W\d_]+){0,4}?)\s+(?:(?:في|لدى)\s+|ب?(?=مركز|معهد|جامعة|مؤسسة|كلية|وزارة))(?P<affiliation>.+)"
)


def sentences(text: str) -> list[str]:
    """Cut after full stops, but not after "Dr.", "Prof." or an initial."""
    cut = [0]
    for match in re.finditer(r"[.!?][”\"’)]?\s+(?=[^\W\d_])", text):
        last = text[cut[-1] : match.start()].rsplit(maxsplit=1)[-1:]
        word = last[0].lstrip("(") if last else ""
        abbreviated = len(word) == 1 or word in ("ret", "retd") or is_honorific(f"{word}.") or "." in word
        if not abbreviated and not text[match.end()].islower():
            cut.append(match.end())
    return [text[a:b].strip() for a, b in zip(cut, [*cut[1:], len(text)], strict=True)]


def authors_in_note(text: str) -> tuple[ManuscriptAuthor, ...]:
    """The people whom the sentences of a note introduce by name and position."""
    found: list[ManuscriptAuthor] = []
    known = Namesakes()
    for clause in (clause for sentence in sentences(text) for clause in _AND_ANOTHER.split(sentence)):
        for author in _introduced(clause):
            if not known.of(author):
                found.append(author)
                known.add(author)
    return tuple(found)


def authors_in_turn(note: str, authors: tuple[ManuscriptAuthor, ...]) -> tuple[ManuscriptAuthor, ...]:
    """The people of a byline, or those the note names, with the positions it tells "respectively".

    Nobody, unless it tells as many positions as there are people."""
    subject = _SUBJECT.match(told := _IN_TURN.sub("", note.strip()))
    if not subject or told == note.strip():
        return ()
    people = parse_byline(subject["who"] or "") or authors
    for pattern in (_EACH_WITH_ARTICLE, _EACH):
        positions = pattern.split(told[subject.end() :].rstrip(" ."))
        if len(positions) == len(people):
            parted = [split_role_turkish(position) or split_role(position) for position in positions]
            return tuple(
                replace(person, role=role, affiliation=affiliation)
                for person, (role, affiliation) in zip(people, parted, strict=True)
            )
    return ()


def _introduced(sentence: str) -> list[ManuscriptAuthor]:
    sentence = _WHILE.sub(r"\1, ", _AUTHOR_NAMED.sub("", sentence.rstrip(" .")))
    sentence = _NOW.sub(r"\g<who> is ", sentence)
    for pattern in (_KOREAN, _KOREAN_AT, _ARABIC):
        if match := pattern.fullmatch(sentence):
            return [ManuscriptAuthor(**{key: words or "" for key, words in match.groupdict().items()})]
    verb = _VERB.search(sentence)
    if verb:
        names = parse_byline(re.split(r",\s+(?=[a-z])", sentence[: verb.start()])[0])
        about = sentence[verb.start() :].strip()
        while opened := _FORM_OF_SERVICE.match(about) or re.match(
            r"(?:currently|presently|are|has)\s+", about
        ):
            about = about[opened.end() :]
        if placed := _FOR_WHOM_AS_WHAT.fullmatch(about):
            about = f"{placed['role']} at {placed['house']}"
        role, affiliation = split_role(about)
        if names and not (names[0].role or names[0].affiliation):
            if len(names) > 1:
                role = ""  # "A and B are fellows": the plural is nobody's role
            people = [replace(name, role=role, affiliation=affiliation) for name in names]
            return [p for p in people if p.honorific or has_role(about) or has_institution(affiliation)]
    if (does := _DOES.search(sentence)) and (named := parse_byline(sentence[: does.start()])):
        of_what = sentence[does.end() :]
        if does[0].strip() == "holds" and has_role(of_what):
            role, affiliation = split_role(of_what)
            return [replace(person, role=role, affiliation=affiliation) for person in named]
        at = re.search(r"(?:^|\s)at\s", of_what)
        affiliation = split_role("fellow at " + of_what[at.end() if at else 0 :])[1]
        if has_institution(affiliation) and not re.match(r"an?\s", affiliation):
            return [replace(person, affiliation=affiliation) for person in named]
    person = parse_person(_AFTER_BRACKETS.sub(r"\1", sentence))
    if person and (has_role(person.role) or has_institution(person.affiliation)):
        return [person]
    return []


def merge_authors(
    byline: tuple[ManuscriptAuthor, ...], notes: tuple[ManuscriptAuthor, ...]
) -> tuple[tuple[ManuscriptAuthor, ...], tuple[ManuscriptAuthor, ...]]:
    """The byline filled from the notes, and the people of the notes whom the byline does not name."""
    if not byline:
        return notes, ()
    merged = []
    noted, named = Namesakes(notes), Namesakes(byline)
    for author in byline:
        told = noted.of(author) or author
        merged.append(
            replace(
                author,
                # A byline in capitals is a matter of looks.
                name=told.name if author.name.isupper() and not told.name.isupper() else author.name,
                honorific=told.honorific
                if author.honorific.isupper() and told.honorific
                else author.honorific or told.honorific,
                role=author.role or told.role,
                affiliation=author.affiliation or told.affiliation,
            )
        )
    others = tuple(note for note in notes if not named.of(note))
    return tuple(merged), others
