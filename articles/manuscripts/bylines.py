"""The line that says who wrote it, and the lines below that say where they work."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from .affiliations import (
    begins_with_role,
    has_institution,
    has_role,
    is_affiliation,
    is_position,
    is_turkish_sentence,
    is_unit_of,
    split_role,
    split_role_turkish,
)
from .blocks import Block
from .footnotes import note_texts
from .headings import is_title_like
from .manuscript import ManuscriptAuthor
from .names_elsewhere import LONGEST_BYLINE, are_introduced, is_nobody_else, people_named
from .numbered_bylines import numbered_places, numbers_on_names
from .parts import Role
from .people import (
    is_titled,
    opens_byline,
    parse_body,
    parse_byline,
    stars_of,
    without_by,
    without_other_script,
    without_stars,
)
from .sayings import is_date, note_kind

if TYPE_CHECKING:
    from .front import Front

# "Ann Bell (@annbell)".
_HANDLE = re.compile(r"[,;|]?\s+\(?(@\w{2,30})\)?")
_LINES_BELOW_A_NAME = 9
_LONGEST_LINE = 100
_BEFORE_A_DATE = re.compile(r"\s*[|,·]\s*|\s[–—-]\s|\s\(")
_MAIL = re.compile(r"[.,;|]?\s+[(<\[]?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)[)>\]]?(?:\.$|(?=[\s,;|]|$))")


def take_byline(front: Front, block: Block, rest: list[Block]) -> bool:
    text, stars = without_stars(block.text)
    text, beside = _without_what_stands_beside(text)
    beside += _links_of(block)
    if len(text) > LONGEST_BYLINE or block.kind not in ("p", "h2", "h3") or is_turkish_sentence(text):
        return False
    people = people_named(text, rest) or (front.title and _body(text, beside)) or ()
    if not people:
        if not front.authors and front.title and _may_be_byline(text):
            front.unread = block
            front.warnings.append(
                f"“{block.text}” may be the byline but could not be read. It was left in the text."
            )
        return False
    if front.authors:
        return _take_another(front, block, people, rest, beside)
    works_below = _works_at(rest) or _are_numbered(text, people, rest)
    told = works_below or _is_noted(block) or all(person.role or person.affiliation for person in people)
    titled = any(is_titled(person) for person in people)
    title_near = front.title is not None or (bool(rest) and is_title_like(rest[0].text))
    # Or nothing but a name, at the top, of somebody whom a note below the text introduces.
    known = front.title is None and are_introduced(people, rest)
    sure = opens_byline(text) or told or (titled and title_near) or known
    if not sure and (front.title is None or not is_nobody_else(people, _below_names(rest))):
        return False
    front.authors = people
    front.warnings += beside
    front.numbers |= numbers_on_names(text, people)
    front.hung |= set(stars)
    front.stars |= stars_of(block.text, people)
    _tell_byline(front, block, text, sure, known)
    return True


def _tell_byline(front: Front, block: Block, text: str, sure: bool, known: bool) -> None:
    if opens_byline(text):
        reason = "begins like a byline"
    elif known:
        reason = "names whom a note introduces"
    elif sure:
        reason = "names a person and a position or an honorific"
    else:
        reason = "has the shape of a name and stands below the title"
        front.warnings.append(
            f"“{block.text}” was read as the byline because it stands below the title. Check it."
        )
    front.ledger.tell(block, Role.BYLINE, reason, sure=sure)


def _without_what_stands_beside(text: str) -> tuple[str, list[str]]:
    """The line without addresses, a handle or a date at its end, and what is to be told of them."""
    told: list[str] = []
    told += [f"“{mail[1]}” was left out of the byline." for mail in _MAIL.finditer(text)]
    text = _MAIL.sub("", text)
    text, others = without_other_script(text)
    told += [f"“{name}”, the name in another script, was left out of the byline." for name in others]
    if handle := _HANDLE.search(text):
        text = text[: handle.start()] + text[handle.end() :]
        told.append(f"“{handle[1]}” was left out of the byline.")
    for parting in _BEFORE_A_DATE.finditer(text):
        if is_date(date := text[parting.end() :].strip(" .()")):
            told.append(f"“{date}” was read as the date and left out.")
            text = text[: parting.start()]
            break
    return text, told


def _body(text: str, warnings: list[str]) -> tuple[ManuscriptAuthor, ...]:
    body = parse_body(text)
    if body is None:
        return ()
    warnings.append(f"“{body.name}” was read as a body that signs. Check it.")
    return (body,)


def _below_names(rest: list[Block]) -> list[Block]:
    """Of names one below the other: what stands below all of them."""
    names = takewhile(lambda block: not block.gap and parse_byline(block.text), rest)
    return rest[len(list(names)) :]


def _links_of(block: Block) -> list[str]:
    """What is to be told of links on a line of which the words alone are kept."""
    return [
        f"The link to {html.unescape(address)} was left out of the byline."
        for address in re.findall(r'href="((?!mailto:)[^"]+)"', block.html)
    ]


def _is_noted(block: Block) -> bool:
    """Whether a note of Word's hangs on it that says who somebody is."""
    return any(note_kind(words) == "about" for words in note_texts(block.html))


def _may_be_byline(text: str) -> bool:
    """ "By the Numbers" and "By 2030, a New Map" are headings."""
    named = opens_byline(text) and re.match(r"(?:[^\W\d_a-z]|the [a-z])[^\s\d]*\s", without_by(text))
    return bool(named) and len(text) < 150 and not text.endswith((".", ":"))


def _take_another(
    front: Front, block: Block, people: tuple[ManuscriptAuthor, ...], rest: list[Block], beside: list[str]
) -> bool:
    """One name a line, each with its honorific or with its institution; or right below the first."""
    if any(person in front.authors for person in people) or _is_louder(block.text, front):
        return False
    told = _works_at(rest) or _are_numbered(block.text, people, rest)
    if not told and not all(p.honorific or p.role or p.affiliation for p in people):
        if block.gap or not is_nobody_else(people, _below_names(rest)):
            return False
        front.warnings.append(
            f"“{block.text}” was read as another author because it stands below one. Check it."
        )
    front.authors += people
    front.warnings += beside
    front.numbers |= numbers_on_names(block.text, people)
    front.ledger.tell(block, Role.BYLINE, "names another author below the first")
    return True


def _is_louder(text: str, front: Front) -> bool:
    """Words in capitals below a name that is not: a title or a heading."""
    return text.isupper() and " " in text and not any(author.name.isupper() for author in front.authors)


def take_affiliation(front: Front, block: Block, rest: list[Block]) -> bool:
    """Where those named on the lines above work."""
    if _take_numbered(front, block):
        return True
    text, beside = _without_what_stands_beside(block.text.strip("() "))
    text = text.strip(" ,;|")
    if not front.authors or not _works_at([block, *rest]) or parse_byline(text) or _is_louder(text, front):
        return False
    working = tuple(_working_at(author, text) for author in front.authors)
    if working == front.authors:
        working = () if block.gap else _at_unit_of(front.authors, text)
    if not working:
        return False
    front.authors = working
    front.warnings += beside + _links_of(block)
    front.ledger.tell(block, Role.BYLINE, "names an institution below the byline")
    return True


def _working_at(author: ManuscriptAuthor, text: str) -> ManuscriptAuthor:
    if (author.role and author.affiliation) or not text:
        return author
    role, affiliation = split_role_turkish(text) or split_role(text)
    if not affiliation and begins_with_role(text):
        role = text
    elif not affiliation or not has_role(role):
        role, affiliation = "", text
    return replace(author, role=author.role or role, affiliation=author.affiliation or affiliation)


def _at_unit_of(authors: tuple[ManuscriptAuthor, ...], house: str) -> tuple[ManuscriptAuthor, ...]:
    """ "Department of War Studies", and on the next line the university it belongs to."""
    if not any(is_unit_of(author.affiliation, house) for author in authors):
        return ()
    return tuple(
        replace(author, affiliation=f"{author.affiliation}, {house}")
        if is_unit_of(author.affiliation, house)
        else author
        for author in authors
    )


def _take_numbered(front: Front, block: Block) -> bool:
    places = numbered_places(block.text) if front.numbers else {}
    told = {
        name: "; ".join(places[number] for number in numbers if number in places)
        for name, numbers in front.numbers.items()
    }
    if not any(told.values()):
        return False
    front.authors = tuple(_also_at(author, told.get(author.name, "")) for author in front.authors)
    front.ledger.tell(block, Role.BYLINE, "names institutions by the numbers on the byline")
    return True


def _also_at(author: ManuscriptAuthor, place: str) -> ManuscriptAuthor:
    if place and author.affiliation:
        return replace(author, affiliation=f"{author.affiliation}; {place}")
    return _working_at(author, place)


def _works_at(below: list[Block]) -> bool:
    """Whether the next line says where somebody works: by its words, or right below the name and apart from the text."""
    if not below or below[0].chosen or opens_byline(below[0].text):
        return False
    text = below[0].text
    if is_affiliation(text):
        return True
    is_line = len(text) < _LONGEST_LINE and not text.endswith((".", "?", "!", ":"))
    told = has_institution(text) or has_role(text)
    return told and is_line and (is_position(text) or (not below[0].gap and _are_apart(below)))


def _are_apart(below: list[Block]) -> bool:
    """Whether lines right below a name, none of them a sentence, end with a blank line."""
    for block in below[1:_LINES_BELOW_A_NAME]:
        if block.gap:
            return True
        if len(block.text) >= _LONGEST_LINE or block.text.endswith((".", "?", "!", ":")):
            return False
    return False


def _are_numbered(text: str, people: tuple[ManuscriptAuthor, ...], below: list[Block]) -> bool:
    return bool(below and numbers_on_names(text, people) and numbered_places(below[0].text))


def is_byline(block: Block | None, below: list[Block]) -> bool:
    if block is None:
        return False
    text, _ = _without_what_stands_beside(without_stars(block.text)[0])
    people = parse_byline(text) if len(text) <= LONGEST_BYLINE else ()
    return bool(people) and (
        opens_byline(text)
        or any(is_titled(p) or p.role or p.affiliation for p in people)
        or _works_at(below)
        or _are_numbered(text, people, below)
    )
