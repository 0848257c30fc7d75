"""What a form of an article says field by field: as it was opened, as it was typed, as it is saved now."""

from copy import copy

from django import forms
from django.utils.translation import gettext

from articles.models.byline import PRINTED
from articles.text import clean, normal_form, titled
from articles.text.merge import merge_sets, merge_values
from articles.workflow import apply

from .bylines import BylinesField, rows_of_entries
from .disclaimer_choice import answer_of
from .editor import BodyField
from .home_fields import PicksField
from .lead_image import LeadImageField, title_of
from .parts import PartsField
from .pins import PinsField
from .topic_picker import NEW, TopicsField, in_order


class Plain:
    """A field of one value: of two, an editor takes one."""

    def __init__(self, field):
        self.field = field

    def key(self, value):
        """What is compared: how a value was spelled or spaced says nothing."""
        return tuple(" ".join(item.split()) for item in self._items(value))

    def words(self, value):
        choices = {str(key): str(label) for key, label in getattr(self.field, "choices", ())}
        return ", ".join(choices.get(item, item) for item in self._items(value)).strip()

    def merge(self, base, mine, theirs):
        """The value to take, and whether an editor has to choose."""
        by_key = {self.key(value): value for value in (base, theirs, mine)}
        key, collides = merge_values(self.key(base), self.key(mine), self.key(theirs))
        return by_key[key], collides

    def both(self, _mine, _theirs):
        """The two in one; None, as here, where that says nothing."""

    def put(self, data, name, value):
        """Write the value into what a form is bound to, as if it had been typed."""
        data.setlist(name, self._items(value) or ([] if isinstance(value, list | tuple) else [""]))

    def _items(self, value):
        shown = value if isinstance(value, list | tuple) else self.field.widget.format_value(value)
        items = shown if isinstance(shown, list | tuple) else [shown]
        return [str(item) for item in items if item not in (None, "")]


class Tick(Plain):
    def key(self, value):
        return bool(value)

    def words(self, value):
        return gettext("Yes") if value else gettext("No")

    def put(self, data, name, value):
        data.setlist(name, ["on"] if value else [])


class Sentences(Plain):
    def both(self, mine, theirs):
        return f"{mine.strip()} {theirs.strip()}"


class Body(Plain):
    """Compared and merged by paragraphs: see conflict.py."""

    def key(self, value):
        return clean(value or "")

    words = key


class Topics(Plain):
    def key(self, value):
        return tuple(sorted(normal_form(name.removeprefix(NEW)) for name in value or []))

    def words(self, value):
        return ", ".join(name.removeprefix(NEW) for name in value or [])

    def merge(self, base, mine, theirs):
        names = {normal_form(name.removeprefix(NEW)): name for name in [*(theirs or []), *(mine or [])]}
        return [names[form] for form in merge_sets(*map(self.key, (base, mine, theirs)))], False

    def put(self, data, name, value):
        data[name] = "\n".join(value)


class Bylines(Plain):
    columns = ("author", *PRINTED)

    def key(self, value):
        lines = [tuple(" ".join(str(row[column]).split()) for column in self.columns) for row in value or []]
        return tuple(line for line in lines if any(line))

    def words(self, value):
        return "; ".join(", ".join(filter(None, self._printed(*line))) for line in self.key(value))

    def both(self, mine, theirs):
        signed = {row["author"] for row in mine}
        return [*mine, *(row for row in theirs if row["author"] not in signed)]

    def put(self, data, name, value):
        for column in ("author_id", *self.columns):
            data.setlist(f"{name}-{column}", [row[column] for row in value])

    def _printed(self, author, name, honorific, *rest):
        return (titled(name or author, honorific), *rest)


class Picks(Plain):
    def key(self, value):
        return tuple(tuple(" ".join(part.split()) for part in pair) for pair in value or [])

    def words(self, value):
        return "; ".join(": ".join(filter(None, pair)) for pair in self.key(value))

    def put(self, data, name, value):
        data.setlist(f"{name}_piece", [piece for piece, _line in value])
        data.setlist(f"{name}_line", [line for _piece, line in value])


class Parts(Plain):
    def put(self, data, name, value):
        data.setlist(name, value or [""])
        data.setlist(f"{name}_place", [])  # what was typed there numbers other lines


class Pins(Plain):
    def put(self, data, name, value):
        for number, piece in enumerate(self.field.widget.decompress(value)):
            data[f"{name}_{number}"] = piece


class Lead(Plain):
    def words(self, value):
        return title_of(value) or ""


KINDS = (
    (forms.BooleanField, Tick),
    (BodyField, Body),
    (LeadImageField, Lead),
    (BylinesField, Bylines),
    (PicksField, Picks),
    (TopicsField, Topics),
    (PartsField, Parts),
    (PinsField, Pins),
)


def kind_of(name, field):
    if name == "standfirst":
        return Sentences(field)
    return next((kind for made, kind in KINDS if isinstance(field, made)), Plain)(field)


def kinds(form):
    """{name: what can be done with its values} of the fields an editor fills in."""
    return {
        name: kind_of(name, field)
        for name, field in form.fields.items()
        if not field.widget.is_hidden and not field.disabled
    }


def typed(form):
    return {name: form[name].value() for name in kinds(form)}


def saved(form, article):
    """What the form would show of `article` now."""
    fresh = type(form)(instance=article)
    return {name: fresh[name].value() for name in kinds(form)}


def opened(form, article, data):
    """What the form showed of the revision that holds `data`."""
    article = copy(article)
    bylines, topics, _gone = apply(article, data)
    article.slug = data["slug"]
    fresh = type(form)(instance=article)
    fresh.initial |= {
        "bylines": rows_of_entries(bylines),
        "topics": in_order(topics),
        "disclaimer": answer_of(article),
        "lead_image": str(article.lead_image.uid) if article.lead_image else "",
    }
    return {name: fresh[name].value() for name in kinds(form)}
