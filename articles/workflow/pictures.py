"""The pictures of an article: which it has, what is missing of them, and what a version prints of them."""

import dataclasses

from django.utils.translation import gettext as _

from articles.imaging import MEDIA_TYPES, ORDER
from articles.models import Figure, Image, PrintedImage
from articles.text import Picture, figures_in

from .acting import Problem


def images_of(article):
    """{uid: image} of what stands in the text and at its head, in that order. What is not in the library is left out."""
    found = Image.objects.in_bulk_by_uid(figures_in(article.body))
    if article.lead_image:
        found[str(article.lead_image.uid)] = article.lead_image
    return found


def image_problems(article):
    """What stands in the way of publishing the pictures of the working copy."""
    lead = article.lead_image
    if lead and not lead.is_described:
        message = _("The lead image “%s” has no alternative text. Write one, or mark it as decorative.")
        yield Problem("lead-image-alt", message % lead, "lead_image", lead)
    uids = figures_in(article.body)
    images = Image.objects.in_bulk_by_uid(uids)
    for uid in uids:
        image = images.get(uid)
        if image is None:
            message = _(
                "A figure in the text shows a picture that is not in the library. Take it out, or choose another."
            )
            yield Problem("figure-gone", message, "body")
        elif not image.is_described and image != lead:
            message = _(
                "The picture “%s” in the text has no alternative text. Write one, or mark it as decorative."
            )
            yield Problem("figure-alt", message % image, "body", image)


def place_figures(article):
    """Write down which pictures stand in the text, so that they cannot be deleted meanwhile."""
    wanted = Image.objects.in_bulk_by_uid(figures_in(article.body))
    there = {str(uid): pk for pk, uid in article.figures.values_list("pk", "image__uid")}
    Figure.objects.filter(pk__in=[pk for uid, pk in there.items() if uid not in wanted]).delete()
    Figure.objects.bulk_create(
        Figure(article=article, image=image) for uid, image in wanted.items() if uid not in there
    )


def printed_lead(image):
    """What a version keeps of the picture at its head: alternative text, caption, credit and addresses as of now."""
    if image is None:
        return {}
    picture = as_printed(image)
    return {
        "uid": str(image.uid),
        **dataclasses.asdict(picture),
        "sources": [{"type": media_type, "srcset": srcset} for media_type, srcset in picture.sources],
        "focus": [image.focal_x, image.focal_y],
        "drawn": image.fallback == "png",
    }


def as_printed(image):
    """The picture with the words it has in the library now."""
    fallback = image.fallback
    widest = image.renditions[fallback][-1]
    return Picture(
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
        src=image.url(fallback, widest),
        width=widest,
        height=image.height_at(widest),
        sources=tuple((MEDIA_TYPES[name], _srcset(image, name)) for name in (*ORDER, fallback)),
    )


def _srcset(image, name):
    return ", ".join(f"{image.url(name, width)} {width}w" for width in image.renditions[name])


def print_images(version, images):
    """The rows by which what a version prints cannot be deleted."""
    PrintedImage.objects.bulk_create(PrintedImage(version=version, image=image) for image in images)
