"""One picture on the desk's first page: pieces a month by kind, and the topics that have gone quiet.

The drawing is made here as numbers and printed by a template, whole ones, so that no language writes them otherwise.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Kind, Topic, Version, clock

MONTHS = 24
QUIET = 6  # months without a new piece
SHOWN = 8
WIDTH, HEIGHT, LEFT, BELOW = 720, 246, 44, 40
STEP, BAR = (WIDTH - LEFT) // MONTHS, 20


@dataclass(frozen=True)
class Rect:
    kind: str
    y: int
    height: int


@dataclass(frozen=True)
class Month:
    """A bar of the drawing and a row of its table."""

    name: str
    label: str
    """Under the bar; for most months nothing."""
    begins_year: bool
    x: int
    counts: list[int]
    total: int
    rects: list[Rect]


@dataclass(frozen=True)
class Picture:
    kinds: list[tuple[str, str]]
    """(value, label) of those there are pieces of."""
    months: list[Month]
    ticks: list[tuple[int, int]]
    """(number, height at which its line is drawn)."""
    total: int
    summary: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BELOW
    bar: int = BAR
    foot: int = HEIGHT - 12
    """Where the names of the months stand."""


@dataclass(frozen=True)
class Quiet:
    name: str
    address: str
    latest_at: datetime


def picture():
    """Two questions, however many articles there are: of each month, and of each topic."""
    starts = _months_until(clock.now())
    counts = _counts(starts)
    kinds = [(kind.value, str(kind.label)) for kind in Kind if any(counts.get(kind.value, ()))]
    totals = [sum(counts[kind][n] for kind, _label in kinds) for n in range(MONTHS)]
    top = round_above(max(totals))
    months = [_month(start, n, kinds, counts, top) for n, start in enumerate(starts[:-1])]
    ticks = [(number, _y(number, top)) for number in (0, top // 2, top)]
    return Picture(kinds, months, ticks, sum(totals), _summary(totals))


def quiet_topics():
    """Topics readers can open whose newest piece is older than half a year, the longest quiet first."""
    now = clock.now()
    since = _months_until(now)[-1 - QUIET - 1]
    topics = Topic.objects.open_to_readers(now).filter(latest_at__lt=since).order_by("latest_at", "slug")
    articles = reverse("admin:articles_article_changelist")
    return [
        Quiet(topic.name, f"{articles}?topic={topic.slug}", topic.latest_at)
        for topic in topics.only("name", "slug")[:SHOWN]
    ]


def _months_until(now):
    """The first instants of the last months, this one's among them, and of the next one, in the desk's zone."""
    local = timezone.localtime(now)
    last = local.year * 12 + local.month  # counted from 0: the month after this one
    return [
        datetime(number // 12, number % 12 + 1, 1, tzinfo=local.tzinfo)
        for number in range(last - MONTHS, last + 1)
    ]


def _counts(starts):
    """{kind: how many of the pieces readers see now were first published in each month}."""
    # How many since each month began, and then the differences: half the comparisons of two bounds a month.
    since = {
        f"since_{n}": Count("pk", filter=Q(first_published_at__gte=start)) for n, start in enumerate(starts)
    }
    # Naming the kinds lets the index of kind and date answer: only the pieces of these months are read.
    recent = Version.objects.live(clock.now()).filter(kind__in=Kind.values, first_published_at__gte=starts[0])
    rows = recent.order_by().values_list("kind").annotate(**since)
    return {kind: [more - fewer for more, fewer in pairwise(counts)] for kind, *counts in rows}


def round_above(most):
    """The first round number not below `most`, with a whole half."""
    steps = (number * 10**power for power in range(9) for number in (2, 4, 6, 10))
    return next(step for step in steps if step >= most)


def _y(number, top):
    room = HEIGHT - BELOW - 12
    return HEIGHT - BELOW - round(number * room / top)


def _month(start, n, kinds, counts, top):
    own = [counts[kind][n] for kind, _label in kinds]
    rects, below = [], 0
    for (kind, _label), count in zip(kinds, own, strict=True):
        if count:
            y = _y(below + count, top)
            rects.append(Rect(kind, y, _y(below, top) - y))
        below += count
    label = ""
    if start.month % 3 == 1:
        label = date_format(start, "M Y" if start.month == 1 else "M")
    return Month(date_format(start, "F Y"), label, start.month == 1, LEFT + n * STEP + 4, own, below, rects)


def _summary(totals):
    year, before = sum(totals[-12:]), sum(totals[:-12])
    said = ngettext("%d piece in the last twelve months", "%d pieces in the last twelve months", year) % year
    return _("%(said)s, %(before)d in the twelve before.") % {"said": said, "before": before}
