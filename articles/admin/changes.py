"""What a publication would change for readers, shown before it is done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import clock
from articles.text.diff import Part, Row, diff_bodies, diff_texts


@dataclass(frozen=True)
class Changes:
    lines: list[tuple[str, tuple[Part, ...]]]
    """(label, words) of what stands around the text."""
    paragraphs: list[Row]
    """Those of the text that differ."""
    unchanged: int
    """How many do not."""


def changes_of(article):
    """Of the working copy against what readers see now; None where they see nothing or the same."""
    live = article.versions.live(clock.now()).first()
    if live is None or live.content_hash == article.content_hash:
        return None
    lines = [(label, diff_texts(old, new)) for label, old, new in _around(live, article) if old != new]
    rows = diff_bodies(live.source, article.body)
    changed = [row for row in rows if row.change != "same"]
    return Changes(lines, changed, len(rows) - len(changed))


def _around(live, article):
    yield _("Title"), live.title, article.title
    yield _("Standfirst"), live.standfirst, article.standfirst
    yield _("Kind"), str(live.kind_label), article.get_kind_display()
    yield _("Language"), live.get_language_display(), article.get_language_display()
    lines = article.bylines.select_related("author")
    signed = [(line.printed_name, line.role, line.affiliation, line.note) for line in lines]
    printed = [
        (line["printed_name"], line["role"], line["affiliation"], line["note"]) for line in live.bylines
    ]
    yield _("Authors"), _listed(printed), _listed(signed)
    wording = article.disclaimer.wording if article.disclaimer else ""
    yield _("Disclaimer"), live.disclaimer, wording
    yield _("First appeared in"), live.originally_at, article.originally_at


def _listed(bylines):
    return "; ".join(", ".join(filter(None, line)) for line in bylines)
