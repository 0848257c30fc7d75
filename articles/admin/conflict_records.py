"""An author, topic, disclaimer … saved by two. Django's admin lets the second overwrite the first: 43 of 60 saves went.

The form carries what it was opened with (seen.py). A save that finds something else, under the lock of the row, is
refused, and the form comes back with what I changed and, where I touched nothing, with what they saved.
"""

import re
from dataclasses import dataclass, replace

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.text.diff import Row, diff_bodies, diff_texts

from .changes import Changes
from .conflict_values import Body, kinds
from .seen import NAME, Seen, field_digests, row_digest
from .status import minute

KEEP_MINE = "_keep_mine"


@dataclass(frozen=True)
class RecordConflict:
    happened: list
    both: Changes | None = None
    """From their values to mine, where both have changed it."""
    taken: Changes | None = None
    """From what was to what they made of it, where I changed nothing."""
    answer: str = ""
    """What the button sends back: the values it was pressed over."""
    gone: bool = False


class Meanwhile:
    """What was opened, what is saved now, and what was typed, of one record."""

    def __init__(self, data, now, typed):
        """`now` and `typed` are each a form and its formsets; those of `typed` are bound to `data`."""
        self.data, self.opened = data, Seen.carried(data)
        (self.form, self.formsets), (self.typed, self.typed_formsets) = now, typed
        self.now = Seen.of(*now)

    @property
    def stale(self):
        if not self.now.says_the_same(self.opened):
            return True
        return self.opened.held and self.data.get(KEEP_MINE) != self.now.digest

    def conflict(self, happened):
        both, taken = [], []
        for name, kind in kinds(self.form).items():
            theirs, mine = self.form[name].value(), self.typed[name].value()
            if self.opened.fields.get(name) == self.now.fields[name] or kind.key(theirs) == kind.key(mine):
                continue
            label = self.typed.fields[name].label
            (both if self._touched(name) else taken).append((label, kind, theirs, mine))
        rows = list(self._rows_told())
        taken = [(label, kind, mine, theirs) for label, kind, theirs, mine in taken]
        return RecordConflict(
            happened,
            _changes([*_told_lines(both), *rows_of(rows, touched=True)]),
            _changes([*_told_lines(taken), *rows_of(rows, touched=False)]),
            self.now.digest,
        )

    def _touched(self, name):
        return field_digests(self.typed)[name] != self.opened.fields.get(name)

    def merged(self):
        """What was sent, and what they saved where I did not touch it."""
        data = self.data.copy()
        for name, kind in kinds(self.form).items():
            if self.opened.fields.get(name) != self.now.fields[name] and not self._touched(name):
                kind.put(data, name, self.form[name].value())
        for now, typed in zip(self.formsets, self.typed_formsets, strict=True):
            write_rows(data, now.prefix, *self._merged_rows(now, typed))
        data[NAME] = str(replace(self.now, at=self.opened.at, held=True))
        return data

    def _merged_rows(self, now, typed):
        """(rows there are, rows to be added), as they would be sent. A row they took away and I changed is added."""
        opened, sent = self.opened.rows.get(now.prefix, {}), dict(self._sent(typed))
        key_name = typed.model._meta.pk.name
        there, new = [], [values for key, (values, _row) in sent.items() if not key.isdecimal()]
        for row in now.initial_forms:
            values, mine = sent.pop(str(row.instance.pk), ({key_name: [str(row.instance.pk)]}, None))
            untouched = mine is None or row_digest(mine) == opened.get(str(row.instance.pk))
            there.append(values | _as_sent(row, self.data) if untouched else values)
        for key, (values, mine) in sent.items():
            if key.isdecimal() and row_digest(mine) != opened.get(key):
                new.append(values | {key_name: [""]})
        return there, new

    def _sent(self, typed):
        """(key, (values, bound row)) of each row sent; the key of a new row is no number."""
        key_name = typed.model._meta.pk.name
        for number, row in enumerate(typed.forms):
            values = row_values(self.data, typed.prefix, number)
            key = (values.get(key_name) or [""])[0]
            yield key if key.isdecimal() else f"new {number}", (values, row)

    def _rows_told(self):
        """(label, whether I changed it too, their words, mine) of each row they changed, added or took away."""
        for now, typed in zip(self.formsets, self.typed_formsets, strict=True):
            opened, saved = self.opened.rows.get(now.prefix, {}), self.now.rows[now.prefix]
            theirs = {str(row.instance.pk): row for row in now.initial_forms}
            mine = {key: row for key, (_values, row) in self._sent(typed)}
            for key in dict.fromkeys([*opened, *theirs]):
                if opened.get(key) == saved.get(key):
                    continue
                touched = key in mine and row_digest(mine[key]) != opened.get(key)
                before, after = _words(theirs.get(key)), _words(mine.get(key))
                if before != after:
                    yield capfirst(typed.model._meta.verbose_name), touched, before, after


def rows_of(told, *, touched):
    for label, mine_too, theirs, mine in told:
        if mine_too == touched:
            yield label, _row(theirs, mine) if touched else _row(mine, theirs)


def _told_lines(fields):
    """(label, words) of what differs; of a rich text, its paragraphs one by one."""
    for label, kind, old, new in fields:
        if isinstance(kind, Body):
            rows = diff_bodies(kind.key(old), kind.key(new))
            yield from ((label, row) for row in rows if row.change != "same")
        else:
            yield label, _row(kind.words(old), kind.words(new))


def _row(old, new):
    return Row("changed", "p", diff_texts(old, new))


def _changes(lines):
    return Changes(lines, ()) or None


def _words(row):
    if row is None:
        return ""
    return ", ".join(
        words
        for name, kind in kinds(row).items()
        if name != "DELETE" and (words := kind.words(row[name].value()))
    )


# -- Rows of a formset, as they were sent -------------------------------------------------------------------


def row_values(data, prefix, number):
    found = re.compile(rf"{re.escape(prefix)}-{number}-(.+)")
    return {match[1]: data.getlist(key) for key in data if (match := found.fullmatch(key))}


def _as_sent(row, data):
    """The row as it is saved, as a browser would send it."""
    sent = data.__class__(mutable=True)
    for name, kind in kinds(row).items():
        kind.put(sent, name, row[name].value())
    return dict(sent.lists())


def write_rows(data, prefix, there, new):
    for key in [key for key in data if re.fullmatch(rf"{re.escape(prefix)}-\d+-.+", key)]:
        del data[key]
    for number, row in enumerate([*there, *new]):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-INITIAL_FORMS"] = str(len(there))
    data[f"{prefix}-TOTAL_FORMS"] = str(len(there) + len(new))


def as_new(data, formset):
    """The rows of a record that is gone, to be added to another: without its key and their own."""
    prefix, blank = formset.get_default_prefix(), {formset.model._meta.pk.name: [""], formset.fk.name: [""]}
    found = (re.match(rf"{re.escape(prefix)}-(\d+)-", key) for key in data)
    numbers = sorted({int(match[1]) for match in found if match})
    write_rows(data, prefix, [], [row_values(data, prefix, number) | blank for number in numbers])


# -- Who ----------------------------------------------------------------------------------------------------


def log_of(model, key, since=None):
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id=key)
    entries = entries.select_related("user").order_by("-action_time")
    return entries.filter(action_time__gt=since) if since else entries


def who_changed(obj, since, user):
    """Sentences; without a line in the admin's log, that it was somebody."""
    told = [_told(entry, user, _("changed it")) for entry in log_of(type(obj), obj.pk, since)[:12]]
    return told[::-1] or [_("Someone has changed it since you opened it.")]


def who_deleted(model, key, user):
    entry = log_of(model, key).filter(action_flag=DELETION).first()
    return _told(entry, user, _("deleted it")) if entry else _("Someone has deleted it.")


def _told(entry, user, verb):
    name = entry.user.get_full_name() or entry.user.get_username()
    return _("%(who)s %(action)s on %(time)s.") % {
        "who": _("In another window you") if entry.user_id == user.pk else name,
        "action": verb,
        "time": minute(entry.action_time),
    }
