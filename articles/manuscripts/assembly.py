"""From the blocks of any format to a Manuscript: the sequence in which a manuscript is understood."""

from articles.text import clean

from .blocks import Source
from .footnotes import Footnotes
from .front import Front, take_front
from .headings import mark_headings
from .introductions import authors_in_note, merge_authors
from .language import guess_language
from .lists import mark_lists
from .manuscript import Heading, Manuscript, ManuscriptAuthor
from .markup import to_html
from .notes import Notes, take_end_notes


def assemble(source: Source, *, sha256: str) -> Manuscript:
    front = take_front(source.blocks)
    notes, body = take_end_notes(front.body)
    notes.add_before(front.notes)
    footnotes = Footnotes(body, notes.marks)
    listed, list_doubts = mark_lists(footnotes.blocks)
    blocks, heading_doubts = mark_headings(listed)
    authors, author_doubts = _authors(front, notes)
    paragraphs = sum(block.kind == "p" for block in blocks)
    warnings = [
        *source.warnings,
        *front.warnings,
        *notes.warnings,
        *author_doubts,
        *_disclaimer_doubts(notes),
        *footnotes.warnings,
        *list_doubts,
        *heading_doubts,
    ]
    if not paragraphs:
        warnings.append("The manuscript has no paragraph of text besides its notes.")
    return Manuscript(
        title=front.title,
        standfirst=front.standfirst,
        authors=authors,
        author_notes=tuple(notes.about),
        disclaimer="\n".join(notes.disclaimers) or None,
        body_html=clean(to_html(blocks)),
        headings=tuple(Heading(b.text, b.reason) for b in blocks if b.kind in ("h2", "h3")),
        paragraphs=paragraphs,
        footnotes=tuple(footnotes.placed),
        warnings=tuple(dict.fromkeys(warnings)),
        language=guess_language(" ".join(block.text for block in blocks)),
        encoding=source.encoding,
        sha256=sha256,
    )


def _authors(front: Front, notes: Notes) -> tuple[tuple[ManuscriptAuthor, ...], list[str]]:
    told = [_about_the_only_author(front, note) or authors_in_note(note) for note in notes.about]
    people = tuple(author for group in told for author in group)
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
    if len(front.authors) != 1 or not note.lower().startswith("the author "):
        return ()
    name = front.authors[0].name
    return authors_in_note(name + note[len("the author") :])


def _disclaimer_doubts(notes: Notes) -> list[str]:
    if len(notes.disclaimers) > 1:
        return [
            f"{len(notes.disclaimers)} paragraphs were read as the disclaimer. Check that each belongs to it."
        ]
    return []
