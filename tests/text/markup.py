"""Random mark-up: well meant, misnested and hostile."""

from hypothesis import strategies as st

TAGS = (
    "figure figcaption p div b i em strong a span code sub sup br hr h1 h2 h6 ul ol li blockquote table tr td th caption thead tbody tfoot"
    " svg math template select option noscript iframe textarea title xmp section font u center pre form frameset dl dd"
    " body html x-y"
).split()
ATTRIBUTES = (
    " data-image=8d0f3a52-6a47-4c1b-9a51-1f3a3f0b7c11",
    "",
    " class=footnote",
    ' class="footnote" lang="ko"',
    ' href="https://example.org/?a&b"',
    " href='/x' style='font-weight:bold'",
    " lang=tr dir=rtl",
    " colspan=3",
    " style='font-style:italic'",
)
WORDS = st.text("abcdeşğıé한국", min_size=1, max_size=5).map(lambda word: f" zq{word} ")
MARKUP = st.one_of(
    st.builds(
        lambda tag, attributes: f"<{tag}{attributes}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)
    ),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(["<!-- x -->", "<br><br>", "&nbsp;", "\n", " < ", "&lt;p&gt;", ".", "&amp;"]),
)
TAG_SOUP = st.lists(st.one_of(WORDS, MARKUP), max_size=40).map("".join)
HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=8),
        MARKUP,
        st.sampled_from(
            ["<", ">", "</", "<!--", "-->", '"', "'", "=", "&", "&#", "<![CDATA[", "\x00", "\ud800", "\u0338"]
        ),
        st.sampled_from(
            ["<p style='mso-list:l0 level2'>", "<a href=#_ftn1>", "<div id=ftn1>", "<script>", "</style>"]
        ),
    ),
    max_size=30,
).map("".join)
