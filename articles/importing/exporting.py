"""An article as a piece that can be written into a file and brought in again."""

from django.core.files.storage import default_storage

from articles import workflow
from articles.imaging import path_of
from articles.manuscripts import ManuscriptAuthor, Picture
from articles.manuscripts.writing import Piece
from articles.text import figures_in


def piece_of(article):
    """The working copy, with the files of its figures. Four queries, and reading these files."""
    lines = list(article.bylines.all())
    return Piece(
        title=article.title,
        standfirst=article.standfirst,
        authors=tuple(
            ManuscriptAuthor(line.name, line.honorific, line.role, line.affiliation) for line in lines
        ),
        author_notes=tuple(line.note for line in lines if line.note),
        disclaimer=article.disclaimer.wording if article.disclaimer else "",
        body_html=article.body,
        language=article.language,
        pictures=tuple(_pictures(article)),
    )


def _pictures(article):
    shown = figures_in(article.body)
    for uid, image in workflow.images_of(article).items() if shown else ():
        if uid not in shown:
            continue
        # The largest in a format every word processor knows: the file as it was sent is not kept.
        width = image.renditions[image.fallback][-1]
        path = path_of(image.uid, image.sha256, width, image.fallback)
        with default_storage.open(path) as file:
            data = file.read()
        name = f"{image.title}.{image.fallback}"
        yield uid, Picture(name, data, image.alt)
