"""Calendar years, in the publication's zone."""

import datetime

from django.db.models import Exists
from django.utils import timezone

from .clock import now


def bounds(year):
    """The moment a year begins, and the moment the next one does."""
    zone = timezone.get_current_timezone()
    return tuple(datetime.datetime(y, 1, 1, tzinfo=zone) for y in (year, year + 1))


def span(first, last):
    """From the moment the first of these years begins to the moment the last one has ended."""
    return bounds(first)[0], bounds(last)[1]


def years_since(model, oldest):
    """The years in which there may be rows, newest first, back to that of `oldest`. One query."""
    first = model.objects.aggregate(first=oldest)["first"]
    if first is None:
        return []
    # Empty where all that there is waits for next year.
    return range(timezone.localtime(now()).year, timezone.localtime(first).year - 1, -1)


def years_held(model, oldest, rows_in):
    """The years, newest first, in which `rows_in(year)` has a row; `oldest` is where to stop.

    Asks by index, once for each year since then: to read the year off every row grows with the archive.
    """
    years = years_since(model, oldest)
    if not years:
        return []
    held = model.objects.order_by().values(**{str(year): Exists(rows_in(year)) for year in years})[:1].get()
    return [year for year in years if held[str(year)]]
