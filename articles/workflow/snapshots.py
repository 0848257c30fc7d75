import datetime
import hashlib
import json

from articles.models import Author, Disclaimer, TopicName
from articles.models.byline import PRINTED

from .bylines import BylineEntry

# Take effect at once, so they are no part of what a publication changes.
IMMEDIATE = {"topics", "slug"}
FIELDS = ("title", "kind", "standfirst", "body", "language", "no_disclaimer", "originally_at")


def snapshot(article):
    """The working copy as plain data, by natural keys only."""
    date = article.originally_published_at
    return {
        **{field: getattr(article, field) for field in FIELDS},
        # In one zone: the same moment typed in another is no change.
        "originally_published_at": date.astimezone(datetime.UTC).isoformat() if date else None,
        "disclaimer": list(article.disclaimer.natural_key()) if article.disclaimer else None,
        "bylines": [
            {"author": line.author.slug, **{field: getattr(line, field) for field in PRINTED}}
            for line in article.bylines.select_related("author")
        ],
        "topics": sorted(article.topics.values_list("slug", flat=True)),
        "slug": article.slug,
    }


def content_hash(data):
    content = {key: value for key, value in data.items() if key not in IMMEDIATE}
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def apply(article, data):
    """Put a snapshot's text onto `article`, unsaved. Returns bylines, topics, and what is no longer there, in words."""
    for field in FIELDS:
        setattr(article, field, data[field])
    date = data["originally_published_at"]
    article.originally_published_at = datetime.datetime.fromisoformat(date) if date else None
    article.disclaimer = None
    gone = []
    if data["disclaimer"]:
        label, language = data["disclaimer"]
        article.disclaimer = Disclaimer.objects.filter(label=label, language=language).first()
        if article.disclaimer is None:
            gone.append(label)
    authors = Author.objects.in_bulk([line["author"] for line in data["bylines"]], field_name="slug")
    gone += [line["name"] for line in data["bylines"] if line["author"] not in authors]
    bylines = [
        BylineEntry(author=authors[line["author"]], **{field: line[field] for field in PRINTED})
        for line in data["bylines"]
        if line["author"] in authors
    ]
    # By all its names: a topic renamed since has another address now.
    names = TopicName.objects.filter(slug__in=data["topics"]).select_related("topic")
    gone += sorted(set(data["topics"]) - {name.slug for name in names})
    return bylines, [name.topic for name in names], gone
