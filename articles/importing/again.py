"""A corrected file of an article that is there: what it changes, each change to be taken or left."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import workflow
from articles.manuscripts import ManuscriptError, read_bytes
from articles.models import Article, Author
from articles.text import clean, figures_in, with_pictures
from articles.text.merge import hunks, taken

from .pictures import files_of
from .understanding import Understanding, understand

BODY = "body"
SIGNED = ("honorific", "role", "affiliation", "note")


@dataclass(frozen=True)
class Change:
    """`key` is a field of the article, a part of a byline and its author's uid, or "body-" and the place of a paragraph."""

    key: str
    now: str
    new: str
    collides: bool = False
    """The desk has changed it since the last file: to take it is to lose that."""
    author: Author | None = None
    """Whose byline it is a part of."""

    @property
    def is_text(self):
        return self.key.startswith(BODY)

    @property
    def part(self):
        """The field of the article or of the byline; of a paragraph "body"."""
        return self.key.partition("-")[0]


@dataclass(frozen=True)
class NewFile:
    """A file that is about to be compared with `article`, and the file its text came from before, if that can be read."""

    article: Article
    understood: Understanding
    before: Understanding | None
    """The file before; without one, all that the article says otherwise may be taken for the file's own change."""

    @property
    def manuscript(self):
        return self.understood.manuscript

    @cached_property
    def hunks(self):
        base = _body(self.before, _library(self.before)) if self.before else self.article.body
        # Pictures that are new to the library keep the name they have in the file.
        new = {match.picture.uid: match.picture.uid for match in self.understood.pictures if not match.unfit}
        new |= _library(self.understood)
        return hunks(base, clean(self.article.body), _body(self.understood, new))

    @cached_property
    def changes(self):
        """What may be taken or left, in the order of the page."""
        words = list(self._words())
        return [
            *(change for change in words if not change.author),
            *self._text(),
            *(change for change in words if change.author),
        ]

    @cached_property
    def doubts(self):
        """What the file says otherwise and taking changes does not bring along, then what was hard to read."""
        return [*self._signed(), *self._disclaimed(), *self.understood.doubts]

    def _words(self):
        """Of the title, the standfirst and who signs: what this file says, and the one before it did not."""
        new, before = _said(self.understood), _said(self.before) if self.before else None
        for key, (now, author) in _as_it_stands(self.article).items():
            said, was = new.get(key, ""), now if before is None else before.get(key, "")
            if said and not _same(said, now) and (before is None or not _same(said, was)):
                yield Change(key, now, said, not _same(now, was), author)

    def _text(self):
        for place, hunk in enumerate(self.hunks):
            if hunk.is_change:
                yield Change(f"{BODY}-{place}", hunk.now, hunk.new, hunk.collides)

    def _signed(self):
        signed = {line.author_id for line in self.article.bylines.all()}
        for match in self.understood.authors:
            if match.author is None or match.author.pk not in signed:
                yield _("The file names “%s”, who does not sign the article.") % match.read.name

    def _disclaimed(self):
        match = self.understood.disclaimer
        if match and (match.disclaimer is None or match.disclaimer != self.article.disclaimer):
            yield _("The file carries another disclaimer than the article: “%s”") % match.read


def compare_again(article, manuscript):
    """What a new file of `article` says otherwise. Looks and writes nothing."""
    understood = understand(manuscript, title=manuscript.title or article.title, language=article.language)
    return NewFile(article, understood, _before(article))


def take_again(new, accepted, *, by, original):
    """Save the article with the accepted changes, by their keys; the file is the article's from now on.

    Goes through `workflow.save_revision`: a copy someone has saved over is refused, and so is a change not on offer.
    """
    on_offer = {change.key: change for change in new.changes}
    if not set(accepted) <= set(on_offer):
        raise ValidationError(_("What the file changes is not what it was when you looked: look again."))
    body = taken(new.hunks, {int(key.partition("-")[2]) for key in accepted if on_offer[key].is_text})
    wanted = [match for match in new.understood.pictures if match.picture.uid in figures_in(body)]
    files = files_of(replace(new.understood, pictures=tuple(wanted)))
    with workflow.added_images(files, by=by) as images:
        places = {uid: uid for uid in figures_in(body)}
        body = with_pictures(body, places | {uid: str(image.uid) for uid, image in images.items()})
        return _save(new, {key: on_offer[key] for key in accepted}, body, by, original)


@transaction.atomic
def _save(new, accepted, body, by, original):
    article = new.article
    article.body = body
    for name in ("title", "standfirst"):
        if name in accepted:
            setattr(article, name, accepted[name].new)
    parts = {}
    for change in accepted.values():
        if change.author:
            parts.setdefault(change.author, {})[change.part] = change.new
    comment = _("From a new file of the author: %s") % original.name
    revision = workflow.save_revision(
        article, by=by, bylines=_bylines(article, parts) if parts else None, comment=comment
    )
    workflow.keep_manuscript(original, article, by=by)
    return revision


def _bylines(article, parts):
    """As they stand, with `parts` of some: {author: {part: words}}."""
    return [
        workflow.BylineEntry(
            author=line.author,
            name=line.name,
            **{part: getattr(line, part) for part in SIGNED} | parts.get(line.author, {}),
        )
        for line in article.bylines.select_related("author")
    ]


def _said(understood):
    """{key of a change: what a file says there}."""
    manuscript = understood.manuscript
    said = {"title": manuscript.title or "", "standfirst": manuscript.standfirst or ""}
    for position, match in enumerate(understood.authors):
        if match.author:
            note = " ".join(understood.notes.get(position, []))
            words = (match.read.honorific, match.read.role, match.read.affiliation, note)
            said |= {f"{part}-{match.author.uid}": text for part, text in zip(SIGNED, words, strict=True)}
    return said


def _as_it_stands(article):
    """{key of a change: (what the article says there, whose byline it is)}."""
    now = {name: (getattr(article, name), None) for name in ("title", "standfirst")}
    for line in article.bylines.select_related("author"):
        now |= {f"{part}-{line.author.uid}": (getattr(line, part), line.author) for part in SIGNED}
    return now


def _same(one, other):
    return one.split() == other.split()


def _before(article):
    """The newest file the article has, as it is read today; None where there is none to read."""
    file = article.manuscript_files.first()
    if file is None:
        return None
    try:
        manuscript = read_bytes(bytes(file.data), file.name)
    except ManuscriptError:
        return None
    return understand(manuscript, title=manuscript.title or article.title, language=article.language)


def _body(understood, pictures):
    return clean(with_pictures(understood.manuscript.body_html, pictures))


def _library(understood):
    """{uid in the file: uid in the library} of the pictures it has."""
    return {match.picture.uid: str(match.image.uid) for match in understood.pictures if match.image}
