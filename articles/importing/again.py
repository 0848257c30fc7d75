"""A corrected file of an article that is there: what it changes, each change to be taken or left."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import workflow
from articles.manuscripts import ManuscriptError, read_bytes
from articles.models import Article, Author, Image
from articles.text import clean, figures_in, with_pictures
from articles.text.merge import hunks, taken

from .pictures import files_of
from .understanding import Understanding, understand

BODY = "body"


@dataclass(frozen=True)
class Change:
    """`key` is a field of the article, "note-" and an author's uid, or "body-" and the place of a paragraph."""

    key: str
    now: str
    new: str
    collides: bool = False
    """The desk has changed it since the last file: to take it is to lose that."""
    author: Author | None = None
    """Whose note it is."""

    @property
    def is_text(self):
        return self.key.startswith(BODY)


@dataclass(frozen=True)
class NewFile:
    """A file that is about to be compared with `article`, and the file its text came from before, if that can be read."""

    article: Article
    understood: Understanding
    base: str
    """The text of the file before; without one, the article's as it stands."""

    @property
    def manuscript(self):
        return self.understood.manuscript

    @cached_property
    def hunks(self):
        return hunks(self.base, clean(self.article.body), self._new_body)

    @cached_property
    def changes(self):
        """What may be taken or left, in the order of the page."""
        return [*self._fields(), *self._text(), *self._notes()]

    @cached_property
    def doubts(self):
        """What the file says otherwise and taking changes does not bring along, then what was hard to read."""
        return [*self._signed(), *self._disclaimed(), *self.understood.doubts]

    @property
    def _new_body(self):
        """With the pictures of the library in place of the same ones in the file; others keep the name they have there."""
        return clean(with_pictures(self.manuscript.body_html, _names_in_library(self.understood)))

    def _fields(self):
        said = {"title": self.understood.title, "standfirst": self.manuscript.standfirst}
        for name, new in said.items():
            now = getattr(self.article, name)
            if new and " ".join(now.split()) != " ".join(new.split()):
                yield Change(name, now, new)

    def _text(self):
        for place, hunk in enumerate(self.hunks):
            if hunk.is_change:
                yield Change(f"{BODY}-{place}", hunk.now, hunk.new, hunk.collides)

    def _notes(self):
        lines = {line.author: line for line in self.article.bylines.select_related("author")}
        for position, match in enumerate(self.understood.authors):
            note = " ".join(self.understood.notes.get(position, []))
            line = lines.get(match.author)
            if line and note and note != line.note:
                yield Change(f"note-{match.author.uid}", line.note, note, author=match.author)

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
    return NewFile(article, understood, _base(article))


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
    notes = {change.author: change.new for change in accepted.values() if change.author}
    comment = _("From a new file of the author: %s") % original.name
    revision = workflow.save_revision(
        article, by=by, bylines=_bylines(article, notes) if notes else None, comment=comment
    )
    workflow.keep_manuscript(original, article, by=by)
    return revision


def _bylines(article, notes):
    return [
        workflow.BylineEntry(
            author=line.author,
            name=line.name,
            honorific=line.honorific,
            role=line.role,
            affiliation=line.affiliation,
            note=notes.get(line.author, line.note),
        )
        for line in article.bylines.select_related("author")
    ]


def _base(article):
    """The text of the newest file the article has, as it is read today; as it stands, where there is none to read."""
    file = article.manuscript_files.first()
    if file is None:
        return article.body
    try:
        manuscript = read_bytes(bytes(file.data), file.name)
    except ManuscriptError:
        return article.body
    digests = {picture.uid: picture.sha256 for picture in manuscript.pictures}
    return clean(with_pictures(manuscript.body_html, _library(digests)))


def _names_in_library(understood):
    digests = {match.picture.uid: match.picture.sha256 for match in understood.pictures if not match.unfit}
    return {uid: uid for uid in digests} | _library(digests)


def _library(digests):
    """{uid in a file: uid in the library} of those it has."""
    known = Image.objects.in_bulk(list(digests.values()), field_name="sha256") if digests else {}
    return {uid: str(known[digest].uid) for uid, digest in digests.items() if digest in known}
