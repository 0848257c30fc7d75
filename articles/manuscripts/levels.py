"""Headings whose level the file marks, with # or a line below: which is the title, and which levels those left have."""

from dataclasses import replace

from .blocks import Block

_TITLE_WITHIN = 3


def settle_levels(
    blocks: list[Block], levels: dict[int, int], *, titled: bool
) -> tuple[list[Block], str | None]:
    """`levels` says of blocks, by position, the level they were marked with; the title is the only heading of the
    first level, at the top. The page has two levels below its title: what is marked deeper is of the second."""
    title = _title(levels)
    highest = min((level for position, level in levels.items() if position != title), default=1)
    settled = list(blocks)
    for position, level in levels.items():
        settled[position] = replace(blocks[position], kind="h2" if level <= highest else "h3")
    return settled, None if title is None or titled else blocks[title].text


def _title(levels: dict[int, int]) -> int | None:
    first = [position for position, level in levels.items() if level == 1]
    return first[0] if len(first) == 1 and first[0] < _TITLE_WITHIN else None
