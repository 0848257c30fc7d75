"""The pictures of a manuscript's text. They come into the library with the draft, not before."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles import imaging, workflow
from articles.manuscripts import Picture
from articles.models import Image
from articles.text import figures_in, tidy

# What a word processor guesses of a picture says nothing a reader could use.
_GUESSED = re.compile("automatically generated|AI-generated|otomatik olarak oluşturul", re.IGNORECASE)


@dataclass(frozen=True)
class PictureMatch:
    """A picture of the text, by its number in it, and the one of the library that is the same, byte for byte."""

    picture: Picture
    number: int
    image: Image | None = None
    unfit: str = ""
    """Why the library will not take it."""

    @property
    def alt(self):
        """The file's own alternative text, where a person wrote it."""
        said = tidy(self.picture.description).strip()
        return "" if _GUESSED.search(said) else said[:1000]

    def in_words(self):
        said = {"number": self.number}
        if self.unfit:
            words = _("Picture %(number)d is left out, the words under it stay in the text: %(why)s")
            return words % (said | {"why": self.unfit})
        if self.image:
            words = _("Picture %(number)d is in the library already: “%(title)s”.")
            return words % (said | {"title": self.image.title})
        if not self.alt:
            return _("Picture %(number)d needs alternative text before the piece is published.") % said
        return ""


def match_pictures(manuscript):
    """Those that stand in the text. One query, and none without pictures."""
    by_uid = {picture.uid: picture for picture in manuscript.pictures}
    shown = [by_uid[uid] for uid in figures_in(manuscript.body_html) if uid in by_uid] if by_uid else []
    digests = [picture.sha256 for picture in shown]
    known = Image.objects.in_bulk(digests, field_name="sha256") if shown else {}
    return tuple(
        PictureMatch(picture, number, known.get(digest), "" if digest in known else _why_unfit(picture))
        for number, (picture, digest) in enumerate(zip(shown, digests, strict=True), start=1)
    )


def files_of(understood):
    """What the draft brings into the library, for `workflow.added_images`."""
    return {
        match.picture.uid: (match.picture.data, {"title": _title(understood, match), "alt": match.alt})
        for match in understood.pictures
        if not match.unfit
    }


def _why_unfit(picture):
    try:
        imaging.read(picture.data)
    except imaging.Unfit as unfit:
        return str(workflow.UNFIT[unfit.why])
    return ""


def _title(understood, match):
    return _("%(title)s, picture %(number)d") % {"title": understood.title[:180], "number": match.number}
