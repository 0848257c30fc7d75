"""Random bodies in the stored form, with words that every format would rather read as mark-up."""

from hypothesis import strategies as st

from articles.text import clean

_NASTY = st.sampled_from(
    "* ** _ __ - -- --- + # ## > 1. 2) 10. [ ] [^1] [x](y) [^1]: ![ ! ~~ ~~~ ^ | || :- --- === = : `` ``` ` \\ \\* &amp;amp; &amp;copy;"
    " &lt;b&gt; &lt; &gt; &amp; € “Kitap” (中国) $ ( ) (2021) http://example.org/a_b . , “ ” a* *a a_b_c 1.5 -5 ="
    " <br>".split()
)
_WORD = st.text("abcdeşğıéİ한국عر漢ß", min_size=1, max_size=4)
_MARK = st.sampled_from(["strong", "em", "code", "sub", "sup", 'a href="/x(1)_*?a&amp;b"', 'span lang="ko"'])
_PLAIN = st.lists(st.one_of(_WORD, _NASTY, st.just(" "), st.just(" ")), min_size=1, max_size=8).map("".join)


def _marked(inner):
    return st.builds(lambda mark, text: f"<{mark}>{text}</{mark.split()[0]}>", _MARK, inner)


_RUN = st.recursive(_PLAIN, _marked, max_leaves=3)
_TEXT = st.lists(_RUN, min_size=1, max_size=5).map("".join)
_NOTE = _TEXT.map(lambda text: f'<span class="footnote">{text}</span>')
RUNNING_TEXT = st.lists(st.one_of(_TEXT, _TEXT, _NOTE), min_size=1, max_size=4).map("".join)

_PARAGRAPH = RUNNING_TEXT.map(lambda text: f"<p>{text}</p>")
_HEADING = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", st.sampled_from(["h2", "h3"]), RUNNING_TEXT)


def _around(tag, inner, least=1):
    return st.lists(inner, min_size=least, max_size=3).map(lambda parts: f"<{tag}>{''.join(parts)}</{tag}>")


def _table(columns):
    def row(cell):
        return st.lists(RUNNING_TEXT, min_size=columns, max_size=columns).map(
            lambda cells: f"<tr>{''.join(f'<{cell}>{text}</{cell}>' for text in cells)}</tr>"
        )

    return st.builds(
        lambda head, body: f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>",
        row("th"),
        st.lists(row("td"), min_size=1, max_size=3),
    )


TABLE = st.integers(1, 3).flatmap(_table)


def _containers(inner):
    item = _around("li", st.one_of(_PARAGRAPH, _PARAGRAPH, inner))
    return st.one_of(
        _around("ul", item), _around("ol", item), _around("blockquote", st.one_of(_PARAGRAPH, inner))
    )


_BLOCK = st.one_of(
    _PARAGRAPH, _HEADING, TABLE, st.just("<hr>"), st.recursive(_PARAGRAPH, _containers, max_leaves=5)
)
BODIES = st.lists(_BLOCK, max_size=4).map("".join).map(clean)
