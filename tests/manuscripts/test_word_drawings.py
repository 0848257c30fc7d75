"""What is drawn in a Word file and cannot be kept: told, with the words in it."""

import pytest

from articles.manuscripts import read_bytes

from .samples import INSURERS, STRAIT, said
from .word_files import Writer

TEXT = f"{STRAIT} {INSURERS}"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def read(drawn: str, *, kind="", part=""):
    """A file with a drawing in it, that shows a part of its own where `kind` is given."""
    writer = Writer(extra={f"word/{kind}1.xml": part} if kind else None)
    drawn = drawn.replace("RID", writer.relate(kind, f"{kind}1.xml")) if kind else drawn
    return read_bytes(writer.write("\n".join([TEXT, f"{{xml <w:r>{drawn}</w:r>}}", TEXT])), "a.docx")


def graphic(inside: str, uri: str = "") -> str:
    return (
        f'<w:drawing><wp:inline><wp:docPr id="4" name="Chart 1"/><a:graphic><a:graphicData uri="{uri}">{inside}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def test_a_chart_is_told_with_its_title_and_figures():
    found = read(
        graphic(f'<c:chart xmlns:c="{DRAWN}/chart" r:id="RID"/>', f"{DRAWN}/chart"),
        kind="chart",
        part=f'<c:chartSpace xmlns:c="{DRAWN}/chart" xmlns:a="{DRAWN}/main"><a:t>Premiums</a:t>'
        "<c:cat><c:strCache><c:pt><c:v>Spring</c:v></c:pt></c:strCache></c:cat>"
        "<c:val><c:numCache><c:pt><c:v>1.1</c:v></c:pt></c:numCache></c:val></c:chartSpace>",
    )
    assert said(found, "A chart was left out: “Premiums Spring 1.1”.")


def test_a_diagram_is_told_with_its_words():
    found = read(
        graphic(f'<dgm:relIds xmlns:dgm="{DRAWN}/diagram" r:dm="RID"/>', f"{DRAWN}/diagram"),
        kind="diagramData",
        part=f'<dgm:dataModel xmlns:dgm="{DRAWN}/diagram" xmlns:a="{DRAWN}/main"><a:t>Ask</a:t><a:t>Answer</a:t></dgm:dataModel>',
    )
    assert said(found, "A diagram was left out: “Ask Answer”.")


@pytest.mark.parametrize(
    ("made_with", "told"), [('ProgID="Excel.Sheet.12"', "Excel.Sheet.12"), ("", "another program")]
)
def test_an_object_of_another_program_is_told_once(made_with, told):
    office = "urn:schemas-microsoft-com:office:office"
    found = read(f'<w:object><v:shape/><o:OLEObject xmlns:o="{office}" {made_with}/></w:object>')
    assert [w for w in found.warnings if w.startswith("An object")] == [
        f"An object of {told} was left out. Add it as a picture."
    ]


def test_words_that_are_drawn_are_told():
    found = read(graphic("<a:sp><a:p><a:r><a:t>Ninety of three hundred</a:t></a:r></a:p></a:sp>", "x"))
    assert said(found, "was left out of it: “Ninety of three hundred”")


def test_a_drawing_of_an_unknown_kind_is_told_and_a_line_is_not():
    assert said(read(graphic("", "http://schemas.example.org/model3d")), "A drawing that cannot be read")
    assert read(graphic("<a:ln/>", "http://x/wordprocessingShape")).warnings == read("").warnings
