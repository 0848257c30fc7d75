from articles.text import FIGURE_SIZES

from .addresses import absolute

# A photograph higher than this, measured by its width, would push the text off the screen.
HIGHEST = 0.75


def lead_of(version):
    """The picture at the head of the piece with how it is shown; None where there is none."""
    lead = version.lead_image
    if not lead:
        return None
    tall = lead["height"] > HIGHEST * lead["width"] and not lead["drawn"]
    return {**lead, "sizes": FIGURE_SIZES, "crop": crop_classes(*lead["focus"]) if tall else ""}


def crop_classes(x, y):
    """The focus in tenths, for the stylesheet: the content security policy lets no style stand in the page."""
    return f"cropped focus-x-{round(x / 10)} focus-y-{round(y / 10)}"


def shared_image(version):
    """The picture that goes along when the piece is shared, with its whole address; None where there is none."""
    lead = version.lead_image
    return {**lead, "url": absolute(lead["src"])} if lead else None
