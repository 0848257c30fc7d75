"""The library of pictures: what is taken in, described and deleted. Readers see none of it before a publication."""

import hashlib
from contextlib import contextmanager
from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import imaging, rules
from articles.imaging import Why
from articles.models import Image, clock
from articles.text import tidy

from .acting import Problem, Refusal, name_of

UNFIT = {
    Why.EMPTY: gettext_lazy("The file is empty."),
    Why.TOO_HEAVY: gettext_lazy("The file is larger than 20 MB. Save the picture smaller and try again."),
    Why.TOO_LARGE: gettext_lazy(
        "The picture has more than 50 megapixels, or a side of more than 16,000 pixels. Scale it down and try again."
    ),
    Why.SVG: gettext_lazy(
        "SVG files are not taken: they can carry programs. Export the drawing as PNG, twice as wide as it is shown."
    ),
    Why.HEIC: gettext_lazy(
        "This is a HEIC file, as phones make them. Export the picture as JPEG and try again."
    ),
    Why.OTHER_KIND: gettext_lazy(
        "This is none of the kinds of picture that are taken, whatever its name says: JPEG, PNG, WebP, AVIF or GIF."
    ),
    Why.BROKEN: gettext_lazy(
        "The file is damaged or incomplete: it cannot be read to its end. Export it anew."
    ),
    Why.SOMETHING_ELSE: gettext_lazy(
        "There is something else in this file besides a picture: a web page, a program or an archive. "
        "Export the picture anew."
    ),
}


def add_image(data, *, by, name="", **fields):
    """Take the file `data` into the library. Returns the image and what to tell of it besides, in words.

    `name` is the file's, which becomes the picture's until someone gives a better one. Files first, row after: making
    them takes a second or two, in which no other editor should have to wait for the database.
    """
    if not (by.is_active and by.has_perm("articles.add_image")):
        raise PermissionDenied(_("Your account may not add pictures."))
    _refuse_known(hashlib.sha256(data).hexdigest())
    try:
        picture = imaging.read(data)
    except imaging.Unfit as unfit:
        raise Refusal(Problem("unfit", str(UNFIT[unfit.why]), "file")) from unfit
    image = image_of(picture, title=fields.pop("title", "") or _title_from(name), **fields)
    image.created_at, image.created_by, image.created_by_name = (
        clock.now(),
        by if by.pk else None,
        name_of(by),
    )
    image.full_clean(validate_unique=False)
    lay_files(image, picture)
    try:
        with transaction.atomic():
            image.save()
    except IntegrityError:  # someone else was quicker
        _delete_files(image)
        _refuse_known(image.sha256)
        raise
    moved = _("It moved: the library keeps the first picture, since readers could not stop it.")
    return image, moved if picture.animated else ""


@contextmanager
def added_images(files, *, by):
    """{key: image} of `files`, {key: (data, the image's fields)}, for a `with`: if that fails, none was added.

    A picture the library has already is taken from there, with the words it has there. Not in the transaction of what
    follows: other editors would wait for the database while the files are made.
    """
    images, new = {}, []
    try:
        for key, (data, fields) in files.items():
            images[key] = Image.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()
            if images[key] is None:
                images[key], _said = add_image(data, by=by, **fields)
                new.append(images[key])
        yield images
    except BaseException:
        for image in new:
            image.delete()
            _delete_files(image)
        raise


def image_of(picture, **fields):
    """The record of a picture that was read, unsaved."""
    return Image(
        width=picture.width,
        height=picture.height,
        format=picture.format.value,
        bytes=picture.weight,
        sha256=picture.sha256,
        renditions=picture.renditions,
        **fields,
    )


def lay_files(image, picture):
    """Put the files readers get where they belong. One that lies there stays: a path names one content for good."""
    paths = {(name, width): path for name, width, path in image.files()}
    if all(map(default_storage.exists, paths.values())):
        return
    for name, width, content in picture.files():
        path = paths[name, width]
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(content))


def describe_image(image, *, by):
    """Save name, alternative text, caption, credit and focus. What is printed keeps the words it was printed with."""
    if not rules.may_change_image(by, Image.objects.get(pk=image.pk)):
        raise PermissionDenied(_("This is another’s picture, or it has been published. Ask an editor."))
    image.full_clean()
    image.save()


@transaction.atomic
def delete_image(image, *, by):
    """Delete a picture that nothing uses, and its files."""
    held = Image.objects.select_for_update().with_use(clock.now()).get(pk=image.pk)
    if not (by.has_perm("articles.delete_image") and rules.may_change_image(by, held)):
        raise PermissionDenied(_("This is another’s picture, or it has been published. Ask an editor."))
    if held.in_use:
        raise Refusal(Problem("in-use", _("“%s” is in use and cannot be deleted.") % held))
    held.delete()
    transaction.on_commit(lambda: _delete_files(held))


def _delete_files(image):
    for _name, _width, path in image.files():
        default_storage.delete(path)


def _refuse_known(sha256):
    known = Image.objects.filter(sha256=sha256).first()
    if known:
        message = _("This picture is in the library already: “%s”.") % known
        raise Refusal(Problem("known", message, "file", known))


def _title_from(name):
    """“harbour_cranes-02.JPG” as a person would say it."""
    stem = tidy(PurePath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ")).strip()
    return stem[:200] or _("Picture of %s") % clock.now().date().isoformat()
