"""Lists that cost the same whatever their length: nothing is counted, and a page begins beside a row.

Stock admin counts the table twice and reaches a page by stepping over all rows before it: at 20,000 articles
the last page took ten times as long as at 1,000.
"""

from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core import signing
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import record_log

AFTER, BEFORE, LAST = "after", "before", "last"
SALT = "articles.admin.paging"


class FlatList(ChangeList):
    """A page of keys by an index alone, one row further than it shows; then what the columns print of these rows.

    Columns to sort by must not hold NULL: a row without a value is neither before nor after another.
    """

    def get_results(self, request):
        # The column clicked on comes before the list's own order, which may name it again.
        order = [self._column(name) for name in self.queryset.query.order_by]
        self.order = [(path, down) for n, (path, down) in enumerate(order) if path not in dict(order[:n])]
        keys = self._keys(request.GET.get(PAGE_VAR, ""))
        rows = self.model_admin.list_rows(
            self.root_queryset.filter(pk__in=[key[0] for key in keys])
        ).in_bulk()
        self.result_list = [rows[key[0]] for key in keys if key[0] in rows]
        self.result_count = len(self.result_list)
        self.first_link = self.get_query_string() if self.more_before else ""
        self.previous_link = self._link(BEFORE, keys[0]) if self.more_before else ""
        self.next_link = self._link(AFTER, keys[-1]) if self.more_after else ""
        self.last_link = self.get_query_string({PAGE_VAR: LAST}) if self.more_after else ""
        # What the stock templates ask for. Actions stand over every list that has a row.
        self.full_result_count = self.paginator = None
        self.show_full_result_count = self.can_show_all = self.multi_page = False
        self.show_admin_actions = bool(keys)

    @property
    def is_whole(self):
        return not (self.more_before or self.more_after)

    @property
    def found(self):
        """How many there are, as far as this page tells."""
        if self.is_whole:
            return ngettext("%d result", "%d results", self.result_count) % self.result_count
        return _("More than %d results") % self.list_per_page

    def _column(self, name):
        path = name.removeprefix("-")
        path = self.lookup_opts.pk.name if path == "pk" else path
        return path, name.startswith("-")

    def _keys(self, place):
        """(primary key, values of the order) of each row of the page. An address that leads nowhere leads to the start."""
        direction, _dot, token = place.partition(".")
        values = self._read(token) if token else None
        keys, self.more_before, self.more_after = [], False, False
        if direction == LAST:
            keys, self.more_before = self._take(backwards=True)
        elif direction == BEFORE and values:
            keys, self.more_before = self._take(values, backwards=True)
            self.more_after = True
        elif direction == AFTER and values:
            keys, self.more_after = self._take(values)
            self.more_before = True
        if not (keys and self.more_before):
            keys, self.more_after = self._take()
            self.more_before = False
        return keys

    def _take(self, values=None, *, backwards=False):
        order = [(path, down != backwards) for path, down in self.order]
        rows = self.queryset.filter(beyond(order, values)) if values else self.queryset
        rows = rows.order_by(*(f"-{path}" if down else path for path, down in order))
        keys = list(rows.values_list("pk", *(path for path, _down in order))[: self.list_per_page + 1])
        more = len(keys) > self.list_per_page
        keys = keys[: self.list_per_page]
        return keys[::-1] if backwards else keys, more

    def _link(self, direction, key):
        # Signed, so that nobody has to think of what could be put in its place.
        token = signing.dumps([str(value) for value in key[1:]], salt=SALT)
        return self.get_query_string({PAGE_VAR: f"{direction}.{token}"})

    def _read(self, token):
        try:
            values = signing.loads(token, salt=SALT)
        except signing.BadSignature:
            return None
        if len(values) != len(self.order):  # the list has been sorted by another column since
            return None
        return [
            get_fields_from_path(self.model, path)[-1].to_python(value)
            for (path, _down), value in zip(self.order, values, strict=True)
        ]


class FlatAdmin(admin.ModelAdmin):
    """An admin whose list is a FlatList, and whose records' history counts nothing either."""

    list_per_page = 50
    # Counts the whole table once for each choice of a filter.
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request, **kwargs):
        return FlatList

    def list_rows(self, rows):
        """`rows`, those of one page of the list, with what its columns print."""
        return rows

    def history_view(self, request, object_id, extra_context=None):
        return record_log.page_of(self, request, object_id)


def beyond(order, values):
    """The rows after the one with `values`. The first bound stands by itself, so that an index can start there."""
    (path, down), *rest = order
    side = "lt" if down else "gt"
    past = Q(**{f"{path}__{side}": values[0]})
    if not rest:
        return past
    return Q(**{f"{path}__{side}e": values[0]}) & (past | beyond(rest, values[1:]))
