"""Lines to paragraphs: one line each, or lines broken at a fixed width and joined again."""

import re
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from .blocks import Block
from .levels import settle_levels
from .people import opens_byline, parse_byline
from .sayings import is_about_itself
from .tabbed import table_html, table_lines

_BULLET = re.compile(r"[•·▪◦‣●○*†‡-]+\s|[¹²³⁰⁴-⁹]|\[\d{1,3}\]|[>#]")
_DASH_OR_NUMBER = re.compile(r"–\s|\(?(?:\d{1,3}|[a-zç])[.)]\s")
_RULE = re.compile(r"(?:\*\s*){3,}|(?:-\s*){2,}|[_=~]{3,}|(?:[—–]\s*)+|(?:[#•·◦]\s*){3,}|⁂|❦")
_PAGE = re.compile(
    r"[-–—\[(]?\s*(?:(?:page|sayfa|s\.|p\.)\s*)?(\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?\s*[-–—\])]?",
    re.IGNORECASE,
)
_SLANTED = re.compile(r"_([^\s_](?:[^_]*[^\s_])?)_")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_HASHES = re.compile(r"(#{1,5})\s+(.+?)\s*#*$")
_SENTENCE_END = (".", "!", "?", "…", ":", ".”", "?”", "!”", '."', '?"', '!"', ".’", ".)")
_CONJUNCTIONS = {"and", "or", "to", "ve", "veya", "und", "oder", "et", "ou"}


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    gap: bool
    indent: int
    table: str = ""
    """The HTML of one, and `text` its words."""

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def is_rule(text: str) -> bool:
    """A line of stars, dashes or the like that parts what is above from what is below."""
    return bool(_RULE.fullmatch(text))


def lay_out(text: str) -> tuple[list[Block], str | None, list[str]]:
    """Blocks of kind "p", save where the file itself marks a heading, a quotation or a rule; the title, if a heading is
    marked as one; and what is doubtful."""
    text, quoted = _unquoted(text)
    rows, pages = _without_page_numbers(_rows(text))
    width = _wrap_width(rows)
    joiner = _Joiner(text)
    blocks: list[Block] = []
    levels: dict[int, int] = {}
    # Of each block its lines, joined once at the end: a paragraph of a million lines takes no longer for it.
    lines: list[list[str]] = []
    previous: _Row | None = None
    for row in rows:
        if previous and _continues(previous, row, blocks[-1], width):
            joiner.add(lines[-1], row.text)
        elif (
            previous
            and not row.gap
            and _UNDERLINE.fullmatch(row.text)
            and _may_be_underlined(blocks[-1], lines[-1])
        ):
            blocks[-1] = replace(blocks[-1], kind="h2", reason="underlined in the manuscript")
            levels[len(blocks) - 1] = 1 if row.text[0] == "=" else 2
        else:
            blocks.append(_block(row))
            lines.append([blocks[-1].text])
            if marked := _HASHES.match(row.text):
                levels[len(blocks) - 1] = len(marked[1])
        previous = row
    blocks = [replace(block, text="".join(parts)) for block, parts in zip(blocks, lines, strict=True)]
    blocks, title = settle_levels(blocks, levels, titled=False)
    return blocks, title, [*quoted, *pages, *joiner.warnings, *_doubts(text, rows, width)]


def _doubts(text: str, rows: list[_Row], width: int | None) -> list[str]:
    warnings = []
    if width and not any(row.gap for row in rows):
        warnings.append(
            f"Lines end at {width} characters and no blank line parts the paragraphs: "
            "check where paragraphs begin."
        )
    if any(row.table for row in rows):
        warnings.append("Lines parted by tabs were read as a table. Check it, and what its first line is.")
    return warnings


def _rows(text: str) -> list[_Row]:
    lines = text.split("\n")
    tables = dict(table_lines(lines))
    rows: list[_Row] = []
    gap, index = False, 0
    while index < len(lines):
        end = tables.get(index, index + 1)
        words = " ".join(lines[index:end]).split()
        if end - index > 1:
            rows.append(_Row(" ".join(words), True, 0, table_html(lines[index:end])))
        elif words:
            expanded = lines[index].expandtabs(4)
            rows.append(_Row(" ".join(words), gap and bool(rows), len(expanded) - len(expanded.lstrip())))
        gap = not words or end - index > 1
        index = end
    return rows


def _unquoted(text: str) -> tuple[str, list[str]]:
    """A manuscript that came inside the answer to a mail, with > before its lines."""
    lines = text.split("\n")
    quoted = sum(line.lstrip().startswith(">") for line in lines)
    if quoted < 10 or quoted * 10 < 7 * sum(bool(line.strip()) for line in lines):
        return text, []
    lines = [re.sub(r"^\s*(?:>\s?)+", "", line) for line in lines]
    return "\n".join(lines), ["The text was quoted in a mail; the signs > before its lines were taken away."]


def _without_page_numbers(rows: list[_Row]) -> tuple[list[_Row], list[str]]:
    """Numbers alone on their lines that count on: 1, 2, 3. A single one may be anything."""
    found = [(index, int(match[1])) for index, row in enumerate(rows) if (match := _PAGE.fullmatch(row.text))]
    numbers = [number for _index, number in found]
    if len(found) < 2 or any(after != before + 1 for before, after in pairwise(numbers)):
        return rows, []
    kept: list[_Row] = []
    pages = {index for index, _number in found}
    for index, row in enumerate(rows):
        if index in pages:
            continue
        # A sentence goes on over the page.
        if (
            index - 1 in pages
            and kept
            and row.text[0].islower()
            and not kept[-1].text.endswith(_SENTENCE_END)
        ):
            row = replace(row, gap=False, indent=kept[-1].indent)
        kept.append(row)
    told = ", ".join(rows[index].text for index in sorted(pages))
    return kept, [f"Lines that look like page numbers were left out: {told}."]


def _wrap_width(rows: list[_Row]) -> int | None:
    """The width at which lines were broken, or None. A wrapped line ends where the next word did not fit,
    in the middle of sentences; lines that merely are short end where their sentence does."""
    rows = [row for row in rows if not row.table]
    lengths = sorted(row.width for row in rows if " " in row.text)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if not 45 <= width <= 110:
        return None
    pairs = [(a, b) for a, b in pairwise(rows) if not b.gap and not _is_item(b.text)]
    full = [a.text for a, b in pairs if _is_full(a, b, width)]
    broken = [text for text in full if not text.endswith(_SENTENCE_END)]
    return width if len(broken) >= 2 and len(full) * 2 >= len(pairs) else None


def _is_full(line: _Row, following: _Row, width: int) -> bool:
    return line.width + 1 + len(following.text.split(" ", 1)[0]) > width


def _is_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _DASH_OR_NUMBER.match(text))


def _continues(previous: _Row, row: _Row, block: Block, width: int | None) -> bool:
    if row.gap or block.kind in ("h2", "h3", "hr") or _BULLET.match(row.text) or is_rule(row.text):
        return block.kind == "quote" and not row.gap and row.text.startswith(">")
    if is_about_itself(row.text) or (opens_byline(row.text) and parse_byline(row.text)):
        return False
    ended = previous.text.endswith(_SENTENCE_END)
    if _DASH_OR_NUMBER.match(row.text) and (ended or not width or not _is_full(previous, row, width)):
        return False
    if row.indent > 1 and not previous.indent and not _is_item(block.text):
        return False  # Set in, as the first line of a paragraph is.
    if width and (_is_full(previous, row, width) or row.indent > previous.indent > 0):
        return True
    if width and re.search(r"[^\W\d_]-$", previous.text) and row.text[0].islower():
        return True
    # A line that begins with a small letter goes on with a sentence the line before left open.
    return row.text[0].islower() and len(previous.text) > 30 and not ended and previous.text[-1] not in ",;"


def _may_be_underlined(block: Block, lines: list[str]) -> bool:
    return block.kind == "p" and len(lines) == 1 and len(lines[0]) <= 120 and not lines[0].endswith(".")


def _block(row: _Row) -> Block:
    if row.table:
        reason = "lines with as many tabs each"
        return Block(row.text, "table", row.gap, reason=reason, doubtful=True, html=row.table)
    if is_rule(row.text):
        return Block("", "hr", row.gap)
    if marked := _HASHES.match(row.text):
        return Block(marked[2], "h2", row.gap, reason="marked with # in the manuscript")
    if row.text.startswith(">") and row.text.strip("> "):
        return Block(row.text.lstrip("> "), "quote", row.gap)
    if slanted := _SLANTED.fullmatch(row.text):
        return Block(slanted[1], "p", row.gap, row.indent, html=f"<em>{escape(slanted[1], quote=False)}</em>")
    return Block(row.text, "p", row.gap, row.indent)


class _Joiner:
    """Joins broken lines; takes a hyphen out only where the file itself spells the word without one."""

    def __init__(self, text: str) -> None:
        self.vocabulary = {word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}
        self.warnings: list[str] = []

    def add(self, lines: list[str], tail: str) -> None:
        """Append a line, with what must stand between it and the line before."""
        head = lines[-1]
        tail = tail.lstrip("> ") if tail.startswith(">") else tail
        broken = re.search(r"([^\W\d_]+)-$", head)
        rest = re.match(r"[^\W\d_]+", tail)
        if broken and rest and rest[0] not in _CONJUNCTIONS:
            whole, hyphened = broken[1] + rest[0], f"{broken[1]}-{rest[0]}"
            if whole.casefold() in self.vocabulary:
                lines[-1] = head[:-1]
            elif hyphened.casefold() not in self.vocabulary:
                self.warnings.append(
                    f"“{hyphened}” was broken at the end of a line; the hyphen was kept. Check it."
                )
            lines.append(tail)
        elif head.endswith("—") or (head.endswith("–") and not head.endswith(" –")):
            lines.append(tail)
        else:
            lines.append(f" {tail}")
