"""From a manuscript to a draft article. `understand` looks and writes nothing; `make_draft` writes all or nothing."""

import html
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles import workflow
from articles.manuscripts import NO_TITLE, Manuscript
from articles.matching import AuthorMatch, DisclaimerMatch, match_author, match_disclaimer
from articles.models import Article, Author, Disclaimer, Publication
from articles.text import fold


@dataclass(frozen=True)
class Understanding:
    """What a manuscript would become among the records there are."""

    manuscript: Manuscript
    title: str
    language: str
    authors: tuple[AuthorMatch, ...]
    disclaimer: DisclaimerMatch | None
    draft: Article | None
    """The article this very file, byte for byte, was made into before."""

    @property
    def notes(self):
        """Each author's note by position; under None what names none of several authors, or what has no author."""
        placed = {}
        for note in self.manuscript.author_notes:
            named = [i for i, match in enumerate(self.authors) if fold(match.read.name) in fold(note)]
            if not named and len(self.authors) == 1:
                named = [0]
            for position in named[:1] or [None]:
                placed.setdefault(position, []).append(note)
        return placed

    @property
    def doubts(self):
        """Everything an editor should look at: the reader's own warnings, then those of matching."""
        read = [warning for warning in self.manuscript.warnings if not (self.title and warning == NO_TITLE)]
        doubts = [*read, *(match.in_words() for match in self.authors)]
        if self.disclaimer:
            doubts.append(self.disclaimer.in_words())
        doubts += [
            _("This note names none of the authors; it stands at the end of the text until you move it: “%s”")
            % note
            for note in self.notes.get(None, [])
        ]
        return [doubt for doubt in doubts if doubt]


def understand(manuscript, *, title=""):
    """Match `manuscript` with the records there are. A `title` given here wins over the file's own."""
    language = manuscript.language or Publication.objects.current().default_language
    return Understanding(
        manuscript=manuscript,
        title=" ".join((title or manuscript.title or "").split()),
        language=language,
        authors=tuple(match_author(author) for author in _each_once(manuscript.authors)),
        disclaimer=match_disclaimer(manuscript.disclaimer, language) if manuscript.disclaimer else None,
        draft=Article.objects.filter(manuscript_sha256=manuscript.sha256).first(),
    )


def understand_alone(manuscript, *, title=""):
    """What `understand` says without a database to look into."""
    return Understanding(
        manuscript=manuscript,
        title=" ".join((title or manuscript.title or "").split()),
        language=manuscript.language or "en",
        authors=tuple(AuthorMatch(author) for author in _each_once(manuscript.authors)),
        disclaimer=DisclaimerMatch(manuscript.disclaimer) if manuscript.disclaimer else None,
        draft=None,
    )


@transaction.atomic
def make_draft(understood, *, by):
    """Make the draft, and the records it lacks: these wait for approval, and publishing waits for them.

    Raises ValidationError where a value does not fit its field, Refusal where the file has been imported before.
    """
    manuscript = understood.manuscript
    draft = Article.objects.filter(manuscript_sha256=manuscript.sha256).first()
    if draft:
        raise workflow.Refusal(workflow.Problem("imported", _("This manuscript is “%s” already.") % draft))
    fields = {"disclaimer": _disclaimer(understood)} if understood.disclaimer else {}
    return workflow.create_draft(
        by=by,
        bylines=_bylines(understood),
        title=understood.title,
        standfirst=manuscript.standfirst or "",
        body=manuscript.body_html + _paragraphs(understood.notes.get(None, [])),
        language=understood.language,
        manuscript_sha256=manuscript.sha256,
        **fields,
    )


def _each_once(authors):
    """The first mention of each: an author stands once on an article, and a careless byline may name one twice."""
    first = {}
    for author in authors:
        first.setdefault(fold(author.name), author)
    return first.values()


def _bylines(understood):
    return [
        workflow.BylineEntry(
            author=match.author or _new_author(match.read),
            name=match.read.name,
            honorific=match.read.honorific,
            role=match.read.role,
            affiliation=match.read.affiliation,
            note=" ".join(understood.notes.get(position, [])),
        )
        for position, match in enumerate(understood.authors)
    ]


def _new_author(read):
    author = Author(
        name=read.name,
        honorific=read.honorific,
        role=read.role,
        affiliation=read.affiliation,
        is_approved=False,
    )
    author.full_clean()
    author.save()
    return author


def _disclaimer(understood):
    """The record that says the same, or a new one that waits for approval."""
    match = understood.disclaimer
    if match.disclaimer:
        return match.disclaimer
    base = _("From the manuscript: %s") % Truncator(understood.title).chars(60)
    taken = set(
        Disclaimer.objects.filter(language=understood.language, label__startswith=base).values_list(
            "label", flat=True
        )
    )
    number, label = 2, base
    while label in taken:
        number, label = number + 1, f"{base} ({number})"
    disclaimer = Disclaimer(label=label, language=understood.language, wording=match.read, is_approved=False)
    disclaimer.full_clean()
    disclaimer.save()
    return disclaimer


def _paragraphs(notes):
    return "".join(f"<p>{html.escape(note, quote=False)}</p>" for note in notes)
