"""Word files made to harm who reads them: the words with which each is refused, and those that are read all the same."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

from .samples import INSURERS, STRAIT
from .word_files import NAMESPACES, packed, word_file

W = NAMESPACES["w"]
_TEXT = f"{STRAIT} {INSURERS}"
_PLAIN = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p></w:body></w:document>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_NOISE = random.Random(1).randbytes(1_000_000)
"""A megabyte that does not pack, so that what packs well beside it stays under the ratio."""


def document(body: str = "", *, xml: str | None = None, **parts) -> bytes:
    """A Word file of one part and what is given besides, by the names of members."""
    inside = xml if xml is not None else f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": inside}
    return packed(files | parts)


def rewritten(data: bytes, *changes: tuple[bytes, int, bytes]) -> bytes:
    """With bytes put at a distance from each place where a signature stands."""
    whole = bytearray(data)
    for signature, distance, put in changes:
        at = whole.find(signature)
        while at >= 0:
            whole[at + distance : at + distance + len(put)] = put
            at = whole.find(signature, at + 4)
    return bytes(whole)


def _stored(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/document.xml", data)
    return buffer.getvalue()


def _method(method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        file.writestr("word/document.xml", random.Random(2).randbytes(10_000))
    return buffer.getvalue()


def _many_entries(count: int) -> bytes:
    """A table of contents of so many entries, all of them the same member."""
    one = packed({"word/document.xml": _PLAIN})
    at = one.find(b"PK\x01\x02")
    entry = one[at : one.find(b"PK\x05\x06")]
    contents = entry * count
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count % 65_536, count % 65_536, len(contents), at, 0)
    return one[:at] + contents + end


def _overlapping() -> bytes:
    """Two thousand names for the same 10 MB: each fits, together they do not."""
    one = packed({"word/document.xml": _PLAIN, "a": b"\0" * 10_000_000 + _NOISE})
    at = one.find(b"PK\x01\x02", one.find(b"PK\x01\x02") + 4)
    entry = one[at : one.find(b"PK\x05\x06")]
    start = one.find(b"PK\x01\x02")
    contents = one[start:at] + b"".join(entry[:46] + bytes([65 + n]) + entry[47:] for n in range(20))
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 21, 21, len(contents), start, 0)
    return one[:start] + contents + end


def _lying() -> bytes:
    """Says 100 bytes, and has 50 MB of them."""
    return rewritten(
        packed({"word/document.xml": _PLAIN, "x.xml": b"\0" * 50_000_000, "n": _NOISE}),
        (struct.pack("<L", 50_000_000), 0, struct.pack("<L", 100)),
    )


def _wrong_checksum() -> bytes:
    whole = bytearray(_stored(_PLAIN.encode()))
    whole[whole.find(b"grain")] ^= 1
    return bytes(whole)


def _laughs(target: str = "") -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}{target}]>'


def _external(tag: str) -> bytes:
    return document(
        xml=f'<!DOCTYPE x [<!ENTITY {tag} SYSTEM "file:///etc/passwd">]>'
        + _PLAIN.replace("grain", f"&{tag.strip('% ')};")
    )


def _noting_itself() -> bytes:
    noted = word_file(f"{_TEXT}{{note A note.}}")
    return _with_part(
        noted, "word/footnotes.xml", b"A note.</w:t>", b'A note.</w:t><w:footnoteReference w:id="1"/>'
    )


def _with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {info.filename: file.read(info) for info in file.infolist()}
    assert old in parts[name]
    return packed(parts | {name: parts[name].replace(old, new)})


_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OUTSIDE = "".join(
    f'<Relationship Id="r{n}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="External"/>'
    for n, (kind, target) in enumerate(
        [
            ("attachedTemplate", "http://127.0.0.1:9/template.dotm"),
            ("image", "http://127.0.0.1:9/pixel.png"),
            ("image", "file:///etc/passwd"),
            ("oleObject", "\\\\127.0.0.1\\share\\x"),
            ("frame", "http://127.0.0.1:9/"),
            ("styles", "http://127.0.0.1:9/styles.xml"),
        ]
    )
)
_PICTURES = "".join(
    '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_RELATIONSHIPS}" r:{how}="r{n}"/></w:drawing></w:r>'
    for n, how in ((1, "link"), (2, "embed"))
)
_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDEPICTURE "http://127.0.0.1:9/x" \\d </w:instrText></w:r>'
_P = f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>"

Make = Callable[[], bytes]
REFUSED: dict[str, tuple[str, Make, str]] = {
    "a zip bomb": (
        "a.docx",
        lambda: document(_P, bomb=b"\0" * 62_000_000),
        "larger than any manuscript",
    ),
    "a bomb within the ratio": (
        "a.docx",
        lambda: document(_P, bomb=b"\0" * 64_000_000, n=_NOISE),
        "larger than any",
    ),
    "members that overlap": ("a.docx", lambda: _overlapping(), "larger than any manuscript"),
    "forty thousand members": ("a.docx", lambda: _many_entries(40_000), "more than 2,000 parts"),
    "more members than it says": ("a.docx", lambda: _many_entries(65_537), "more than 2,000 parts"),
    "2,001 members": (
        "a.docx",
        lambda: document(_P, **{f"m{n}": b"" for n in range(2_001)}),
        "more than 2,000 parts",
    ),
    "two members of one name": ("a.docx", lambda: _many_entries(2), "damaged"),
    "sizes that lie": ("a.docx", lambda: _lying(), "damaged"),
    "another way of packing": (
        "a.docx",
        lambda: _method(zipfile.ZIP_LZMA),
        "larger than any|damaged",
    ),
    "a million elements": (
        "a.docx",
        lambda: document("<w:p/>" * 260_000, n=_NOISE),
        "more pieces than any",
    ),
    "a million attributes": (
        "a.docx",
        lambda: document("<w:p " + " ".join(f'a{n}=""' for n in range(120_000)) + "/>", n=_NOISE),
        "longer than any paragraph",
    ),
    "a million levels": (
        "a.docx",
        lambda: document("<w:p>" * 10_000 + "</w:p>" * 10_000, n=_NOISE),
        "nested deeper",
    ),
    "tables in tables": (
        "a.docx",
        lambda: document("<w:tbl><w:tr><w:tc>" * 90 + "</w:tc></w:tr></w:tbl>" * 90),
        "nested deeper",
    ),
    "fields in fields": (
        "a.docx",
        lambda: document("<w:p>" + _FIELD.split("<w:instr")[0] * 50_000 + "</w:p>", n=_NOISE),
        "nested",
    ),
    "5 MB in one line": (
        "a.docx",
        lambda: document(_P.replace("grain", "grain " * 900_000), n=_NOISE),
        "longer than any",
    ),
    "5 MB in many lines": ("a.docx", lambda: document(_P * 28_000, n=_NOISE), "1,000,000 characters"),
    "entities that multiply": (
        "a.docx",
        lambda: document(xml=_laughs() + _PLAIN.replace("grain", "&e11;")),
        "document type",
    ),
    "one large entity often": (
        "a.docx",
        lambda: document(
            xml=f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>' + _PLAIN.replace("grain", "&a;" * 50_000),
            n=_NOISE,
        ),
        "document type",
    ),
    "a document type in another part": (
        "a.docx",
        lambda: packed({"word/document.xml": _PLAIN, "word/settings.xml": _laughs() + "<x/>"}),
        "document type",
    ),
    "a document type in UTF-16": (
        "a.docx",
        lambda: packed(
            {
                "word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + _laughs() + _PLAIN).encode(
                    "utf-16"
                )
            }
        ),
        "document type",
    ),
    "an entity from outside": ("a.docx", lambda: _external("x"), "document type"),
    "a parameter entity from outside": ("a.docx", lambda: _external("% x"), "document type"),
    "macros": ("a.docx", lambda: document(_P, **{"word/vbaProject.bin": b"x"}), "macros"),
    "macros by type": (
        "a.docx",
        lambda: packed(
            {
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
                ' PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
                "word/document.xml": _PLAIN,
            }
        ),
        "macros",
    ),
    "encrypted by Word": (
        "a.docx",
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "encrypted by the packer": (
        "a.docx",
        lambda: rewritten(document(_P), (b"PK\x03\x04", 6, b"\x01\0"), (b"PK\x01\x02", 8, b"\x01\0")),
        "protected by a password",
    ),
    "the old format": ("a.docx", lambda: _OLE, "old format"),
    "cut in half": ("a.docx", lambda: word_file(_TEXT)[:1_500], "damaged"),
    "cut at the end": ("a.docx", lambda: word_file(_TEXT)[:-30], "damaged"),
    "a wrong checksum": ("a.docx", lambda: _wrong_checksum(), "damaged"),
    "XML that breaks off": ("a.docx", lambda: document(xml=_PLAIN[:-30]), "damaged"),
    "a PDF": ("a.docx", lambda: b"%PDF-1.7\n" + b"x" * 2_000, "is a PDF"),
    "a picture": ("a.docx", lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 2_000, "is a picture"),
    "a web page": ("a.docx", lambda: b"<!DOCTYPE html><p>Words</p>", "web page"),
    "text": ("a.docx", lambda: _TEXT.encode(), "not a Word file"),
    "any zip": ("a.docx", lambda: packed({"a.txt": "Words"}), "no Word document in it"),
    "a spreadsheet": ("a.docx", lambda: packed({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
    "an OpenDocument": ("a.docx", lambda: packed({"content.xml": "<x/>"}), "OpenDocument"),
    "Pages": ("a.docx", lambda: packed({"Index/Document.iwa": b"x"}), "Pages"),
}
_STYLED = _P.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr>')
_STYLES = {
    "word/styles.xml": f'<w:styles xmlns:w="{W}">'
    + "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="n{n}"/><w:basedOn w:val="s{n % 20_000 + 1}"/></w:style>'
        for n in range(1, 20_001)
    )
    + "</w:styles>",
    "word/_rels/document.xml.rels": "<Relationships>"
    f'<Relationship Id="r1" Type="{_RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>',
}


READ: dict[str, tuple[str, Make]] = {
    "links outside the file": ("a.docx", lambda: packed(
            {
                "word/document.xml": _PLAIN.replace("<w:p>", f"<w:p>{_PICTURES}{_FIELD}<w:r><w:t>x</w:t></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>'),
                "word/_rels/document.xml.rels": "<Relationships xmlns="
                f'"http://schemas.openxmlformats.org/package/2006/relationships">{_OUTSIDE}</Relationships>',
            }
        ),
    ),
    "members named as paths": ("a.docx", lambda: document(_P, **{"../../tmp/x": b"x", "C:\\x": b"x"})),
    "styles in a circle": ("a.docx", lambda: document(_STYLED, **_STYLES)),
    "a note that notes itself": ("a.docx", lambda: word_file(f"{_TEXT}{{note x {{xml y}}}}")),
    "a column that reaches down for ever": ("a.docx", lambda: document(
            "<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc/></w:tr>' * 15_000 + f"</w:tbl>{_P}", n=_NOISE
        ),
    ),
    "changes without an end": ("a.docx", lambda: document('<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' * 15_000 + _P, n=_NOISE),
    ),
    "runs without an end": ("a.docx", lambda: document("<w:p>" + "<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r>" * 25_000 + "</w:p>", n=_NOISE)),
    "breaks without an end": ("a.docx", lambda: document("<w:p>" + "<w:r><w:t>a</w:t><w:br/></w:r>" * 36_000 + "</w:p>" + _P, n=_NOISE)),
    "boxes in boxes": ("a.docx", lambda: word_file(_TEXT + " " + "{box deep}" * 200)),
}  # fmt: skip
