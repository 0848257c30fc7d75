"""A date and time in the desk's zone. One that a change of the clocks skips or doubles is not guessed, but asked for."""

from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Script
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import clock

from . import wall_clock
from .widgets import DeskWidget

SHOWN = "%Y-%m-%dT%H:%M"


class Typed(NamedTuple):
    """What stands in the input, and which of the moments offered for it was chosen."""

    text: str
    choice: str = ""


class MomentInput(DeskWidget, forms.DateTimeInput):
    """The browser's own date and time input, and under it the moments to choose from where the time is no single one."""

    template_name = "admin/desk/moment.html"
    input_type = "datetime-local"
    scripts = [Script("desk/moment.js", type="module")]

    def value_from_datadict(self, data, files, name):
        return Typed(data.get(name, "").replace("\x00", ""), data.get(f"{name}-choice", ""))

    def get_context(self, name, value, attrs):
        typed = _typed(value)
        context = super().get_context(name, typed.text, attrs)
        offered = _offered(_naive(typed.text))
        context["widget"] |= {
            "options": [(key, words, key == typed.choice) for key, words in offered.items()],
            "zone": timezone.get_current_timezone_name(),
            "echo": _echo(typed, offered),
        }
        return context


class MomentField(forms.DateTimeField):
    """Cleans to an aware moment. Starts from one, or from nothing."""

    widget = MomentInput

    def prepare_value(self, value):
        return value

    def to_python(self, value):
        if not isinstance(value, Typed):
            return super().to_python(value)
        if not value.text.strip():
            return None
        shown = _naive(value.text)
        if shown is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if timezone.is_aware(shown):
            return shown
        there = wall_clock.moments(shown, timezone.get_current_timezone())
        if len(there) == 1:
            return there[0]
        if value.choice in _offered(shown):
            return parse_datetime(value.choice)
        raise _which_one(shown, there)


def _typed(value):
    if isinstance(value, Typed):
        return value
    if value is None:
        return Typed("")
    local = timezone.localtime(value)
    return Typed(local.strftime(SHOWN), local.isoformat())


def _naive(text):
    """The time typed, as the clock on the wall shows it; None where it is no time."""
    try:
        return parse_datetime(text.strip())
    except ValueError:
        return None


def _offered(shown):
    """{moment as it is sent: its words} to choose from; nothing where the time is a single one."""
    if shown is None or timezone.is_aware(shown):
        return {}
    zone = timezone.get_current_timezone()
    there = wall_clock.moments(shown, zone)
    if len(there) == 1:
        return {}
    return {moment.isoformat(): _words(moment) for moment in there or wall_clock.nearest(shown, zone)}


def _which_one(shown, there):
    words = {
        "day": date_format(shown, "j F Y"),
        "time": date_format(shown, "H:i"),
        "zone": timezone.get_current_timezone_name(),
    }
    if there:
        said = _(
            "On %(day)s the clocks of %(zone)s go back: %(time)s comes twice. Choose which one you mean."
        )
        return ValidationError(said, code="twice", params=words)
    zone = timezone.get_current_timezone()
    before, after = wall_clock.nearest(shown, zone)
    said = _(
        "On %(day)s the clocks of %(zone)s go forward, from %(from)s to %(to)s: there is no %(time)s. "
        "Choose one of the two nearest times, or type another."
    )
    gone = (before + wall_clock.MINUTE).replace(tzinfo=None)
    return ValidationError(
        said,
        code="skipped",
        params=words
        | {"from": date_format(gone, "H:i"), "to": date_format(after.replace(tzinfo=None), "H:i")},
    )


def _words(moment):
    offset = moment.strftime("%z")
    return _("%(time)s by clocks at UTC%(offset)s, %(utc)s") % {
        "time": date_format(moment, "H:i"),
        "offset": f"{offset[:3]}:{offset[3:5]}",
        "utc": clock.in_utc(moment),
    }


def _echo(typed, offered):
    """The same moment in UTC, where there is one."""
    shown = _naive(typed.text)
    if shown is None or offered:
        return ""
    try:
        return clock.in_utc(shown if timezone.is_aware(shown) else timezone.make_aware(shown))
    except OverflowError:
        return ""
