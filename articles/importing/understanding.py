from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.manuscripts import NO_TITLE, Manuscript
from articles.matching import (
    AuthorMatch,
    DisclaimerMatch,
    TopicMatch,
    match_authors,
    match_disclaimer,
    suggest_topics,
)
from articles.models import Article, Publication
from articles.text import fold, plain_text

from .pictures import PictureMatch, match_pictures


@dataclass(frozen=True)
class Understanding:
    """What a manuscript would become among the records there are."""

    manuscript: Manuscript
    title: str
    language: str
    authors: tuple[AuthorMatch, ...]
    disclaimer: DisclaimerMatch | None
    draft: Article | None
    """The article this very file, byte for byte, was made into or taken into before."""
    topics: tuple[TopicMatch, ...] = ()
    """Offered to whoever decides; a draft made without a decision has none."""
    pictures: tuple[PictureMatch, ...] = ()

    @cached_property
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

    @cached_property
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
        doubts += [match.in_words() for match in self.pictures]
        return [doubt for doubt in doubts if doubt]


def understand(manuscript, *, title="", language=""):
    """Match `manuscript` with the records there are. A `title` or `language` given here wins over the file's own."""
    language = language or manuscript.language or Publication.objects.current().default_language
    title = _title(manuscript, title)
    return Understanding(
        manuscript=manuscript,
        title=title,
        language=language,
        authors=match_authors(_each_once(manuscript.authors)),
        disclaimer=match_disclaimer(manuscript.disclaimer, language) if manuscript.disclaimer else None,
        draft=Article.objects.of_manuscript(manuscript.sha256),
        topics=suggest_topics(
            f"{title}\n{manuscript.standfirst or ''}", plain_text(manuscript.body_html), language
        ),
        pictures=match_pictures(manuscript),
    )


def understand_alone(manuscript, *, title=""):
    """What `understand` says without a database to look into."""
    return Understanding(
        manuscript=manuscript,
        title=_title(manuscript, title),
        language=manuscript.language or "en",
        authors=tuple(AuthorMatch(author) for author in _each_once(manuscript.authors)),
        disclaimer=DisclaimerMatch(manuscript.disclaimer) if manuscript.disclaimer else None,
        draft=None,
    )


def _title(manuscript, title):
    return " ".join((title or manuscript.title or "").split())


def _each_once(authors):
    """The first mention of each: an author stands once on an article, and a careless byline may name one twice."""
    first = {}
    for author in authors:
        first.setdefault(fold(author.name), author)
    return list(first.values())
