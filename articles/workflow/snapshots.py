import datetime
import hashlib
import json

from articles.models import Author, Disclaimer, FormerAuthorAddress, Image, TopicName
from articles.models.byline import PRINTED

from .bylines import BylineEntry
from .pictures import images_of

# Take effect at once, so they are no part of what a publication changes.
IMMEDIATE = {"topics", "slug"}
FIELDS = ("title", "kind", "standfirst", "body", "language", "no_disclaimer", "originally_at")


def snapshot(article, *, since=None):
    """The working copy as plain data, by natural keys only.

    `named` says what the keys meant then: a renamed record is found again by it, a deleted one still has its words.
    A record renamed after the snapshot `since` keeps the key it has there: to rename it is not to change the article.
    """
    former = (since or {}).get("named", {})
    date = article.originally_published_at
    lines = list(article.bylines.select_related("author"))
    slugs = _slugs([line.author for line in lines], former.get("authors", {}))
    topics = dict(article.topics.values_list("slug", "name"))
    disclaimer = article.disclaimer
    lead, images = article.lead_image, images_of(article)
    label = list(disclaimer.natural_key()) if disclaimer else None
    if disclaimer and (former.get("disclaimer") or {}).get("uid") == str(disclaimer.uid):
        label = since["disclaimer"]
    return {
        **{field: getattr(article, field) for field in FIELDS},
        # In one zone: the same moment typed in another is no change.
        "originally_published_at": date.astimezone(datetime.UTC).isoformat() if date else None,
        "disclaimer": label,
        "bylines": [
            {"author": slugs[line.author], **{field: getattr(line, field) for field in PRINTED}}
            for line in lines
        ],
        "topics": sorted(topics),
        "slug": article.slug,
        # Only where there is one: the hashes of texts from before there were pictures stay as they are.
        **({"lead_image": str(lead.uid)} if lead else {}),
        "named": {
            "authors": {slugs[line.author]: str(line.author.uid) for line in lines},
            "disclaimer": disclaimer and {"uid": str(disclaimer.uid), "wording": disclaimer.wording},
            "topics": topics,
            **({"images": {uid: image.title for uid, image in images.items()}} if images else {}),
        },
    }


def _slugs(authors, former):
    """{author: the address they had in `former`, or a record merged into theirs had}.

    Unless another of these authors has it now.
    """
    kept = {uid: slug for slug, uid in former.items()}
    merged = set(former.values()) - {str(author.uid) for author in authors}
    if merged:
        rows = FormerAuthorAddress.objects.filter(author__in=authors, slug__in=former)
        kept |= {str(row.author.uid): row.slug for row in rows.select_related("author")}
    taken = {author.slug for author in authors}
    slugs = {}
    for author in authors:
        slug = kept.get(str(author.uid), author.slug)
        slugs[author] = author.slug if slug in taken else slug
    return slugs


def content(data):
    """What an editor has written and chosen, without what the records were called then."""
    return {key: value for key, value in data.items() if key != "named"}


def changed(old, new):
    """The keys in which two snapshots differ. "No disclaimer needed" is an answer to the question of the disclaimer."""
    old, new = content(old), content(new)
    keys = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    if "no_disclaimer" in keys:
        keys = keys - {"no_disclaimer"} | {"disclaimer"}
    return sorted(keys)


def content_hash(data):
    hashed = {key: value for key, value in content(data).items() if key not in IMMEDIATE}
    return hashlib.sha256(json.dumps(hashed, sort_keys=True).encode()).hexdigest()


def apply(article, data):
    """Put a snapshot's text onto `article`, unsaved. Returns bylines, topics, and what is no longer there, in words."""
    for field in FIELDS:
        setattr(article, field, data[field])
    date = data["originally_published_at"]
    article.originally_published_at = datetime.datetime.fromisoformat(date) if date else None
    article.disclaimer = _disclaimer(data)
    article.lead_image = (
        Image.objects.filter(uid=data["lead_image"]).first() if "lead_image" in data else None
    )
    gone = [data["disclaimer"][0]] if data["disclaimer"] and article.disclaimer is None else []
    if "lead_image" in data and article.lead_image is None:
        gone.append(data["named"]["images"][data["lead_image"]])
    bylines, nameless = _bylines(data)
    topics, missing = topics_in(data)
    return bylines, topics, gone + nameless + missing


def _disclaimer(data):
    if not data["disclaimer"]:
        return None
    uid = (data.get("named", {}).get("disclaimer") or {}).get("uid")
    label, language = data["disclaimer"]
    renamed = Disclaimer.objects.filter(uid=uid).first() if uid else None
    return renamed or Disclaimer.objects.filter(label=label, language=language).first()


def _bylines(data):
    uids = data.get("named", {}).get("authors", {})
    by_uid = {str(author.uid): author for author in Author.objects.filter(uid__in=uids.values())}
    by_slug = Author.objects.by_addresses([line["author"] for line in data["bylines"]])
    entries, gone = {}, []
    for line in data["bylines"]:
        author = by_uid.get(uids.get(line["author"])) or by_slug.get(line["author"])
        if author is None or author in entries:
            gone.append(line["name"])
        else:
            entries[author] = BylineEntry(author=author, **{field: line[field] for field in PRINTED})
    return list(entries.values()), gone


def topics_in(data):
    """The topics a snapshot names, and the names of those that are no longer there."""
    # By all its names: a topic renamed since has another address now.
    names = TopicName.objects.filter(slug__in=data["topics"]).select_related("topic")
    called = data.get("named", {}).get("topics", {})
    missing = sorted(set(data["topics"]) - {name.slug for name in names})
    return [name.topic for name in names], [called.get(slug, slug) for slug in missing]
