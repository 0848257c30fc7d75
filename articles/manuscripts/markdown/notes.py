"""Notes of Markdown, `[^1]` with its words elsewhere and `^[words]`, put where their marks stand."""

from typing import Any

from markdown_it.token import Token

from ..footnotes import words_of
from .inline import Inline

_DEEPEST = 5
"""Notes within notes, each in brackets in the one before. A chain of 2,000 was too deep for Python itself."""


class NoteReader:
    """Takes the definitions out of the tokens and hands each to its mark; the first mark has it."""

    def __init__(self, tokens: list[Token], env: dict[str, Any]) -> None:
        self.inline = Inline(self._note)
        self.tokens: list[Token] = []
        self._written_inside = env.get("footnotes", {}).get("list", {})
        self._definitions: dict[str, list[Token]] = {}
        self._used: set[str] = set()
        self._depth = 0
        self._take_definitions(tokens)

    def tell_unused(self) -> None:
        for label, tokens in self._definitions.items():
            if label not in self._used:
                self._used.add(label)
                self.inline.warnings.append(
                    f"No mark was found in the text for note {label}: “{words_of(self._words(tokens)[1])}”"
                )

    def _take_definitions(self, tokens: list[Token]) -> None:
        inside: list[Token] | None = None
        for token in tokens:
            if token.type == "footnote_reference_open":
                inside = self._definitions.setdefault(token.meta["label"], [])
            elif token.type == "footnote_reference_close":
                inside = None
            elif inside is not None:
                inside.append(token)
            else:
                self.tokens.append(token)

    def _note(self, mark: Token) -> str:
        label = mark.meta.get("label")
        if label is None:
            written = self._written_inside.get(mark.meta["id"], {}).get("tokens", [])
            html = self._words([Token("inline", "", 0, children=written)])[1]
        elif label in self._used:
            self.inline.warnings.append(
                f"The text refers to note {label} more than once. Only the first mark became the note."
            )
            return ""
        else:
            if self._depth == _DEEPEST:
                # Its words are told, as those of a note that nothing refers to.
                return ""
            self._used.add(label)
            html = self._words(self._definitions.get(label, []))[1]
        if not html.strip():
            return ""
        # A note within a note has no place of its own.
        return f'<span class="footnote">{html}</span>' if self._depth == 0 else f" ({html})"

    def _words(self, tokens: list[Token]) -> tuple[str, str]:
        self._depth += 1
        lines = [
            line
            for token in tokens
            if token.type == "inline"
            for line in self.inline.lines(token.children or [])
        ]
        lines += [
            line
            for token in tokens
            if token.content and token.type != "inline"
            for line in self.inline.raw(token)
        ]
        self._depth -= 1
        html = "".join(("<br>" if line.hard else " ") + line.html for line in lines)
        return " ".join(line.text for line in lines), html.removeprefix(" ")
