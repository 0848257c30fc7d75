"""Any HTML -> the tree of blocks. Forgiving: what has no place becomes paragraphs, and no word is dropped."""

from collections.abc import Iterable

from .allowlist import HEADINGS, MAX_SPAN, NOTE_CLASS, PULL_CLASS, SCOPES, TABLE_PARTS
from .containers import Containers
from .document import Block, Break, Inline, Note, Text
from .figure_names import image_uid
from .google_docs import from_google_docs, is_from_google_docs
from .marks import INLINE_TAGS, OpenMarks, language, marks_of
from .tokens import Start, Token, tokens
from .word import from_word, is_from_word

_HEADING_FOR = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_LEAVES = {"p": "p", "pre": "p", **_HEADING_FOR}
_CONTAINERS = frozenset({"ul", "ol", "li", "blockquote", "tfoot", *TABLE_PARTS})
# Where these begin or end, a paragraph ends. Options and the text of drawings stand apart on the screen too.
_BOUNDARIES = frozenset(
    "address article aside body button caption center dd desc details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset head header hgroup html iframe legend main math menu nav noembed noframes noscript object"
    " optgroup option search section select summary svg template text textarea title video audio canvas xmp".split()
)

_BLOCKS = frozenset({*_LEAVES, "hr"}) | _CONTAINERS | _BOUNDARIES


def read(source: str) -> Block:
    """The body `source` stands for, as written: normal.py makes it tidy."""
    stream: Iterable[Token] = tokens(source)
    if is_from_word(source):
        stream = from_word(list(stream))
    elif is_from_google_docs(source):
        stream = from_google_docs(list(stream))
    builder = _Builder()
    for token in stream:
        if isinstance(token, str):
            builder.text(token)
        elif isinstance(token, Start):
            builder.start(token.tag, token.attributes)
        else:
            builder.end(token.tag)
    return builder.containers.root


class _Builder:
    def __init__(self) -> None:
        self.containers = Containers()
        self.marks = OpenMarks()
        self.leaf: Block | None = None
        self.note: Note | None = None
        self.marks_outside: OpenMarks = self.marks
        self.preformatted = False

    def text(self, text: str) -> None:
        if self.leaf is None and not text.strip():
            return
        if not self.preformatted:
            self._sink().append(Text(text, self.marks.current))
            return
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            self._sink().extend([*([Break()] if number else []), Text(line, self.marks.current)])

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in INLINE_TAGS:
            self._start_inline(tag, attributes)
        elif tag == "br":
            self._sink().append(Break())
        elif tag == "q":
            self.text("“")
        elif tag == "figcaption" and self.containers.in_figure:
            self._break_block()
        elif tag in _BLOCKS:
            self._leave_figure()
            self._start_block(tag, attributes)

    def _start_block(self, tag: str, attributes: dict[str, str]) -> None:
        uid = (
            image_uid(attributes.get("data-image", ""))
            if tag == "figure" and self.containers.at_top
            else None
        )
        if uid:
            self._break_block()
            self.containers.open(tag, {"data-image": uid})
        elif tag in _LEAVES:
            self._start_leaf(tag, attributes)
        elif tag == "hr":
            self._break_block()
            self.containers.add_rule()
        elif tag in _CONTAINERS:
            self._break_block()
            self.marks = OpenMarks() if tag in TABLE_PARTS else self.marks
            self.containers.open("tbody" if tag == "tfoot" else tag, block_attributes(tag, attributes))
        else:
            if not self._in_empty_heading():
                self._break_block()
            # A whole page brought along says its language for all; the article has a field for that.
            self.containers.enter(tag, {} if tag in ("html", "body") else language(attributes))

    def end(self, tag: str) -> None:
        if tag in INLINE_TAGS:
            self._end_inline(tag)
        elif tag == "q":
            self.text("”")
        elif tag in _LEAVES:
            self._break_block()
        elif tag in _CONTAINERS or tag in _BOUNDARIES:
            self._break_block()
            self.marks = OpenMarks() if tag in TABLE_PARTS else self.marks
            self.containers.close("tbody" if tag == "tfoot" else tag)

    def _leave_figure(self) -> None:
        """A figure holds its caption only: one somebody forgot to close must not swallow the article."""
        if self.containers.in_figure:
            self._break_block()
            self.containers.close("figure")

    def _start_inline(self, tag: str, attributes: dict[str, str]) -> None:
        is_note = tag == "span" and NOTE_CLASS in attributes.get("class", "").split()
        if is_note and self.note is None:
            note = Note()
            self._sink().append(note)
            self.note, self.marks_outside, self.marks = note, self.marks, OpenMarks()
        elif is_note:
            self.text(" ")
        self.marks.start(tag, marks_of(tag, attributes))

    def _end_inline(self, tag: str) -> None:
        self.marks.end(tag)
        if self.note is not None and tag == "span" and not self.marks.is_open("span"):
            self._end_note()

    def _end_note(self) -> None:
        self.note, self.marks = None, self.marks_outside

    def _start_leaf(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "p" and self._in_empty_heading():
            return
        self._break_block()
        self.leaf = self.containers.add_leaf(_LEAVES[tag], language(attributes))
        self.preformatted = tag == "pre"

    def _in_empty_heading(self) -> bool:
        """`<h2><div>Words` is a heading, `<h2>Words<div>` one and a paragraph."""
        leaf = self.leaf
        return (
            leaf is not None and leaf.tag in HEADINGS and not any(_has_words(item) for item in leaf.content)
        )

    def _break_block(self) -> None:
        """A paragraph ends, and with it a note somebody forgot to close: it must not swallow the article."""
        if self.note is not None:
            self._end_note()
        self.leaf, self.preformatted = None, False

    def _sink(self) -> list[Inline]:
        if self.note is not None:
            return self.note.content
        if self.leaf is None:
            self.leaf = self.containers.add_leaf("p", {})
        return self.leaf.content


def _has_words(item: Inline) -> bool:
    return not isinstance(item, Text) or bool(item.text.strip())


def block_attributes(tag: str, attributes: dict[str, str]) -> dict[str, str]:
    """The attributes a container keeps."""
    kept = language(attributes) if tag not in ("caption", "thead", "tbody", "tfoot", "tr") else {}
    if tag == "blockquote" and PULL_CLASS in attributes.get("class", "").split():
        kept = {"class": PULL_CLASS, **kept}
    if tag in ("td", "th"):
        for name in ("colspan", "rowspan"):
            value = attributes.get(name, "").strip()
            if value.isascii() and value.isdigit() and len(value) < 4 and 1 < int(value) <= MAX_SPAN:
                kept[name] = str(int(value))
    if tag == "th" and attributes.get("scope", "").lower() in SCOPES:
        kept["scope"] = attributes["scope"].lower()
    return kept
