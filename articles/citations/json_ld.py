"""schema.org in JSON-LD, for search engines: https://schema.org/Article."""

import json
from typing import Any

from .names import Name
from .record import Record

# Inside <script> only these can end the element or, in old engines, the statement.
ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def dumps(record: Record) -> str:
    """Safe to print as it is inside <script type="application/ld+json">."""
    return json.dumps(data(record), ensure_ascii=False).translate(ESCAPES)


def data(record: Record) -> dict[str, Any]:
    filled = {
        "@context": "https://schema.org",
        "@type": record.schema_type,
        "url": record.url,
        "mainEntityOfPage": record.url,
        "headline": record.title,
        "abstract": record.abstract,
        "inLanguage": record.language,
        "author": [_author(name) for name in record.names],
        "publisher": _organization(record.publisher),
        "datePublished": record.published.isoformat(timespec="seconds"),
        "dateModified": record.modified and record.modified.isoformat(timespec="seconds"),
        "version": record.version,
        "wordCount": record.words,
        "about": [{"@type": "Thing", "name": topic} for topic in record.topics],
        "isPartOf": record.series and {"@type": "CreativeWorkSeries", "name": record.series},
        "isBasedOn": record.originally_at and _published_by(record.originally_at),
        "identifier": record.doi and f"https://doi.org/{record.doi}",
        "correction": [
            {"@type": "CorrectionComment", "text": note, "datePublished": day.isoformat()}
            for day, note in record.corrections
        ],
    }
    return {name: value for name, value in filled.items() if value}


def _author(name: Name) -> dict[str, Any]:
    if name.is_body:
        parent = name.affiliation and _organization(name.affiliation)
        filled = {**_organization(name.full), "parentOrganization": parent}
    else:
        filled = {
            "@type": "Person",
            "name": name.full,
            "familyName": name.family,
            "givenName": name.given,
            "honorificSuffix": name.suffix,
            "affiliation": name.affiliation and _organization(name.affiliation),
        }
    return {key: value for key, value in filled.items() if value}


def _organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _published_by(outlet: str) -> dict[str, Any]:
    return {"@type": "CreativeWork", "publisher": _organization(outlet)}
