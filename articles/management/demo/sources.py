"""The sources of the demo, read from TOML and Markdown into plain data."""

import tomllib
import uuid
from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

# The uids of pictures are derived from the names of their files: the same on every machine.
PICTURES = uuid.UUID("5e3c7a53-3f0e-4f0c-9a58-7d7a6d0f7c12")

HEAD = "+++\n"


class SourceError(ValueError):
    """A source of the demo does not say what it should; the message names the file."""


def uid_of(file):
    return uuid.uuid5(PICTURES, file)


def read_toml(path):
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"{path}: {error}") from error


def read_articles(folder):
    """Each article as its `article.toml` says, with the folder's name under `folder`, in the order of the folders."""
    return [
        {**read_toml(path), "folder": path.parent.name, "path": path.parent}
        for path in sorted(folder.glob("*/article.toml"))
    ]


def read_text(path):
    """The title, standfirst and body (as HTML) of a text with a head of TOML between two lines of `+++`."""
    text = path.read_text(encoding="utf-8")
    if not text.startswith(HEAD) or text.count(HEAD) < 2:
        raise SourceError(f"{path}: a text begins with a head between two lines of +++")
    _, head, body = text.split(HEAD, 2)
    values = tomllib.loads(head)
    return {"title": values["title"], "standfirst": values["standfirst"], "body": to_html(body)}


def to_html(markdown):
    """The body's HTML as articles keep it: a note stands in the running text, where Markdown says `^[…]`, and a pull
    quote is a quotation that begins with `[pull]`."""
    return _reader().render(markdown).replace("<blockquote>\n<p>[pull] ", '<blockquote class="pull">\n<p>')


@cache
def _reader():
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    # This rule would collect the notes at the end of the text.
    reader.disable("footnote_tail")
    reader.add_render_rule("footnote_ref", _note)
    reader.add_render_rule("image", _figure)
    return reader


def _note(renderer, tokens, index, options, env):
    note = env["footnotes"]["list"][tokens[index].meta["id"]]
    if "tokens" not in note:
        raise SourceError(f"a note is written in the running text, as ^[…]: {note}")
    return f'<span class="footnote">{renderer.renderInline(note["tokens"], options, env)}</span>'


def _figure(renderer, tokens, index, options, env):
    """`![caption](file.png)`, alone in a paragraph: a figure of the picture of that file."""
    token = tokens[index]
    caption = renderer.renderInline(token.children, options, env) if token.children else ""
    return f'<figure data-image="{uid_of(token.attrs["src"])}"><figcaption>{caption}</figcaption></figure>'
