"""The pieces of a topic that take up one another, as threads. Pure: pieces and rows in, threads out."""

from collections import defaultdict
from dataclasses import dataclass

from articles.models import RelationType

DEEPEST = 3
# Of a topic with many, those with the newest pieces.
MOST = 12
ORDER = list(RelationType)


@dataclass(frozen=True)
class Link:
    """`named` where the other piece does not stand right above and must be named."""

    type: RelationType
    piece: object
    named: bool

    @property
    def label(self):
        return self.type.label if self.named else self.type.alone


@dataclass(frozen=True)
class Item:
    piece: object
    depth: int
    links: tuple


def threads(pieces, relations):
    """Lists of items, the thread with the newest piece first; within one, each piece beneath what it takes up.

    A piece hangs on the latest of those it takes up that were there before it: dates do not turn in a circle, whatever
    the relations do.
    """
    by_key = {piece.article: piece for piece in pieces}
    takes_up = defaultdict(list)
    for source, type, target in relations:
        takes_up[source].append((RelationType(type), target))
    found = [
        _flat(_sorted(members, by_key), takes_up, by_key) for members in _connected(takes_up, set(by_key))
    ]
    return sorted(found, key=lambda items: max(map(_age, (item.piece for item in items))), reverse=True)[
        :MOST
    ]


def _age(piece):
    return (piece.first_published_at, piece.slug)


def _sorted(members, by_key):
    return sorted((by_key[key] for key in members), key=_age)


def _connected(takes_up, keys):
    """Sets of articles that lead to one another."""
    near = defaultdict(set)
    for source, rows in takes_up.items():
        for _type, target in rows:
            near[source].add(target)
            near[target].add(source)
    seen = set()
    for key in sorted(near.keys() & keys):
        group, step = set(), {key} - seen
        while step:
            group |= step
            step = set().union(*(near[one] for one in step)) - group
        seen |= group
        if group:
            yield group


def _flat(pieces, takes_up, by_key):
    """The pieces of one thread, oldest first, each with its answers beneath it."""
    beneath, age = defaultdict(list), {piece.article: _age(piece) for piece in pieces}
    for piece in pieces:
        before = [key for _type, key in takes_up[piece.article] if age[key] < age[piece.article]]
        beneath[max(before, key=age.get, default=None)].append(piece)
    items, waiting = [], [(piece, 0) for piece in reversed(beneath[None])]
    while waiting:
        piece, depth = waiting.pop()
        above = items[-1].piece.article if items else None
        links = tuple(
            Link(type, by_key[key], named=key != above)
            for type, key in sorted(
                takes_up[piece.article], key=lambda row: (ORDER.index(row[0]), age[row[1]])
            )
        )
        items.append(Item(piece, min(depth, DEEPEST), links))
        waiting += [(answer, depth + 1) for answer in reversed(beneath[piece.article])]
    return items
