"""The parts of a Word file besides its text, and the package around them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMATS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_FORMATS}/officeDocument/2006/relationships"
_PACKAGE = f"{_FORMATS}/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
    f' xmlns:wp="{_FORMATS}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_FORMATS}/drawingml/2006/main"'
    f' xmlns:pic="{_FORMATS}/drawingml/2006/picture"'
)
# The same bytes for the same piece, whenever it is written.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}


def packed(document: str, notes: Sequence[str], lists: Sequence[str], related: Mapping[str, tuple[str, str]],
           media: Mapping[str, bytes], title: str, language: str) -> bytes:  # fmt: skip
    """`notes` and `lists` in their order ("bullet" or "decimal"); `related`: {id: (kind, target)} of the document."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": f"{_XML}<w:document {NAMESPACES}><w:body>{document}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            {kind: (f"{_OFFICE}/{kind}", f"{part}.xml") for kind, part in _PARTS.items()}
            | {key: (f"{_OFFICE}/{kind}", target) for key, (kind, target) in related.items()}
        ),
        "word/styles.xml": _styles(language),
        "word/numbering.xml": _numbering(lists),
        "word/footnotes.xml": _footnotes(notes),
        # Addresses in a note are related to the part of the notes.
        "word/_rels/footnotes.xml.rels": _relationships(
            {
                key: (f"{_OFFICE}/{kind}", target)
                for key, (kind, target) in related.items()
                if kind == "hyperlink"
            }
        ),
        **media,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _content_types() -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    parts = {"/word/document.xml": f"{_WORD}.document.main+xml"}
    parts |= {f"/word/{part}.xml": f"{_WORD}.{kind}+xml" for kind, part in _PARTS.items()}
    parts["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rows = [
        f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in (defaults | PICTURES).items()
    ]
    rows += [f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in parts.items()]
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


def _relationships(rows: Mapping[str, tuple[str, str]]) -> str:
    outside = ' TargetMode="External"'
    printed = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target={quoteattr(target)}'
        f"{outside if kind.endswith('/hyperlink') else ''}/>"
        for key, (kind, target) in rows.items()
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{printed}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )


def _styles(language: str) -> str:
    rows = [
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>",
        _style("Normal", "Normal", "", "", ' w:default="1"'),
        _style("Title", "Title", "", '<w:b/><w:sz w:val="44"/>'),
        _style("Subtitle", "Subtitle", "", '<w:color w:val="555555"/><w:sz w:val="26"/>'),
        _style("Heading1", "heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="30"/>'),
        _style("Heading2", "heading 2", '<w:keepNext/><w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="25"/>'),
        _style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/>', ""),
        _style("PullQuote", "Pull Quote", '<w:ind w:left="567" w:right="567"/>', '<w:sz w:val="28"/>'),
        _style("Caption", "caption", "", '<w:sz w:val="19"/>'),
        _style("FootnoteText", "footnote text", "", '<w:sz w:val="19"/>'),
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="1F4E79"/><w:u w:val="single"/></w:rPr></w:style>',
    ]
    return f"{_XML}<w:styles {NAMESPACES}>{''.join(rows)}</w:styles>"


def _style(key: str, name: str, paragraph: str, run: str, more: str = "") -> str:
    based = "" if key == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"{more}><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _numbering(lists: Sequence[str]) -> str:
    """A definition for each list: two numbered ones of one definition would count on."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(depth, kind) for depth in range(9))
        + "</w:abstractNum>"
        for number, kind in enumerate(lists, start=1)
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(lists) + 1)
    )
    return f"{_XML}<w:numbering {NAMESPACES}>{abstract}{numbers}</w:numbering>"


def _level(depth: int, kind: str) -> str:
    sign = "•" if kind == "bullet" else f"%{depth + 1}."
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def _footnotes(notes: Sequence[str]) -> str:
    rows = [
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    ]
    rows += [
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
        f'<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t>'
        f"</w:r>{note}</w:p></w:footnote>"
        for number, note in enumerate(notes, start=1)
    ]
    return f"{_XML}<w:footnotes {NAMESPACES}>{''.join(rows)}</w:footnotes>"
