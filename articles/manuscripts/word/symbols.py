"""Letters that are pictures in a font: the character each stands for."""

# The places of Adobe's Symbol font, which have not moved since 1985. A blank is a place without a character of its own.
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    + " " * 33
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
)
# Of Wingdings, what writers do use: bullets, arrows, ticks, faces.
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x73: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip


def character(font: str, code: int) -> str | None:
    """None where it is not known what the font shows in that place."""
    # Fonts of symbols live in the private area, at F000 and up.
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    family = font.lower()
    if family == "symbol":
        found = _SYMBOL[place - 0x20 : place - 0x1F] if 0x20 <= place < 0x20 + len(_SYMBOL) else ""
        return found.strip() or None
    if family.startswith("wingdings"):
        return _WINGDINGS.get(place)
    return chr(code) if 0x20 <= code < 0xD800 else None
