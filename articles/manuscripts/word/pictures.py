"""Pictures and other drawings: what can be kept is, the rest is said."""

import re
from collections.abc import Mapping

from ..blocks import Picture
from .elements import Element
from .findings import Findings
from .package import Package, Relationship

DRAWN = ("a:blip", "v:imagedata", "v:textpath", "c:chart", "dgm:relIds")
# How the formats begin that a picture can be made of; the ending in the file says nothing for sure.
_FORMATS = (
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
)
# Word describes pictures by machine, and names them after the file: neither is what a reader needs to hear.
_MADE_BY_MACHINE = re.compile(
    r"\s*(?:\(?Description automatically generated.*|AI-generated content may be.*)$", re.S
)
_FILE_NAME = re.compile(
    r"\S*\.(?:png|jpe?g|gif|tiff?|bmp|webp|emf|wmf)|(?:picture|image|resim|그림) ?\d*", re.I
)


# Lines, arrows and frames: they say nothing but the words in them.
_OF_SHAPES = ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas", "wordprocessingInk")


class Pictures:
    def __init__(self, package: Package, findings: Findings) -> None:
        self.package = package
        self.findings = findings
        self.found: dict[str, Picture] = {}
        """By uid, in their order in the text."""
        self._of_part: dict[str, str] = {}

    def take(self, element: Element, drawing: Element, relationships: Mapping[str, Relationship]) -> str:
        """The uid of the picture an element of a drawing shows; "" where there is none that can be kept."""
        if element.name == "v:textpath":
            self.findings.text_boxes.append(element.get("string"))
        elif element.name == "c:chart":
            self._tell("chart", relationships.get(element.get("r:id")))
        elif element.name == "dgm:relIds":
            self._tell("diagram", relationships.get(element.get("r:dm")))
        elif drawing.name != "w:object":
            return self._picture(element, drawing, relationships)
        return ""

    def _picture(self, element: Element, drawing: Element, relationships: Mapping[str, Relationship]) -> str:
        inside = relationships.get(element.get("r:embed") or element.get("r:id"))
        if inside is None or inside.external:
            if inside or relationships.get(element.get("r:link")):
                self.findings.add(
                    "A picture is only linked, not in the file. Nothing was fetched: ask for the picture itself."
                )
            return ""
        if inside.target not in self._of_part:
            self._of_part[inside.target] = self._read(inside.target, _description(drawing))
        return self._of_part[inside.target]

    def _read(self, part: str, description: str) -> str:
        data = self.package.read(part) or b""
        ending = next((ending for start, ending in _FORMATS if data.startswith(start)), "")
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            ending = "webp"
        if not ending:
            self.findings.add(
                "A picture is in a format that browsers do not show. Save it as PNG or JPEG and add that."
            )
            return ""
        picture = Picture(f"picture-{len(self.found) + 1}.{ending}", data, description)
        self.found.setdefault(picture.uid, picture)
        return picture.uid

    def _tell(self, what: str, part: Relationship | None) -> None:
        """Of what is drawn from a part of its own: the words in it, and in a chart the figures."""
        root = self.package.xml(part.target) if part and not part.external else None
        words = " ".join(text.text for text in root.all("a:t", "c:v")) if root else ""
        said = f": “{words}”" if words else ""
        self.findings.add(f"A {what} was left out{said}. Save it from Word as a picture and add that.")

    def tell_what_cannot_be_kept(self, drawing: Element) -> None:
        """An embedded object, words drawn as part of a picture, a drawing of a kind unknown here."""
        if drawing.name == "w:object":
            maker = next((o.get("ProgID") for o in drawing.all("o:OLEObject")), "") or "another program"
            self.findings.add(f"An object of {maker} was left out. Add it as a picture.")
        if words := " ".join(dict.fromkeys(text.text for text in drawing.all("a:t"))):
            self.findings.text_boxes.append(words)
        for data in drawing.all("a:graphicData"):
            known = data.get("uri").endswith(_OF_SHAPES) or any(data.all("w:txbxContent", *DRAWN))
            if not known and not words:
                self.findings.add("A drawing that cannot be read was left out. Add it as a picture.")


def _description(drawing: Element) -> str:
    shape = (
        drawing.child("wp:inline", "wp:docPr")
        or drawing.child("wp:anchor", "wp:docPr")
        or drawing.child("v:shape")
        or drawing
    )
    text = _MADE_BY_MACHINE.sub("", shape.get("descr") or shape.get("alt")).strip()
    return "" if _FILE_NAME.fullmatch(text) else text
