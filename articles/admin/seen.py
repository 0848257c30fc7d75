"""What a form was opened with, as short digests that it carries along: so a save knows what others changed meanwhile.

By field and by row of an inline, so that it can be said what they changed, and what I did not touch can stay theirs.
"""

import hashlib
import json
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from .conflict_values import kinds

NAME = "_seen"


@dataclass
class Seen:
    fields: dict = field(default_factory=dict)
    """{name: digest} of the form's own fields."""
    rows: dict = field(default_factory=dict)
    """{prefix of the formset: {primary key: digest}}."""
    at: object = None
    held: bool = False
    """A form that was refused says so: it is saved by the button that answers, not by Save."""

    @classmethod
    def of(cls, form, formsets):
        """What a form and its formsets show before anything is typed."""
        rows = {
            formset.prefix: {str(row.instance.pk): row_digest(row) for row in formset.initial_forms}
            for formset in formsets
        }
        return cls(field_digests(form), rows, timezone.now())

    @classmethod
    def carried(cls, data):
        """What the form sent says it was opened with; nothing, where that cannot be read."""
        try:
            said = json.loads(data.get(NAME, ""))
            fields, rows, at = said["fields"], said["rows"], parse_datetime(said["at"])
            rows = {prefix: dict(pairs) for prefix, pairs in rows.items()}
            return cls(dict(fields), rows, at, bool(said.get("held")))
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def __str__(self):
        at = self.at.isoformat() if self.at else ""
        return json.dumps({"fields": self.fields, "rows": self.rows, "at": at, "held": self.held})

    def says_the_same(self, other):
        return (self.fields, self.rows) == (other.fields, other.rows)

    @property
    def digest(self):
        return _digest((sorted(self.fields.items()), sorted(self.rows.items())))


def field_digests(form):
    return {name: _digest(kind.key(form[name].value())) for name, kind in kinds(form).items()}


def row_digest(row):
    return _digest(sorted(field_digests(row).items()))


def _digest(key):
    return hashlib.sha256(repr(key).encode()).hexdigest()[:12]
