"""Keys and values above a text in Markdown, as the programs of different writers put them."""

import pytest

from .samples import INSURERS, STRAIT, said
from .test_markdown import TITLE, read

NOTE = "Ann Bell keeps the light at Varna."


@pytest.mark.parametrize("key", ["author_note", "author-note", "about_the_author", "Author bio"])
def test_words_of_a_key_are_joined_by_any_sign(key):
    manuscript = read("---", f"title: {TITLE}", "author: Ann Bell", f"{key}: {NOTE}", "---", "", STRAIT)
    assert manuscript.author_note == NOTE
    assert manuscript.body_html == f"<p>{STRAIT}</p>"


def test_a_title_that_is_an_honorific():
    head = ["---", f"title: {TITLE}", "author:", "  name: Ann Bell", "  title: Prof. Dr.", "---"]
    assert [(a.honorific, a.name, a.role) for a in read(*head, "", STRAIT).authors] == [
        ("Prof. Dr.", "Ann Bell", "")
    ]


@pytest.mark.parametrize(
    ("second", "told"), [(TITLE, "the title once more"), ("Quiet Seas", "names another title")]
)
def test_a_second_title_is_told(second, told):
    manuscript = read("---", f"başlık: {TITLE}", f"title: {second}", "yazar: Ann Bell", "---", "", STRAIT)
    assert (manuscript.title, manuscript.body_html) == (TITLE, f"<p>{STRAIT}</p>")
    assert said(manuscript, f"“title: {second}” ")
    assert said(manuscript, told)


def test_links_between_notes_of_a_writer():
    manuscript = read(
        f"# {TITLE}", "", "By [[Ann Bell]]", "", f"{STRAIT} See [[Ports 2|the ports]].", "", "![[map.png]]"
    )
    assert [author.name for author in manuscript.authors] == ["Ann Bell"]
    assert manuscript.body_html == f"<p>{STRAIT} See the ports.</p>"
    assert said(manuscript, "“Ports 2”")
    assert said(manuscript, "“map.png”, which did not come with it")
    assert "[1]" in read(STRAIT, "", "See [[1]](https://example.org/).").body_html


@pytest.mark.parametrize("label", ["## Notes", "**Notes**", "Footnotes"])
def test_the_label_of_notes_that_stand_in_the_text_goes(label):
    manuscript = read(f"# {TITLE}", "", f"{STRAIT}[^1]", "", INSURERS, "", label, "", "[^1]: Of May.")
    assert manuscript.footnotes == ("Of May.",)
    assert "otes<" not in manuscript.body_html


def test_a_name_within_an_affiliation_is_that_of_a_house():
    head = ["---", f"title: {TITLE}", "author:", "  - name: Ann Bell", "    affiliations:", "      - name: Sea Institute",
            "  - name: John Roe", "    affiliations:", "    - name: Riga Forum", "---"]  # fmt: skip
    manuscript = read(*head, "", STRAIT)
    assert [(a.name, a.affiliation) for a in manuscript.authors] == [
        ("Ann Bell", "Sea Institute"),
        ("John Roe", "Riga Forum"),
    ]
    assert manuscript.author_note is None


def test_an_author_by_the_name_of_an_account_is_told():
    manuscript = read("---", f"title: {TITLE}", "author: abell", "---", "", "By Ann Bell", "", STRAIT)
    assert ([author.name for author in manuscript.authors], manuscript.author_note) == (["Ann Bell"], None)
    assert said(manuscript, "“author: abell” names nobody by a name")


def test_numbers_raised_by_hand_are_the_marks_of_notes():
    manuscript = read(
        f"{STRAIT}<sup>1</sup> Of 10<sup>6</sup> t.", "", INSURERS, "", "<sup>1</sup> Brokers’ circular."
    )
    assert manuscript.footnotes == ("Brokers’ circular.",)
    assert "Of 10<sup>6</sup> t." in manuscript.body_html


def test_a_link_that_a_byline_cannot_keep_is_told():
    lines = [
        "By [Ann Bell](https://bell.example/?a=1&b=2)",
        "",
        "[Harbour Institute](https://harbour.example)",
    ]
    manuscript = read(f"# {TITLE}", "", *lines, "", STRAIT)
    assert [(author.name, author.affiliation) for author in manuscript.authors] == [
        ("Ann Bell", "Harbour Institute")
    ]
    assert said(manuscript, "The link to https://bell.example/?a=1&b=2 was left out")
    assert said(manuscript, "The link to https://harbour.example was left out")
