from dataclasses import dataclass

from articles.models import Author, Byline


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
    for position, entry in enumerate(entries, start=1):
        Byline.objects.create(
            article=article,
            author=entry.author,
            position=position,
            name=entry.name,
            honorific=entry.honorific,
            role=entry.role,
            affiliation=entry.affiliation,
            note=entry.note,
        )


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
