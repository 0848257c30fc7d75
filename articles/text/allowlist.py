"""The one allowlist: what an editor may type, an importer may keep and a page may print.

A body is a fragment of blocks. Notes stand in the running text as `<span class="footnote">`, where their mark
would stand. Headings stand only at the top of the fragment, so that the outline has two levels and no surprises; so do
pull quotes, `<blockquote class="pull">`, and figures, `<figure data-image="uid">` with a caption of their own or none.
"""

HEADINGS = ("h2", "h3")
BLOCKS = ("p", *HEADINGS, "ul", "ol", "li", "blockquote", "hr", "figure", "figcaption")
TABLE_PARTS = ("table", "caption", "thead", "tbody", "tr", "th", "td")
INLINES = ("a", "span", "strong", "em", "code", "sub", "sup", "br")
VOID = frozenset({"br", "hr"})
TAGS = frozenset((*BLOCKS, *TABLE_PARTS, *INLINES))

NOTE_CLASS = "footnote"
PULL_CLASS = "pull"
CLASSES = {"span": frozenset({NOTE_CLASS}), "blockquote": frozenset({PULL_CLASS})}

_LANGUAGE = frozenset({"lang", "dir"})
_CELL = frozenset({"colspan", "rowspan"})
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("p", *HEADINGS, "ul", "ol", "li", "blockquote", "table", "span"), _LANGUAGE),
    "a": frozenset({"href"}),
    "figure": frozenset({"data-image"}),
    "td": _LANGUAGE | _CELL,
    "th": _LANGUAGE | _CELL | {"scope"},
}
"""Attributes by tag, `class` apart: see CLASSES."""

URL_SCHEMES = frozenset({"http", "https", "mailto"})
DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
SCOPES = frozenset({"col", "row", "colgroup", "rowgroup"})
MAX_SPAN = 100
"""Columns or rows one cell may cover: more is a slip or an attack on the reader's browser."""
