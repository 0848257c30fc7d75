"""RIS, read by EndNote, Zotero, Mendeley and libraries: two-letter tags, lines that end in CRLF."""

from collections.abc import Iterator

from .names import Name
from .record import Record
from .wording import note


def dumps(record: Record) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(record))


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    yield "TY", "RPRT" if record.is_report else "ELEC"
    yield from (("AU", _author(name)) for name in record.names)
    optional = {
        "TI": record.title,
        "PY": str(record.published.year),
        "DA": record.published.strftime("%Y/%m/%d"),
        "PB": record.publisher,
        "T3": record.series,
        "ET": str(record.version),
        "M3": record.genre,
        "N1": note(record),
        "AB": record.abstract,
        "LA": record.language,
        "DO": record.doi,
        "UR": record.version_url,
    }
    yield from ((tag, value) for tag, value in optional.items() if value)
    yield from (("KW", topic) for topic in record.topics)
    yield "ER", ""


def _author(name: Name) -> str:
    """RIS parts a name at its commas and cannot escape one, so a comma inside a part is left out."""
    parts = (name.full,) if not name.family else (name.family, name.given, name.suffix)
    return ", ".join(part.replace(",", "") for part in parts if part)
