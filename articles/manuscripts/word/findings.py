"""What does not go into the text, said to the editor with its words: none may be lost unseen."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Findings:
    text_boxes: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    """Of the headers and footers of the pages."""
    hidden: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    """Of a template's fields that nobody filled in."""
    formulas: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    others: dict[str, None] = field(default_factory=dict)
    """Whole sentences, each said once."""
    kicker: list[str] = field(default_factory=list)
    """Lines above the title: the kind of piece, a series, a house."""
    inserted: bool = False
    deleted: bool = False
    comments: bool = False
    struck: bool = False

    def add(self, sentence: str) -> None:
        self.others[sentence] = None

    @property
    def warnings(self) -> list[str]:
        changes = self.inserted or self.deleted
        return [
            *(["The file has tracked changes. They were taken as accepted."] if changes else []),
            *(["The comments in the margin were left out."] if self.comments else []),
            *(["Some words are struck through. They were kept: see whether they should go."] if self.struck else []),
            *_each("A text box stands beside the text and was left out of it: “{}”", self.text_boxes),
            *_each("The header or footer of the pages was left out: “{}”", self.margins),
            *_each("Hidden text was left out: “{}”", self.hidden),
            *_each("The table of contents was left out: “{}”", self.contents),
            *_each("A field nobody filled in was left out: “{}”", self.prompts),
            *_each("A formula was kept as plain text: “{}”. Check it.", self.formulas),
            *_each("A link that readers could not follow was taken off its words: {}", self.links),
            *_each("“{}” stands above the title and was left out. Should it be kept?", self.kicker),
            *self.others,
        ]  # fmt: skip


def _each(sentence: str, words: list[str]) -> list[str]:
    return [sentence.format(text) for text in dict.fromkeys(words)]
