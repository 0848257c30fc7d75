"""The <meta> names Google Scholar, Zotero and others read: https://scholar.google.com/intl/en/scholar/inclusion.html."""

from collections.abc import Iterator

from .names import Name
from .record import Record


def meta(record: Record) -> list[tuple[str, str]]:
    """Names and contents, in the order to print them: an institution belongs to the author before it."""
    return [(f"citation_{name}", content) for name, content in _pairs(record) if content]


def _pairs(record: Record) -> Iterator[tuple[str, str | None]]:
    yield "title", record.title
    for name in record.names:
        yield "author", _author(name)
        yield "author_institution", name.affiliation
    yield "publication_date", record.published.strftime("%Y/%m/%d")
    yield "publisher", record.publisher
    if record.is_report:
        yield "technical_report_institution", record.publisher
    yield "series_title", record.series
    yield "doi", record.doi
    yield "language", record.language
    yield from (("keywords", topic) for topic in record.topics)
    yield "abstract", record.abstract
    yield "abstract_html_url", record.url
    yield "fulltext_html_url", record.url


def _author(name: Name) -> str:
    if name.is_whole:
        return name.full
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)
