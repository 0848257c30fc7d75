"""XML to a tree, under a budget.

The standard library's trees refuse neither a document type nor a million elements, and say every name with its
namespace's whole address. Here names are short ("w:p"), the same in the transitional and the strict form of the format,
and text is kept only where words can stand.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from ..limits import MAX_CHARACTERS, MAX_DEPTH, MAX_ELEMENTS, MAX_UNBROKEN
from ..manuscript import ManuscriptError
from ..packed import DAMAGED

_OPEN = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    "wordprocessingml/2006/main": "w",
    "wordprocessingml/main": "w",
    "officeDocument/2006/relationships": "r",
    "officeDocument/relationships": "r",
    "officeDocument/2006/math": "m",
    "officeDocument/math": "m",
    "drawingml/2006/main": "a",
    "drawingml/main": "a",
    "drawingml/2006/wordprocessingDrawing": "wp",
    "drawingml/wordprocessingDrawing": "wp",
    "drawingml/2006/chart": "c",
    "drawingml/chart": "c",
    "drawingml/2006/diagram": "dgm",
    "drawingml/diagram": "dgm",
    "markup-compatibility/2006": "mc",
    "package/2006/relationships": "rel",
    "package/2006/content-types": "types",
}
_OTHER_PREFIXES = {
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_WITH_TEXT = frozenset({"w:t", "w:instrText", "m:t", "a:t", "c:v", "dc:title"})
_UNBROKEN = re.compile(rb"[^<]{%d}" % MAX_UNBROKEN)
_NO_ATTRIBUTES: dict[str, str] = {}


class Element:
    """A name, attributes, and what stands inside: elements, and text where words can stand."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | str] = []

    def __iter__(self) -> "Iterator[Element]":
        return (child for child in self.children if isinstance(child, Element))

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def child(self, *path: str) -> "Element | None":
        """The first child of that name, and so on down the path."""
        found: Element | None = self
        for name in path:
            for child in found.children if found else ():
                if isinstance(child, Element) and child.name == name:
                    found = child
                    break
            else:
                return None
        return found

    def value(self, *path: str) -> str | None:
        """`w:val` of the element at the end of the path; "" where it has none, None where there is no element."""
        found = self.child(*path)
        return None if found is None else found.get("w:val")

    def all(self, *names: str) -> "Iterator[Element]":
        """Those within, at any depth, in order."""
        for child in self:
            if child.name in names:
                yield child
            yield from child.all(*names)

    @property
    def text(self) -> str:
        return "".join(child for child in self.children if isinstance(child, str))


class Budget:
    """What is left of elements and characters for all parts of one file."""

    def __init__(self) -> None:
        self.elements = MAX_ELEMENTS
        self.characters = MAX_CHARACTERS


def parse(data: bytes, budget: Budget) -> Element:
    if _UNBROKEN.search(data):
        raise ManuscriptError("A stretch of the file is longer than any paragraph. It was not read.")
    builder = _Builder(budget)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.words
    # Without a document type there are no entities, and nothing outside the file can be named.
    parser.StartDoctypeDeclHandler = builder.refuse_doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, ManuscriptError):
            raise
        raise ManuscriptError(DAMAGED) from error
    return builder.root


class _Builder:
    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.root = Element("", _NO_ATTRIBUTES)
        self.open = [self.root]
        self.names: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.elements -= 1 + len(attributes) // 8
        if self.budget.elements < 0:
            raise ManuscriptError("The file is built of more pieces than any manuscript. It was not read.")
        if len(self.open) > MAX_DEPTH:
            raise ManuscriptError("The file is nested deeper than any manuscript. It was not read.")
        short = (
            {self._short(key): value for key, value in attributes.items()} if attributes else _NO_ATTRIBUTES
        )
        element = Element(self._short(name), short)
        self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def words(self, text: str) -> None:
        element = self.open[-1]
        if element.name in _WITH_TEXT:
            self.budget.characters -= len(text)
            if self.budget.characters < 0:
                raise ManuscriptError(
                    f"The manuscript has more than {MAX_CHARACTERS:,} characters: send it in parts."
                )
            element.children.append(text)

    def refuse_doctype(self, *_declared: object) -> None:
        raise ManuscriptError("The file defines a document type, which no Word file does. It was not read.")

    def _short(self, name: str) -> str:
        short = self.names.get(name)
        if short is None:
            address, _, local = name.rpartition(" ")
            short = f"{_prefix(address)}:{local}" if address else local
            # A file may have as many names as elements: keep those there is a use for.
            if len(self.names) < 2_000:
                self.names[name] = short
        return short


def _prefix(address: str) -> str:
    path = address.removeprefix(_OPEN).removeprefix(_STRICT)
    return _PREFIXES.get(path) or _OTHER_PREFIXES.get(address) or "other"
