"""schema.org in JSON-LD, for search engines: https://schema.org/Article, https://schema.org/ProfilePage."""

import json
from collections.abc import Sequence
from typing import Any

from articles.text import follows_name

from .lines import one_line
from .names import Name
from .record import Record

# Inside <script> only these can end the element or, in old engines, the statement.
ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def dumps(record: Record) -> str:
    """Safe to print as it is inside <script type="application/ld+json">."""
    return _printed(data(record))


def dumps_profile(name: Name, **words: Any) -> str:
    """As `dumps`, of `profile`."""
    return _printed(profile(name, **words))


def dumps_page(kind: str, **words: str) -> str:
    """As `dumps`, of `page`."""
    return _printed(page(kind, **words))


def _printed(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False).translate(ESCAPES)


def data(record: Record) -> dict[str, Any]:
    filled = {
        "@context": "https://schema.org",
        "@type": record.schema_type,
        "url": record.url,
        "mainEntityOfPage": record.url,
        "headline": record.title,
        "abstract": record.abstract,
        "image": record.image,
        "inLanguage": record.language,
        "license": record.licence,
        "author": [_author(name) for name in record.names],
        "publisher": _organization(record.publisher),
        "datePublished": record.published.isoformat(timespec="seconds"),
        "dateModified": record.modified and record.modified.isoformat(timespec="seconds"),
        "version": record.version,
        "wordCount": record.words,
        "about": [{"@type": "Thing", "name": topic} for topic in record.topics],
        "isPartOf": record.series and _series(record),
        "position": record.part and record.part[1],
        "isBasedOn": record.originally_at and _published_by(record.originally_at),
        "translationOfWork": next(iter(_translations(record, "original")), None),
        "workTranslation": _translations(record, "translation"),
        "identifier": record.doi and f"https://doi.org/{record.doi}",
        "correction": [
            {"@type": "CorrectionComment", "text": note, "datePublished": day.isoformat()}
            for day, note in record.corrections
        ],
    }
    return {name: value for name, value in filled.items() if value}


def profile(
    name: Name,
    *,
    url: str,
    honorific: str = "",
    role: str = "",
    about: str = "",
    elsewhere: Sequence[str] = (),
) -> dict[str, Any]:
    """The page of who signs; `elsewhere` are addresses that mean the same person or body, the ORCID among them."""
    place = "honorificSuffix" if follows_name(honorific) else "honorificPrefix"
    person = {place: one_line(honorific), "jobTitle": one_line(role)}
    filled = {
        **_author(name),
        **({} if name.is_body else person),
        "url": url,
        "description": one_line(about),
        "sameAs": list(elsewhere),
    }
    entity = {key: value for key, value in filled.items() if value}
    return {"@context": "https://schema.org", "@type": "ProfilePage", "url": url, "mainEntity": entity}


def page(
    kind: str, *, name: str, url: str, description: str, language: str, site: str, home: str
) -> dict[str, Any]:
    """A page that is no piece: the front page is the site itself, every other a part of it."""
    whole = {"@type": "WebSite", "name": site, "url": home}
    place = {"publisher": _organization(site)} if kind == "WebSite" else {"isPartOf": whole}
    filled = {"name": name, "url": url, "description": one_line(description), "inLanguage": language}
    said = {key: value for key, value in filled.items() if value}
    return {"@context": "https://schema.org", "@type": kind, **said, **place}


def _translations(record: Record, side: str) -> list[dict[str, str]]:
    return [
        {"@type": record.schema_type, "url": url, "inLanguage": language, "name": one_line(title)}
        for which, url, language, title in record.translations
        if which == side
    ]


def _series(record: Record) -> dict[str, Any]:
    series = {"@type": "CreativeWorkSeries", "name": record.series}
    return {**series, "url": record.part[0]} if record.part else series


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
