"""From the blocks of any format to a Manuscript: the sequence in which a manuscript is understood."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.text import acronyms_in, clean

from .affiliations import has_institution, has_role, split_role, split_role_turkish
from .blocks import Block, Source
from .choices import Choices, check_choices, take_chosen
from .footnotes import Footnotes, note_texts, take_hanging_notes
from .front import Front, take_front
from .headings import mark_headings
from .introductions import authors_in_note, authors_in_turn, merge_authors
from .language import guess_language
from .ledger import Ledger
from .lists import mark_lists
from .manuscript import Heading, Manuscript, ManuscriptAuthor
from .markup import to_html
from .notes import Byline, Notes, take_end_notes
from .people import without_degrees
from .round_marks import with_square_marks
from .signoff import take_sign_off

_UNNAMED = re.compile(r"the (?:author|writer|contributor)(?=\s)", re.IGNORECASE)


def assemble(source: Source, choices: Choices, *, sha256: str) -> Manuscript:
    arrived = [replace(block, at=index) for index, block in enumerate(with_square_marks(source.blocks))]
    ledger = Ledger(arrived)
    chosen = take_chosen(arrived, check_choices(arrived, choices), ledger)
    front = take_front(source, chosen, ledger)
    notes, body = _take_what_stands_below(front, ledger)
    hanging = take_hanging_notes(arrived, body, notes)
    blocks, text_doubts = _understand_text(body, notes.marks, ledger)
    authors, author_doubts = _authors(front, notes)
    body_html = to_html(blocks)
    warnings = [
        *source.warnings,
        *chosen.warnings,
        *front.warnings,
        *notes.warnings,
        *hanging,
        *author_doubts,
        *_disclaimer_doubts(notes),
        *text_doubts,
    ]
    return Manuscript(
        title=front.title,
        standfirst=front.standfirst,
        authors=authors,
        author_notes=tuple(notes.about),
        disclaimer="\n".join(notes.disclaimers) or None,
        body_html=clean(body_html),
        headings=tuple(Heading(b.text, b.reason) for b in blocks if b.kind in ("h2", "h3")),
        paragraphs=sum(block.kind == "p" for block in blocks),
        footnotes=tuple(note_texts(body_html)),
        warnings=tuple(dict.fromkeys(warnings)),
        language=guess_language(" ".join(block.text for block in blocks)),
        encoding=source.encoding,
        sha256=sha256,
        parts=ledger.parts(),
        pictures=tuple(source.pictures),
        acronyms=acronyms_in(body_html),
    )


def _take_what_stands_below(front: Front, ledger: Ledger) -> tuple[Notes, list[Block]]:
    """All notes, and the text. A name may stand above the notes at the end or below them."""
    body = take_sign_off(front, front.body)
    notes, body = take_end_notes(body, ledger, _byline(front), front.hung_on_title)
    notes.add_before(front.notes)
    return notes, take_sign_off(front, body)


def _byline(front: Front) -> Byline:
    return Byline(frozenset(front.hung), tuple(without_degrees(author.name) for author in front.authors))


def _understand_text(body: list[Block], marks: set[str], ledger: Ledger) -> tuple[list[Block], list[str]]:
    footnotes = Footnotes(body, marks, ledger)
    listed, list_doubts = mark_lists(footnotes.blocks)
    blocks, heading_doubts = mark_headings(listed)
    ledger.tell_text(blocks)
    doubts = [*footnotes.warnings, *list_doubts, *heading_doubts]
    if not any(block.kind == "p" for block in blocks):
        doubts.append("The manuscript has no paragraph of text besides its notes.")
    return blocks, doubts


def _authors(front: Front, notes: Notes) -> tuple[tuple[ManuscriptAuthor, ...], list[str]]:
    told = [
        _about_the_only_author(front, note)
        or authors_in_turn(note, front.authors)
        or authors_in_note(_with_comma(front, note))
        for note in notes.about
    ]
    people = (*(author for group in told for author in group), *_told_by_star(front, notes))
    authors, others = merge_authors(front.authors, people)
    doubts = [
        f"A note is about {other.name}, whom the byline does not name. Is an author missing?"
        for other in others
    ]
    if notes.about and not people:
        doubts.append(
            "The note about the author could not be read for name, role and affiliation: enter them."
        )
    if not authors:
        doubts.append("The manuscript names no author. Choose one.")
    doubts += [
        f"What {author.name} does was not understood. Enter role and affiliation."
        for author in authors
        if notes.about and not (author.role or author.affiliation)
    ]
    return authors, doubts


def _about_the_only_author(front: Front, note: str) -> tuple[ManuscriptAuthor, ...]:
    """ "The author is a fellow at X" below a byline with one name."""
    if len(front.authors) != 1:
        return ()
    name = front.authors[0].name
    unnamed = _UNNAMED.match(note)
    if not unnamed and not authors_in_note(note) and name not in note:
        # "Retired diplomat; Senior Adviser, Policy Institute", below a star on the byline.
        positions = [part for part in note.split(";") if has_institution(part)] or [note]
        role, affiliation = split_role_turkish(positions[-1]) or split_role(positions[-1])
        told = has_role(role) and not re.search(r"[.!?]\s", note) and (affiliation or front.hung)
        return (replace(front.authors[0], role=role, affiliation=affiliation),) if told else ()
    return authors_in_note(name + note[unnamed.end() :]) if unnamed else ()


def _told_by_star(front: Front, notes: Notes) -> Iterator[ManuscriptAuthor]:
    """ "** Fellow, Sea Institute", which names nobody, is about the author whose name has two stars."""
    for author in front.authors:
        words = notes.by_mark.get(front.stars.get(author.name, ""), "")
        role, affiliation = split_role_turkish(words) or split_role(words)
        if has_role(role) and not re.search(r"[.!?]\s", words) and not authors_in_note(words):
            yield replace(author, role=role, affiliation=affiliation)


def _with_comma(front: Front, note: str) -> str:
    """ "Ayla Serin Kıyı Üniversitesi öğretim üyesidir": where the name ends, the byline says."""
    for author in (author for author in front.authors if author.name in note):
        note = re.sub(rf"({re.escape(author.name)}) (?=[A-ZÇĞİÖŞÜ][^,.]*[dt][ıiuü]r\b)", r"\1, ", note)
    return note


def _disclaimer_doubts(notes: Notes) -> list[str]:
    if len(notes.disclaimers) > 1:
        return [
            f"{len(notes.disclaimers)} paragraphs were read as the disclaimer. Check that each belongs to it."
        ]
    return []
