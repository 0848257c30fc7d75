#!/usr/bin/env python3
"""How public pages grow with the archive: the server time of each at two sizes, and the ratio.

    .venv/bin/python benchmarks/pages.py [--sizes 1000 20000] [--rounds 61] [--only topic archive] [--cpu] [--postgres postgres://user@host/]

Both archives are asked for the same pages in turn. It exits with 1 where a page is over its bound.
"""

import archives

GROWTH = 1.2  # times the small archive's
MILLISECONDS = 50  # at the large size
BOUNDS = {
    "article": GROWTH,
    "home": GROWTH,
    "feed": GROWTH,
    "author": GROWTH,
    "author of 500, first page": GROWTH,
    "topic of 500, first page": GROWTH,
    "author of 500, last page": MILLISECONDS,
    "author of 500, a year": MILLISECONDS,
    "topic of 500, last page": MILLISECONDS,
    "topic of 500, a year": MILLISECONDS,
    "topic of 500, a kind": MILLISECONDS,
    "topic of 500, a person": MILLISECONDS,
    "topic of 500, a language": MILLISECONDS,
    "topic of 500, a year and a kind": MILLISECONDS,
    "topic of 500, all four": MILLISECONDS,
    "topics": MILLISECONDS,
    "series of 12": GROWTH,
    "archive": MILLISECONDS,
    "archive, a page in the middle": MILLISECONDS,
    "archive, last page": MILLISECONDS,
    "archive, a year": MILLISECONDS,
    "archive, a year, last page": MILLISECONDS,
    "archive, a kind": MILLISECONDS,
    "archive, a kind, last page": MILLISECONDS,
    "archive, a year and a kind": MILLISECONDS,
    "authors": MILLISECONDS,
    "authors, last page": MILLISECONDS,
    "corrections": MILLISECONDS,
    "sitemap": MILLISECONDS,
}


def judge(page, results):
    small, large = results[page]
    bound = BOUNDS.get(page)
    words = {GROWTH: f"ratio {GROWTH}", MILLISECONDS: f"{MILLISECONDS} ms"}.get(bound, "")
    value = large if bound == MILLISECONDS else large / small
    return words, not bound or value <= bound


def pages():
    """A reader, and the address of each page to measure. The article and author stand in the middle of the archive."""
    from django.test import Client
    from django.urls import reverse

    from articles.models import Topic, Version, clock

    live = Version.objects.live(clock.now()).newest_first()
    piece = live.select_related("article")[live.count() // 2]
    big = Topic.objects.get(slug__startswith="benchmark-")
    on_topic = list(Version.objects.live(clock.now()).on_topic(big))
    _debate(on_topic)
    year = piece.first_published_at.year
    addresses = {
        "article": piece.get_absolute_url(),
        "home": reverse("articles:home"),
        "feed": reverse("articles:feed"),
        "author": reverse("articles:author", args=[piece.bylines[0]["slug"]]),
        **_author("benchmark-board", len(on_topic), year),
        **_topic(big, on_topic, year),
        "topics": reverse("articles:topics"),
        "series of 12": _series(on_topic[:12]),
        **_archive(live, year),
        "corrections": reverse("articles:corrections"),
        "sitemap": reverse("articles:sitemap"),
        "sitemap, lists": reverse("articles:sitemap-lists"),
        "sitemap, a year": reverse("articles:sitemap-articles", args=[year]),
    }
    return Client(headers={"host": "127.0.0.1"}), addresses


def _last(number):
    from articles.views.lists import PER_PAGE

    return -(-number // PER_PAGE)


def _author(slug, pieces, year):
    from django.urls import reverse

    address = reverse("articles:author", args=[slug])
    return {
        "author of 500, first page": address,
        "author of 500, last page": f"{address}?page={_last(pieces)}",
        "author of 500, a year": f"{address}?year={year}",
    }


def _topic(topic, pieces, year):
    piece = next(version for version in pieces if version.first_published_at.year == year)
    address, person = topic.get_absolute_url(), piece.bylines[0]["slug"]
    return {
        "topic of 500, first page": address,
        "topic of 500, last page": f"{address}?page={_last(len(pieces))}",
        "topic of 500, a year": f"{address}?year={year}",
        "topic of 500, a kind": f"{address}?kind=analysis",
        "topic of 500, a person": f"{address}?author={person}",
        "topic of 500, a language": f"{address}?language=en",
        "topic of 500, a year and a kind": f"{address}?year={year}&kind={piece.kind}",
        "topic of 500, all four": f"{address}?year={year}&kind={piece.kind}&author={person}&language=en",
    }


def _archive(live, year):
    from django.urls import reverse

    from articles.models import Author, clock

    address, authors = reverse("articles:archive"), reverse("articles:authors")
    every, of_year, of_kind = (
        live.count(),
        live.first_published_in(year).count(),
        live.of_kind("brief").count(),
    )
    signing = Author.objects.open_to_readers(clock.now()).count()
    return {
        "archive": address,
        "archive, a page in the middle": f"{address}?page={_last(every // 2)}",
        "archive, last page": f"{address}?page={_last(every)}",
        "archive, a year": f"{address}?year={year}",
        "archive, a year, last page": f"{address}?year={year}&page={_last(of_year)}",
        "archive, a kind": f"{address}?kind=brief",
        "archive, a kind, last page": f"{address}?kind=brief&page={_last(of_kind)}",
        "archive, a year and a kind": f"{address}?year={year}&kind=brief",
        "authors": authors,
        "authors, last page": f"{authors}?page={_last(signing)}",
    }


def _series(versions):
    """What a corpus lacks as well: the newest of the topic in an order. Its address."""
    from articles.models import Series, SeriesPart

    series = Series.objects.create(title="Benchmark series")
    SeriesPart.objects.bulk_create(
        SeriesPart(series=series, article_id=version.article_id, position=place)
        for place, version in enumerate(versions, start=1)
    )
    return series.get_absolute_url()


def _debate(versions):
    """What a corpus lacks: every tenth piece of the topic takes up the one before it."""
    from articles.models import Relation

    Relation.objects.bulk_create(
        Relation(source_id=later.article_id, type="replies", target_id=earlier.article_id)
        for later, earlier in zip(versions[::10], versions[1::10], strict=False)
    )


if __name__ == "__main__":
    archives.run(pages, words=__doc__, judge=judge)
