"""From the bytes of a Word file to a Source.

Our own reader and not mammoth (tried at 1.13): that refuses neither a document type nor macros nor a million elements,
takes a text box's words into the text, prints the sign of a note marked with a star as text, and tells nothing of size
or capitals, by which half of the headings that arrive are made.
"""

from ..blocks import Block, Picture, Source
from ..manuscript import ManuscriptError
from ..sayings import note_kind
from ..wording import same_wording
from .body import Body
from .elements import Element
from .findings import Findings
from .looks import Usual
from .numbering import Numbering
from .package import Package
from .paragraphs import Paragraph, Table
from .runs import Inlines, Reading, outermost
from .shaping import Shaping, flattened
from .styles import Look, Styles
from .titles import find_standfirst, find_title, join_above, join_title, take_kicker


def read(data: bytes) -> Source:
    package, findings = Package(data), Findings()
    reading = Reading(package, Styles(_part(package, "styles")), findings)
    document = package.xml(package.main)
    body = document.child("w:body") if document else None
    if body is None:
        raise ManuscriptError(
            "There is no text in the file that could be read. Open it in Word and save it anew."
        )
    arrived = flattened(Body(reading, package.main, Numbering(_part(package, "numbering"))).read(body))
    below = _take_marked_notes(arrived)
    usual = Usual(arrived)
    title = find_title(arrived, usual, _title_of_properties(package))
    if title:
        title, kicker = take_kicker(arrived, join_above(arrived, title))
        findings.kicker += kicker
        join_title(arrived, title.at)
    blocks = [*Shaping(arrived, usual, title, findings).shape(), *below]
    title_text = _text(arrived[title.at]) if title else None
    _tell_rest(reading, title_text or "")
    if not any(block.text or block.kind == "figure" for block in blocks) and not findings.text_boxes:
        raise ManuscriptError("The file has no text in it.")
    return Source(
        blocks,
        "docx",
        pictures=_placed(reading, blocks),
        warnings=findings.warnings,
        title=title_text,
        title_reason=title.reason if title else "",
        standfirst=find_standfirst(arrived, title),
    )


def _placed(reading: Reading, blocks: list[Block]) -> list[Picture]:
    """The pictures that stand in the text; those of headers and footers do not."""
    figures = "".join(block.html for block in blocks if block.kind == "figure")
    pictures = [picture for picture in reading.pictures.found.values() if picture.uid in figures]
    silent = sum(not picture.description for picture in pictures)
    if silent:
        words = "A picture needs" if silent == 1 else f"{silent} pictures need"
        reading.findings.add(f"{words} alternative text.")
    return pictures


def _part(package: Package, kind: str) -> Element | None:
    return next((package.xml(part) for part in package.related(package.main, kind)), None)


def _text(block: Paragraph | Table) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _take_marked_notes(blocks: list[Paragraph | Table]) -> list[Block]:
    """Notes under the writer's own sign that are about the author, or the disclaimer: lines below the text, as in any
    manuscript. Those that say something else stay where they are, like the numbered ones."""
    lines: list[Block] = []
    for block in (block for block in blocks if isinstance(block, Paragraph)):
        for note in block.line.notes:
            text = note.line.text
            if note.mark and text and note_kind(text) != "other":
                block.line.pieces.remove(note)
                lines.append(Block(f"{note.mark} {text}", gap=not lines))
    return lines


def _title_of_properties(package: Package) -> str:
    for part in package.related("", "core-properties"):
        root = package.xml(part)
        title = root.child("dc:title") if root else None
        return title.text.strip() if title else ""
    return ""


def _tell_rest(reading: Reading, title: str) -> None:
    """Of what stands outside the text: headers and footers of pages, notes nothing refers to."""
    for kind in ("header", "footer"):
        for part in reading.package.related(reading.package.main, kind):
            root = reading.package.xml(part)
            inlines = Inlines(reading, part, with_notes=False)
            said = (
                (inlines.read(paragraph, Look()).text for paragraph in outermost(root, "w:p")) if root else ()
            )
            text = " ".join(words for words in said if any(char.isalpha() for char in words))
            if text and not same_wording(text, title):
                reading.findings.margins.append(text)
    for text in reading.notes.left:
        reading.findings.add(f"A note that nothing in the text refers to was left out: “{text}”")
