"""Word files written from a text one can read, in the shapes in which several programs write them.

A line is a paragraph. Before it, in brackets, stand its style and its look, parted by commas:

    [Title] The Slow Harbour
    [b, center, size=28] The Slow Harbour
    [ul:0] An item              (or ol:0; the number is the level)
    [Quote] / [indent=720, right=720, i] / [bidi] / [outline=1] / [drop] / [merge] (its end was deleted)
    []                          an empty paragraph

In the line: **bold**, //slanted//, __underlined__ and, in braces, what the table INLINE lists. Rows of a table begin with "|": a cell of
">>" lengthens the one before it, "^^" the one above. "[table header]" or "[table bare]" before the first row says what
it is. "[header]", "[footer]" and "[properties]" fill the parts of those names.
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

_OPEN = "http://schemas.openxmlformats.org/"
_PURL = "http://purl.oclc.org/ooxml/"
NAMESPACES = {
    "w": f"{_OPEN}wordprocessingml/2006/main",
    "r": f"{_OPEN}officeDocument/2006/relationships",
    "m": f"{_OPEN}officeDocument/2006/math",
    "a": f"{_OPEN}drawingml/2006/main",
    "wp": f"{_OPEN}drawingml/2006/wordprocessingDrawing",
    "pic": f"{_OPEN}drawingml/2006/picture",
    "mc": f"{_OPEN}markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
ENGLISH = {
    "Title": "Title", "Subtitle": "Subtitle", "Heading 1": "heading 1", "Heading 2": "heading 2", "Heading 3": "heading 3",
    "Quote": "Quote", "Caption": "caption", "List Paragraph": "List Paragraph", "List Bullet": "List Bullet", "List Bullet 2": "List Bullet 2", "TOC 1": "toc 1",
}  # fmt: skip
_BOLD_STYLE = "<w:b/>"
_STYLE_RUNS = {
    "Title": '<w:sz w:val="56"/>',
    "Heading 1": '<w:b/><w:sz w:val="32"/>',
    "Heading 2": '<w:b/><w:sz w:val="26"/>',
}
_STYLE_PARAGRAPHS = {
    "Heading 1": '<w:outlineLvl w:val="0"/>',
    "Heading 2": '<w:outlineLvl w:val="1"/>',
    "List Bullet": '<w:numPr><w:numId w:val="1"/></w:numPr>',
    "List Bullet 2": '<w:numPr><w:numId w:val="1"/></w:numPr>',
}
INLINE = {
    "note": "a footnote", "end": "an endnote", "mark": "a note under the writer's own sign: {mark *|words}",
    "del": "deleted", "ins": "inserted", "from": "moved away", "to": "moved here", "comment": "a comment in the margin",
    "link": "a link: {link address|words}", "field": "the same as a field", "simple": "the same as a simple field",
    "br": "a line break", "tab": "a tab", "shy": "a soft hyphen", "nbhy": "a hyphen that keeps the word together",
    "hidden": "hidden words", "sym": "a symbol: {sym Wingdings F0E0}", "box": "a text box", "pic": "a picture: {pic alternative text}",
    "linked": "a picture outside the file", "sup": "raised", "sub": "lowered", "math": "a formula", "control": "a content control",
    "prompt": "one nobody filled in", "smart": "a smart tag", "size": "larger words: {size 32|words}", "xml": "anything else",
}  # fmt: skip
_PIECE = re.compile(
    r"\*\*(.+?)\*\*|//(.+?)//|__(.+?)__|\{(" + "|".join(INLINE) + r")(?: ([^{}]*))?\}", re.DOTALL
)


def word_file(source: str, **shape) -> bytes:
    return Writer(**shape).write(source)


class Writer:
    """`names` are what the program calls its styles, `ids` what it numbers them; `split` breaks runs after so many letters."""

    def __init__(self, *, names=None, ids=None, split=0, strict=False, extra=None, bare=False):
        self.names = {**ENGLISH, **(names or {})}
        self.ids = ids or {}
        self.split = split
        self.strict = strict
        self.parts = dict(extra or {})
        self.bare = bare
        self.notes = {"footnote": [], "endnote": []}
        self.relationships = []
        self.properties = ""
        self.margins = []

    def write(self, source: str) -> bytes:
        body = "".join(self.blocks(source.strip("\n").split("\n")))
        return packed(self.files(body))

    def blocks(self, lines):
        rows, kind = [], ""
        for line in [*lines, "[]"]:
            if line.startswith("|"):
                rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
                continue
            if rows:
                yield self.table(rows, kind)
                rows, kind = [], ""
            if line.startswith("[table"):
                kind = line[6:].strip(" ]")
            elif line.startswith(("[header] ", "[footer] ")):
                self.margins.append((line[1:7], self.paragraph(line[9:])))
            elif line.startswith("[properties] "):
                self.properties = line[13:]
            elif line:
                yield self.paragraph(line)

    def paragraph(self, line: str) -> str:
        marked = re.match(r"\[([^\]\d][^\]]*|)\] ?", line)
        about = [part.strip() for part in marked[1].split(",")] if marked else []
        text = line[marked.end() :] if marked else line
        properties, look = "", ""
        for part in filter(None, about):
            name, _, value = part.replace(":", "=").partition("=")
            look += {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>', "caps": "<w:caps/>"}.get(
                name, ""
            )
            look += f'<w:sz w:val="{value}"/>' if name == "size" else ""
            properties += self.property(name, value)
        inside = self.inline(text, look)
        return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"

    def property(self, name: str, value: str) -> str:
        numbers = {"ul": 1, "ol": 2, "letters": 3}
        if name in self.names:
            return f'<w:pStyle w:val="{self.id(name)}"/>'
        if name in numbers:
            return f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{numbers[name]}"/></w:numPr>'
        return {
            "center": '<w:jc w:val="center"/>',
            "bidi": "<w:bidi/>",
            "indent": f'<w:ind w:left="{value}"/>',
            "quote": f'<w:ind w:left="{value}" w:right="{value}"/>',
            "outline": f'<w:outlineLvl w:val="{value}"/>',
            "drop": '<w:framePr w:dropCap="drop" w:lines="3"/>',
            "merge": '<w:rPr><w:del w:id="9" w:author="x"/></w:rPr>',
        }.get(name, "")

    def id(self, name: str) -> str:
        return self.ids.get(name, name.replace(" ", ""))

    def inline(self, text: str, look: str = "") -> str:
        parts, at = [], 0
        for match in _PIECE.finditer(text):
            parts.append(self.run(text[at : match.start()], look))
            at = match.end()
            bold, slanted, underlined, kind, words = match.groups()
            if kind:
                parts.append(getattr(self, f"_{kind}")(words or "", look))
            else:
                own = "<w:b/>" if bold else "<w:i/>" if slanted else '<w:u w:val="single"/>'
                parts.append(self.inline(bold or slanted or underlined, look + own))
        parts.append(self.run(text[at:], look))
        return "".join(parts)

    def run(self, text: str, look: str = "", tag: str = "w:t") -> str:
        """As Word leaves it after some editing: in pieces, each with the number of the session it was typed in."""
        size = self.split or len(text) or 1
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        return '<w:proofErr w:type="spellStart"/>'.join(
            f'<w:r w:rsidR="00{index:02}A1">{properties}<{tag} xml:space="preserve">{escape(piece)}</{tag}></w:r>'
            for index, piece in enumerate(pieces)
        )

    # What stands in braces, each under the name it has there.

    def _note(self, words, look, kind="footnote", sign=""):
        self.notes[kind].append(self.inline(words, "") if not sign else self.inline(f"{sign} {words}"))
        follows = ' w:customMarkFollows="1"' if sign else ""
        reference = f'<w:{kind}Reference{follows} w:id="{len(self.notes[kind])}"/>'
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{reference}{f"<w:t>{sign}</w:t>" * bool(sign)}</w:r>'

    def _end(self, words, look):
        return self._note(words, look, "endnote")

    def _mark(self, words, look):
        sign, _, text = words.partition("|")
        return self._note(text, look, sign=sign)

    def _del(self, words, look):
        return f'<w:del w:id="1" w:author="x">{self.run(words, look, "w:delText")}</w:del>'

    def _ins(self, words, look):
        return f'<w:ins w:id="2" w:author="x">{self.run(words, look)}</w:ins>'

    def _from(self, words, look):
        return f'<w:moveFrom w:id="3" w:author="x">{self.run(words, look)}</w:moveFrom>'

    def _to(self, words, look):
        return f'<w:moveTo w:id="4" w:author="x">{self.run(words, look)}</w:moveTo>'

    def _comment(self, words, _look):
        self.parts["word/comments.xml"] = (
            f'<w:comments {_DECLARED}><w:comment w:id="0">{self.paragraph(words)}</w:comment></w:comments>'
        )
        return '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'

    def _link(self, words, look):
        address, _, text = words.partition("|")
        relationship = self.relate("hyperlink", address, external=True)
        inside = self.run(text, look + '<w:u w:val="single"/>')
        return f'<w:hyperlink r:id="{relationship}">{inside}</w:hyperlink>'

    def _field(self, words, look):
        address, _, text = words.partition("|")
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{escape(address)}" \\o "a tip" </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{self.run(text, look)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    def _simple(self, words, look):
        address, _, text = words.partition("|")
        instruction = quoteattr(f' HYPERLINK "{address}" ')
        return f"<w:fldSimple w:instr={instruction}>{self.run(text, look)}</w:fldSimple>"

    def _br(self, _words, _look):
        return "<w:r><w:br/></w:r>"

    def _tab(self, _words, _look):
        return "<w:r><w:tab/></w:r>"

    def _shy(self, _words, _look):
        return "<w:r><w:softHyphen/></w:r>"

    def _nbhy(self, _words, _look):
        return "<w:r><w:noBreakHyphen/></w:r>"

    def _hidden(self, words, look):
        return self.run(words, look + "<w:vanish/>")

    def _sym(self, words, _look):
        font, char = words.split()
        return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    def _box(self, words, _look):
        """A text box as Word writes it: twice, for itself and for programs older than it."""
        text = f"<w:txbxContent>{self.paragraph(words)}</w:txbxContent>"
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
            f"<wps:wsp><wps:txbx>{text}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{text}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    def _pic(self, words, _look):
        name = f"media/image{len(self.parts) + 1}.png"
        # Each another picture: what follows the end of the format is looked at by nobody.
        self.parts[f"word/{name}"] = PIXEL + name.encode() * (not words)
        return self._drawing(words, f'r:embed="{self.relate("image", name)}"')

    def _linked(self, address, _look):
        return self._drawing("", f'r:link="{self.relate("image", address, external=True)}"')

    def _drawing(self, description, source):
        return (
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr={quoteattr(description)}/><a:graphic>'
            f"<a:graphicData><pic:pic><pic:blipFill><a:blip {source}/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
            "</wp:inline></w:drawing></w:r>"
        )

    def _sup(self, words, look):
        return self.run(words, look + '<w:vertAlign w:val="superscript"/>')

    def _sub(self, words, look):
        return self.run(words, look + '<w:vertAlign w:val="subscript"/>')

    def _math(self, words, _look):
        return f"<m:oMath><m:r><m:t>{escape(words)}</m:t></m:r></m:oMath>"

    def _control(self, words, look):
        return f'<w:sdt><w:sdtPr><w:alias w:val="Author"/></w:sdtPr><w:sdtContent>{self.run(words, look)}</w:sdtContent></w:sdt>'

    def _prompt(self, words, look):
        return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{self.run(words, look)}</w:sdtContent></w:sdt>"

    def _smart(self, words, look):
        return f'<w:smartTag w:element="place">{self.run(words, look)}</w:smartTag>'

    def _size(self, words, look):
        size, _, text = words.partition("|")
        return self.run(text, f'{look}<w:sz w:val="{size}"/>')

    def _xml(self, words, _look):
        return words

    def table(self, rows, kind):
        borders = (
            '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>'
            if kind == "bare"
            else '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'
        )
        printed = []
        for number, row in enumerate(rows):
            header = "<w:trPr><w:tblHeader/></w:trPr>" if kind == "header" and not number else ""
            below = rows[number + 1] if number + 1 < len(rows) else []
            cells = [self.cell(row, below, column) for column in range(len(row))]
            printed.append(f"<w:tr>{header}{''.join(cells)}</w:tr>")
        return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{''.join(printed)}</w:tbl>"

    def cell(self, row, below, column):
        if row[column] == ">>":
            return ""
        span = 1 + next((n for n, text in enumerate([*row[column + 1 :], ""]) if text != ">>"), 0)
        merge = (
            "<w:vMerge/>"
            if row[column] == "^^"
            else '<w:vMerge w:val="restart"/>' * (column < len(below) and below[column] == "^^")
        )
        inside = "".join(self.paragraph(part.strip()) for part in row[column].replace("^^", "").split("¶"))
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{inside}</w:tc>'

    def relate(self, kind, target, *, external=False):
        self.relationships.append((kind, target, external))
        return f"rId{len(self.relationships)}"

    # The parts of the file.

    def files(self, body):
        for kind, inside in self.margins:
            number = len(self.parts)
            tag = "hdr" if kind == "header" else "ftr"
            self.parts[f"word/{kind}{number}.xml"] = f"<w:{tag} {_DECLARED}>{inside}</w:{tag}>"
            self.relate(kind, f"{kind}{number}.xml")
        for kind, notes in self.notes.items():
            if notes:
                self.parts[f"word/{kind}s.xml"] = _notes_part(kind, notes)
                self.relate(f"{kind}s", f"{kind}s.xml")
        if not self.bare:
            self.parts["word/styles.xml"] = self.styles()
            self.relate("styles", "styles.xml")
            self.parts["word/numbering.xml"] = _NUMBERING
            self.relate("numbering", "numbering.xml")
        types = f'<Types xmlns="{_OPEN}package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
        top = [("officeDocument", "word/document.xml", False)]
        if self.properties:
            self.parts["docProps/core.xml"] = (
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(self.properties)}</dc:title></cp:coreProperties>'
            )
            top.append(("core-properties", "docProps/core.xml", False))
        files = {
            "[Content_Types].xml": types,
            "_rels/.rels": _relationships(top),
            "word/document.xml": f"<w:document {_DECLARED}><w:body>{body}<w:sectPr/></w:body></w:document>",
            "word/_rels/document.xml.rels": _relationships(self.relationships),
            **self.parts,
        }
        return {name: self._final(text) if isinstance(text, str) else text for name, text in files.items()}

    def _final(self, text):
        if self.strict:
            for part in ("wordprocessingml", "officeDocument", "drawingml"):
                text = re.sub(rf"{re.escape(_OPEN)}{part}/2006/", f"{_PURL}{part}/", text)
        return (_XML + text).encode()

    def styles(self):
        printed = "".join(
            f'<w:style w:type="paragraph" w:styleId="{self.id(key)}"><w:name w:val="{name}"/>'
            f"<w:pPr>{_STYLE_PARAGRAPHS.get(key, '') if key == 'List Bullet' or name in ENGLISH.values() else ''}</w:pPr>"
            f"<w:rPr>{_STYLE_RUNS.get(key, '')}</w:rPr></w:style>"
            for key, name in self.names.items()
        )
        defaults = (
            '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        )
        return f"<w:styles {_DECLARED}>{defaults}{printed}</w:styles>"


def _notes_part(kind, notes):
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    printed = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>{inside}</w:p></w:{kind}>'
        for number, inside in enumerate(notes, 1)
    )
    return f"<w:{kind}s {_DECLARED}>{separator}{printed}</w:{kind}s>"


def _levels(format_):
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/></w:lvl>'
        for level in range(9)
    )


_NUMBERING = (
    f"<w:numbering {_DECLARED}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{_levels(format_)}</w:abstractNum>'
        for number, format_ in enumerate(("bullet", "decimal", "lowerLetter"))
    )
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
    + "</w:numbering>"
)


def _relationships(entries):
    outside = ' TargetMode="External"'
    printed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OPEN}officeDocument/2006/relationships/{kind}" '
        f"Target={quoteattr(target)}{outside * external}/>"
        for number, (kind, target, external) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{_OPEN}package/2006/relationships">{printed}</Relationships>'


def packed(files) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return buffer.getvalue()
