"""The authors of an article, in the order in which they are printed.

One field, not an inline formset: rows come as parallel lists in the order of the page, so that moving a row
needs no numbering, and saving replaces all of them at once (positions are unique: row by row could not swap two).
"""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Script
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Author
from articles.models.byline import PRINTED
from articles.text import fold
from articles.workflow import BylineEntry

from .widgets import DeskWidget

COLUMNS = ("author_id", "author", *PRINTED)


class BylinesWidget(DeskWidget, forms.Widget):
    template_name = "admin/desk/bylines.html"
    scripts = [Script("desk/bylines.js", type="module")]

    def id_for_label(self, id_):
        return ""  # a group of inputs: each has its own label

    def value_from_datadict(self, data, files, name):
        # PostgreSQL cannot hold a NUL; CharField refuses it for us everywhere else.
        lists = [
            [text.replace("\x00", "") for text in data.getlist(f"{name}-{column}")] for column in COLUMNS
        ]
        return [dict(zip(COLUMNS, row, strict=True)) for row in zip(*lists, strict=False)]

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-author" not in data

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        context["widget"]["rows"] = list(value or [])
        context["widget"]["blank"] = dict.fromkeys(COLUMNS, "")
        context["widget"]["can_add_author"] = getattr(self, "can_add_author", False)
        return context


class BylinesField(forms.Field):
    """Cleans to a list of BylineEntry. Starts from rows as `rows_of(article)` makes them."""

    widget = BylinesWidget

    def __init__(self, **kwargs):
        super().__init__(required=False, label=gettext_lazy("Authors"), **kwargs)

    def clean(self, value):
        entries, problems = [], []
        for number, row in enumerate(
            (row for row in value or [] if any(map(str.strip, row.values()))), start=1
        ):
            try:
                entries.append(_entry(row, number))
            except ValidationError as problem:
                problems.append(problem)
        problems += _said_twice(entries)
        if problems:
            raise ValidationError(problems)
        return entries

    def has_changed(self, initial, data):
        return [_text(row) for row in initial or []] != [_text(row) for row in data or []]


def rows_of(article):
    return [
        {
            "author_id": str(line.author_id),
            "author": line.author.name,
            **{column: getattr(line, column) for column in PRINTED},
        }
        for line in article.bylines.select_related("author")
    ]


def rows_of_entries(entries):
    return [
        {
            "author_id": str(entry.author.pk),
            "author": entry.author.name,
            **{column: getattr(entry, column) for column in PRINTED},
        }
        for entry in entries
    ]


def _entry(row, number):
    printed = {column: " ".join(row[column].split()) for column in PRINTED}
    for column in PRINTED:
        limit = BYLINE_LIMITS[column]
        if limit and len(printed[column]) > limit:
            raise ValidationError(
                _("Line %(number)d: “%(start)s…” is too long; %(limit)d characters at most."),
                params={"number": number, "start": printed[column][:30], "limit": limit},
            )
    return BylineEntry(author=_author(row, number), **printed)


BYLINE_LIMITS = {"name": 200, "honorific": 50, "role": 200, "affiliation": 200, "note": None}


def _author(row, number):
    """The author chosen in the list, or the only one of the name that was typed."""
    typed = " ".join(row["author"].split())
    if not typed:
        raise ValidationError(
            _("Line %(number)d has no author: choose one, or remove the line."), params={"number": number}
        )
    named = list(Author.objects.filter(name_key=fold(typed)[:220])[:20])
    chosen = [author for author in named if str(author.pk) == row["author_id"]]
    found = chosen or named
    if len(found) == 1:
        return found[0]
    message = (
        _("Line %(number)d: several authors are called “%(name)s”. Choose one from the list.")
        if found
        else _(
            "Line %(number)d: there is no author “%(name)s”. Choose one from the list, or add the author first."
        )
    )
    raise ValidationError(message, params={"number": number, "name": typed})


def _said_twice(entries):
    seen = set()
    for entry in entries:
        if entry.author in seen:
            yield ValidationError(
                _("“%(name)s” stands in two lines: an author signs an article once."),
                params={"name": entry.author.name},
            )
        seen.add(entry.author)


def _text(row):
    return [" ".join(str(row[column]).split()) for column in COLUMNS[1:]]
