"""The inside of a paragraph: the words, and the mark-up this house keeps."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

from markdown_it.token import Token

_KEPT = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}
_ADDRESS = re.compile("(?:https?:|mailto:|#)", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
_LANGUAGE = re.compile(r'<span(?: (?:lang|dir)="[A-Za-z0-9-]{1,35}"){1,2}>')
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TAGS = {"i": "em", "em": "em", "b": "strong", "strong": "strong", "sup": "sup", "sub": "sub", "br": "br"}


@dataclass(slots=True)
class Line:
    text: str = ""
    html: str = ""
    hard: bool = False
    """The writer broke the line before it on purpose."""

    def add(self, text: str, html: str) -> None:
        self.text += text
        self.html += html


@dataclass(slots=True)
class Inline:
    """Reads the tokens of one paragraph into its lines as they stood in the file."""

    note: Callable[[Token], str]
    """The mark-up of the note a reference stands for."""
    warnings: list[str] = field(default_factory=list)
    hrefs: set[str] = field(default_factory=set)
    _spans: list[bool] = field(default_factory=list)
    """Those that are open, and whether each was kept."""
    _raised: bool = False

    def lines(self, tokens: list[Token]) -> list[Line]:
        lines, open_tags = [Line()], 0
        self._spans.clear()
        self._raised = False
        for token in tokens:
            open_tags += token.nesting
            if token.type in ("softbreak", "hardbreak") and not open_tags:
                lines.append(Line(hard=token.type == "hardbreak"))
                continue
            for text, html in self._pieces(token):
                lines[-1].add(text, html)
        return [line for line in lines if line.text.strip() or line.html.strip()]

    def raw(self, token: Token) -> Iterator[Line]:
        """A program's source, or HTML, where only words are wanted."""
        words = " ".join(token.content.split())
        yield Line(words, escape(words, quote=False))

    def _pieces(self, token: Token) -> Iterator[tuple[str, str]]:
        match token.type:
            case "text" | "text_special":
                # A number somebody raised by hand is the mark of a note, or a power.
                marks = self._raised and token.content.strip().isascii() and token.content.strip().isdigit()
                words = token.content.translate(_SUPERSCRIPTS) if marks else token.content
                yield words, escape(words, quote=False)
            case "softbreak":
                yield " ", " "
            case "hardbreak":
                yield " ", "<br>"
            case "code_inline":
                yield token.content, f"<code>{escape(token.content, quote=False)}</code>"
            case "link_open":
                href = str(token.attrs.get("href", ""))
                self.hrefs.add(href)
                if not _ADDRESS.match(href):
                    self.warnings.append(
                        f"A link has no address of a page and was left out: “{unquote(href)}”"
                    )
                if title := token.attrs.get("title"):
                    self.warnings.append(f"What a link says when pointed at was left out: “{title}”")
                yield "", f'<a href="{escape(href)}">'
            case "link_close":
                yield "", "</a>"
            case "footnote_ref":
                yield "", self.note(token)
            case "image":
                self._picture(token)
            case "html_inline":
                yield from self._html(token.content)
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                yield "", _KEPT[token.type]

    def _picture(self, token: Token) -> None:
        source = str(token.attrs.get("src", ""))
        self.hrefs.add(source)
        told = " ".join(part for part in (token.content, str(token.attrs.get("title", ""))) if part)
        self.warnings.append(
            f"The manuscript shows a picture that did not come with it, “{told}” ({source}). "
            "Upload it to the library and put it where it belongs."
        )

    def _html(self, source: str) -> Iterator[tuple[str, str]]:
        tag = _TAG.fullmatch(source)
        name = _TAGS.get(tag[1].lower()) if tag else None
        if tag and tag[1].lower() == "span" and (kept := self._span(source)):
            yield "", kept
        elif name == "br":
            yield " ", "<br>"
        elif name:
            self._raised = name == "sup" and not source.startswith("</")
            yield "", f"</{name}>" if source.startswith("</") else f"<{name}>"
        else:
            self.warnings.append(f"HTML was left out of the text: {source}")

    def _span(self, source: str) -> str:
        """A tag that says the language of words, or ends where one did; "" for any other."""
        if source.startswith("</"):
            return "</span>" if self._spans and self._spans.pop() else ""
        said = _LANGUAGE.fullmatch(source)
        self._spans.append(bool(said))
        return source if said else ""
