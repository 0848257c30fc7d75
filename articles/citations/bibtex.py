"""BibTeX, for BibTeX and Biber alike: https://www.ctan.org/pkg/bibtex, https://ctan.org/pkg/biblatex."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from .keys import citation_key
from .names import Name
from .record import Record
from .wording import note

# BibTeX counts braces without regard to a backslash before them: \{ would leave the entry open.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_"},
    }
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
LANGUAGES = {"en": "english", "tr": "turkish", "ko": "korean"}


def dumps(record: Record) -> str:
    kind = "techreport" if record.is_report else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(record))
    return f"@{kind}{{{citation_key(record)},\n{fields}}}\n"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    if record.names:
        yield "author", f"{{{' and '.join(map(_author, record.names))}}}"
    # Styles put titles in lower case but for what stands in a second pair of braces.
    yield "title", f"{{{{{escape(record.title)}}}}}"
    yield "year", f"{{{record.published.year}}}"
    yield "month", MONTHS[record.published.month - 1]
    if record.is_report:
        yield "institution", f"{{{escape(record.publisher)}}}"
        yield "type", f"{{{escape(record.genre)}}}"
    else:
        yield "howpublished", f"{{{escape(record.publisher)}}}"
    optional = {
        "series": record.series,
        "note": note(record),
        "language": LANGUAGES.get(record.language.partition("-")[0].lower(), record.language),
        "keywords": ", ".join(record.topics),
        "abstract": record.abstract,
    }
    yield from ((name, f"{{{escape(value)}}}") for name, value in optional.items() if value)
    for name, address in (("doi", record.doi), ("url", record.version_url)):
        if address:
            yield name, f"{{{_verbatim(address)}}}"


def escape(text: str) -> str:
    return text.translate(ESCAPES)


def _verbatim(address: str) -> str:
    """Addresses are printed verbatim, where a backslash escapes nothing; percent signs are safe there."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~")


def _author(name: Name) -> str:
    """Braces keep whole what BibTeX would part: it prints 김, 주형 as 주형 김."""
    if name.is_whole:
        return f"{{{escape(name.full)}}}"
    return ", ".join(_part(part) for part in (name.family, name.suffix, name.given) if part)


def _part(part: str) -> str:
    escaped = escape(part)
    return f"{{{escaped}}}" if re.search(r",|(^|\s)and(\s|$)", part, re.IGNORECASE) else escaped
