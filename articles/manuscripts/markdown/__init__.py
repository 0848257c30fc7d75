"""Markdown: CommonMark with tables and notes. HTML in it is not obeyed, pictures in it are not fetched."""

from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from ..blocks import Source
from ..levels import settle_levels
from ..manuscript import ManuscriptError
from ..text import read_text
from .body import Body
from .head import take_head
from .limits import check_limits
from .notes import NoteReader
from .wiki import without_wiki_links

_DEEPEST = 40
# Past `maxNesting` the parser leaves the words out; past _DEEPEST, which comes first, the file is refused.
# Four spaces before a paragraph are a writer's indent, hardly ever the source of a program.
_PARSER = (
    MarkdownIt("commonmark", {"maxNesting": 3 * _DEEPEST})
    .enable("table")
    .disable("code")
    .use(footnote_plugin, move_to_end=False)
)


def read(data: bytes) -> Source:
    text, encoding, warnings = read_text(data)
    check_limits(text)
    head, below = take_head(text)
    below, links = without_wiki_links(below)
    env: dict[str, Any] = {}
    tokens = _PARSER.parse(below, env)
    if any(token.level > _DEEPEST for token in tokens):
        raise ManuscriptError(
            f"The file has quotations or lists more than {_DEEPEST} deep. Save it as plain text (.txt)."
        )
    notes = NoteReader(tokens, env)
    body = Body(notes.tokens, notes, below.split("\n"))
    notes.tell_unused()
    _tell_unused_links(env, notes)
    blocks, title = settle_levels(body.blocks, body.levels, titled=head.has_title)
    return Source(
        [*head.blocks, *blocks],
        encoding,
        list(dict.fromkeys([*warnings, *head.warnings, *links, *body.warnings, *notes.inline.warnings])),
        title=title,
        title_reason="the only heading of the first level, above the text",
    )


def _tell_unused_links(env: dict[str, Any], notes: NoteReader) -> None:
    """ "[1]: somewhere" is a link's address, which nobody sees unless the text has a [1]."""
    again = [(link["label"], link) for link in env.get("duplicate_refs", [])]
    for label, link in [*env.get("references", {}).items(), *again]:
        if link["href"] not in notes.inline.hrefs:
            words = f"{link['href']} {link['title']}".strip()
            notes.inline.warnings.append(f"No [{label}] was found in the text for the address “{words}”.")
