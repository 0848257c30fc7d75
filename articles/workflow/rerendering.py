"""Mending how published versions are rendered, after the renderer was mended. No word of them may change."""

import dataclasses
from dataclasses import dataclass

from django.db import connection, models, transaction

from articles.models import Version
from articles.models.immutability import lifted
from articles.text.rerendering import lost_addresses, render_again, same_words

# Long columns: so many rows are held at a time.
BATCH = 100


@dataclass(frozen=True)
class Rerendered:
    """What became of one version: the columns that are new, or why it was left as it is."""

    slug: str
    number: int
    columns: tuple[str, ...] = ()
    refused: str = ""


@transaction.atomic
def rerender_versions(*, dry_run=False):
    """Render every version again from its source; what differs is written, unless a word or an address within it would go.

    The guard is lifted inside this transaction and laid again before it ends. Titles, names, disclaimers, pictures and
    hashes are left as they were printed.
    """
    if dry_run:
        return [outcome for outcome, _pk, _values in _outcomes()]
    done = []
    with lifted(connection):
        for outcome, pk, values in _outcomes():
            if values:
                models.QuerySet(Version).filter(pk=pk).update(**values)
            done.append(outcome)
    return done


def _outcomes():
    """(outcome, key, new values of its columns) of each version that would be rendered otherwise today."""
    with_text = Version.objects.exclude(source="").order_by("article__slug", "number")
    keys = list(with_text.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        for version in with_text.filter(pk__in=keys[start : start + BATCH]).select_related("article"):
            again = _again(version)
            values = {column: value for column, value in again.items() if value != getattr(version, column)}
            if values:
                refused = _refusal(version, again)
                columns = () if refused else tuple(values)
                outcome = Rerendered(version.article.slug, version.number, columns, refused)
                yield outcome, version.pk, {} if refused else values


def _again(version):
    rendered = render_again(version.source, lang=version.language, printed=version.body)
    return {
        "body": rendered.body,
        "outline": [dataclasses.asdict(item) for item in rendered.outline],
        "endnotes": [dataclasses.asdict(note) for note in rendered.notes],
    }


def _refusal(version, new):
    if not same_words(version.body, new["body"]):
        return "its words would change"
    old_notes, new_notes = (
        "".join(f"<p>{note['html']}</p>" for note in notes) for notes in (version.endnotes, new["endnotes"])
    )
    if not same_words(old_notes, new_notes):
        return "the words of its notes would change"
    if lost := lost_addresses(version.body, new["body"]):
        return f"links to #{lost[0]} would lead nowhere"
    return ""
