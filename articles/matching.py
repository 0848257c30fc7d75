"""Which records a manuscript means: the author it names, the disclaimer it carries. Reads, never writes."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from articles.manuscripts import ManuscriptAuthor, nearest, same_wording, similarity
from articles.models import Author, Disclaimer
from articles.text import fold

# Of 1, from where on two wordings are read as one with changes.
ALIKE = 0.6


@dataclass(frozen=True)
class AuthorMatch:
    """What a manuscript says of an author, and the record it means; without one, the record most like it."""

    read: ManuscriptAuthor
    author: Author | None = None
    nearest: Author | None = None
    namesakes: int = 0

    def in_words(self):
        if self.author is None:
            words = _("There is no author “%(name)s” yet: a new one will wait for an editor’s approval.")
            if self.nearest:
                words += " " + _("Did you mean “%(nearest)s”?") % {"nearest": self.nearest.name}
            return words % {"name": self.read.name}
        if self.namesakes:
            words = _(
                "More than one author is called “%(name)s”; this was taken for %(description)s. Check it."
            )
            return words % {"name": self.read.name, "description": _description(self.author)}
        if not self.author.is_approved:
            return _("The author “%(name)s” waits for an editor’s approval.") % {"name": self.author.name}
        return ""


@dataclass(frozen=True)
class DisclaimerMatch:
    """The wording a manuscript carries, and the record that says the same; without one, the record most like it."""

    read: str
    disclaimer: Disclaimer | None = None
    nearest: Disclaimer | None = None

    def in_words(self):
        if self.disclaimer is None:
            words = _("The wording of its disclaimer is new: it will wait for an editor’s approval.")
            return f"{words} {self._against_the_nearest()}" if self.nearest else words
        if not self.disclaimer.is_approved:
            return _("The disclaimer “%(label)s” waits for an editor’s approval.") % {
                "label": self.disclaimer.label
            }
        return ""

    def _against_the_nearest(self):
        """A few changed words are named; of two wordings with little in common both are shown whole."""
        known = self.nearest
        if similarity(known.wording, self.read) < ALIKE:
            return _("The nearest, “%(label)s”, says: “%(wording)s”") % {
                "label": known.label,
                "wording": known.wording,
            }
        changes = difference(known.wording, self.read)
        return _("Against “%(label)s” it has %(changes)s.") % {"label": known.label, "changes": changes}


def match_author(read):
    """An exact match is one of names, whatever their case and accents; among namesakes the affiliation decides."""
    key = fold(" ".join(read.name.split()))[:220]
    found = list(Author.objects.filter(name_key=key).order_by("-is_approved", "slug"))
    if not found:
        return AuthorMatch(read, nearest=_nearest_author(read.name))
    here = [
        author for author in found if read.affiliation and fold(author.affiliation) == fold(read.affiliation)
    ]
    if len(here) == 1 or len(found) == 1:
        return AuthorMatch(read, author=(here or found)[0])
    return AuthorMatch(read, author=(here or found)[0], namesakes=len(found) - 1)


def match_disclaimer(read, language):
    """The same wording counts as the same whatever its quotes, spaces, case and number of authors."""
    records = sorted(
        Disclaimer.objects.all(),
        key=lambda d: (d.language != language, not d.is_approved, not d.is_default, d.label),
    )
    for record in records:
        if same_wording(record.wording, read):
            return DisclaimerMatch(read, disclaimer=record)
    close = nearest(read, [record.wording for record in records], at_least=0)
    return DisclaimerMatch(read, nearest=next((r for r in records if close and r.wording == close[0]), None))


def difference(known, read):
    """What `read` says otherwise than `known`, in words for an editor."""
    old, new = known.split(), read.split()
    changes = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = " ".join(old[a:b]), " ".join(new[c:d])
        if tag == "replace":
            changes.append(_("“%(now)s” instead of “%(was)s”") % {"now": now, "was": was})
        elif tag == "insert":
            changes.append(_("“%(now)s” added") % {"now": now})
        elif tag == "delete":
            changes.append(_("“%(was)s” left out") % {"was": was})
    return ", ".join(changes)


def _nearest_author(name):
    """The record whose name is most like `name`. Names are compared alone: few words, so letters decide."""
    names = dict(Author.objects.order_by("-is_approved", "slug").values_list("name", "pk"))
    close = nearest(name, names)
    return Author.objects.get(pk=names[close[0]]) if close else None


def _description(author):
    return ", ".join(part for part in (author.printed_name, author.role, author.affiliation) if part)
