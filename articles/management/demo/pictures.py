"""The pictures of the demo: their records for the fixture, their files for a machine that loads it."""

from articles import imaging
from articles.models import Image
from articles.workflow.library import image_of, lay_files

from .sources import read_toml, uid_of


def records(folder):
    """(record, unsaved, and the picture read) of each."""
    for values in read_toml(folder / "images.toml")["image"]:
        file = values.pop("file")
        picture = imaging.read((folder / "images" / file).read_bytes())
        yield image_of(picture, uid=uid_of(file), created_by_name="Demo", **values), picture


def lay_missing(folder):
    """Put the files where readers look for them; what lies there stays."""
    there = set(Image.objects.values_list("uid", flat=True))
    for image, picture in records(folder):
        if image.uid in there:
            lay_files(image, picture)
