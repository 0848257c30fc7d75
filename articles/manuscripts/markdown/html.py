"""HTML among Markdown: its headings, paragraphs, lists, quotations and tables, as cleaning leaves them."""

import re
from collections.abc import Iterator
from html import unescape

from .inline import Line

_PART = re.compile(
    r"<table\b.*?</table>|<(/?)(h2|h3|p|ul|ol|li|blockquote|figure|figcaption|hr)\b[^>]*>", re.DOTALL
)
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def html_parts(cleaned: str) -> Iterator[tuple[str, str]]:
    """The tags of blocks in turn, "ul" and "/ul", and what stands between them as "p", "h2" or "h3" with its mark-up;
    a table whole."""
    start, within = 0, "p"
    for tag in _PART.finditer(cleaned):
        if words := cleaned[start : tag.start()].strip():
            yield within, words
        start = tag.end()
        if tag[2] is None:
            yield "table", tag[0]
        else:
            within = tag[2] if tag[2] in ("h2", "h3") and not tag[1] else "p"
            yield f"{tag[1]}{tag[2]}", ""
    if words := cleaned[start:].strip():
        yield within, words


def heading_levels(raw: str, cleaned: str) -> Iterator[int]:
    """Of the headings in turn. Cleaning knows two; what the writer meant counts, where each is still there."""
    levels = [int(tag[1]) for tag in _HEADING.finditer(raw)]
    kept = [int(tag[1]) for tag in _HEADING.finditer(cleaned)]
    return iter(levels if len(levels) == len(kept) else kept)


def html_lines(html: str) -> list[Line]:
    """Cut at the breaks, unless one stands in the middle of what is emphasised."""
    parts = html.split("<br>")
    whole = all(part.count("</") * 2 == len(_TAG.findall(part)) for part in parts)
    lines = [Line(html_words(part), part.strip(), hard=True) for part in (parts if whole else [html])]
    return [line for line in lines if line.text]


def html_words(html: str) -> str:
    spaced = re.sub(r"<(?:br|/td|/th|/tr|/caption)>", " ", html)
    return " ".join(unescape(_TAG.sub("", spaced)).split())
