"""What stands in a body beside its words: headings, links, and the parts a link can lead to. For checks before publishing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .allowlist import HEADINGS
from .cleaning import parse
from .document import Block, Inline, Note, Text, inline_text, leaves
from .rendering import render

_ID = re.compile(r'<[a-z0-9]+\b[^>]*?\sid="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Survey:
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    parts: frozenset[str]
    """What a `#part` may name: the ids of headings, paragraphs and notes, as the page will have them."""

    def skipped(self) -> list[Heading]:
        """Headings of the second rank with none of the first before them."""
        first = next((n for n, heading in enumerate(self.headings) if heading.level == 2), None)
        return list(self.headings[:first])


def survey(source: str, *, lang: str = "en") -> Survey:
    body = parse(source)
    found = leaves(body)
    page = render(source, lang=lang)
    return Survey(
        headings=tuple(
            Heading(int(leaf.tag[1]), " ".join(inline_text(leaf.content).split()))
            for leaf in found
            if leaf.tag in HEADINGS
        ),
        links=tuple(link for leaf in found for link in _links(leaf)),
        parts=frozenset(_ID.findall(page.body)) | {f"n{note.number}" for note in page.notes},
    )


def _links(leaf: Block) -> Iterator[Link]:
    yield from _runs(leaf.content)
    for item in leaf.content:
        if isinstance(item, Note):
            yield from _runs(item.content)


def _runs(content: list[Inline]) -> Iterator[Link]:
    """Runs next to each other with one address are one link: it may be bold in the middle."""
    href, text = "", ""
    for item in [*content, Text("")]:
        marks = item.marks if isinstance(item, Text) else frozenset()
        here = next((mark[1] for mark in marks if mark[0] == "a"), "")
        if here != href:
            if href:
                yield Link(href, " ".join(text.split()))
            href, text = here, ""
        if isinstance(item, Text):
            text += item.text
