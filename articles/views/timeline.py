"""How many pieces each year: the bars of a drawing, placed in percent of it, so that it fits any width."""

from dataclasses import dataclass
from math import ceil

# Of the newest years; the table beside the drawing has them all.
DRAWN = 20
LABELS = 8
# A bar is no wall: few years stand side by side at the start.
WIDEST = 12
# A line of bars is worth drawing from here on.
FEWEST_PIECES, FEWEST_YEARS = 4, 2
# The bars stand between these, in percent of the height; the counts above, the years beneath.
TOP, FOOT = 14, 82


@dataclass(frozen=True)
class Bar:
    """Places are texts: a template would write a number's decimals as the language does."""

    year: int
    count: int
    left: str
    width: str
    middle: str
    hit: str
    hit_width: str
    top: str
    height: str
    above: str
    labelled: bool


def bars(years, today):
    """From the first of `years`, {year: pieces}, until `today`'s year; none where there is little to see."""
    if len(years) < FEWEST_YEARS or sum(years.values()) < FEWEST_PIECES:
        return []
    drawn = list(range(min(years), today + 1))[-DRAWN:]
    slot, most = min(100 / len(drawn), WIDEST), max(years.get(year, 0) for year in drawn) or 1
    every = ceil(len(drawn) / LABELS)
    return [
        _bar(year, years.get(year, 0), number * slot, slot, most, (len(drawn) - 1 - number) % every == 0)
        for number, year in enumerate(drawn)
    ]


def _bar(year, count, left, slot, most, labelled):
    height = max((FOOT - TOP) * count / most, 2 if count else 0)
    return Bar(
        year=year,
        count=count,
        # From the start of its slot: the first stands on the axis of the text.
        left=_percent(left),
        width=_percent(slot * 0.7),
        middle=_percent(left + slot * 0.35),
        hit=_percent(left),
        hit_width=_percent(slot),
        top=_percent(FOOT - height),
        height=_percent(height),
        above=_percent(FOOT - height - 3),
        labelled=labelled,
    )


def _percent(number):
    return f"{number:.2f}%"
