"""A body as Markdown: CommonMark with tables and footnotes, read by whatever reads those and by our own importer.

What Markdown has no sign for is written in tags it knows within a line, without attributes but `lang` and `dir`: `<sub>`,
`<sup>`, `<span>`, a line break in a cell or heading, stars that would not hold. What a table cannot carry is lost to it:
cells that span stand in their first place, their blocks are lines, a header cell in a row is a cell; its words are not.
A pull quote is a quotation below a comment that says so.
"""

from collections.abc import Iterator, Mapping, Sequence

from .allowlist import HEADINGS
from .cleaning import parse
from .document import Block, Inline, Note, Text, leaves
from .markdown_escapes import escape_address
from .markdown_runs import CELL, LINE, PARAGRAPH, Place, Runs

_PULL = "<!-- pull quote -->"

Language = dict[str, str]


def markdown(source: str, pictures: Mapping[str, str] | None = None) -> str:
    """The body's Markdown. `pictures` are the names of its pictures by uid; of one without a name the caption stays."""
    printer = _Markdown(pictures or {})
    blocks = printer.blocks(parse(source).children, {})
    return "\n\n".join([*blocks, *printer.definitions()])


class _Markdown:
    def __init__(self, pictures: Mapping[str, str]) -> None:
        self.pictures = pictures
        self.notes: list[Note] = []

    def blocks(self, blocks: Sequence[Block], around: Language) -> list[str]:
        """Each block's lines. Of two lists in a row the second takes another sign: else they would be one."""
        printed: list[str] = []
        other_sign = False
        for index, block in enumerate(blocks):
            follows_its_like = index > 0 and blocks[index - 1].tag == block.tag
            other_sign = follows_its_like and not other_sign
            lines = self._block(block, around, other_sign)
            if lines:
                printed.append(lines)
        return printed

    def definitions(self) -> list[str]:
        """The notes at the end. What they say may not hold a note."""
        runs = Runs(self._number)
        return [
            f"[^{number}]: {_prefixed(runs.print(note.content), '    ')}"
            for number, note in enumerate(self.notes, start=1)
        ]

    def _block(self, block: Block, around: Language, other_sign: bool) -> str:
        if block.tag in HEADINGS:
            return f"{'#' * int(block.tag[1])} {self._runs(block, around, LINE)}"
        own = _language(block, around)
        match block.tag:
            case "p":
                return self._runs(block, around)
            case "ul" | "ol":
                return self._list(block, own, other_sign)
            case "blockquote":
                quoted = _prefixed("> " + "\n\n".join(self.blocks(block.children, own)), "> ")
                return f"{_PULL}\n{quoted}" if block.is_pull else quoted
            case "table":
                return self._table(block, own)
            case "figure":
                return self._figure(block)
        return "* * *"

    def _runs(self, leaf: Block, around: Language, place: Place = PARAGRAPH) -> str:
        return Runs(self._number, place).print(_spoken(leaf.content, _language(leaf, around)))

    def _number(self, note: Note) -> int:
        self.notes.append(note)
        return len(self.notes)

    def _list(self, block: Block, around: Language, other_sign: bool) -> str:
        gap = "\n" if all(map(_is_tight, block.children)) else "\n\n"
        printed: list[str] = []
        for number, item in enumerate(block.children, start=1):
            bullet, stop = ("+", ")") if other_sign else ("-", ".")
            sign = f"{bullet} " if block.tag == "ul" else f"{number}{stop} "
            inside = gap.join(self.blocks(item.children, _language(item, around)))
            printed.append(sign + _prefixed(inside, " " * len(sign)))
        return gap.join(printed)

    def _figure(self, figure: Block) -> str:
        name = self.pictures.get(figure.attributes["data-image"])
        caption = [self._runs(leaf, {}) for child in figure.children for leaf in leaves(child)]
        return "\n".join([*([f"![]({escape_address(name)})"] if name else []), *caption])

    def _table(self, table: Block, around: Language) -> str:
        """A table must have a head here: one that has none gets an empty one. Its caption stands before it, after a colon."""
        caption = ""
        rows: list[list[str]] = []
        for part in table.children:
            if part.tag == "caption":
                caption = f": {self._cell(part, around, LINE)}\n\n"
            else:
                rows.extend(self._rows(part, around))
        width = max(map(len, rows))
        head = rows.pop(0) if any(part.tag == "thead" for part in table.children) else []
        lines = [head + [""] * (width - len(head)), ["---"] * width, *rows]
        return caption + "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _rows(self, part: Block, around: Language) -> Iterator[list[str]]:
        # For how many rows more a column is taken by a cell from above.
        taken: dict[int, int] = {}
        for row in part.children:
            printed: list[str] = []
            begun: dict[int, int] = {}
            for cell in row.children:
                while taken.get(len(printed)):
                    printed.append("")
                across, down = (int(cell.attributes.get(name, 1)) for name in ("colspan", "rowspan"))
                begun |= {len(printed) + column: down for column in range(across)}
                printed += [self._cell(cell, around, CELL), *[""] * (across - 1)]
            taken = {column: left - 1 for column, left in (taken | begun).items() if left > 1}
            yield printed

    def _cell(self, cell: Block, around: Language, place: Place) -> str:
        own = _language(cell, around)
        return "<br>".join(self._runs(leaf, own, place) for child in cell.children for leaf in leaves(child))


def _language(block: Block, around: Language) -> Language:
    """The one a block's words are in, where that is said of it or of what it stands in."""
    return around | {name: value for name, value in block.attributes.items() if name in ("lang", "dir")}


def _spoken(content: Sequence[Inline], language: Language) -> Sequence[Inline]:
    """A block cannot say its language in Markdown: its runs do."""
    if not language:
        return content
    mark = ("span", language.get("lang", ""), language.get("dir", ""))
    return [
        item._replace(marks=item.marks | {mark})
        if isinstance(item, Text) and not any(other[0] == "span" for other in item.marks)
        else item
        for item in content
    ]


def _is_tight(item: Block) -> bool:
    first, *rest = item.children
    return all(child.tag in ("ul", "ol") for child in (rest if first.tag == "p" else item.children))


def _prefixed(text: str, prefix: str) -> str:
    """The lines after the first moved in, so that they belong to what the first opened."""
    first, *rest = text.split("\n")
    return "\n".join([first, *((prefix + line).rstrip() for line in rest)])
