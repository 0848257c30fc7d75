"""CSL-JSON, the input of citation processors: https://citationstyles.org/."""

import json
from typing import Any

from .keys import citation_key
from .names import Name
from .record import Record
from .wording import note


def dumps(record: Record) -> str:
    return json.dumps([item(record)], ensure_ascii=False, indent=2) + "\n"


def item(record: Record) -> dict[str, Any]:
    day = record.published
    filled = {
        "id": citation_key(record),
        "type": "report" if record.is_report else "webpage",
        "title": record.title,
        "author": [_name(name) for name in record.names],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "publisher": record.publisher,
        # Styles print the site of a web page from here, never from the publisher.
        "container-title": None if record.is_report else record.publisher,
        "collection-title": record.series,
        "genre": record.genre,
        "version": str(record.version),
        "note": note(record),
        "language": record.language,
        "keyword": ", ".join(record.topics),
        "abstract": record.abstract,
        "DOI": record.doi,
        "URL": record.version_url,
    }
    return {name: value for name, value in filled.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.full}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}
