from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Author, Byline
from articles.models.byline import PRINTED


@dataclass(frozen=True)
class BylineEntry:
    """A byline to be: blank fields are filled from the author."""

    author: Author
    name: str = ""
    honorific: str = ""
    role: str = ""
    affiliation: str = ""
    note: str = ""


def replace_bylines(article, entries):
    """Write the bylines anew in the order given: swapping positions row by row would break their uniqueness."""
    article.bylines.all().delete()
    seen = set()
    for position, entry in enumerate(entries, start=1):
        if entry.author in seen:
            message = _("“%(author)s” stands twice among the authors.")
            raise ValidationError({"bylines": ValidationError(message, params={"author": entry.author})})
        seen.add(entry.author)
        line = Byline(article=article, position=position, **vars(entry))
        try:
            line.clean_fields()
        except ValidationError as error:
            raise ValidationError({"bylines": error.messages}) from error
        line.save()


def printed(article):
    """The bylines as a version keeps them: everything a page, feed, citation or file prints of them."""
    return [
        {
            "slug": line.author.slug,
            "printed_name": line.printed_name,
            "name": line.name,
            "honorific": line.honorific,
            "family_name": line.author.family_name,
            "is_body": line.author.is_body,
            "role": line.role,
            "affiliation": line.affiliation,
            "note": line.note,
            "orcid": line.author.orcid,
        }
        for line in article.bylines.select_related("author")
    ]


def as_printed(version):
    """The bylines of a version as entries. By its rows, not by the addresses of its authors: these may have moved."""
    rows = version.printed_bylines.select_related("author").order_by("position")
    return [
        BylineEntry(author=row.author, **{field: line[field] for field in PRINTED})
        for row, line in zip(rows, version.bylines, strict=True)
    ]
