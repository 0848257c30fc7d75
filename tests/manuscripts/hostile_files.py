"""Files made to harm who reads them, each under the words with which it is refused, or None where it is read."""

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
    "Word called text": ("a.txt", lambda: word_file(_TEXT), "not plain text"),
    "HTML called text": ("a.txt", lambda: f"<html><body><p>{_TEXT}</p></body></html>".encode(), "web page"),
    "NUL": ("a.txt", lambda: f"{_TEXT}\0{_TEXT}".encode(), "not plain text"),
    "5 MB on one line": ("a.txt", lambda: b"grain " * 850_000, "1,000,000 characters"),
    "twelve thousand paragraphs": ("a.txt", lambda: b"A b.\n\n" * 12_000, "10,000 paragraphs"),
    "26 MB": ("a.txt", lambda: b"x" * 26 * 1024 * 1024, "at most 25 MB"),
    "24 million spaces": ("a.txt", lambda: b" " * 24_000_000, "1,000,000 characters"),
    "5 MB on one line of Markdown": ("a.md", lambda: b"grain " * 850_000, "1,000,000 characters"),
    "brackets in Markdown": ("a.md", lambda: b"[" * 90_000, r"times \["),
    "stars in Markdown": (
        "a.md",
        lambda: b"**a*b**c* " * 300 + b"\n\n" + b"*a_ b\n\n" * 20_000,
        "times|lines",
    ),
    "stars in many paragraphs": ("a.md", lambda: (b"**a*b**c* " * 300 + b"\n\n") * 100, "in the file"),
    "quotations forty deep": ("a.md", lambda: (b"> " * 39 + b"a\n\n") * 5_000, "in the file"),
    "quotations without an end": ("a.md", lambda: b">" * 1_900 + b" a", "40 deep"),
    "bullets in bullets": ("a.md", lambda: (b"- " * 18 + b"a\n\n") * 9_000, "within others"),
    "lists set in": (
        "a.md",
        lambda: "".join("  " * n + "- a\n" for n in range(19)).encode() * 400,
        "one paragraph|within",
    ),
    "a table that is filled up": (
        "a.md",
        lambda: b"a|" * 1_000 + b"\n" + b"-|" * 1_000 + b"\n" + b"a\n" * 2_900,
        "cells",
    ),
    "tables that are wide": (
        "a.md",
        lambda: (b"a|" * 4_000 + b"\n" + b"-|" * 4_000 + b"\na\n\n") * 10,
        "cells",
    ),
    "front matter never closed": ("a.md", lambda: b"---\n" + b"a: b\n" * 30_000, "lines"),
    "a list in front matter": (
        "a.md",
        lambda: b"---\ntitle: " + b"[" * 50_000 + b"]" * 50_000 + b"\n---\ngrain",
        "letters",
    ),
    "maps in front matter": ("a.md", lambda: b"---\n? " + b"[a, " * 20_000 + b"\n---\ngrain", r"times \["),
    "a name that is a path": ("../../etc/passwd", lambda: b"root", "without an ending"),
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


def _signed(line: str) -> str:
    """A text with as many lines below its title as are read at all, each about another person."""
    letters = "abcdefghij"
    names = ("".join(letters[int(digit)] for digit in f"{number:04}").title() for number in range(9_900))
    return (
        "A Quiet Sea\nBy Ann Bell\n" + "\n".join(line.format(f"Ann {name}") for name in names) + f"\n{_TEXT}"
    )


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
    "links without an end": ("a.md", lambda: (b"![" * 240 + b"\n\n") * 10),
    "links in links": ("a.md", lambda: (b"[" * 400 + b"a" + b"](b)" * 400 + b"\n\n") * 12),
    "emphasis in emphasis": ("a.md", lambda: (b"*" * 990 + b"a" + b"*" * 990 + b"\n\n") * 20),
    "addresses of links": ("a.md", lambda: b"".join(b"[a%d]: /b\n\n" % n for n in range(4_900)) + _TEXT.encode()),
    "an address whose title never ends": ("a.md", lambda: (b"[a]: b '" + b"x\n" * 2_900 + b"\n") * 6),
    "notes in a circle": ("a.md", lambda: b"a[^0]\n\n" + b"".join(b"[^%d]: b [^%d]\n\n" % (n, (n + 1) % 2_400) for n in range(2_400))),
    "notes that are doubled": ("a.md", lambda: b"a[^0]\n\n" + b"".join(b"[^%d]: [^%d] [^%d]\n\n" % (n, n + 1, n + 1) for n in range(1_600))),
    "notes in notes": ("a.md", lambda: (b"^[" * 240 + b"a" + b"]" * 240 + b"\n\n") * 10),
    "bullets without an end": ("a.md", lambda: b"- a\n\n" * 6_000),
    "aliases that multiply": ("a.md", lambda: b"---\na: &a [x,x,x,x]\n" + b"".join(b"k%d: &k%d [*a,*a,*a,*a]\n" % (n, n) for n in range(190)) + f"---\n{_TEXT}".encode()),
    "maps merged with themselves": ("a.md", lambda: b"---\n" + b"".join(b"x%d: &x%d\n  <<: [*x%d, *x%d]\n" % (n, n, n, n) for n in range(90)) + f"---\n{_TEXT}".encode()),
    "objects in front matter": ("a.md", lambda: f"---\ntitle: !!python/object/apply:os.system [id]\n---\n{_TEXT}".encode()),
    "keys in one line": ("a.md", lambda: b"---\n" + b"a " * 40_000 + f": b\n---\n{_TEXT}".encode()),
    "stars without an end": ("a.txt", lambda: b"* " * 490_000),
    "authors without an end": ("a.txt", lambda: _signed("Dr. {}").encode()),
    "authors and where they work without an end": ("a.txt", lambda: _signed("{}\nHarbour Institute").encode()[:130_000]),
    "who the authors are without an end": ("a.txt", lambda: _signed("* {} is a fellow at the Harbour Institute.").encode()),
    "brackets without an end": ("a.txt", lambda: b"[" * 990_000),
    "bylines without an end": ("a.txt", lambda: b"By " + b"Ann Bell, " * 99_000),
    "dates without an end": ("a.txt", lambda: b"12 May 2025\n" * 9_900),
    "notes without an end": ("a.txt", lambda: b"Text.\n" + b"* a note of it\n" * 9_900),
}  # fmt: skip
