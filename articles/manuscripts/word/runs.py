"""What stands inside a paragraph, read in order: runs, links, fields, notes, pictures, tracked changes."""

import re
from collections.abc import Iterator

from articles.text import safe_href

from ..characters import visible
from .elements import Element
from .fields import Field, Fields, reaches_out
from .findings import Findings
from .lines import Break, Figure, Line, Note, Words, joined
from .notes import Notes
from .package import Package, Relationship
from .pictures import DRAWN, Pictures
from .styles import Look, Styles, read_look
from .symbols import character

# Moved or deleted away, or said about the text and not in it.
_GONE = frozenset({"w:del", "w:moveFrom", "w:delText", "w:delInstrText"})
# Within a run, and their meaning as text.
_SIGNS = {"w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "-"}
_RAISED = {"superscript": "sup", "subscript": "sub"}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_SIGNS = frozenset("0123456789*†‡")
# The writer's sign for a note, at the start of the run after it.
_SIGN = re.compile(r"\s*([*†‡§¶#]+|\S{1,3})")
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
# What a Choice may ask for and this reader would not understand: its Fallback has a picture of the same.
_DRAWINGS_OF_ITS_OWN = ("cx", "am3d", "aink")


class Reading:
    """What all parts of one file share while they are read."""

    def __init__(self, package: Package, styles: Styles, findings: Findings) -> None:
        self.package = package
        self.styles = styles
        self.findings = findings
        self.notes = Notes(package)
        self.pictures = Pictures(package, findings)


class Inlines:
    """Reads paragraphs of one part. Fields may span them, so one reader goes through the whole part."""

    def __init__(self, reading: Reading, part: str, *, with_notes: bool = True) -> None:
        self.reading = reading
        self.part = part
        self.with_notes = with_notes
        self.fields = Fields()
        self.line = Line()
        self._relationships: dict[str, Relationship] = reading.package.relationships(part)
        self._under = Look()
        self._links: list[str] = []
        self._mark_follows: Note | None = None
        self._hidden: list[str] = []

    def read(self, paragraph: Element, under: Look) -> Line:
        """The line of a paragraph whose style looks like `under`."""
        self.line, self._under, self._mark_follows = Line(), under, None
        self._walk(paragraph)
        if self._mark_follows:
            self.line.pieces.append(self._mark_follows)
        self._tell_hidden()
        return self.line

    def _walk(self, element: Element) -> None:
        for child in element:
            name = child.name
            if name == "w:r":
                self._run(child)
            elif name in _GONE:
                self._leave_out(child)
            elif name in ("w:hyperlink", "w:fldSimple"):
                self._linked(child)
            elif name == "mc:AlternateContent":
                self._walk(chosen(child))
            elif name == "w:sdt":
                self._walk(self.filled_in(child))
            elif name in ("m:oMath", "m:oMathPara"):
                self._formula(child)
            elif name == "w:ruby":
                self._ruby(child)
            elif not name.endswith("Pr"):
                self.reading.findings.inserted |= name in ("w:ins", "w:moveTo")
                self._walk(child)

    def _leave_out(self, gone: Element) -> None:
        self.reading.findings.deleted = True
        self.reading.notes.forget(gone)

    def _run(self, run: Element) -> None:
        properties = run.child("w:rPr")
        look = read_look(properties)
        style = properties.value("w:rStyle") if properties else None
        if style:
            look = look.over(self.reading.styles.character_look(style))
        self.reading.findings.struck |= bool(look.struck)
        self._contents(run, look)

    def _contents(self, run: Element, look: Look) -> None:
        for child in run:
            name = child.name
            if name == "w:t":
                self._words(child.text, look)
            elif name in _SIGNS:
                self._words(_SIGNS[name], look)
            elif name in ("w:br", "w:cr"):
                if not self.fields.is_instruction:
                    self.line.pieces.append(Break(page=child.get("w:type") in ("page", "column")))
            elif name == "w:fldChar":
                self._tell_outside(self.fields.mark(child.get("w:fldCharType")))
            elif name == "w:instrText":
                self.fields.instruct(child.text)
            elif name == "w:sym":
                self._symbol(child, look)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                self._note(child)
            elif name == "w:commentReference":
                self.reading.findings.comments = True
            elif name in _DRAWINGS:
                self._drawing(child)
            elif name == "mc:AlternateContent":
                self._contents(chosen(child), look)
            elif name in _GONE:
                self._leave_out(child)
            elif name == "w:ruby":
                self._ruby(child)
            elif not name.endswith("Pr"):
                self._walk(child)

    def _words(self, text: str, look: Look) -> None:
        text = visible(text)
        if not text or self.fields.is_instruction or self.fields.is_page_number:
            return
        if look.over(self._under).hidden:
            self._hidden.append(text)
            return
        if self._mark_follows:
            if text.strip():
                self._take_mark(text)
            return
        raised = _RAISED.get(look.raised or "")
        if raised == "sup" and set(text.strip()) <= _NOTE_SIGNS:
            # A mark somebody typed, or a power: a sign of its own, so that it is a mark in titles and bylines too.
            text = text.translate(_SUPERSCRIPTS)
            raised = raised if text.strip().isdigit() else None
        looks = (("strong", look.bold), ("em", look.italic), ("u", look.underlined), (raised or "", raised))
        marks = {(tag, "") for tag, on in looks if on}
        if address := self._links[-1] if self._links else self._safe(self.fields.address):
            marks.add(("a", address))
        shown = look.over(self._under)
        self.line.pieces.append(Words(text, frozenset(marks), shown.size or 0, bool(shown.capitals)))

    def _symbol(self, symbol: Element, look: Look) -> None:
        font, code = symbol.get("w:font"), symbol.get("w:char")
        try:
            found = character(font, int(code, 16))
        except ValueError:
            found = None
        if found is None:
            self.reading.findings.add(
                f"A symbol of the font “{font or 'unknown'}” could not be read and is shown as �."
            )
        self._words(found or "�", look)

    def _note(self, reference: Element) -> None:
        if self.fields.is_instruction or not self.with_notes:
            return
        element = self.reading.notes.take(reference)
        if element is None:
            return
        line = self._note_line(*element)
        if not line.text:
            return
        note = Note(line)
        if reference.get("w:customMarkFollows") in ("1", "true", "on"):
            self._mark_follows = note
        else:
            self.line.pieces.append(note)

    def _note_line(self, element: Element, part: str) -> Line:
        # A note has no notes, whatever its XML says: so no chain of them can be followed round.
        inner = Inlines(self.reading, part, with_notes=False)
        return joined(inner.read(paragraph, Look()) for paragraph in outermost(element, "w:p"))

    def _take_mark(self, text: str) -> None:
        """The sign after a note that is not numbered; the rest of the run, if any, is text."""
        note, self._mark_follows = self._mark_follows, None
        sign = _SIGN.match(text)
        if note and sign:
            self.line.pieces.append(Note(note.line.without_mark(sign[1]), sign[1]))
            if rest := text[sign.end() :]:
                self.line.pieces.append(Words(rest))

    def _drawing(self, drawing: Element) -> None:
        self.reading.pictures.tell_what_cannot_be_kept(drawing)
        for found in outermost(drawing, "w:txbxContent", *DRAWN):
            if found.name == "w:txbxContent":
                self._text_box(found)
            elif uid := self.reading.pictures.take(found, drawing, self._relationships):
                self.line.pieces.append(Figure(uid))

    def _text_box(self, box: Element) -> None:
        inner = Inlines(self.reading, self.part)
        lines = [inner.read(paragraph, Look()) for paragraph in outermost(box, "w:p")]
        self.line.pieces += [figure for line in lines for figure in line.figures]
        if text := " ".join(line.text_with_notes for line in lines).strip():
            self.reading.findings.text_boxes.append(text)

    def _linked(self, link: Element) -> None:
        if link.name == "w:fldSimple":
            field = Field(link.get("w:instr"))
            self._tell_outside(field.name)
            if field.is_page_number:
                return
            address = field.address
        else:
            related = self._relationships.get(link.get("r:id"))
            address = related.target if related and related.external else ""
        self._links.append(self._safe(address))
        self._walk(link)
        self._links.pop()

    def _safe(self, address: str) -> str:
        """The address, where a reader can follow it: not a file of the writer's machine, nor a script."""
        if not address:
            return ""
        safe = safe_href(address)
        if safe and safe.lower().startswith(("http://", "https://", "mailto:")):
            # In an address these would be taken for the marks of notes.
            return safe.replace("[", "%5B").replace("]", "%5D").replace("*", "%2A")
        self.reading.findings.links.append(address)
        return ""

    def _tell_outside(self, field_name: str) -> None:
        if reaches_out(field_name):
            self.reading.findings.add(
                "A field takes a picture or text from outside the file. Nothing was fetched: add it by hand."
            )

    def filled_in(self, control: Element) -> Element:
        """The contents of a content control; none of one that still shows its prompt."""
        contents = control.child("w:sdtContent") or Element("", {})
        if control.child("w:sdtPr", "w:showingPlcHdr") is None:
            return contents
        prompt = "".join(text.text for text in contents.all("w:t")).strip()
        if prompt:
            self.reading.findings.prompts.append(prompt)
        return Element("", {})

    def _formula(self, formula: Element) -> None:
        text = "".join(part.text for part in formula.all("m:t"))
        self.reading.findings.formulas.append(text)
        self._words(text, Look())

    def _ruby(self, ruby: Element) -> None:
        """Small letters above the line that say how the line is read: after it, in brackets."""
        base = ruby.child("w:rubyBase")
        reading = ruby.child("w:rt")
        if base:
            self._walk(base)
        if reading and (above := "".join(text.text for text in reading.all("w:t"))):
            self._words(f" ({above})", Look())

    def _tell_hidden(self) -> None:
        if text := "".join(self._hidden).strip():
            self.reading.findings.hidden.append(text)
        self._hidden = []


def chosen(alternate: Element) -> Element:
    """Of several ways to say the same, the first this reader understands: exactly one, or words came twice."""
    choices = [child for child in alternate if child.name == "mc:Choice"]
    fallback = alternate.child("mc:Fallback")
    for choice in choices:
        if fallback is None or not choice.get("Requires").startswith(_DRAWINGS_OF_ITS_OWN):
            return choice
    return fallback or Element("", {})


def outermost(element: Element, *names: str) -> Iterator[Element]:
    """The elements so named that stand in no other of them, and in no way of saying the same a second time."""
    for child in element:
        if child.name in names:
            yield child
        elif child.name not in _GONE:
            yield from outermost(chosen(child) if child.name == "mc:AlternateContent" else child, *names)
