"""What the styles of a file mean: by name in any language, by outline level, and by what they inherit."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ..wording import plain
from .elements import Element

Role = Literal["", "title", "subtitle", "heading", "quote", "pull", "caption", "contents", "list", "numbers"]

# Word stores its own styles under English names and translates what it shows; other programs, and documents old enough,
# store what is shown. Patterns are matched against folded names, and against ids, which lack letters beyond ASCII.
_HEADING = re.compile(
    plain(
        r"(?:heading|baslik|balk|제목|überschrift|berschrift|titre|titulo|título|titolo|заголовок|العنوان|عنوان"
        r"|rubrik|kop|naglowek|nagwek|标题|標題|見出し|kapitel|section) ?"
    )
    + r"([1-9])(?: ?char)?"
)
# Of Pages, and of templates that newspapers make for themselves.
_UNNUMBERED_HEADING = re.compile(
    plain(
        "heading|sub ?head(?:ing)?|section (?:heading|title)|ara ?baslik|소제목|zwischenuberschrift|intertitre"
    )
)
_ROLES: dict[Role, re.Pattern[str]] = {
    "title": re.compile(plain("title|konu ?basligi|konubal|baslik|제목|titel|titre|titulo|titolo|العنوان|عنوان")),
    "subtitle": re.compile(
        plain("sub ?title|alt ?konu ?basligi|altyaz|alt ?baslik|altkonubal|부제목?|untertitel|sous-titre|العنوان الفرعي")
        + "|standfirst|dek|deck|lede|abstract"
    ),
    "quote": re.compile(
        plain("(?:intense |block )?quot(?:e|ations?|ation)|guclu alinti|(?:yogun )?alinti|(?:강한 )?인용|zitat|citation|cita|اقتباس")
        + "|block ?text|blockquote|intensequote"
    ),
    "pull": re.compile("pull ?quot(?:e|ation)"),
    "caption": re.compile(plain("caption|resim ?yazisi|resimyazs|캡션|beschriftung|legende|تسمية توضيحية") + "|figure|illustration"),
    "contents": re.compile(r"(?:toc|contents|icindekiler|t|목차) ?(?:[1-9]|heading)|table of figures"),
    "list": re.compile(plain("(?:list ?bullet|madde isareti|글머리 기호|aufzahlungszeichen)") + r" ?[1-9]?"),
    "numbers": re.compile(plain("(?:list ?number|liste numarasi|번호 매기기|listennummer)") + r" ?[1-9]?"),
}  # fmt: skip
_LIST_DEPTH = re.compile("[1-9]$")
_DEEPEST = 20
_BODY_LEVEL = 9
DEFAULT_SIZE = 22
"""Half points, where a file does not say: Word's own 11 points."""


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of runs; None is "as inherited"."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    underlined: bool | None = None
    raised: str | None = None
    struck: bool | None = None
    font: str | None = None

    def over(self, under: "Look") -> "Look":
        """This, with what it leaves open taken from `under`."""
        return _laid_over(self, under)


@lru_cache(maxsize=4_096)
def _laid_over(look: Look, under: Look) -> Look:
    """Kept, because a file has few looks and many runs: made anew for each run they took a third of the time."""
    given = {name: value for name in Look.__slots__ if (value := getattr(look, name)) is not None}
    return replace(under, **given)


@dataclass(frozen=True, slots=True)
class Style:
    name: str = ""
    role: Role = ""
    level: int | None = None
    """Of a heading, from 1."""
    list_depth: int = 0
    """ "List Bullet 2" is the second level, though its numbering is a list of its own whose first level it uses."""
    look: Look = Look()
    numbering: Element | None = None
    indent: Element | None = None
    centred: bool | None = None


NO_STYLE = Style()


class Styles:
    def __init__(self, root: Element | None) -> None:
        self._elements = {e.get("w:styleId"): e for e in root if e.name == "w:style"} if root else {}
        self._known: dict[str, Style] = {}
        defaults = root.child("w:docDefaults", "w:rPrDefault", "w:rPr") if root else None
        self.default_look = read_look(defaults)
        # What a paragraph is in that names no style.
        self._default = next(
            (
                id_
                for id_, e in self._elements.items()
                if e.get("w:type") == "paragraph" and e.get("w:default") in ("1", "true", "on")
            ),
            "",
        )

    def get(self, style_id: str | None) -> Style:
        return self._find(style_id or self._default, 0)

    def character_look(self, style_id: str | None) -> Look:
        return self._find(style_id, 0).look if style_id else Look()

    def _find(self, style_id: str, depth: int) -> Style:
        if style_id not in self._known:
            self._known[style_id] = self._read(style_id, depth)
        return self._known[style_id]

    def _read(self, style_id: str, depth: int) -> Style:
        element = self._elements.get(style_id)
        if element is None:
            return _named(style_id)
        parent_id = element.value("w:basedOn")
        # A circle of styles, each based on the next, is not followed round.
        parent = self._find(parent_id, depth + 1) if parent_id and depth < _DEEPEST else Style()
        own = _named(element.value("w:name") or style_id)
        paragraph = element.child("w:pPr")
        level = _outline_level(paragraph)
        if own.level is None and level is not None and own.role == "":
            own = replace(own, role="heading" if level <= _BODY_LEVEL else "", level=level)
        inherits = own.role == "" and level is None
        return Style(
            name=own.name,
            role=parent.role if inherits else own.role,
            level=parent.level if inherits else own.level,
            list_depth=own.list_depth or (parent.list_depth if inherits else 0),
            look=read_look(element.child("w:rPr")).over(parent.look),
            numbering=(paragraph.child("w:numPr") if paragraph else None) or parent.numbering,
            indent=(paragraph.child("w:ind") if paragraph else None) or parent.indent,
            centred=_centred(paragraph, parent.centred),
        )


def _named(name: str) -> Style:
    # Pages calls the second of two alike "Title A".
    folded = re.sub(r"(?<=[^\W\d_]{3}) a$", "", plain(name))
    if match := _HEADING.fullmatch(folded):
        return Style(name, "heading", int(match[1]))
    if match := _UNNUMBERED_HEADING.fullmatch(folded):
        return Style(name, "heading", 1 if match[0] == "heading" else 2)
    for role, pattern in _ROLES.items():
        if pattern.fullmatch(folded):
            deeper = _LIST_DEPTH.search(folded) if role in ("list", "numbers") else None
            return Style(name, role, list_depth=int(deeper[0]) - 1 if deeper else 0)
    return Style(name)


def _outline_level(paragraph: Element | None) -> int | None:
    """From 1; _BODY_LEVEL + 1 says "no heading" aloud."""
    level = paragraph.value("w:outlineLvl") if paragraph else None
    return int(level) + 1 if level and level.isdecimal() and len(level) == 1 else None


def heading_level(paragraph: Element | None, style: Style) -> int | None:
    """The paragraph's own outline level, else its style's."""
    level = _outline_level(paragraph)
    if level is None:
        level = style.level if style.role == "heading" else None
    return level if level is not None and level <= _BODY_LEVEL else None


def _centred(paragraph: Element | None, inherited: bool | None) -> bool | None:
    side = paragraph.value("w:jc") if paragraph else None
    return inherited if side is None else side == "center"


def is_centred(paragraph: Element | None, style: Style) -> bool:
    return bool(_centred(paragraph, style.centred))


def is_on(switch: Element | None) -> bool | None:
    """A property that is on by being there, off by saying so, and None where it is not there."""
    return None if switch is None else switch.get("w:val") not in ("0", "false", "off")


def switched_on(properties: Element | None, name: str) -> bool | None:
    return is_on(properties.child(name)) if properties else None


def read_look(properties: Element | None) -> Look:
    if properties is None:
        return Look()
    by_name = {child.name: child for child in properties}
    size, fonts, line, raised = (by_name.get(name) for name in ("w:sz", "w:rFonts", "w:u", "w:vertAlign"))
    points = size.get("w:val") if size else ""
    return Look(
        bold=is_on(by_name.get("w:b")),
        italic=is_on(by_name.get("w:i")),
        capitals=is_on(by_name.get("w:caps") or by_name.get("w:smallCaps")),
        hidden=is_on(by_name.get("w:vanish")),
        size=int(points) if points.isdecimal() and len(points) < 5 else None,
        underlined=line.get("w:val") != "none" if line else None,
        raised=raised.get("w:val") if raised else None,
        struck=is_on(by_name.get("w:strike") or by_name.get("w:dstrike")),
        font=fonts.get("w:ascii") or None if fonts else None,
    )
