"""Pictures in a text. The text names a picture of the library, `<figure data-image="uid">`; never an address."""

import html
from collections.abc import Mapping
from dataclasses import dataclass

from .cleaning import parse
from .document import Block, leaves
from .printing import Printer

# A figure may be a little wider than the text, as tables are: see .body figure in site.css.
FIGURE_SIZES = "(min-width: 60rem) 54rem, 100vw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is printed of one: `sources` are (media type, srcset), the last of them in the format of `src`."""

    alt: str
    caption: str
    credit: str
    src: str
    width: int
    height: int
    sources: tuple[tuple[str, str], ...]


Pictures = Mapping[str, Picture]


def figures_in(source: str) -> tuple[str, ...]:
    """The uids of the pictures in a body, each once, in their order."""
    found = (block.attributes["data-image"] for block in parse(source).children if block.tag == "figure")
    return tuple(dict.fromkeys(found))


def with_pictures(source: str, uids: Mapping[str, str]) -> str:
    """The body with other pictures in its figures, by {the uid there: the one to be}; of the rest the captions stay."""
    body = parse(source)
    placed: list[Block] = []
    for block in body.children:
        if block.tag != "figure":
            placed.append(block)
        elif uid := uids.get(block.attributes["data-image"]):
            placed.append(Block("figure", {"data-image": uid}, children=block.children))
        else:
            placed += [leaf for child in block.children for leaf in leaves(child)]
    return Printer().blocks(placed)


def figure_html(picture: Picture | None, caption: str, *, number: int) -> str:
    """`caption` is the figure's own, as HTML; without one the picture's is printed. Of a lost picture its caption stays."""
    printed = _picture(picture) if picture else ""
    under = caption or html.escape(picture.caption if picture else "", quote=False)
    if picture and picture.credit:
        credit = f'<span class="credit">{html.escape(picture.credit, quote=False)}</span>'
        under = f"{under} {credit}" if under else credit
    if not printed and not under:
        return ""
    under = f"<figcaption>{under}</figcaption>" if under else ""
    return f'<figure id="f{number}">{printed}{under}</figure>'


def _picture(picture: Picture) -> str:
    *better, (_media_type, srcset) = picture.sources
    sources = "".join(
        f'<source type="{html.escape(media_type)}" srcset="{html.escape(addresses)}" sizes="{FIGURE_SIZES}">'
        for media_type, addresses in better
    )
    return (
        f'<picture>{sources}<img src="{html.escape(picture.src)}" srcset="{html.escape(srcset)}" sizes="{FIGURE_SIZES}"'
        f' alt="{html.escape(picture.alt)}" width="{picture.width}" height="{picture.height}"'
        ' loading="lazy" decoding="async"></picture>'
    )
