from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from articles.manuscripts import nearest, same_wording, similarity
from articles.models import Disclaimer, FormerWording
from articles.text.diff import diff_texts

# Of 1, from where on two wordings are read as one with changes.
ALIKE = 0.6


@dataclass(frozen=True)
class DisclaimerMatch:
    """The wording a manuscript carries, and the record that says the same; without one, the record most like it."""

    read: str
    disclaimer: Disclaimer | None = None
    nearest: Disclaimer | None = None
    is_former: bool = False
    """The record said the same once, and says it otherwise now."""

    @property
    def is_near(self):
        """Whether one grew from the other, so that a comparison by words says something."""
        return self.nearest is not None and similarity(self.nearest.wording, self.read) >= ALIKE

    @property
    def changes(self):
        """From the nearest wording, or from what the record says now, to the one that was read: diff Parts."""
        known = self.nearest or (self.disclaimer if self.is_former else None)
        return diff_texts(known.wording, self.read) if known else ()

    def in_words(self):
        if self.disclaimer is None:
            words = _("The wording of its disclaimer is new: it will wait for an editor’s approval.")
            return f"{words} {self._against_the_nearest()}" if self.nearest else words
        label = {"label": self.disclaimer.label}
        if self.is_former:
            words = _(
                "It carries a former wording of the disclaimer “%(label)s”: the present one will be printed."
            )
            return words % label
        if not self.disclaimer.is_approved:
            return _("The disclaimer “%(label)s” waits for an editor’s approval.") % label
        return ""

    def _against_the_nearest(self):
        """A few changed words are named; of two wordings with little in common both are shown whole."""
        known = self.nearest
        if not self.is_near:
            return _("The nearest, “%(label)s”, says: “%(wording)s”") % {
                "label": known.label,
                "wording": known.wording,
            }
        changes = difference(known.wording, self.read)
        return _("Against “%(label)s” it has %(changes)s.") % {"label": known.label, "changes": changes}


def match_disclaimer(read, language):
    """The same wording counts as the same whatever its quotes, spaces, case and number of authors."""
    records = sorted(Disclaimer.objects.all(), key=lambda record: _rank(record, language))
    for record in records:
        if same_wording(record.wording, read):
            return DisclaimerMatch(read, disclaimer=record)
    former = [
        row.disclaimer
        for row in FormerWording.objects.select_related("disclaimer")
        if same_wording(row.wording, read)
    ]
    if former:
        record = min(former, key=lambda record: _rank(record, language))
        return DisclaimerMatch(read, disclaimer=record, is_former=True)
    close = nearest(read, [record.wording for record in records], at_least=0)
    return DisclaimerMatch(read, nearest=next((r for r in records if close and r.wording == close[0]), None))


def _rank(record, language):
    return (record.language != language, not record.is_approved, not record.is_default, record.label)


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
