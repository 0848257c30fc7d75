from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.manuscripts import ManuscriptAuthor
from articles.models import Author, FormerAuthorName
from articles.text import fold, name_form

from .likeness import ALIKE, likeness

CANDIDATES = 3


@dataclass(frozen=True)
class AuthorMatch:
    """What a manuscript says of an author, and the record it means."""

    read: ManuscriptAuthor
    author: Author | None = None
    candidates: tuple[Author, ...] = ()
    """Without a record those most like it; with one, its namesakes. The likeliest first."""
    formerly: str = ""
    """The name under which the record was found, where it has another now."""

    @property
    def nearest(self):
        return self.candidates[0] if self.candidates else None

    @property
    def is_sure(self):
        return self.author is not None and not self.candidates

    def in_words(self):
        """What an editor should know of it; "" where there is nothing."""
        if self.author is None:
            return self._unknown()
        said = {"name": self.read.name, "record": self.author.name}
        if self.candidates:
            words = _(
                "More than one author is called “%(name)s”; this was taken for %(description)s. Check it."
            )
            return words % (said | {"description": _description(self.author)})
        if self.formerly:
            return _("“%(name)s” is a former name of “%(record)s”, or of a record merged into it.") % said
        if fold(" ".join(self.read.name.split())) != fold(self.author.name):
            return _("“%(name)s” was taken for “%(record)s”: the same words. Check it.") % said
        if not self.author.is_approved:
            return _("The author “%(record)s” waits for an editor’s approval.") % said
        return ""

    def _unknown(self):
        words = _("There is no author “%(name)s” yet: a new one will wait for an editor’s approval.")
        if self.candidates:
            words += " " + _("Did you mean %(candidates)s?")
        named = ", ".join(f"“{author.name}”" for author in self.candidates)
        return words % {"name": self.read.name, "candidates": named}


def match_authors(people):
    """An AuthorMatch for each. Two queries for those there are, two more for each of the others.

    Case, accents, hyphens and the order of the words do not part a name from its record; an initial does.
    """
    forms = {name_form(read.name)[:220] for read in people} - {""}
    present = _by_form(Author.objects.filter(name_form__in=forms), lambda author: author)
    former = _by_form(
        FormerAuthorName.objects.filter(name_form__in=forms).select_related("author"), lambda row: row.author
    )
    return tuple(_match(read, present, former) for read in people)


def _by_form(rows, author_of):
    found = {}
    for row in rows:
        found.setdefault(row.name_form, []).append(author_of(row))
    return found


def _match(read, present, former):
    form = name_form(read.name)[:220]
    found = present.get(form) or former.get(form)
    if not found:
        return AuthorMatch(read, candidates=_most_like(read.name))
    best, *others = sorted(found, key=lambda author: _rank(read, author))
    doubtful = [other for other in others if _rank(read, other)[:2] == _rank(read, best)[:2]]
    return AuthorMatch(
        read,
        author=best,
        candidates=tuple(doubtful[:CANDIDATES]),
        formerly="" if form in present else read.name,
    )


def _rank(read, author):
    """Among namesakes the order of the words decides, then the affiliation; then those that are approved."""
    same_order = fold(" ".join(read.name.split())) == fold(author.name)
    same_house = bool(read.affiliation) and fold(author.affiliation) == fold(read.affiliation)
    return (not same_order, not same_house, not author.is_approved, author.slug)


def _most_like(name):
    names = Author.objects.sharing_a_word(name_form(name)).values_list("pk", "name", "name_form")
    scored = [(likeness(name, other), form, pk) for pk, other, form in names]
    best = sorted((-score, form, pk) for score, form, pk in scored if score >= ALIKE)[:CANDIDATES]
    records = Author.objects.in_bulk([pk for _score, _form, pk in best])
    return tuple(records[pk] for _score, _form, pk in best)


def _description(author):
    return ", ".join(part for part in (author.printed_name, author.role, author.affiliation) if part)
