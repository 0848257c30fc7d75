"""One record, chosen by its name or its address on a line of its own; a script suggests."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Script
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Author, Topic
from articles.text import fold, normal_form

from .widgets import DeskWidget


class LinePicker(DeskWidget, forms.TextInput):
    """The script puts the address of what was chosen into the line, and its name beneath."""

    template_name = "admin/desk/line_picker.html"
    scripts = [Script("desk/live-article.js", type="module")]
    suggest = ""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["suggest"] = self.suggest and reverse(self.suggest)
        return context


def each(lines, clean):
    """What `clean` makes of each; all that is wrong is said at once."""
    found, problems = [], []
    for line in lines or []:
        try:
            found.append(clean(line))
        except ValidationError as problem:
            problems.append(problem)
    if problems:
        raise ValidationError(problems)
    return found


def title_or_address(typed):
    """(what was typed, tidied; the last part of it where it is an address)"""
    text = " ".join(typed.replace("\x00", "").split())
    return text, text.rstrip("/").rpartition("/")[2]


class TopicLine(LinePicker):
    suggest = "admin:articles_suggest_topics"


class AuthorLine(LinePicker):
    suggest = "admin:articles_suggest_authors"


class TopicField(forms.CharField):
    """Cleans to a Topic, found by any of its names or addresses."""

    widget = TopicLine

    def clean(self, value):
        typed = super().clean(value)
        known = Topic.objects.named(typed) if normal_form(typed) else None
        known = known or Topic.objects.filter(names__slug=typed).first()
        if known is None:
            raise ValidationError(_("There is no topic “%(name)s”."), params={"name": typed[:100]})
        return known


class AuthorField(forms.CharField):
    """Cleans to an Author, found by name where only one has it, or by address."""

    widget = AuthorLine

    def clean(self, value):
        typed = super().clean(value)
        found = Author.objects.by_addresses([typed]).get(typed)
        named = [found] if found else list(Author.objects.filter(name_key=fold(typed)[:220])[:2])
        if len(named) == 1:
            return named[0]
        message = (
            _("Several authors are called “%(name)s”. Choose one from the list, or type their address.")
            if named
            else _("There is no author “%(name)s”.")
        )
        raise ValidationError(message, params={"name": typed[:100]})
