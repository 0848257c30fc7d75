"""A body in Markdown is the same body again when a reader of Markdown has read it."""

import re

from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from articles.text import clean, markdown, words
from tests.text.bodies import BODIES
from tests.text.markup import HOSTILE, TAG_SOUP

SLOWLY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _reader():
    reader = MarkdownIt("commonmark", {"maxNesting": 300}).enable("table").use(footnote_plugin)
    reader.disable("footnote_tail")
    # It would spell addresses its own way.
    reader.normalizeLink = lambda address: address
    reader.add_render_rule(
        "footnote_ref", lambda _self, tokens, index, _options, _env: f"[note {tokens[index].meta['label']}]"
    )
    return reader


def read_back(text):
    """The body that Markdown stands for, notes put back into the running text."""
    env = {}
    reader = _reader()
    tokens = reader.parse(text, env)
    notes, rest, into = {}, [], None
    for token in tokens:
        if token.type == "footnote_reference_open":
            into = notes.setdefault(token.meta["label"], [])
        elif token.type == "footnote_reference_close":
            into = None
        else:
            (rest if into is None else into).append(token)
    html = reader.renderer.render(rest, reader.options, env)
    for label, inside in notes.items():
        said = re.sub(r"\A<p>|</p>\s*\Z", "", reader.renderer.render(inside, reader.options, env).strip())
        html = html.replace(f"[note {label}]", f'<span class="footnote">{said}</span>')
    return clean(html)


@SLOWLY
@given(BODIES)
def test_what_is_read_back_is_the_same(body):
    assert read_back(markdown(body)) == body


@SLOWLY
@given(TAG_SOUP)
@example("<table><tr><td colspan=3 rowspan=2>zqa<td>zqb<ul><li>zqc</ul><tr><td>zqd</table>")
def test_no_word_is_lost(source):
    assert words(read_back(markdown(source))) == words(clean(source))


@SLOWLY
@given(HOSTILE)
def test_whatever_it_is_given(source):
    assert words(read_back(markdown(source))) == words(clean(source))
