"""The line under "Cite this", after the habits of APA 7 and of each language."""

from .names import Name
from .record import Record
from .wording import say_version, wording

# APA 7, 9.8: up to twenty authors by name; of more, the first nineteen and the last.
MOST_NAMES = 20
CLOSING_QUOTES = "\"'”’»」』)"


def line(record: Record) -> str:
    """Kim, J. H. (2025). Title. instituDE, version 2, 24 November 2025. https://…"""
    authors = _authors(record.names, record.language)
    year, title = f"({record.published.year})", record.title
    opening = f"{authors} {year}. {_sentence(title)}" if authors else f"{_sentence(title)} {year}."
    version = say_version(record)
    # Its own publisher is named once.
    if [name.full for name in record.names] == [record.publisher]:
        source = version[0].upper() + version[1:]
    else:
        source = f"{record.publisher}, {version}"
    address = f"https://doi.org/{record.doi}" if record.doi else record.version_url
    return f"{opening} {source}. {address}"


def _sentence(title: str) -> str:
    """With its full stop, unless it ends a sentence already: no "?." """
    return title if title.rstrip(CLOSING_QUOTES)[-1:] in {*".?!…。"} else f"{title}."


def _authors(names: tuple[Name, ...], language: str) -> str:
    printed = [_author(name) for name in names]
    if len(printed) < 2:
        return "".join(printed)
    if len(printed) > MOST_NAMES:
        return f"{', '.join(printed[: MOST_NAMES - 1])}, … {printed[-1]}"
    return ", ".join(printed[:-1]) + wording(language).before_last_name + printed[-1]


def _author(name: Name) -> str:
    if name.is_whole:
        return name.full
    return ", ".join(part for part in (name.family, name.initials, name.suffix) if part)
