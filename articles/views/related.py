"""Other pieces for who has read this one, each with why."""

from collections import defaultdict
from dataclasses import dataclass

from articles.models import PrintedByline, Tagging, Version

SHOWN = 3
# Some of the nearest may be hidden now; so many are never.
CONSIDERED = 24


@dataclass(frozen=True)
class Near:
    """The articles nearest to one, live or not, the nearest first, and what each has in common with it."""

    articles: list
    topics: dict
    authors: dict


@dataclass(frozen=True)
class RelatedPiece:
    version: Version
    topics: list
    authors: list
    """The names of topics and authors both pieces have."""


def near(topics, signed):
    """One query: the newest of each topic and author. `signed` are the rows of the printed bylines.

    A topic in common counts twice a common author; of the equally near the newest come first.
    """
    shared_topics, shared_authors, days = defaultdict(set), defaultdict(set), {}
    of_authors = PrintedByline.objects.newest_articles_of([row.author_id for row in signed])
    for article, topic, author, day in Tagging.objects.newest_of_each(topics).union(of_authors):
        days[article] = day
        if author is None:
            shared_topics[article].add(topic)
        else:
            shared_authors[article].add(author)

    def nearness(article):
        return 2 * len(shared_topics[article]) + len(shared_authors[article]), days[article]

    nearest = sorted(days, key=nearness, reverse=True)[:CONSIDERED]
    return Near(nearest, dict(shared_topics), dict(shared_authors))


def related_to(version, near, topics, signed, live, besides=()):
    """The nearest live pieces. `live` is {article's key: its live version}, `besides` the articles the page leads to already."""
    told = {version.article_id, *besides}
    others = [live[article] for article in near.articles if article in live and article not in told]
    names = {row.author_id: version.bylines[row.position - 1]["name"] for row in signed}
    return [
        RelatedPiece(
            other,
            [topic.name for topic in topics if topic.pk in near.topics.get(other.article_id, ())],
            [name for key, name in names.items() if key in near.authors.get(other.article_id, ())],
        )
        for other in others[:SHOWN]
    ]


def about_authors(version, signed):
    """Each printed line with what the author's record says of them today."""
    return [{**version.bylines[row.position - 1], "bio": row.author.bio} for row in signed]
