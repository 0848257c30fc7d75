"""What was read from a manuscript, and the one error an editor is shown."""

from dataclasses import asdict, dataclass
from typing import Any

from .blocks import Picture
from .parts import Part


class ManuscriptError(ValueError):
    """The file cannot be read; the message is written for an editor."""


@dataclass(frozen=True, slots=True)
class ManuscriptAuthor:
    name: str
    honorific: str = ""
    role: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as it arrived. Nothing in it was invented: what the file does not say is None or empty."""

    title: str | None
    standfirst: str | None
    authors: tuple[ManuscriptAuthor, ...]
    author_notes: tuple[str, ...]
    disclaimer: str | None
    body_html: str
    headings: tuple[Heading, ...]
    paragraphs: int
    footnotes: tuple[str, ...]
    warnings: tuple[str, ...]
    language: str | None
    encoding: str
    sha256: str
    parts: tuple[Part, ...] = ()
    """Each block of the file in order, what it was taken for and why."""
    pictures: tuple[Picture, ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    """The short form and what the text says it stands for."""

    @property
    def author_note(self) -> str | None:
        return "\n".join(self.author_notes) or None

    def to_dict(self) -> dict[str, Any]:
        """The public JSON of `import_manuscript --json`."""
        return {
            "title": self.title,
            "authors": [asdict(author) for author in self.authors],
            "author_note": self.author_note,
            "disclaimer": self.disclaimer,
            "body_html": self.body_html,
            "headings": [heading.text for heading in self.headings],
            "paragraphs": self.paragraphs,
            "footnotes": list(self.footnotes),
            "warnings": list(self.warnings),
        }
