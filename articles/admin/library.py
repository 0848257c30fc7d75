"""The library, for the pages that take pictures in and choose from them."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.utils.translation import gettext as _

from articles import imaging, workflow
from articles.models import Image

from . import search

SHOWN = 24
AT_ONCE = 20


@dataclass(frozen=True)
class Upload:
    """What became of a file: the image, or the one that was there already, and what to say of it."""

    name: str
    image: Image | None
    said: str
    known: Image | None = None


def denied():
    return PermissionDenied(_("Your account may not add pictures. Ask an editor."))


def suggestions(request):
    """As JSON: the newest, those found by `q`, or those of the given `uid`s."""
    if not request.user.has_perm("articles.view_image"):
        raise PermissionDenied
    uids = [uid for uid in map(imaging_uid, request.GET.getlist("uid")) if uid]
    if "uid" in request.GET:
        found = Image.objects.filter(uid__in=uids)
    else:
        found = search.images(Image.objects.all(), request.GET.get("q", ""))
    return JsonResponse({"suggestions": [described(image) for image in found[:SHOWN]]})


def imaging_uid(text):
    try:
        return UUID(text)
    except ValueError:
        return None


def described(image):
    return {
        "uid": str(image.uid),
        "label": image.title,
        "alt": image.alt,
        "caption": " ".join(filter(None, [image.caption, image.credit])),
        "described": image.is_described,
        "thumbnail": image.thumbnail_url,
        "width": image.renditions[image.fallback][0],
        "height": image.height_at(image.renditions[image.fallback][0]),
    }


def take_in(request):
    """What became of each file of the request."""
    files = request.FILES.getlist("file")
    if not files:
        return [Upload("", None, _("Choose a file."))]
    told = [
        _taken(file, request.user, _words(request.POST) if len(files) == 1 else {})
        for file in files[:AT_ONCE]
    ]
    left = [
        Upload(file.name, None, _("Left out: %d at once are enough.") % AT_ONCE) for file in files[AT_ONCE:]
    ]
    return told + left


def _words(sent):
    return {
        "alt": sent.get("alt", "").replace("\x00", ""),
        "is_decorative": sent.get("is_decorative") == "on",
    }


def _taken(file, user, words):
    # A byte more than is taken: what is larger is refused without being read.
    data = file.read(imaging.LARGEST + 1)
    try:
        image, told = workflow.add_image(data, by=user, name=file.name, **words)
    except workflow.Refusal as refusal:
        known = next((problem.record for problem in refusal.problems if problem.record), None)
        return Upload(file.name, None, str(refusal), known)
    except ValidationError as problem:
        return Upload(file.name, None, " ".join(problem.messages))
    return Upload(file.name, image, " ".join(filter(None, [_("Added to the library."), told])))


def as_json(upload):
    image = upload.image or upload.known
    return {
        "name": upload.name,
        "said": upload.said,
        "added": upload.image is not None,
        "image": described(image) if image else None,
    }
