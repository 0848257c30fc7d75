"""The tokens of Markdown to blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from markdown_it.token import Token

from articles.text import clean

from ..blocks import Block, Kind
from ..layout import is_rule
from ..notes import begins_apart, read_notes
from ..people import parse_byline
from ..sayings import is_about_itself, label_of
from .html import heading_levels, html_lines, html_parts, html_words
from .inline import Line
from .notes import NoteReader
from .tables import cells_beyond, table_html

_SENTENCE_END = re.compile(r"[.…]['”’\"]?$")
_NOT_SHOWN = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1>|$)|<img\b[^>]*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?([a-zA-Z][\w:-]*)[^<>]*>")
# What stands in pointed brackets and is no element is rather a word: <name>, <to be added>.
_ELEMENTS = frozenset(
    "a abbr article aside b big blockquote body br center cite code col dd del details div dl dt em figcaption figure"
    " font footer h1 h2 h3 h4 h5 h6 head header hr html i ins kbd li main mark nav ol p pre q s section small span"
    " strike strong sub summary sup table tbody td tfoot th thead tr tt u ul wbr".split()
)
# As `articles/text/markdown.py` writes them; Pandoc calls a caption so too.
_PULL = re.compile(r"\s*<!-- pull quote -->\s*")
_CAPTION = re.compile(r"(?:Table)?:\s+(?=\S)")
_TOP = 5
_SHORT = 100
_DEEPEST = 3


@dataclass(slots=True)
class _List:
    kind: Kind
    number: int
    mark: str
    """What begins an item in the file, where it is rather a note's star or a numbered line."""
    fresh: bool = False
    """An item has begun and nothing of it has been read."""


class Body:
    """Walks the tokens once; `blocks`, `levels` (of headings, by position) and `warnings` are the outcome."""

    def __init__(self, tokens: list[Token], notes: NoteReader, lines: list[str]) -> None:
        self.blocks: list[Block] = []
        self.levels: dict[int, int] = {}
        self.warnings: list[str] = []
        self._notes = notes
        self._tokens = tokens
        self._lines = lines
        self._lists: list[_List] = []
        self._quotes = 0
        self._pull = False
        index = 0
        while index < len(tokens):
            index = self._read(index)

    def _read(self, index: int) -> int:
        """Read what begins at a token; where the next begins."""
        token = self._tokens[index]
        match token.type:
            case "heading_open":
                self._heading(token, self._tokens[index + 1])
                return index + 3
            case "table_open":
                return self._table(index)
            case "inline":
                lines = self._notes.inline.lines(token.children or [])
                if self._is_caption(index, lines):
                    return self._table(index + 2, lines)
                self._paragraph(lines)
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(self._list(index))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1].fresh = True
            case "list_item_close":
                self._lists[-1].number += 1
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
                self._pull = self._quotes == 1 and index > 0 and _is_pull(self._tokens[index - 1])
            case "hr":
                self._add(Block("", "hr"))
            case "fence":
                self._fence(token.content)
            case "html_block":
                self._html(token.content)
        return index + 1

    def _add(self, block: Block) -> None:
        self.blocks.append(replace(block, gap=bool(self.blocks)))

    def _heading(self, opening: Token, inline: Token) -> None:
        lines = self._notes.inline.lines(inline.children or [])
        text = " ".join(line.text for line in lines)
        if opening.markup in "=-" and (len(text) > 150 or _SENTENCE_END.search(text)):
            # A line of dashes below a paragraph without a blank line between: a rule, meant to part.
            self._paragraph(lines)
            self._add(Block("", "hr"))
            return
        if not text.strip():
            if lines:
                self._paragraph(lines)
            return
        self.levels[len(self.blocks)] = int(opening.tag[1])
        how = "underlined" if opening.markup in "=-" else "marked with #"
        self._add(_block(lines, "h2", reason=f"{how} in the manuscript"))

    def _paragraph(self, lines: list[Line]) -> None:
        for index, group in enumerate(self._apart(lines)):
            before = len(self.blocks)
            if len(group) == 1 and is_rule(group[0].text):
                self._add(Block("", "hr"))
            elif self._lists:
                self._item(group)
            else:
                self._add(_block(group, self._quoted))
            if index and len(self.blocks) > before:
                self.blocks[-1] = replace(self.blocks[-1], gap=False)

    def _apart(self, lines: list[Line]) -> list[list[Line]]:
        """Lines that were hardly meant to run on: a byline and what follows it, one note below another."""
        at_top = len(self.blocks) < _TOP and all(len(line.text) < _SHORT for line in lines)
        named = (
            bool(lines) and at_top and bool(parse_byline(lines[0].text)) and not lines[-1].text.endswith(".")
        )
        groups: list[list[Line]] = []
        for line in lines:
            before = groups[-1][-1] if groups else None
            if (
                before is None
                or named
                or begins_apart(line.text)
                or (_is_slanted(before) and _is_slanted(line))
                or _is_bare_label(before.text)
                or is_about_itself(line.text)
                or (at_top and (parse_byline(before.text) or parse_byline(line.text) or label_of(line.text)))
            ):
                groups.append([line])
            else:
                groups[-1].append(line)
        return groups

    def _list(self, index: int) -> _List:
        """A star before a note is its mark, and a number that does not begin a list is a part of its line."""
        opening = self._tokens[index]
        kind: Kind = "ul" if opening.type == "bullet_list_open" else "ol"
        number = int(opening.attrs.get("start", 1))
        items, end = 0, index
        notes = True
        for end in range(index, len(self._tokens)):
            token = self._tokens[end]
            items += token.type == "list_item_open" and token.level == opening.level + 1
            if token.type == "inline":
                notes = notes and read_notes(f"* {token.content}") is not None
            if token.level == opening.level and token.nesting < 0:
                break
        mark = ""
        if kind == "ol" and not self._lists and (number != 1 or items == 1 or self._is_below_notes_label()):
            mark = opening.markup
        elif kind == "ul" and opening.markup == "*" and not self._lists and notes:
            mark = "*"
        return _List(kind, number, mark)

    def _is_below_notes_label(self) -> bool:
        return bool(self.blocks) and _is_bare_label(self.blocks[-1].text, "notes")

    def _item(self, lines: list[Line]) -> None:
        innermost = self._lists[-1]
        fresh, innermost.fresh = innermost.fresh, False
        if innermost.mark:
            opening = ""
            if fresh:
                opening = "* " if innermost.mark == "*" else f"{innermost.number}{innermost.mark} "
            first = Line(opening + lines[0].text, opening + lines[0].html)
            self._add(_block([first, *lines[1:]], "p"))
        elif self._quotes:
            self._add(_block(lines, self._quoted))
        elif not fresh and (self.blocks[-1].kind not in ("ul", "ol") or begins_apart(lines[0].text)):
            self._add(_block(lines, "p"))
        else:
            item = _block(lines, innermost.kind, reason="an item of a list in the manuscript")
            self._add(replace(item, depth=min(len(self._lists) - 1, _DEEPEST), goes_on=not fresh))

    @property
    def _quoted(self) -> Kind:
        """What a paragraph outside of lists is."""
        return ("pull" if self._pull else "quote") if self._quotes else "p"

    def _is_caption(self, index: int, lines: list[Line]) -> bool:
        below = [token.type for token in self._tokens[index + 1 : index + 3]]
        said = _CAPTION.match(self._tokens[index].content) and not (self._lists or self._quotes)
        return bool(said) and len(lines) == 1 and below == ["paragraph_close", "table_open"]

    def _table(self, index: int, caption: Sequence[Line] = ()) -> int:
        end = index
        while self._tokens[end].type != "table_close":
            end += 1
        html, text = table_html(self._tokens[index : end + 1], self._notes.inline)
        self.warnings += [
            f"A row of a table is longer than its head: “{cell}” was left out. Put it in, or make the head longer."
            for cell in cells_beyond(self._tokens[index:end], self._lines)
        ]
        for line in caption:
            html = html.replace(
                "<table>", f"<table><caption>{_CAPTION.sub('', line.html, count=1)}</caption>", 1
            )
            text = f"{_CAPTION.sub('', line.text, count=1)} {text}"
        self._add(Block(text, "table", html=html, reason="a table in the manuscript"))
        return end + 1

    def _fence(self, content: str) -> None:
        lines = [line for line in content.split("\n") if line.strip()]
        if lines:
            html = "<br>".join(f"<code>{escape(line, quote=False)}</code>" for line in lines)
            self._add(Block(" ".join(lines), html=html))

    def _html(self, content: str) -> None:
        if _PULL.fullmatch(content):
            return
        for hidden in _NOT_SHOWN.finditer(content):
            self.warnings.append(f"HTML was left out of the text: {hidden[0].strip()}")
        shown = _NOT_SHOWN.sub(" ", content)
        self.warnings += [
            f"HTML was left out of the text: {tag[0]}"
            for tag in _TAG.finditer(shown)
            if tag[1].lower() not in _ELEMENTS
        ]
        cleaned = clean(shown)
        levels = heading_levels(shown, cleaned)
        for name, html in html_parts(cleaned):
            self._html_part(name, html, levels)

    def _html_part(self, name: str, html: str, levels: Iterator[int]) -> None:
        lines = html_lines(html)
        match name:
            case "table":
                self._add(Block(html_words(html), "table", html=html, reason="a table in the manuscript"))
            case "h2" | "h3" if lines and not (self._lists or self._quotes):
                self.levels[len(self.blocks)] = next(levels, int(name[1]))
                self._add(_block(lines, "h2", reason="a heading of HTML in the manuscript"))
            case "ul" | "ol":
                self._lists.append(_List(name, 1, ""))
            case "/ul" | "/ol":
                self._lists.pop()
            case "li":
                self._lists[-1].fresh = True
            case "blockquote" | "/blockquote":
                self._quotes += -1 if name.startswith("/") else 1
            case "hr":
                self._add(Block("", "hr"))
            case _ if lines:
                self._paragraph(lines)


def _is_pull(token: Token) -> bool:
    return token.type == "html_block" and bool(_PULL.fullmatch(token.content))


def _block(lines: list[Line], kind: Kind, *, reason: str = "") -> Block:
    text = " ".join(" ".join(line.text for line in lines).split())
    html = lines[0].html + "".join(("<br>" if line.hard else " ") + line.html for line in lines[1:])
    html = html.strip()
    return Block(text, kind, reason=reason, html="" if html == escape(text, quote=False) else html)


def _is_bare_label(text: str, *kinds: str) -> bool:
    label = label_of(text)
    return bool(label and not label.rest and label.kind in (kinds or ("about", "disclaimer", "notes")))


def _is_slanted(line: Line) -> bool:
    return line.html.startswith("<em>") and line.html.endswith("</em>")
