"""Word files, one trait at a time; whole manuscripts are in samples/word."""

import pytest

from articles.manuscripts import ManuscriptError, read_bytes

from . import word_files
from .hostile_word import document
from .samples import BELL, INSURERS, STRAIT, VIEWS, said
from .word_files import PIXEL, word_file

TEXT = f"{STRAIT} {INSURERS}"


def read(*lines: str, **shape):
    return read_bytes(word_file("\n".join(lines), **shape), "manuscript.docx")


def headings(manuscript):
    return [heading.text for heading in manuscript.headings]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ({}, {}),
        ({}, {"Title": "KonuBal", "Heading 1": "Balk1", "Heading 2": "Balk2"}),
        ({"Title": "Konu Başlığı", "Heading 1": "Başlık 1", "Heading 2": "Başlık 2"}, {}),
        ({"Title": "제목", "Heading 1": "제목 1", "Heading 2": "제목 2"}, {"Title": "a3", "Heading 1": "1", "Heading 2": "2"}),
        ({"Title": "العنوان", "Heading 1": "عنوان 1", "Heading 2": "عنوان 2"}, {}),
    ],
    ids=["English", "Turkish ids", "Turkish", "Korean", "Arabic"],
)  # fmt: skip
@pytest.mark.parametrize("strict", [False, True])
def test_styles_are_told_in_any_language_and_in_the_strict_form(names, ids, strict):
    found = read(
        "[Title] The Slow Harbour", TEXT, "[Heading 1] The cost", TEXT, "[Heading 2] In grain", TEXT,
        names=names, ids=ids, strict=strict,
    )  # fmt: skip
    assert found.title == "The Slow Harbour"
    assert "<h2>The cost</h2>" in found.body_html
    assert "<h3>In grain</h3>" in found.body_html


def test_styles_are_told_by_their_ids_where_the_file_does_not_list_them():
    found = read("[Title] The Slow Harbour", TEXT, "[Heading 1] The cost", TEXT, bare=True)
    assert (found.title, headings(found)) == ("The Slow Harbour", ["The cost"])


def test_an_outline_level_makes_a_heading():
    found = read(TEXT, "[outline=2] The cost of waiting gladly", TEXT)
    assert found.headings[0].reason == "the file gives it a place in the outline"


@pytest.mark.parametrize(
    ("look", "reason"),
    [
        ("b", "wholly bold, 19 characters, a paragraph follows"),
        ("caps", "in capitals, 19 characters, a paragraph follows"),
        ("size=30", "larger than the text, 19 characters, a paragraph follows"),
        ("u", "wholly underlined, 19 characters, a paragraph follows"),
    ],
)
def test_a_look_alone_makes_a_heading(look, reason):
    found = read("[Title] Harbours", TEXT, f"[{look}] The cost of waiting", TEXT)
    assert [(h.text, h.reason) for h in found.headings] == [("The cost of waiting", reason)]


def test_a_bold_text_has_no_bold_headings_and_a_long_paragraph_in_a_style_for_headings_is_none():
    found = read(
        f"[b] {TEXT}", "[b] Nobody, gladly,", f"[b] {TEXT}", f"[Heading 1] {STRAIT} {INSURERS}", f"[b] {TEXT}"
    )
    assert headings(found) == []
    assert said(found, "has the style of a heading but the length of a paragraph")


def test_smaller_headings_stand_under_larger_ones():
    found = read(
        "[Title] Harbours",
        TEXT,
        "[b, size=32] The cost",
        TEXT,
        "[Heading 1] The law",
        TEXT,
        "[b] In grain",
        TEXT,
    )
    assert "<h2>The cost</h2>" in found.body_html
    assert "<h3>In grain</h3>" in found.body_html


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["[Title] The Slow Harbour"], "in the style “Title”"),
        (["[Heading 1] The Slow Harbour"], "the only heading of its level, above all others"),
        (["[size=40] The Slow Harbour"], "larger than any other line (20 points)"),
        (["[center] The Slow Harbour"], "centred above the text"),
        (["[properties] THE SLOW HARBOUR", "The Slow Harbour"], "the file’s properties give the same title"),
        (["[table]", "| The Slow Harbour |"], None),
        (["| Title | The Slow Harbour |", "| Author | Ann Bell |"], "its label says so"),
    ],
)
def test_where_a_title_is_found(lines, reason):
    found = read(*lines, "By Ann Bell", TEXT, "[Heading 2] The cost", TEXT)
    assert found.title == "The Slow Harbour"
    assert [a.name for a in found.authors] == ["Ann Bell"]
    if reason:
        assert [part.reason for part in found.parts if part.role == "title"] == [reason]


def test_properties_that_no_line_agrees_with_are_no_title():
    assert read("[properties] Template 2019", TEXT, "[b] The cost", TEXT).title is None


def test_a_title_in_two_paragraphs_or_lines_is_one():
    assert read("[Title] The Slow", "[Title] Harbour", TEXT).title == "The Slow Harbour"
    assert read("[Title] The Slow{br}Harbour", TEXT).title == "The Slow Harbour"


def test_a_subtitle_is_the_standfirst():
    found = read("[Title] The Slow Harbour", "[Subtitle] Why grain waits", "By Ann Bell", TEXT)
    assert (found.standfirst, found.paragraphs) == ("Why grain waits", 1)


def test_a_line_between_title_and_byline_that_is_set_apart_is_the_standfirst():
    found = read("[b, size=36] The Slow Harbour", "[i] Why grain waits", "By Ann Bell", TEXT)
    assert (found.standfirst, [a.name for a in found.authors]) == ("Why grain waits", ["Ann Bell"])


def test_a_byline_in_the_style_of_a_subtitle_is_a_byline():
    found = read("[Title] The Slow Harbour", "[Subtitle] By Ann Bell", TEXT)
    assert (found.standfirst, [a.name for a in found.authors]) == (None, ["Ann Bell"])


@pytest.mark.parametrize("kicker", ["OPINION", "Görüş", "기고", "Harbour Institute Policy Brief No. 4"])
def test_what_kind_of_piece_it_is_stands_above_the_title(kicker):
    found = read(f"[center] {kicker}", "[center, size=36] The Slow Harbour", "By Ann Bell", TEXT)
    assert (found.title, found.paragraphs) == ("The Slow Harbour", 1)
    assert said(found, f"“{kicker}” stands above the title")


def test_headings_of_pages_have_no_number():
    assert headings(read(TEXT, "[Heading 1] The cost", TEXT, names={"Heading 1": "Subheading"})) == [
        "The cost"
    ]


def test_lists_nest():
    found = read(
        TEXT, "[ul:1] Grain", "[ul:2] Wheat", "[ul:1] Ore", TEXT, "[ol:0] First", "[ol:0] Second", TEXT
    )
    assert "<ul><li>Grain<ul><li>Wheat</li></ul></li><li>Ore</li></ul>" in found.body_html
    assert "<ol><li>First</li><li>Second</li></ol>" in found.body_html
    assert "<ul><li>By style</li></ul>" in read(TEXT, "[List Bullet] By style", TEXT).body_html
    deeper = read(TEXT, "[List Bullet] Grain", "[List Bullet 2] Wheat", "[List Bullet] Ore", TEXT)
    assert "<ul><li>Grain<ul><li>Wheat</li></ul></li><li>Ore</li></ul>" in deeper.body_html


def test_a_list_that_goes_on_and_letters_are_told():
    found = read(TEXT, "[ol:0] First", TEXT, "[ol:0] Second", "[letters:0] Lettered", TEXT)
    assert said(found, "at “Second” goes on from 2")
    assert said(found, "A list lettered")


def test_typed_bullets_may_be_bold():
    assert "<ul><li>Grain</li><li>Ore</li></ul>" in read(TEXT, "**•{tab}**Grain", "•{tab}Ore", TEXT).body_html


def test_tables():
    found = read(
        TEXT, "[Caption] Table 1. Days", "[table header]", "| Port | Days | >> |", "| Izmir | 3 | 4{note Or five.} |",
        "| ^^ | 5 | 6 |", TEXT,
    )  # fmt: skip
    assert found.body_html.partition("<table>")[2].partition("</table>")[0] == (
        "<caption>Table 1. Days</caption>"
        '<thead><tr><th scope="col">Port</th><th colspan="2" scope="col">Days</th></tr></thead><tbody>'
        '<tr><td rowspan="2">Izmir</td><td>3</td><td>4<span class="footnote">Or five.</span></td></tr>'
        "<tr><td>5</td><td>6</td></tr></tbody>"
    )
    assert found.footnotes == ("Or five.",)


def test_a_bold_first_row_is_a_header_and_a_table_that_only_lays_out_is_none():
    assert "<th scope" in read(TEXT, "| **Port** | **Days** |", "| Izmir | 3 |").body_html
    found = read("[table bare]", f"| {TEXT} {TEXT} {TEXT} | Bell |", f"| {TEXT} | Yes |")
    assert "<table" not in found.body_html
    assert found.paragraphs >= 2


@pytest.mark.parametrize(
    "line",
    [
        f"[Quote] {INSURERS}",
        f"[quote=720] {INSURERS}",
        f"[indent=720, i] {INSURERS}",
        f"[indent=720] “{INSURERS}”",
    ],
)
def test_quotations(line):
    found = read(TEXT, line, TEXT)
    quoted = found.body_html.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert quoted.strip("“”").replace("<p>", "").replace("</p>", "").strip("“”") == INSURERS


@pytest.mark.parametrize("kind", ["link", "field", "simple"])
def test_links(kind):
    found = read(f"{TEXT} See {{{kind} https://example.org/a?b=[1]&c|the *report}}.")
    assert '<a href="https://example.org/a?b=%5B1%5D&amp;c">the *report</a>.' in found.body_html


def test_links_readers_cannot_follow_are_told():
    found = read(
        f"{TEXT} See {{link file:///C:/Users/x/report.docx|the report}} and {{link javascript:alert(1)|that}}."
    )
    assert "<a" not in found.body_html
    assert said(found, "file:///C:/Users/x/report.docx")
    assert said(found, "javascript:alert(1)")


def test_emphasis_over_many_runs_is_one():
    found = read(f"{TEXT} Nobody **waits gladly** for //grain and ore//.", split=2)
    assert "Nobody <strong>waits gladly</strong> for <em>grain and ore</em>." in found.body_html


def test_line_breaks():
    assert read(f"{STRAIT}{{br}}{INSURERS}").paragraphs == 2
    assert read(f"{STRAIT}{{br}}{{br}}{INSURERS}").paragraphs == 2
    assert "wheat<br>and ore" in read(TEXT, "Ships bring wheat{br}and ore").body_html
    cut = "the strait carries a third of the grain that leaves the region each year and nobody insures it{br}gladly at all."
    assert "insures it gladly at all" in read(TEXT, cut).body_html
    assert headings(read("[Title] Grain", TEXT, f"**The cost**{{br}}{TEXT}")) == ["The cost"]


def test_notes_stand_where_they_were_in_reading_order():
    found = read(
        f"{STRAIT}{{note First.}} {INSURERS}{{end Second, //slanted//.}}",
        "[Heading 1] Cost{note Third.}",
        TEXT,
    )
    assert found.footnotes == ("First.", "Second, slanted.", "Third.")
    assert 'gladly.<span class="footnote">First.</span> Insurers' in found.body_html
    assert '<h2>Cost<span class="footnote">Third.</span></h2>' in found.body_html


def test_marks_on_title_and_name_are_not_numbered_notes():
    found = read(
        f"[Title] The Slow Harbour{{mark **|{VIEWS}}}",
        f"By Ann Bell{{mark *|{BELL}}}",
        f"{TEXT}{{note See the Review.}}",
    )
    assert (found.title, found.author_notes, found.disclaimer) == ("The Slow Harbour", (BELL,), VIEWS)
    assert found.footnotes == ("See the Review.",)
    assert "*" not in found.body_html


def test_numbered_notes_on_names_below_a_title_make_them_a_byline():
    found = read(
        "[b, center] The Slow Harbour",
        f"[center] Ann Bell{{note {BELL}}} and Omar Said{{note Omar Said is Professor of Law at Bay University.}}",
        "[b] The cost",
        TEXT,
    )
    assert [author.name for author in found.authors] == ["Ann Bell", "Omar Said"]
    assert (len(found.author_notes), found.footnotes, headings(found)) == (2, (), ["The cost"])


def test_a_mark_in_the_text_whose_note_is_about_nobody_is_a_note():
    assert read(f"{STRAIT}{{mark †|At 2019 prices.}} {INSURERS}").footnotes == ("At 2019 prices.",)


def test_changes_are_accepted():
    found = read(
        f"{TEXT} {{del Gone}}{{from Moved}}{{ins New}} {{to Here}}.{{comment Why?}}",
        "[merge] Half a",
        " line.",
    )
    assert "New Here." in found.body_html
    assert "<p>Half a line.</p>" in found.body_html
    everything = found.body_html + " ".join(found.warnings)
    assert not [word for word in ("Gone", "Moved", "Why") if word in everything]
    assert said(found, "tracked changes")
    assert said(found, "comments in the margin")


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("{box Grain waits}", "A text box stands beside the text and was left out of it: “Grain waits”"),
        ("[header] Draft of May", "The header or footer of the pages was left out: “Draft of May”"),
        ("[footer] Do not quote", "The header or footer of the pages was left out: “Do not quote”"),
        ("{hidden Between us}", "Hidden text was left out: “Between us”"),
        ("{prompt Click here}", "A field nobody filled in was left out: “Click here”"),
        ("[TOC 1] The cost 3", "The table of contents was left out: “The cost 3”"),
        ("{math a=b}", "A formula was kept as plain text: “a=b”"),
        ("{sym Webdings F0AA}", "A symbol of the font “Webdings” could not be read"),
        ("{linked file:///etc/passwd}", "A picture is only linked, not in the file. Nothing was fetched"),
    ],
)  # fmt: skip
def test_what_does_not_go_into_the_text_is_told_once(line, warning):
    found = read(TEXT, line, TEXT)
    assert sum(warning in told for told in found.warnings) == 1


def test_pictures_are_kept_with_caption_and_description():
    found = read(TEXT, "{pic A ship}", "Figure 1: A ship waits.", TEXT)
    (picture,) = found.pictures
    assert (picture.name, picture.data, picture.description) == ("picture-1.png", PIXEL, "A ship")
    assert (
        f'<figure data-image="{picture.uid}"><figcaption>Figure 1: A ship waits.</figcaption></figure>'
        in found.body_html
    )
    assert not said(found, "alternative text")


@pytest.mark.parametrize(
    "made_up", ["", "image1.png", "A boat, Description automatically generated", "Picture 4"]
)
def test_a_description_nobody_wrote_is_asked_for(made_up):
    found = read(TEXT, f"{{pic {made_up}}}", TEXT)
    assert said(found, "alternative text") == (found.pictures[0].description == "")
    assert "generated" not in found.pictures[0].description


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xff\xd8\xff\xe0", "picture-1.jpg"),
        (b"RIFF1234WEBP", "picture-1.webp"),
        (b"\x01\x00\x00\x00 EMF", None),
    ],
)
def test_a_picture_is_known_by_its_bytes(data, name, monkeypatch):
    monkeypatch.setattr(word_files, "PIXEL", data)
    found = read(TEXT, "{pic A ship}", TEXT)
    assert [picture.name for picture in found.pictures] == ([name] if name else [])
    assert said(found, "browsers do not show") == (name is None)


def test_characters():
    found = read(
        f"{TEXT} A harb{{shy}}our,\u00a0“slow” – it’s far{{nbhy}}off; H{{sub 2}}O, 10{{sup 3}} {{sym Symbol F061}}."
    )
    assert "A harbour, “slow” – it’s far-off; H<sub>2</sub>O, 10<sup>3</sup> α." in found.body_html


def test_letters_above_the_line_follow_it_in_brackets():
    def run(words):
        return f"<w:r><w:t>{words}</w:t></w:r>"

    ruby = f"<w:r><w:ruby><w:rt>{run('hanja')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r>"
    assert "they say 漢字 (hanja)." in read(f"{TEXT} And they say {{xml {ruby}}}.").body_html


def test_a_file_within_the_file_is_told():
    text = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
    assert said(read_bytes(document(f"{text}<w:altChunk/>"), "a.docx"), "lies in it as a file of its own")


def test_cells_of_a_table_in_a_table_follow_each_other_and_deleted_rows_are_gone():
    def row(*cells, deleted=""):
        inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tr>{deleted}{inside}</w:tr>"

    a, b, c, d, gone = (f"<w:p><w:r><w:t>{word}</w:t></w:r></w:p>" for word in ("A", "B", "C", "D", "Gone"))
    rows = (
        row(a, b)
        + row(f"<w:tbl>{row(c, d)}</w:tbl>", b)
        + row(gone, gone, deleted="<w:trPr><w:del/></w:trPr>")
    )
    style = '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'
    found = read_bytes(
        document(f"<w:tbl>{style}{rows}</w:tbl><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"), "a.docx"
    )
    assert "<tr><td><p>C</p><p>D</p></td><td>B</td></tr></tbody>" in found.body_html
    assert "Gone" not in found.body_html
    assert said(found, "A table stood within a table")


def test_words_in_controls_and_tags_stay():
    assert "Ships of Ankara wait" in read(f"{TEXT} Ships of {{smart Ankara}} {{control wait}}.").body_html


def test_a_dropped_capital_belongs_to_its_word():
    assert "<p>The strait carries" in read("[drop] T", STRAIT.removeprefix("T")).body_html


def test_right_to_left_and_mixed_scripts():
    arabic = "تحمل السفن القمح عبر المضيق كل عام، ولا يؤمّن عليها أحد عن طيب خاطر، مهما قال الوزراء في المساء."
    found = read("[Title, bidi] الميناء البطيء", f"[bidi] {arabic} NATO {arabic}")
    assert found.title == "الميناء البطيء"
    assert f"<p>{arabic} NATO {arabic}</p>" in found.body_html
    assert found.language == "ar"


def test_a_file_without_text_is_refused():
    with pytest.raises(ManuscriptError, match="no text"):
        read("[]")
