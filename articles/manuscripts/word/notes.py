"""Footnotes and endnotes, each taken once, where its reference stands."""

from .elements import Element
from .package import Package

_PARTS = ("footnotes", "endnotes")
_REFERENCES = ("w:footnoteReference", "w:endnoteReference")


class Notes:
    def __init__(self, package: Package) -> None:
        self._waiting: dict[tuple[str, str], tuple[Element, str]] = {}
        for kind in _PARTS:
            for part in package.related(package.main, kind)[:1]:
                for note in package.xml(part) or ():
                    # Besides notes the part holds the lines that part them from the text.
                    if note.get("w:type", "normal") == "normal":
                        self._waiting[kind, note.get("w:id")] = (note, part)

    def take(self, reference: Element) -> tuple[Element, str] | None:
        """The note and the part it is in. A second reference to the same finds none: its words would come twice."""
        return self._waiting.pop(_key(reference), None)

    def forget(self, deleted: Element) -> None:
        """With the reference in a deleted sentence its note is deleted too."""
        for reference in deleted.all(*_REFERENCES):
            self.take(reference)

    @property
    def left(self) -> list[str]:
        """The words of notes nothing refers to."""
        texts = ("".join(text.text for text in note.all("w:t")).strip() for note, _ in self._waiting.values())
        return [text for text in texts if text]


def _key(reference: Element) -> tuple[str, str]:
    return ("footnotes" if reference.name == _REFERENCES[0] else "endnotes", reference.get("w:id"))
