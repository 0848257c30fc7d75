"""The one thing every citation format is made from."""

from dataclasses import dataclass
from datetime import date, datetime

from .lines import one_line
from .names import Name

GENRES = {
    "commentary": "Commentary",
    "analysis": "Analysis",
    "brief": "Policy brief",
    "report": "Report",
    "interview": "Interview",
    "summary": "Summary",
}
# What a library catalogues under an institution and a report type; the others are cited as web texts.
REPORTS = frozenset({"brief", "report"})

_LINES = ("title", "kind", "schema_type", "language", "publisher", "url", "version_url", "abstract")
_OPTIONAL_LINES = ("doi", "series", "originally_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A published version, as it is to be cited.

    Moments are aware and in the publication's own zone: the calendar day they show is the day printed.
    `published` is the first publication, and gives the year of a citation; `version_date` is when this
    version came out; `modified` only what was declared an update. `url` is the article's, `version_url`
    leads to this text whatever follows, so citations carry it. Every text is made one clean line, so no
    format has to guard against breaks; names without a letter are left out.
    """

    title: str
    kind: str
    schema_type: str
    language: str
    names: tuple[Name, ...]
    published: datetime
    version: int
    version_date: date
    publisher: str
    url: str
    version_url: str
    modified: datetime | None = None
    doi: str | None = None
    abstract: str = ""
    topics: tuple[str, ...] = ()
    words: int | None = None
    corrections: tuple[tuple[date, str], ...] = ()
    series: str | None = None
    # (its address, the number of this part) where readers find the series here.
    part: tuple[str, int] | None = None
    originally_at: str | None = None
    image: str | None = None
    licence: str | None = None
    # (original or translation, address, language, title)
    translations: tuple[tuple[str, str, str, str], ...] = ()

    def __post_init__(self) -> None:
        for moment in (self.published, self.version_date, self.modified):
            if isinstance(moment, datetime) and moment.tzinfo is None:
                raise ValueError("The moments of a record must be aware: a naive one has no calendar day.")
        for field in _LINES:
            object.__setattr__(self, field, one_line(getattr(self, field)))
        for field in _OPTIONAL_LINES:
            object.__setattr__(self, field, one_line(getattr(self, field) or "") or None)
        object.__setattr__(self, "names", tuple(name for name in self.names if name.full))
        object.__setattr__(self, "topics", tuple(filter(None, map(one_line, self.topics))))
        object.__setattr__(
            self, "corrections", tuple((day, one_line(note)) for day, note in self.corrections)
        )

    @property
    def genre(self) -> str:
        return GENRES.get(self.kind, self.kind.capitalize())

    @property
    def is_report(self) -> bool:
        return self.kind in REPORTS
