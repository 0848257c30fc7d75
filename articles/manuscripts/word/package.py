"""A Word file as parts that refer to each other."""

import posixpath
from dataclasses import dataclass

from ..manuscript import ManuscriptError
from ..packed import Packed
from .elements import Budget, Element, parse

_MACROS = "The file contains macros. Save it as an ordinary .docx (“Word document”) and choose that."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a file is that only calls itself .docx, told by how it begins.
_BEGINNINGS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<", "a web page or XML"),
)


@dataclass(frozen=True, slots=True)
class Relationship:
    kind: str
    """The last word of its type: "hyperlink", "image", "footnotes"."""
    target: str
    """A part's name, or an address where it is `external`."""
    external: bool


class Package:
    def __init__(self, data: bytes) -> None:
        _check_beginning(data)
        self._packed = Packed(data)
        self._budget = Budget()
        self._relationships: dict[str, dict[str, Relationship]] = {}
        names = self._packed.names
        if any(posixpath.basename(name).startswith("vbaproject") for name in names):
            raise ManuscriptError(_MACROS)
        self.main = self._find_main(names)

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        data = self._packed.read(name)
        return next(iter(parse(data, self._budget)), None) if data else None

    def read(self, name: str) -> bytes | None:
        return self._packed.read(name)

    def relationships(self, part: str) -> dict[str, Relationship]:
        if part not in self._relationships:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relationships[part] = (
                {found.get("Id"): _relationship(found, folder) for found in root} if root else {}
            )
        return self._relationships[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of that kind, each once."""
        found = (r.target for r in self.relationships(part).values() if r.kind == kind and not r.external)
        return list(dict.fromkeys(found))

    def _find_main(self, names: list[str]) -> str:
        types = self.xml("[Content_Types].xml")
        if types is not None and any("macroenabled" in entry.get("ContentType").lower() for entry in types):
            raise ManuscriptError(_MACROS)
        main = next(iter(self.related("", "officeDocument")), "word/document.xml").lower()
        root = "word" if main in names and main.startswith("word/") else main.partition("/")[0]
        if main not in names or root in ("xl", "ppt"):
            raise ManuscriptError(_what_it_is(names))
        return main


def _relationship(entry: Element, folder: str) -> Relationship:
    target, external = entry.get("Target"), entry.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
    return Relationship(entry.get("Type").rpartition("/")[2], target, external)


def _check_beginning(data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ManuscriptError(
                "The file is protected by a password. Save it without one and choose it again."
            )
        raise ManuscriptError("The file is in Word's old format (.doc). Save it as .docx and choose that.")
    if data.startswith(b"PK"):
        return
    start = data[:1_024].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, what in _BEGINNINGS:
        if start.startswith(beginning):
            raise ManuscriptError(
                f"The file is {what}, whatever its name says. Save the manuscript as .docx and choose that."
            )
    raise ManuscriptError("The file is not a Word file, whatever its name says. Save it as .docx.")


def _what_it_is(names: list[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "The file is a spreadsheet. Send the manuscript as .docx."
    if any(name.startswith("ppt/") for name in names):
        return "The file is a presentation. Send the manuscript as .docx."
    if any(name.endswith(".iwa") for name in names):
        return "The file was made by Pages. In Pages, export it to Word (.docx) and choose that."
    if "content.xml" in names:
        return "The file is in OpenDocument format (.odt). Save it as .docx and choose that."
    return "The file is packed, but there is no Word document in it. Save the manuscript as .docx."
