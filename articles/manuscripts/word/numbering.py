"""Lists: what a paragraph's number points to, and where a list of numbers goes on."""

from dataclasses import dataclass
from typing import Literal

from .elements import Element

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Item:
    kind: Literal["ul", "ol"]
    depth: int
    list_id: str
    format: str
    number: int
    """What Word would print, where it prints numbers; 0 for a bullet."""


class Numbering:
    def __init__(self, root: Element | None) -> None:
        parts = list(root) if root else []
        abstract = {e.get("w:abstractNumId"): e for e in parts if e.name == "w:abstractNum"}
        self._levels = {}
        self._lists = {}
        for number in parts:
            if number.name == "w:num":
                abstract_id = number.value("w:abstractNumId") or ""
                self._levels[number.get("w:numId")] = _levels(abstract.get(abstract_id), number)
                # Two numbers of one definition count on together, unless the second begins anew.
                begins_anew = any(number.all("w:startOverride"))
                self._lists[number.get("w:numId")] = (
                    number.get("w:numId") if begins_anew else f"of {abstract_id}"
                )
        self._counts: dict[str, dict[int, int]] = {}

    def item(
        self, properties: Element | None, inherited: Element | None, style_depth: int = 0
    ) -> Item | None:
        """The list item a paragraph is by its own numbering, or its style's; `numId` 0 takes a style's away."""
        own = properties.value("w:numId") if properties else None
        list_id = own if own is not None else (inherited.value("w:numId") if inherited else None)
        if not list_id or list_id == "0":
            return None
        level = (properties.value("w:ilvl") if properties else None) or (
            (inherited.value("w:ilvl") if inherited else None) or "0"
        )
        depth = min(int(level), _DEEPEST) if level.isdecimal() and len(level) < 3 else 0
        format_, start = self._levels.get(list_id, {}).get(depth, ("bullet", 1))
        if format_ == "none":
            return None
        counts = self._counts.setdefault(self._lists.get(list_id, list_id), {})
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        kind: Literal["ul", "ol"] = "ul" if format_ == "bullet" else "ol"
        return Item(kind, depth or style_depth, list_id, format_, 0 if kind == "ul" else counts[depth])


def _levels(abstract: Element | None, number: Element) -> dict[int, tuple[str, int]]:
    """Format and first number by level, with what the number itself changes of them."""
    overridden = [level for entry in number if (level := entry.child("w:lvl")) is not None]
    levels: dict[int, tuple[str, int]] = {}
    for level in [*(abstract or ()), *overridden]:
        if level.name == "w:lvl" and level.get("w:ilvl").isdecimal():
            start = level.value("w:start") or "1"
            first = int(start) if start.isdecimal() and len(start) < 5 else 1
            levels[int(level.get("w:ilvl")[:2])] = (level.value("w:numFmt") or "decimal", first)
    return levels
