"""The body as a page prints it: notes numbered, headings and paragraphs with addresses, tables that scroll alone."""

import re
from dataclasses import dataclass

from .acronyms import explain
from .cleaning import parse
from .document import Block, inline_text
from .document import Note as SourceNote
from .figures import Pictures, figure_html
from .folding import slugify
from .languages import base_language
from .links import is_external
from .plain import count_words, echoes
from .printing import Printer, attribute_list

_LABELS = {
    "en": ("Note", "Table"),
    "tr": ("Not", "Tablo"),
    "ko": ("주", "표"),
    "ar": ("حاشية", "جدول"),
    "fr": ("Note", "Tableau"),
    "de": ("Anmerkung", "Tabelle"),
    "es": ("Nota", "Tabla"),
    "ru": ("Примечание", "Таблица"),
    "fa": ("یادداشت", "جدول"),
    "ja": ("注", "表"),
    "zh": ("注", "表"),
}

RESERVED_IDS = frozenset(
    "about article authors author-note body bylines cite citation content contents corrections disclaimer footer header"
    " history main menu nav notes outline related search skip status summary title top topics versions".split()
)
"""Ids a page's template may use; a heading that would take one is prefixed."""

# Its paragraphs are the only blocks in it: see `echoes`.
_ECHO = re.compile(r'<blockquote class="pull"[^>]* aria-hidden="true">.*?</blockquote>', re.DOTALL)
_NUMBERED_ID = re.compile(r"[a-z]?\d+|(author-)?notes?-\d+")
_MAX_ID = 60


@dataclass(frozen=True, slots=True)
class OutlineItem:
    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note's number and its words as inline mark-up; the template prints the list and the way back."""

    number: int
    html: str


@dataclass(frozen=True, slots=True)
class Rendered:
    body: str
    outline: tuple[OutlineItem, ...]
    notes: tuple[Note, ...]
    words: int


def render(source: str, *, lang: str = "en", images: Pictures | None = None) -> Rendered:
    """What a version stores and prints. The same source gives the same bytes; `words` counts the notes too.

    `images` are the pictures of its figures by uid, as they are to be printed.
    """
    body = parse(source)
    repeated, count = echoes(body), count_words(body)
    explain(body)
    page = _Page(*_LABELS.get(base_language(lang), _LABELS["en"]), repeated, images or {})
    return Rendered(
        body=page.blocks(body.children),
        outline=tuple(page.outline),
        notes=tuple(page.notes),
        words=count,
    )


def without_echoes(body: str) -> str:
    """A rendered body for where no style sets a pull quote apart: there it would be the same sentence again."""
    return _ECHO.sub("", body)


class _Page(Printer):
    def __init__(self, note_label: str, table_label: str, repeated: list[Block], images: Pictures):
        self.note_label = note_label
        self.table_label = table_label
        self.repeated = repeated
        self.images = images
        self.outline: list[OutlineItem] = []
        self.ids: dict[str, int] = {}
        self.notes: list[Note] = []
        self.paragraphs = 0
        self.tables = 0
        self.figures = 0
        self.in_table = False
        self.in_head = False
        self.in_pull = False

    def block(self, block: Block) -> str:
        if block.tag == "table":
            return self._table(block)
        if block.is_pull:
            return self._pull(block)
        if block.tag == "figure":
            return self._figure(block)
        if block.tag in ("thead", "tbody"):
            self.in_head = block.tag == "thead"
        return super().block(block)

    def attributes(self, block: Block) -> dict[str, str]:
        if block.tag in ("h2", "h3"):
            return {"id": self._heading(block), **block.attributes}
        if block.tag == "p" and not self.in_table and not self.in_pull:
            self.paragraphs += 1
            return {"id": f"p{self.paragraphs}", **block.attributes}
        if block.tag == "th":
            return {"scope": "col" if self.in_head else "row", **block.attributes}
        return block.attributes

    def note(self, note: SourceNote) -> str:
        number = len(self.notes) + 1
        self.notes.append(Note(number, self.inline(note.content)))
        link = {"id": f"r{number}", "href": f"#n{number}", "role": "doc-noteref"}
        link["aria-label"] = f"{self.note_label} {number}"
        return f'<sup class="noteref"><a{attribute_list(link)}>{number}</a></sup>'

    def link_attributes(self, href: str) -> dict[str, str]:
        return {"href": href, "rel": "noopener"} if is_external(href) else {"href": href}

    def _table(self, table: Block) -> str:
        """In a region of its own that scrolls by keyboard too: a wide table must not widen the page."""
        self.tables += 1
        region = {
            "class": "table-scroll",
            "role": "region",
            "aria-label": f"{self.table_label} {self.tables}",
        }
        self.in_table = True
        printed = super().block(table)
        self.in_table = False
        return f'<div{attribute_list(region)} tabindex="0">{printed}</div>'

    def _figure(self, figure: Block) -> str:
        self.figures += 1
        caption = "".join(map(self.inside, figure.children))
        return figure_html(self.images.get(figure.attributes["data-image"]), caption, number=self.figures)

    def _pull(self, quote: Block) -> str:
        """Its paragraphs take no numbers from those of the text. What the text says as well is read aloud once."""
        self.in_pull = True
        inside = self.inside(quote)
        self.in_pull = False
        hidden = {"aria-hidden": "true"} if quote in self.repeated else {}
        return f"<blockquote{attribute_list({**quote.attributes, **hidden})}>{inside}</blockquote>"

    def _heading(self, block: Block) -> str:
        text = " ".join(inline_text(block.content).split())
        stem = slugify(text, max_length=_MAX_ID) or "section"
        if stem in RESERVED_IDS or _NUMBERED_ID.fullmatch(stem):
            stem = f"s-{stem}"
        name = stem
        while name in self.ids:
            self.ids[stem] += 1
            name = f"{stem}-{self.ids[stem]}"
        self.ids[name] = 1
        self.outline.append(OutlineItem(int(block.tag[1]), name, text))
        return name
